//! `monitoring/silent-while-paused`

use crate::design::{Design, Field};
use crate::estimate::sleeps;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/silent-while-paused",
    severity: Severity::Note,
    title: "Alarms of your own may fire on every pause",
    why: "A paused instance sends CPU, ACU utilization and capacity only, all 0. AWS' recommended alarms take missing data as a breach, so they fire whenever it sleeps; the alarms of the export take it as well-being.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-24", "CW-01"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.min_capacity = Acu::ZERO), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !sleeps(context.design) {
        return Vec::new();
    }
    let message = "A paused instance sends almost no metrics; alarms of your own must treat missing data as notBreaching, or they fire on every pause.";
    vec![RULE.finding(Field::AlarmsEnabled, message)]
}
