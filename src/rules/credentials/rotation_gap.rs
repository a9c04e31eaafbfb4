//! `credentials/rotation-gap`

use crate::design::{Credentials, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/rotation-gap",
    severity: Severity::Note,
    title: "Logins fail between a rotation and the next reading of the secret",
    why: "The export rotates the password of one user: from the change on, whoever still holds the old password is refused.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html",
    facts: &["SEC-12", "SEC-07"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.credentials = Credentials::SecretsManager;
            it.rotation_days = Some(30);
        })
    },
    good: || cluster(|it| it.credentials = Credentials::SecretsManager),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    let own = cluster.credentials == Credentials::SecretsManager;
    // Days out of range are an error by themselves.
    let Some(days) = cluster.rotation_days.filter(|it| own && limits::ROTATION_DAYS.contains(it)) else {
        return Vec::new();
    };
    let every = if days == 1 { "every day".to_owned() } else { format!("every {days} days") };
    let two = if context.design.proxy.is_some() {
        "; two users in turn, the usual third way, do not go with the proxy"
    } else {
        ", or let applications log in as two users in turn"
    };
    let message = format!(
        "The password changes {every}, and until a client reads the secret again its logins fail. Let clients read the secret again and retry when a login is refused, log in with IAM{two}."
    );
    vec![RULE.finding(Field::RotationDays, message)]
}
