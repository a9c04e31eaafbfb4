//! `network/too-many-zones`

use super::{network, smallest_prefix};
use crate::design::{Cidr, Design, Edit, Field, Instance, Member, Vpc, Zone};
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/too-many-zones",
    severity: Severity::Error,
    title: "The VPC is too small for this many zones",
    why: "A subnet is a /28 at least. Four of them fit into a /26; five or more zones need eight parts, and so a /25.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    facts: &["NET-11", "NET-12"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || in_five_zones("10.0.0.0/26"), good: || in_five_zones("10.0.0.0/25") };

/// Three zones have a subnet in any case; two readers add one each.
fn in_five_zones(range: &str) -> Design {
    design(|it| {
        it.cluster.network.cidr = Cidr::parse(range).ok();
        let zones = [Zone::parse("d"), Zone::parse("e")];
        it.cluster.readers =
            zones.map(|zone| Instance { availability_zone: zone.ok(), ..Instance::in_tier(1) }).into();
    })
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let (range, zones) = (design.cidr(), design.subnet_zones().len());
    let smallest = smallest_prefix(design, Member::Primary);
    // What is smaller is too small for any number of zones, and said there.
    if design.cluster.network.vpc != Vpc::Create || range.prefix != 26 || range.prefix <= smallest {
        return Vec::new();
    }
    let larger = network(range, smallest);
    let message =
        format!("{range} has no room for the subnets of {zones} zones; they need a /{smallest} at least.");
    let field = Field::Cidr(Member::Primary);
    let edit = Edit::set(field.clone(), larger);
    vec![RULE.finding(field, message).fix(format!("Use {larger}"), [edit])]
}
