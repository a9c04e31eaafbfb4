//! `names/malformed-project-name`

use super::{identifier, is_identifier};
use crate::design::{Edit, Field};
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-project-name",
    severity: Severity::Error,
    title: "The project name cannot start every other name",
    why: "It is 1 to 40 lower-case letters, digits and single hyphens and starts with a letter, so that every name made from it is legal.",
    source: OWN_ADVICE,
    facts: &["NAM-10"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.project_name = "My_Shop".into()),
    good: || design(|it| it.project_name = "my-shop".into()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let name = &context.design.project_name;
    if is_identifier(name, 40) {
        return Vec::new();
    }
    let message = format!(
        "{name:?} is no project name; it is 1 to 40 lower-case letters, digits and single hyphens, a letter first."
    );
    let finding = RULE.finding(Field::ProjectName, message);
    vec![match identifier(name, 40) {
        Some(better) => finding.fix(format!("Use {better}"), [Edit::set(Field::ProjectName, better)]),
        None => finding,
    }]
}
