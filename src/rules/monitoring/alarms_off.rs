//! `monitoring/alarms-off`

use super::is_email;
use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/alarms-off",
    severity: Severity::Warning,
    title: "There are no alarms",
    why: "Nobody is told when capacity, connections or memory run out.",
    source: OWN_ADVICE,
    facts: &["CW-03"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.alarms.enabled = false), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let alarms = &context.design.cluster.alarms;
    if alarms.enabled {
        return Vec::new();
    }
    let message = "Alarms are off: nobody is told when capacity or connections run out.";
    let finding = RULE.finding(Field::AlarmsEnabled, message).softened(context);
    // An address that SNS refuses is an error as soon as there are alarms (REF-01).
    if alarms.notify_email.as_ref().is_some_and(|email| !is_email(email)) {
        return vec![finding];
    }
    let edits = [Edit::set(Field::AlarmsEnabled, "true")];
    vec![finding.fix("Turn alarms on", edits)]
}
