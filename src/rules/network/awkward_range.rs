//! `network/awkward-range`

use super::{block, is_private, is_reserved};
use crate::design::{Cidr, Field};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/awkward-range",
    severity: Severity::Warning,
    title: "The VPC's range hides other addresses",
    why: "172.17.0.0/16 collides with AWS services, and a range that is not private hides the public addresses in it.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    facts: &["NET-13"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.cidr = Cidr::parse("52.0.0.0/16").ok()),
    good: || cluster(|it| it.network.cidr = Cidr::parse("172.20.0.0/16").ok()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let ranges = places(context.design).into_iter().filter_map(|place| Some((place.member, place.cidr?)));
    ranges
        .filter(|(_, range)| !is_reserved(*range))
        .filter_map(|(member, range)| {
            let message = if range.overlaps(block("172.17.0.0/16")?) {
                format!("{range} collides with 172.17.0.0/16, which other AWS services use.")
            } else if !is_private(range) {
                format!("{range} is not private (10/8, 172.16/12, 192.168/16), so it hides public addresses.")
            } else {
                return None;
            };
            Some(RULE.finding(Field::Cidr(member), message))
        })
        .collect()
}
