//! `names/malformed-global-name`

use super::identifier;
use crate::design::{Edit, Field};
use crate::rules::examples::global;
use crate::rules::{Context, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-global-name",
    severity: Severity::Error,
    title: "The Global Database's name is malformed",
    why: "It is 1 to 255 letters, digits, hyphens, colons, dots and underscores and starts with a letter.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html",
    facts: &["NAM-04"],
    check,
    bad: || global(|it| it.name = Some("orders world".to_owned())),
    good: || global(|it| it.name = Some("orders-world".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(name) = context.design.global.as_ref().and_then(|global| global.name.as_ref()) else {
        return Vec::new();
    };
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"-:._".contains(&byte);
    if (1..=255).contains(&name.len())
        && name.starts_with(|it: char| it.is_ascii_alphabetic())
        && name.bytes().all(known)
    {
        return Vec::new();
    }
    let message = format!("{name:?} is no name of a Global Database; use letters, digits and hyphens.");
    let finding = RULE.finding(Field::GlobalName, message);
    vec![match identifier(name, 63) {
        Some(better) => finding.fix(format!("Use {better}"), [Edit::set(Field::GlobalName, better)]),
        None => finding,
    }]
}
