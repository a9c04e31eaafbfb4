//! `proxy/scarce-share`

use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/scarce-share",
    severity: Severity::Note,
    title: "The proxy's share of connections is small",
    why: "AWS advises 30 % more than the peak needs, and never below 20 %: the proxy moves its connections between instances slowly where it has few.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html",
    facts: &["PRX-12"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        proxy(|it| {
            it.max_connections_percent = 10;
            it.max_idle_connections_percent = 5;
        })
    },
    good: || proxy(|it| it.max_connections_percent = 90),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let share = context.design.proxy.as_ref().map_or(0, |proxy| proxy.max_connections_percent);
    if !(1..20).contains(&share) {
        return Vec::new();
    }
    let message = format!("The proxy may open {share} % of the connections; AWS advises 20 % or more.");
    let edit = Edit::set(Field::MaxConnectionsPercent, 20);
    vec![RULE.finding(Field::MaxConnectionsPercent, message).fix("Use 20 %", [edit])]
}
