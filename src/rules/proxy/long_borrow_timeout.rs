//! `proxy/long-borrow-timeout`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/long-borrow-timeout",
    severity: Severity::Error,
    title: "Clients of the proxy wait too long for a connection",
    why: "AWS takes 300 seconds at most, though Terraform lets more through.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html",
    facts: &["PRX-11"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.connection_borrow_timeout = 301),
    good: || proxy(|it| it.connection_borrow_timeout = 300),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    let (seconds, most) = (proxy.connection_borrow_timeout, limits::BORROW_SECONDS);
    if seconds <= most {
        return Vec::new();
    }
    let message = format!("A borrow timeout of {seconds} seconds is not possible; AWS takes {most} at most.");
    let edit = Edit::set(Field::ConnectionBorrowTimeout, most);
    vec![RULE.finding(Field::ConnectionBorrowTimeout, message).fix(format!("Use {most} seconds"), [edit])]
}
