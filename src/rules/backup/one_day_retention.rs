//! `backup/one-day-retention`

use crate::design::{Design, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "backup/one-day-retention",
    severity: Severity::Warning,
    title: "Backups are kept for one day only",
    why: "A mistake that nobody notices within a day cannot be undone.",
    source: OWN_ADVICE,
    facts: &["BAK-11"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.backup_retention = 1), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.cluster.backup_retention != 1 {
        return Vec::new();
    }
    let message = "Backups are kept for one day; a mistake must be noticed within it.";
    let edits = [Edit::set(Field::BackupRetention, 7)];
    let title = "Keep backups for 7 days";
    vec![RULE.finding(Field::BackupRetention, message).softened(context).fix(title, edits)]
}
