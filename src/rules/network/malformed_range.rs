//! `network/malformed-range`

use super::{is_reserved, network, smallest_prefix};
use crate::design::{Cidr, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/malformed-range",
    severity: Severity::Error,
    title: "The VPC's range is not one that AWS takes",
    why: "A VPC is a /16 to a /28, and Terraform refuses a range with host bits set.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    facts: &["NET-09"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.network.cidr = Cidr::parse("10.0.0.5/16").ok()),
    good: || cluster(|it| it.network.cidr = Cidr::parse("10.4.0.0/16").ok()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in places(context.design) {
        let Some(range) = place.cidr else { continue };
        let smallest = smallest_prefix(context.design, place.member);
        let fits = network(range, range.prefix.clamp(16, smallest));
        let message = if !(16..=28).contains(&range.prefix) {
            format!("{range} is a /{}; a VPC is a /16 to a /28.", range.prefix)
        } else if range.range().0 != range.address {
            format!(
                "{range} has host bits set; the network is {}/{}.",
                address(range.range().0),
                range.prefix
            )
        } else {
            continue;
        };
        let field = Field::Cidr(place.member);
        let edit = Edit::set(field.clone(), fits);
        let finding = RULE.finding(field, message);
        findings.push(if is_reserved(fits) { finding } else { finding.fix(format!("Use {fits}"), [edit]) });
    }
    findings
}

fn address(address: u32) -> String {
    let [a, b, c, d] = address.to_be_bytes();
    format!("{a}.{b}.{c}.{d}")
}
