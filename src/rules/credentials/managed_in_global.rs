//! `credentials/managed-in-global`

use crate::design::{Credentials, Edit, Field, Word as _};
use crate::facts::limits;
use crate::rules::examples::global;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/managed-in-global",
    severity: Severity::Error,
    title: "A managed password in a Global Database",
    why: "AWS does not allow a managed secret on any member of a Global Database.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html",
    facts: &["SEC-03", "GDB-08"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = global(|_| ());
        design.cluster.credentials = Credentials::Managed;
        design
    },
    good: || global(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    if context.design.global.is_none() || cluster.credentials != Credentials::Managed {
        return Vec::new();
    }
    let message = "RDS manages the master password, which a Global Database does not allow.";
    let mut edits = vec![Edit::set(Field::Credentials, Credentials::SecretsManager.word())];
    // Without effect until now, wrong as soon as the secret is one's own (SEC-11).
    if let Some(days) = cluster.rotation_days {
        edits.push(Edit::set(Field::RotationDays, days.clamp(1, *limits::ROTATION_DAYS.end())));
    }
    let title = "Keep the password in a secret of one's own";
    vec![RULE.finding(Field::Credentials, message).fix(title, edits)]
}
