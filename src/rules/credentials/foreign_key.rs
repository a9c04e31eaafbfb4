//! `credentials/foreign-key`

use super::{keys, read};
use crate::design::{Field, KmsKey};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/foreign-key",
    severity: Severity::Error,
    title: "The KMS key belongs to another Region",
    why: "A key works only in the Region and partition it was made in.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    facts: &["REF-04", "GDB-07"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.kms_key = KmsKey::Arn(
                "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
            );
        })
    },
    good: || {
        cluster(|it| {
            it.kms_key = KmsKey::Arn(
                "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
            );
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for key in keys(context.design) {
        let Some(arn) = read(key.arn).filter(|arn| arn.well_formed || arn.is_alias) else { continue };
        if arn.is_foreign(key.region) {
            let partition = key.region.partition.word();
            let other =
                if arn.partition == partition { "" } else { &format!(", partition {}", arn.partition) };
            let message = format!(
                "The key is one of {}{other}, but the cluster is in {}; name a key of {} ({partition}).",
                arn.region, key.region.code, key.region.code
            );
            findings.push(RULE.finding(Field::KmsKey(key.member), message));
        }
    }
    findings
}
