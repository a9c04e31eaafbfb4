//! `backup/retention-out-of-range`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/retention-out-of-range",
    severity: Severity::Error,
    title: "The backup retention is out of range",
    why: "AWS takes 1 to 35 days; backups of Aurora cannot be turned off.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html",
    facts: &["BAK-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.backup_retention = 36),
    good: || cluster(|it| it.backup_retention = 35),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (days, range) = (context.design.cluster.backup_retention, limits::BACKUP_RETENTION_DAYS);
    if range.contains(&days) {
        return Vec::new();
    }
    let nearest = if days == 0 { 7 } else { *range.end() };
    let message = format!("Backups are to be kept for {days} days; AWS takes 1 to 35.");
    let edits = [Edit::set(Field::BackupRetention, nearest)];
    let title = format!("Keep backups for {nearest} days");
    vec![RULE.finding(Field::BackupRetention, message).fix(title, edits)]
}
