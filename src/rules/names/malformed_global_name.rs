//! `names/malformed-global-name`

use super::{identifier, is_identifier};
use crate::design::{Edit, Field};
use crate::rules::examples::global;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-global-name",
    severity: Severity::Error,
    title: "The Global Database's name is malformed",
    why: "It is 1 to 63 lower-case letters, digits and single hyphens, starts with a letter and does not end with a hyphen: the API would take more, Terraform and CloudFormation do not.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html",
    facts: &["NAM-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || global(|it| it.name = Some("orders_world".to_owned())),
    good: || global(|it| it.name = Some("orders-world".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(name) = context.design.global.as_ref().and_then(|global| global.name.as_ref()) else {
        return Vec::new();
    };
    if is_identifier(name, 63) {
        return Vec::new();
    }
    let message = format!(
        "{name:?} is no name of a Global Database; it is 1 to 63 lower-case letters, digits and single hyphens."
    );
    let finding = RULE.finding(Field::GlobalName, message);
    vec![match identifier(name, 63) {
        Some(better) => finding.fix(format!("Use {better}"), [Edit::set(Field::GlobalName, better)]),
        None => finding,
    }]
}
