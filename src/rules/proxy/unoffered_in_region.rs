//! `proxy/unoffered-in-region`

use crate::design::{Edit, Field};
use crate::facts::regions::AP_SOUTHEAST_6;
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/unoffered-in-region",
    severity: Severity::Error,
    title: "The Region does not offer RDS Proxy",
    why: "Some newer Regions lack it.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.RDS_Proxy.html",
    facts: &["PRX-20"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|_| ());
        design.region = &AP_SOUTHEAST_6;
        design
    },
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let region = context.design.region;
    if context.design.proxy.is_none() || region.rds_proxy {
        return Vec::new();
    }
    let message = format!("{} does not offer RDS Proxy.", region.code);
    vec![RULE.finding(Field::Proxy, message).fix("Remove the proxy", [Edit::RemoveProxy])]
}
