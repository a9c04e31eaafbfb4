//! `pause/sleeping-scheduler`

use crate::design::Field;
use crate::estimate::{pause, scheduler};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/sleeping-scheduler",
    severity: Severity::Warning,
    title: "Scheduled jobs do not run while the cluster is paused",
    why: "pg_cron and the MySQL event scheduler sleep with the instance and do not wake it.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-24b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.min_capacity = Acu::ZERO;
            it.parameters.insert("shared_preload_libraries".to_owned(), "pg_cron".to_owned());
        })
    },
    good: || cluster(|it| it.min_capacity = Acu::ZERO),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let scheduled = scheduler(context.design).filter(|_| pause(context.design, 0).pauses());
    let Some(name) = scheduled else { return Vec::new() };
    let message = format!("{name} schedules jobs, but they do not run while the cluster is paused.");
    vec![RULE.finding(Field::Parameter(name.to_owned()), message)]
}
