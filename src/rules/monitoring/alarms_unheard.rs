//! `monitoring/alarms-unheard`

use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/alarms-unheard",
    severity: Severity::Note,
    title: "The alarms reach nobody",
    why: "Without an address the topic has no subscriber.",
    source: OWN_ADVICE,
    facts: &["CW-03b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
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
