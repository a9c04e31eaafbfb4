//! `storage/unused-key`

use crate::design::{Edit, Field, KmsKey, Member};
use crate::rules::credentials::keys_fit;
use crate::rules::examples::cluster;
use crate::rules::members::{Place, places};
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/unused-key",
    severity: Severity::Warning,
    title: "The named key does not encrypt the storage",
    why: "Without encryption: true the storage takes a key that AWS owns, whatever kms_key says.",
    source: OWN_ADVICE,
    facts: &["BAK-09d"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.encryption = false;
            it.kms_key = KmsKey::AwsManaged;
        })
    },
    good: || cluster(|it| it.kms_key = KmsKey::AwsManaged),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    if design.cluster.encryption {
        return Vec::new();
    }
    let named = places(design).into_iter().filter(|place| *place.kms_key != KmsKey::Create);
    named
        .map(|Place { member, region, kms_key: key, .. }| {
            let whose = if member == Member::Primary { "" } else { &format!("{}: ", region.code) };
            let message = format!(
                "{whose}encryption is false, so the storage is not encrypted with {key} but with a key that AWS owns."
            );
            let finding = RULE.finding(Field::KmsKey(member), message);
            // A key that AWS refuses is an error as soon as it is used.
            if !keys_fit(design) {
                return finding;
            }
            finding.fix("Encrypt with the named key", [Edit::set(Field::Encryption, "true")])
        })
        .collect()
}
