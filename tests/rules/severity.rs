//! A severity means one thing: what is refused, what hurts, what is worth knowing.

use aurora_designer::design::Environment;
use aurora_designer::rules::{EXAMPLES, Examples, Severity};

use super::{findings, ids};

#[test]
fn a_warning_about_production_is_a_note_elsewhere() {
    let softened = [
        "nodes/single-instance",
        "nodes/single-zone",
        "backup/one-day-retention",
        "backup/unprotected-deletion",
        "backup/lost-at-destroy",
        "storage/aws-owned-key",
        "monitoring/alarms-off",
        "capacity/max-below-load",
    ];
    let silenced = [
        "backup/backups-with-the-cluster-only",
        "credentials/passwords-only",
        "monitoring/endless-logs",
        "monitoring/unexported-logs",
    ];
    // Rules of visits are found under a load alone, which no design has.
    for examples in EXAMPLES.iter().filter(|it| ids(&(it.bad)()).contains(&it.rule.id)) {
        let (rule, mut design) = (examples.rule, (examples.bad)());
        design.environment = Environment::Development;
        let severity = findings(&design).into_iter().find(|it| it.rule.id == rule.id).map(|it| it.severity);
        let expected = if silenced.contains(&rule.id) {
            None
        } else if softened.contains(&rule.id) {
            Some(Severity::Note)
        } else {
            Some(rule.severity)
        };
        assert_eq!(severity, expected, "{}", rule.id);
    }
}

#[test]
fn where_sources_conflict_the_message_says_unconfirmed() {
    for id in ["names/long-master-username", "monitoring/long-advanced-insights"] {
        let examples = Examples::of(id).expect(id);
        assert_eq!(examples.rule.severity, Severity::Warning, "{id}");
        let found = findings(&(examples.bad)()).into_iter().find(|it| it.rule.id == id).expect(id);
        assert!(found.message.to_lowercase().contains("unconfirmed"), "{id}");
    }
}
