//! `monitoring/alarms-off`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/alarms-off",
    severity: Severity::Warning,
    title: "There are no alarms",
    why: "Nobody is told when capacity, connections or memory run out.",
    facts: &["CW-03"],
    source: OWN_ADVICE,
    check,
    bad: || cluster(|it| it.alarms.enabled = false),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.alarms.enabled {
        return Vec::new();
    }
    let edits = [Edit::set(Field::AlarmsEnabled, "true")];
    let title = format!("Turn alarms on{}", context.idle_cost(&edits));
    let message = "Alarms are off: nobody is told when capacity or connections run out.";
    vec![RULE.finding(Field::AlarmsEnabled, message).softened(context).fix(title, edits)]
}
