//! `names/ambiguous-tags`

use crate::design::Field;
use crate::rules::examples::design;
use crate::rules::{Context, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/ambiguous-tags",
    severity: Severity::Note,
    title: "Tag keys differ only in case",
    why: "RDS keeps them apart, IAM does not and may refuse the second.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html",
    facts: &["TAG-04"],
    check,
    bad: || {
        design(|it| {
            it.tags.insert("team".to_owned(), "a".to_owned());
            it.tags.insert("Team".to_owned(), "b".to_owned());
        })
    },
    good: || {
        design(|it| {
            it.tags.insert("team".to_owned(), "a".to_owned());
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    // These three the export adds by itself.
    let mut known: Vec<&str> = vec!["Project", "Environment", "ManagedBy"];
    let mut findings = Vec::new();
    for key in context.design.tags.keys() {
        let same = |other: &&&str| other.eq_ignore_ascii_case(key) && **other != key;
        if let Some(other) = known.iter().find(same) {
            let message = format!(
                "The tag keys {other:?} and {key:?} differ only in case, and IAM takes them for one; rename one of them."
            );
            findings.push(RULE.finding(Field::Tag(key.clone()), message));
        }
        known.push(key);
    }
    findings
}
