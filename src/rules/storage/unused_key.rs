//! `storage/unused-key`

use crate::design::{Edit, Field, KmsKey, Member};
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, OWN_ADVICE, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/unused-key",
    severity: Severity::Warning,
    title: "The named key does not encrypt the storage",
    source: OWN_ADVICE,
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "Without encryption: true the storage takes a key that AWS owns, whatever kms_key says.",
    facts: &["BAK-09d"],
    bad: || {
        cluster(|it| {
            it.encryption = false;
            it.kms_key = KmsKey::AwsManaged;
        })
    },
    good: || cluster(|it| it.kms_key = KmsKey::AwsManaged),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    if cluster.encryption || cluster.kms_key == KmsKey::Create {
        return Vec::new();
    }
    let message = format!(
        "encryption is false, so the storage is not encrypted with {} but with a key that AWS owns.",
        cluster.kms_key
    );
    let edit = Edit::set(Field::Encryption, "true");
    vec![RULE.finding(Field::KmsKey(Member::Primary), message).fix("Encrypt with the named key", [edit])]
}
