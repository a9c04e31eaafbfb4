//! `monitoring/short-advanced-insights`

use crate::design::{Edit, Field, InsightsMode, Word as _};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/short-advanced-insights",
    severity: Severity::Error,
    title: "Advanced Database Insights lacks what it needs",
    why: "Advanced mode needs Performance Insights on and 465 days of history.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.TurningOnAdvanced.html",
    facts: &["MON-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.performance_insights.mode = InsightsMode::Advanced),
    good: || {
        cluster(|it| {
            it.performance_insights.mode = InsightsMode::Advanced;
            it.performance_insights.retention_days = 465;
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let insights = context.design.cluster.performance_insights;
    let need = limits::ADVANCED_INSIGHTS_DAYS;
    if insights.mode != InsightsMode::Advanced || (insights.enabled && insights.retention_days >= need) {
        return Vec::new();
    }
    if !insights.enabled {
        let message = "Database Insights is in advanced mode, but Performance Insights is off.";
        let edit = Edit::set(Field::InsightsMode, InsightsMode::Standard.word());
        return vec![RULE.finding(Field::InsightsMode, message).fix("Use standard mode", [edit])];
    }
    let message = format!(
        "Advanced mode needs {need} days of insights; they are kept for {}.",
        many(insights.retention_days, "day")
    );
    let edits = [Edit::set(Field::InsightsRetentionDays, need)];
    let title = format!("Keep {need} days");
    vec![RULE.finding(Field::InsightsRetentionDays, message).fix(title, edits)]
}
