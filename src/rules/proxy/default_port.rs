//! `proxy/default-port`

use crate::design::Field;
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/default-port",
    severity: Severity::Note,
    title: "Clients of the proxy use another port than those of the cluster",
    why: "The proxy listens on 3306 or 5432 only, whatever the port of the cluster is.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html",
    facts: &["PRX-19"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|_| ());
        design.cluster.port = Some(6432);
        design
    },
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (port, default) = (context.design.port(), context.design.cluster.engine.default_port());
    if context.design.proxy.is_none() || port == default {
        return Vec::new();
    }
    let message =
        format!("The cluster listens on {port}, the proxy on {default}; its clients use {default}.");
    vec![RULE.finding(Field::Port, message)]
}
