//! `credentials/useless-rotation`

use crate::design::{Credentials, Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/useless-rotation",
    severity: Severity::Warning,
    title: "A rotation is set for a password that RDS rotates itself",
    why: "RDS rotates a managed password every 7 days, whatever rotation_days says.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html",
    facts: &["SEC-10", "SEC-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.rotation_days = Some(30)),
    good: || {
        cluster(|it| {
            it.credentials = Credentials::SecretsManager;
            it.rotation_days = Some(30);
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let Some(days) = cluster.rotation_days.filter(|_| cluster.credentials == Credentials::Managed) else {
        return Vec::new();
    };
    let message = format!(
        "The password is managed, so RDS rotates it every 7 days; a rotation after {} has no effect.",
        many(days, "day")
    );
    let edit = Edit::set(Field::RotationDays, "");
    vec![RULE.finding(Field::RotationDays, message).fix("Remove the rotation", [edit])]
}
