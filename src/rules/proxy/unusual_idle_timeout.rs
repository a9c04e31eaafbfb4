//! `proxy/unusual-idle-timeout`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::proxy;
use crate::rules::{Context, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "proxy/unusual-idle-timeout",
    severity: Severity::Warning,
    title: "The proxy's idle timeout is outside the usual range",
    why: "AWS states no bounds; 1 to 28,800 seconds is what public modules take, and 0 is not even sent by Terraform.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html",
    facts: &["PRX-10b", "PRX-10"],
    check,
    bad: || proxy(|it| it.idle_client_timeout = 30_000),
    good: || proxy(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(proxy) = &context.design.proxy else { return Vec::new() };
    let (seconds, range) = (proxy.idle_client_timeout, limits::IDLE_CLIENT_SECONDS);
    if range.contains(&seconds) {
        return Vec::new();
    }
    let nearest = if seconds == 0 { 1800 } else { *range.end() };
    let message = if seconds == 0 {
        "Terraform does not send an idle timeout of 0, so AWS takes 1800 seconds.".to_owned()
    } else {
        format!("Unconfirmed: an idle timeout of {seconds} seconds may be refused; 1 to 28,800 is usual.")
    };
    let edit = Edit::set(Field::IdleClientTimeout, nearest);
    vec![RULE.finding(Field::IdleClientTimeout, message).fix(format!("Use {nearest} seconds"), [edit])]
}
