//! `backup/short-maintenance-window`

use super::overlap;
use crate::design::{Edit, Field, WeeklyWindow};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "backup/short-maintenance-window",
    severity: Severity::Error,
    title: "The maintenance window is shorter than 30 minutes",
    why: "AWS takes windows of at least 30 minutes.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["BAK-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.maintenance_window = WeeklyWindow { start: 600, end: 610 }),
    good: || cluster(|it| it.maintenance_window = WeeklyWindow { start: 600, end: 630 }),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let window = cluster.maintenance_window;
    if window.minutes() >= limits::WINDOW_MINUTES {
        return Vec::new();
    }
    let message = format!(
        "The maintenance window {window} has {}; AWS takes 30 or more.",
        many(window.minutes(), "minute")
    );
    let finding = RULE.finding(Field::MaintenanceWindow, message);
    let from = |start: u16| WeeklyWindow { start, end: (start + limits::WINDOW_MINUTES) % (7 * 1440) };
    // Where the backup is in the way, after it on the same day.
    let places = [from(window.start), from(window.start / 1440 * 1440 + cluster.backup_window.end)];
    vec![match places.into_iter().find(|place| !overlap(cluster.backup_window, *place)) {
        Some(longer) => finding.fix(format!("Use {longer}"), [Edit::set(Field::MaintenanceWindow, longer)]),
        None => finding,
    }]
}
