//! `credentials/rotation-out-of-range`

use crate::design::{Credentials, Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/rotation-out-of-range",
    severity: Severity::Error,
    title: "The days between rotations are out of range",
    why: "Secrets Manager takes 1 to 1000 days.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html",
    facts: &["SEC-11"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.credentials = Credentials::SecretsManager;
            it.rotation_days = Some(0);
        })
    },
    good: || {
        cluster(|it| {
            it.credentials = Credentials::SecretsManager;
            it.rotation_days = Some(30);
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let range = limits::ROTATION_DAYS;
    let own = cluster.credentials == Credentials::SecretsManager;
    let Some(days) = cluster.rotation_days.filter(|it| own && !range.contains(it)) else { return Vec::new() };
    let nearest = days.clamp(*range.start(), *range.end());
    let message =
        format!("A rotation every {days} days is not possible; Secrets Manager takes 1 to 1000 days.");
    let edit = Edit::set(Field::RotationDays, nearest);
    let title =
        if nearest == 1 { "Rotate every day".to_owned() } else { format!("Rotate every {nearest} days") };
    vec![RULE.finding(Field::RotationDays, message).fix(title, [edit])]
}
