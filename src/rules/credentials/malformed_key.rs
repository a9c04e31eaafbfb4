//! `credentials/malformed-key`

use super::{keys, read};
use crate::design::{Field, KmsKey};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/malformed-key",
    severity: Severity::Error,
    title: "The KMS key is not named by a key ARN",
    why: "Terraform refuses what is no ARN, AWS what is no key.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    facts: &["REF-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.kms_key = KmsKey::Arn("arn:aws:kms:us-east-1:1111:key/orders".to_owned())),
    good: || {
        cluster(|it| {
            it.kms_key = KmsKey::Arn(
                "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
            );
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let named = keys(context.design).into_iter();
    named
        .filter(|it| read(it.arn).is_none_or(|arn| !arn.is_alias && !arn.well_formed))
        .map(|it| {
            let message = format!(
                "{:?} is no ARN of a key; one looks like arn:{}:kms:{}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab.",
                it.arn, it.region.partition.word(), it.region.code
            );
            RULE.finding(Field::KmsKey(it.member), message)
        })
        .collect()
}
