//! `monitoring/endless-logs`

use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/endless-logs",
    severity: Severity::Note,
    title: "Logs are kept for ever",
    why: "What never expires is paid for every month.",
    source: OWN_ADVICE,
    facts: &["LOG-04"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.log_retention_days = 0), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let endless = context.design.cluster.log_retention_days == 0 && context.design.keeps_logs();
    if !endless || !context.production() {
        return Vec::new();
    }
    vec![RULE.finding(Field::LogRetentionDays, "Logs never expire, and every month adds to what is paid.")]
}
