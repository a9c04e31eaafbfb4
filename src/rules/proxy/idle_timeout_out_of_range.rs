//! `proxy/idle-timeout-out-of-range`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/idle-timeout-out-of-range",
    severity: Severity::Error,
    title: "The proxy's idle timeout is out of range",
    why: "AWS takes 1 to 28,800 seconds, which are 8 hours; no client stays longer than 24 hours in any case.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
    facts: &["PRX-10"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || proxy(|it| it.idle_client_timeout = 28_801),
    good: || proxy(|it| it.idle_client_timeout = 28_800),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let most = *limits::IDLE_CLIENT_SECONDS.end();
    let Some(seconds) =
        context.design.proxy.as_ref().map(|proxy| proxy.idle_client_timeout).filter(|it| *it > most)
    else {
        return Vec::new();
    };
    let message = format!("An idle timeout of {seconds} seconds is not possible; AWS takes {most} at most.");
    let edit = Edit::set(Field::IdleClientTimeout, most);
    vec![RULE.finding(Field::IdleClientTimeout, message).fix(format!("Use {most} seconds"), [edit])]
}
