//! `monitoring/unconfirmed-email`

use super::is_email;
use crate::design::{Design, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/unconfirmed-email",
    severity: Severity::Note,
    title: "The alarms' address must be confirmed by hand",
    why: "The subscription works only after the link in AWS' mail is opened.",
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html",
    facts: &["REF-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.alarms.notify_email = Some("ops@example.com".to_owned())),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let alarms = &context.design.cluster.alarms;
    let Some(email) = alarms.notify_email.as_ref().filter(|it| alarms.enabled && is_email(it)) else {
        return Vec::new();
    };
    let message = format!("{email} gets alarms only after somebody opens the link in AWS' mail.");
    vec![RULE.finding(Field::NotifyEmail, message)]
}
