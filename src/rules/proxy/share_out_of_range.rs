//! `proxy/share-out-of-range`

use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/share-out-of-range",
    severity: Severity::Error,
    title: "The proxy's share of connections is out of range",
    why: "max_connections_percent goes from 1 to 100.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html",
    facts: &["PRX-12"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.max_connections_percent = 0),
    good: || proxy(|it| it.max_connections_percent = 90),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    let percent = proxy.max_connections_percent;
    if (1..=100).contains(&percent) {
        return Vec::new();
    }
    let message = format!("A share of {percent} % is not possible; it goes from 1 to 100.");
    let mut edits = vec![Edit::set(Field::MaxConnectionsPercent, 100)];
    // Left behind, the idle share would be above it (PRX-13).
    if proxy.max_idle_connections_percent > 100 {
        edits.push(Edit::set(Field::MaxIdleConnectionsPercent, 100));
    }
    vec![RULE.finding(Field::MaxConnectionsPercent, message).fix("Use 100 %", edits)]
}
