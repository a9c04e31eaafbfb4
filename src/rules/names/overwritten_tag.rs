//! `names/overwritten-tag`

use crate::design::{Field, Word as _};
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/overwritten-tag",
    severity: Severity::Warning,
    title: "A tag is overwritten by one that the export adds",
    why: "The export tags everything with Project, Environment and ManagedBy; a tag of the same key has no effect.",
    source: OWN_ADVICE,
    facts: &["TAG-01"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || tagged("Project"), good: || tagged("team") };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let mut findings = Vec::new();
    for (key, value) in [
        ("Project", design.project_name.as_str()),
        ("Environment", design.environment.word()),
        ("ManagedBy", "terraform"),
    ] {
        if design.tags.get(key).is_some_and(|tag| tag != value) {
            let message =
                format!("The export sets {key} to {value:?}, so this tag has no effect; use another key.");
            findings.push(RULE.finding(Field::Tag(key.to_owned()), message));
        }
    }
    findings
}

fn tagged(key: &str) -> crate::design::Design {
    design(|it| {
        it.tags.insert(key.to_owned(), "payments".to_owned());
    })
}
