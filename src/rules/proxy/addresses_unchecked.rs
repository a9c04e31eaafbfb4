//! `proxy/addresses-unchecked`

use super::needed;
use crate::design::{Field, Member, Vpc};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/addresses-unchecked",
    severity: Severity::Note,
    title: "The subnets must leave addresses for the proxy",
    why: "The sizes of existing subnets are not known here; without enough free addresses the proxy cannot scale.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-network-prereqs.html",
    facts: &["PRX-09b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|_| ());
        design.cluster.network.vpc = Vpc::Existing;
        design
    },
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    if context.design.cluster.network.vpc != Vpc::Existing {
        return Vec::new();
    }
    let needed = needed(context.design, proxy.read_only_endpoint);
    let message = format!("The proxy may need {needed} free addresses in its subnets together.");
    vec![RULE.finding(Field::SubnetIds(Member::Primary), message)]
}
