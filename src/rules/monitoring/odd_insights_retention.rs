//! `monitoring/odd-insights-retention`

use crate::design::{Edit, Field, InsightsMode};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/odd-insights-retention",
    severity: Severity::Error,
    title: "Performance Insights does not keep data for so many days",
    why: "AWS takes 7 days, a multiple of 31 up to 713, or 731.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["MON-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.performance_insights.retention_days = 94),
    good: || cluster(|it| it.performance_insights.retention_days = 93),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let insights = context.design.cluster.performance_insights;
    let days = insights.retention_days;
    // Too few days for advanced mode is monitoring/short-advanced-insights.
    let short = insights.mode == InsightsMode::Advanced && days < limits::ADVANCED_INSIGHTS_DAYS;
    if !insights.enabled || limits::insights_keeps(days) || short {
        return Vec::new();
    }
    let kept = (7..=731).rev().filter(|days| limits::insights_keeps(*days));
    // More than it needs is unconfirmed in advanced mode (MON-02b).
    let nearest = match insights.mode {
        InsightsMode::Advanced => limits::ADVANCED_INSIGHTS_DAYS,
        InsightsMode::Standard => kept.min_by_key(|kept| kept.abs_diff(days)).unwrap_or(7),
    };
    let message = format!(
        "Insights are to be kept for {}; AWS takes 7, a multiple of 31 up to 713, or 731.",
        many(days, "day")
    );
    let edit = Edit::set(Field::InsightsRetentionDays, nearest);
    vec![RULE.finding(Field::InsightsRetentionDays, message).fix(format!("Keep {nearest} days"), [edit])]
}
