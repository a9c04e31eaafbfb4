//! `network/range-too-small`

use super::{network, smallest_prefix};
use crate::design::{Cidr, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/range-too-small",
    severity: Severity::Error,
    title: "The VPC is too small for three subnets",
    why: "A subnet is a /28 at least and three of them need two more bits, so the smallest VPC that works is a /26.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    facts: &["NET-11", "NET-12"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.cidr = Cidr::parse("10.0.0.0/27").ok()),
    good: || cluster(|it| it.network.cidr = Cidr::parse("10.0.0.0/26").ok()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let small = places(context.design).into_iter().filter_map(|place| Some((place.member, place.cidr?)));
    small
        .filter(|(_, range)| (27..=28).contains(&range.prefix))
        .map(|(member, range)| {
            let smallest = smallest_prefix(context.design, member);
            let larger = network(range, smallest);
            let message = format!(
                "{range} is too small for the subnets; the smallest VPC that works is a /{smallest}."
            );
            let field = Field::Cidr(member);
            let edit = Edit::set(field.clone(), larger);
            RULE.finding(field, message).fix(format!("Use {larger}"), [edit])
        })
        .collect()
}
