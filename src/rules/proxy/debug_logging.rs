//! `proxy/debug-logging`

use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/debug-logging",
    severity: Severity::Note,
    title: "The proxy logs SQL text",
    why: "Debug logging switches itself off after 24 hours, and then the next plan wants it on again.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-managing.html",
    facts: &["PRX-26"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || proxy(|it| it.debug_logging = true), good: || proxy(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    if !proxy.debug_logging {
        return Vec::new();
    }
    let message = "Debug logging writes SQL text to the logs and switches itself off after 24 hours.";
    let edit = Edit::set(Field::DebugLogging, "false");
    vec![RULE.finding(Field::DebugLogging, message).fix("Turn debug logging off", [edit])]
}
