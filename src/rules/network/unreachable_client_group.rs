//! `network/unreachable-client-group`

use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/unreachable-client-group",
    severity: Severity::Warning,
    title: "A client security group cannot reach a VPC that is just being made",
    why: "A group of another VPC can be named only over a peering or transit connection, which the new VPC does not have yet.",
    source: OWN_ADVICE,
    facts: &["REF-08"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.client_security_group_ids = vec!["sg-0a1b2c3d4e5f60718".to_owned()]),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let made = places(context.design).into_iter().filter(|place| place.cidr.is_some());
    made.filter(|place| !place.network.client_security_group_ids.is_empty())
        .map(|place| {
            let message = format!(
                "{}: the clients' security groups are in another VPC than the one that is made; use their VPC instead.",
                place.region.code
            );
            RULE.finding(Field::ClientSecurityGroupIds(place.member), message)
        })
        .collect()
}
