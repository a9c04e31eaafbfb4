//! `monitoring/unused-insights-retention`

use crate::design::{Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/unused-insights-retention",
    severity: Severity::Warning,
    title: "An insights retention without Performance Insights",
    why: "Nothing is recorded, so there is nothing to keep.",
    source: OWN_ADVICE,
    facts: &["MON-06"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.performance_insights.enabled = false;
            it.performance_insights.retention_days = 31;
        })
    },
    good: || cluster(|it| it.performance_insights.enabled = false),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let insights = context.design.cluster.performance_insights;
    if insights.enabled || insights.retention_days == 7 {
        return Vec::new();
    }
    let message = format!(
        "Performance Insights is off, so keeping it for {} has no effect.",
        many(insights.retention_days, "day")
    );
    let edit = Edit::Reset(Field::InsightsRetentionDays);
    vec![RULE.finding(Field::InsightsRetentionDays, message).fix("Remove the retention", [edit])]
}
