//! `names/ambiguous-tags`

use std::collections::BTreeMap;

use crate::design::Field;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/ambiguous-tags",
    severity: Severity::Error,
    title: "Tag keys differ only in case",
    why: "RDS keeps them apart, IAM refuses them as duplicates, so an apply stops half way at the first role; without any role in the export both keys stand.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html",
    facts: &["TAG-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
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
    let tags = &context.design.tags;
    // The first key of those that differ only in case, by its lower case.
    let mut first = BTreeMap::new();
    // These three the export adds by itself.
    for key in ["Project", "Environment", "ManagedBy"] {
        first.insert(key.to_lowercase(), key.to_owned());
    }
    let roles = context.design.makes_roles();
    let mut findings = Vec::new();
    for key in tags.keys() {
        let lower = key.to_lowercase();
        let known = first.get(&lower);
        // One of the three may be a tag too; then another tag before it counts.
        let other = if known == Some(key) {
            tags.keys().take_while(|it| *it != key).find(|it| it.to_lowercase() == lower)
        } else {
            known
        };
        if let Some(other) = other {
            let what = if roles { "IAM refuses every role of the export" } else { "IAM takes them for one" };
            let message = format!(
                "The tag keys {other:?} and {key:?} differ only in case, and {what}; rename one of them."
            );
            let finding = RULE.finding(Field::Tag(key.clone()), message);
            findings.push(if roles { finding } else { finding.severity(Severity::Note) });
        }
        if known.is_none() {
            first.insert(lower, key.clone());
        }
    }
    findings
}
