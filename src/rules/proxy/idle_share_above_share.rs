//! `proxy/idle-share-above-share`

use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/idle-share-above-share",
    severity: Severity::Error,
    title: "The proxy keeps more connections idle than it may open",
    why: "max_idle_connections_percent goes from 0 to max_connections_percent.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html",
    facts: &["PRX-13"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.max_connections_percent = 40),
    good: || {
        proxy(|it| {
            it.max_connections_percent = 40;
            it.max_idle_connections_percent = 20;
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    let (idle, share) = (proxy.max_idle_connections_percent, proxy.max_connections_percent);
    // A share that is itself out of range is proxy/share-out-of-range.
    if idle <= share || !(1..=100).contains(&share) {
        return Vec::new();
    }
    let message = format!("{idle} % are kept idle, but the proxy may open only {share} %.");
    let edit = Edit::set(Field::MaxIdleConnectionsPercent, share);
    vec![RULE.finding(Field::MaxIdleConnectionsPercent, message).fix(format!("Keep {share} % idle"), [edit])]
}
