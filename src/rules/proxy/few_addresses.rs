//! `proxy/few-addresses`

use super::needed;
use crate::design::{Cidr, Field, Member, Vpc};
use crate::facts::Acu;
use crate::rules::examples::proxy;
use crate::rules::network::{smallest_prefix, subnet_prefix};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/few-addresses",
    severity: Severity::Warning,
    title: "The VPC may run out of addresses for the proxy",
    why: "A proxy takes more addresses the larger the instances may grow; without them it cannot scale.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-network-prereqs.html",
    facts: &["PRX-09", "NET-12"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|_| ());
        design.cluster.network.cidr = Cidr::parse("10.0.0.0/26").ok();
        design.cluster.max_capacity = Acu::whole(64);
        design
    },
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    let design = context.design;
    let needed = needed(design, proxy.read_only_endpoint);
    let range = design.cidr();
    let smallest = smallest_prefix(design, Member::Primary);
    // What is smaller has no room for the subnets, and that is said by the rules of the network.
    if design.cluster.network.vpc != Vpc::Create || !(16..=smallest).contains(&range.prefix) {
        return Vec::new();
    }
    let subnets = u32::try_from(design.subnet_zones().len()).unwrap_or(u32::MAX);
    let instances = u32::try_from(design.cluster.readers.len()).unwrap_or(u32::MAX).saturating_add(1);
    // Of each subnet AWS keeps 5 addresses and one stays spare.
    let size = u32::from(subnet_prefix(design)).abs_diff(32);
    let usable = 1u32.checked_shl(size).unwrap_or(0).saturating_sub(6);
    let free = usable.saturating_mul(subnets).saturating_sub(instances);
    if free >= needed {
        return Vec::new();
    }
    let message = format!("The proxy may need {needed} addresses; the subnets of {range} leave {free}.");
    vec![RULE.finding(Field::Cidr(Member::Primary), message)]
}
