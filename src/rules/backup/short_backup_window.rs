//! `backup/short-backup-window`

use super::overlap;
use crate::design::{DailyWindow, Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "backup/short-backup-window",
    severity: Severity::Error,
    title: "The backup window is shorter than 30 minutes",
    why: "AWS takes windows of at least 30 minutes.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["BAK-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.backup_window = DailyWindow { start: 180, end: 190 }),
    good: || cluster(|it| it.backup_window = DailyWindow { start: 180, end: 210 }),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let window = cluster.backup_window;
    if window.minutes() >= limits::WINDOW_MINUTES {
        return Vec::new();
    }
    let message =
        format!("The backup window {window} has {}; AWS takes 30 or more.", many(window.minutes(), "minute"));
    let finding = RULE.finding(Field::BackupWindow, message);
    let from = |start: u16| DailyWindow { start, end: (start + limits::WINDOW_MINUTES) % 1440 };
    // Where the maintenance is in the way, after it.
    let places = [from(window.start), from(cluster.maintenance_window.end % 1440)];
    vec![match places.into_iter().find(|place| !overlap(*place, cluster.maintenance_window)) {
        Some(longer) => finding.fix(format!("Use {longer}"), [Edit::set(Field::BackupWindow, longer)]),
        None => finding,
    }]
}
