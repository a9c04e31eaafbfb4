//! `proxy/unusual-idle-timeout`

use crate::design::{Edit, Field};
use crate::rules::examples::proxy;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/unusual-idle-timeout",
    severity: Severity::Warning,
    title: "The proxy's idle timeout of 0 is not sent",
    why: "Terraform leaves a timeout of 0 out, so AWS takes its default of 1,800 seconds.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html",
    facts: &["PRX-10b"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || proxy(|it| it.idle_client_timeout = 0), good: || proxy(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if context.design.proxy.as_ref().is_none_or(|proxy| proxy.idle_client_timeout > 0) {
        return Vec::new();
    }
    let message = "Terraform does not send an idle timeout of 0, so AWS takes 1800 seconds.";
    let edit = Edit::Reset(Field::IdleClientTimeout);
    vec![RULE.finding(Field::IdleClientTimeout, message).fix("Use 1800 seconds", [edit])]
}
