//! `monitoring/malformed-email`

use super::is_email;
use crate::design::Field;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/malformed-email",
    severity: Severity::Error,
    title: "The alarms' address is no e-mail address",
    why: "SNS refuses the subscription.",
    source: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html",
    facts: &["REF-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.alarms.notify_email = Some("ops at example.com".to_owned())),
    good: || cluster(|it| it.alarms.notify_email = Some("ops@example.com".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let alarms = &context.design.cluster.alarms;
    let Some(email) = alarms.notify_email.as_ref().filter(|it| alarms.enabled && !is_email(it)) else {
        return Vec::new();
    };
    let message = format!("{email:?} is no e-mail address; one looks like ops@example.com.");
    vec![RULE.finding(Field::NotifyEmail, message)]
}
