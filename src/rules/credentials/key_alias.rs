//! `credentials/key-alias`

use super::{keys, read};
use crate::design::{Field, KmsKey};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "credentials/key-alias",
    severity: Severity::Warning,
    title: "The KMS key is named by an alias",
    why: "AWS answers with the ARN of the key behind it, so the next plan wants to replace the cluster.",
    source: OWN_ADVICE,
    facts: &["REF-05"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| it.kms_key = KmsKey::Arn("arn:aws:kms:us-east-1:111122223333:alias/orders".to_owned()))
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
    let aliases =
        keys(context.design).into_iter().filter(|key| read(key.arn).is_some_and(|arn| arn.is_alias));
    aliases
        .map(|key| {
            let message = format!(
                "{} is an alias; name the key itself, or the next plan replaces the cluster.",
                key.arn
            );
            RULE.finding(Field::KmsKey(key.member), message)
        })
        .collect()
}
