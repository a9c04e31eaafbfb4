//! `network/reserved-range`

use super::is_reserved;
use crate::design::{Cidr, Field};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/reserved-range",
    severity: Severity::Error,
    title: "The VPC's range is reserved",
    why: "AWS refuses ranges inside 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    facts: &["NET-10"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.cidr = Cidr::parse("127.0.0.0/16").ok()),
    good: || cluster(|it| it.network.cidr = Cidr::parse("10.4.0.0/16").ok()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let reserved = places(context.design).into_iter().filter_map(|place| Some((place.member, place.cidr?)));
    reserved
        .filter(|(_, range)| is_reserved(*range))
        .map(|(member, range)| {
            let message = format!("{range} is reserved; use a private range such as 10.0.0.0/16.");
            RULE.finding(Field::Cidr(member), message)
        })
        .collect()
}
