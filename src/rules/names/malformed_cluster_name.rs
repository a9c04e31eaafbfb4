//! `names/malformed-cluster-name`

use super::{SAFE_LENGTH, identifier, is_identifier};
use crate::design::{Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "names/malformed-cluster-name",
    severity: Severity::Error,
    title: "The cluster's name is malformed",
    why: "It is 1 to 63 lower-case letters, digits and single hyphens and starts with a letter; Terraform refuses upper-case letters.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.CreateInstance.html",
    facts: &["NAM-01", "NAM-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.name = Some("Orders_DB".to_owned())),
    good: || cluster(|it| it.name = Some("orders-db".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(name) = &context.design.cluster.name else { return Vec::new() };
    if is_identifier(name, 63) {
        return Vec::new();
    }
    let message = format!(
        "{name:?} is no name of a cluster; it is 1 to 63 lower-case letters, digits and single hyphens."
    );
    let finding = RULE.finding(Field::ClusterName, message);
    vec![match identifier(name, SAFE_LENGTH) {
        Some(better) => finding.fix(format!("Use {better}"), [Edit::set(Field::ClusterName, better)]),
        None => finding,
    }]
}
