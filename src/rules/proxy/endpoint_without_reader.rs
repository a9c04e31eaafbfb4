//! `proxy/endpoint-without-reader`

use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/endpoint-without-reader",
    severity: Severity::Error,
    title: "A read-only endpoint without a reader",
    why: "AWS refuses READ_ONLY for a cluster that only has a writer.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-endpoints.CreatingEndpoint.html",
    facts: &["PRX-17"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|it| it.read_only_endpoint = true);
        design.cluster.readers.clear();
        design
    },
    good: || proxy(|it| it.read_only_endpoint = true),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    if !proxy.read_only_endpoint || !context.design.cluster.readers.is_empty() {
        return Vec::new();
    }
    let message = "The proxy has a read-only endpoint, but the cluster has no reader.";
    let edit = Edit::set(Field::ReadOnlyEndpoint, "false");
    vec![RULE.finding(Field::ReadOnlyEndpoint, message).fix("Remove the endpoint", [edit])]
}
