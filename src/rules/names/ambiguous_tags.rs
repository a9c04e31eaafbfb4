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
    let mut known: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    // These three the export adds by itself.
    for key in ["Project", "Environment", "ManagedBy"] {
        known.entry(key.to_lowercase()).or_default().push(key);
    }
    let roles = context.design.makes_roles();
    let mut findings = Vec::new();
    for key in context.design.tags.keys() {
        let alike = known.entry(key.to_lowercase()).or_default();
        if let Some(other) = alike.iter().find(|other| **other != key) {
            let what = if roles { "IAM refuses every role of the export" } else { "IAM takes them for one" };
            let message = format!(
                "The tag keys {other:?} and {key:?} differ only in case, and {what}; rename one of them."
            );
            let finding = RULE.finding(Field::Tag(key.clone()), message);
            findings.push(if roles { finding } else { finding.severity(Severity::Note) });
        }
        alike.push(key);
    }
    findings
}
