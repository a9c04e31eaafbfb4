//! `monitoring/alarms-unheard`

use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, OWN_ADVICE, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/alarms-unheard",
    severity: Severity::Note,
    title: "The alarms reach nobody",
    source: OWN_ADVICE,
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "Without an address the topic has no subscriber.",
    facts: &["CW-03b"],
    bad: Design::default,
    good: || cluster(|it| it.alarms.notify_email = Some("ops@example.com".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let alarms = &context.design.cluster.alarms;
    if !alarms.enabled || alarms.notify_email.is_some() {
        return Vec::new();
    }
    vec![RULE.finding(
        Field::NotifyEmail,
        "Alarms are made, but no e-mail address is named, so they reach nobody.",
    )]
}
