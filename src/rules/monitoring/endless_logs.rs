//! `monitoring/endless-logs`

use crate::design::{Design, Field};
use crate::rules::examples::{cluster, example};
use crate::rules::{Context, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/endless-logs",
    severity: Severity::Note,
    title: "Logs are kept for ever",
    why: "What never expires is paid for every month.",
    facts: &["LOG-04"],
    source: OWN_ADVICE,
    check,
    bad: example(|| cluster(|it| it.log_retention_days = 0)),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.log_retention_days != 0 || !context.production() {
        return Vec::new();
    }
    vec![RULE.finding(Field::LogRetentionDays, "Logs never expire, and every month adds to what is paid.")]
}
