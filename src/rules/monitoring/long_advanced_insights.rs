//! `monitoring/long-advanced-insights`

use crate::design::{Edit, Field, InsightsMode};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/long-advanced-insights",
    severity: Severity::Warning,
    title: "Advanced Database Insights with more than 465 days",
    why: "AWS' pages disagree: exactly 465 days, or at least; 465 satisfies all of them.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.Considerations.html",
    facts: &["MON-02b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.performance_insights.mode = InsightsMode::Advanced;
            it.performance_insights.retention_days = 731;
        })
    },
    good: || {
        cluster(|it| {
            it.performance_insights.mode = InsightsMode::Advanced;
            it.performance_insights.retention_days = 465;
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let insights = context.design.cluster.performance_insights;
    // Days that no mode takes are monitoring/odd-insights-retention.
    let days = insights.retention_days;
    let long = insights.enabled && days > limits::ADVANCED_INSIGHTS_DAYS && limits::insights_keeps(days);
    if insights.mode != InsightsMode::Advanced || !long {
        return Vec::new();
    }
    let message = format!(
        "Unconfirmed: AWS may take only 465 days with advanced mode; {} are to be kept.",
        insights.retention_days
    );
    let edit = Edit::set(Field::InsightsRetentionDays, limits::ADVANCED_INSIGHTS_DAYS);
    vec![RULE.finding(Field::InsightsRetentionDays, message).fix("Keep 465 days", [edit])]
}
