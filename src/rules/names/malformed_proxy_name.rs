//! `names/malformed-proxy-name`

use super::{SAFE_LENGTH, identifier, is_identifier};
use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-proxy-name",
    severity: Severity::Error,
    title: "The proxy's name is malformed",
    why: "It is 1 to 63 lower-case letters, digits and single hyphens and starts with a letter; Terraform refuses upper-case letters.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
    facts: &["NAM-09"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.name = Some("orders--proxy".to_owned())),
    good: || proxy(|it| it.name = Some("orders-proxy".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(name) = context.design.proxy.as_ref().and_then(|proxy| proxy.name.as_ref()) else {
        return Vec::new();
    };
    if is_identifier(name, 63) {
        return Vec::new();
    }
    let message = format!(
        "{name:?} is no name of a proxy; it is 1 to 63 lower-case letters, digits and single hyphens."
    );
    let finding = RULE.finding(Field::ProxyName, message);
    vec![match identifier(name, SAFE_LENGTH) {
        Some(better) => finding.fix(format!("Use {better}"), [Edit::set(Field::ProxyName, better)]),
        None => finding,
    }]
}
