//! `storage/aws-owned-key`

use crate::design::{Design, Edit, Field, KmsKey};
use crate::rules::credentials::keys_fit;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/aws-owned-key",
    severity: Severity::Warning,
    title: "The cluster is encrypted with a key that AWS owns",
    why: "You cannot audit, restrict or revoke such a key, and tools that read storage_encrypted report the cluster.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    facts: &["BAK-09", "BAK-09b", "BAK-09c"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.encryption = false), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    // With a key named, storage/unused-key says it.
    if cluster.encryption || cluster.kms_key != KmsKey::Create {
        return Vec::new();
    }
    let message = "Encrypted with a key that AWS owns: you cannot audit, restrict or revoke it, \
                   and tools that read storage_encrypted report the cluster.";
    let finding = RULE.finding(Field::Encryption, message).softened(context);
    // A secondary's key that AWS refuses is an error as soon as it is used.
    if !context.production() || !keys_fit(context.design) {
        return vec![finding];
    }
    let edits = [Edit::set(Field::Encryption, "true")];
    vec![finding.fix("Encrypt with a key of your own", edits)]
}
