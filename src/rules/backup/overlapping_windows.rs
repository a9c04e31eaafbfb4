//! `backup/overlapping-windows`

use super::overlap;
use crate::design::{DailyWindow, Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/overlapping-windows",
    severity: Severity::Error,
    title: "Backup and maintenance window overlap",
    why: "AWS refuses windows that share a minute of the maintenance day.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["BAK-02", "BAK-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.backup_window = DailyWindow { start: 240, end: 300 }),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let (backup, maintenance) = (cluster.backup_window, cluster.maintenance_window);
    if !overlap(backup, maintenance) {
        return Vec::new();
    }
    let message = format!("The backup window {backup} overlaps the maintenance window {maintenance}.");
    let finding = RULE.finding(Field::BackupWindow, message);
    let start = maintenance.end % 1440;
    let later = DailyWindow { start, end: (start + backup.minutes()) % 1440 };
    vec![if overlap(later, maintenance) {
        finding
    } else {
        finding.fix(format!("Back up at {later}"), [Edit::set(Field::BackupWindow, later)])
    }]
}
