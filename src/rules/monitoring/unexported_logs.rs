//! `monitoring/unexported-logs`

use super::log_retention_fits;
use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/unexported-logs",
    severity: Severity::Note,
    title: "No log is exported",
    why: "After a failover or a deletion there is nothing left to read.",
    source: OWN_ADVICE,
    facts: &["LOG-04"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.log_exports = Some([].into())), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !context.design.log_exports().is_empty() || !context.production() {
        return Vec::new();
    }
    let edits = [Edit::Reset(Field::LogExports)];
    let message = "No log is exported, so there is nothing to read after a failover.";
    let finding = RULE.finding(Field::LogExports, message);
    // Days that CloudWatch does not take are an error as soon as there are logs (LOG-02).
    if !log_retention_fits(context.design) {
        return vec![finding];
    }
    vec![finding.fix("Export the usual logs, billed by volume", edits)]
}
