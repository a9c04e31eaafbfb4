//! `storage/io-optimized-unconfirmed`

use crate::design::{Field, StorageType};
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/io-optimized-unconfirmed",
    severity: Severity::Warning,
    title: "It is not confirmed that the version offers I/O-Optimized",
    why: "AWS does not list the version; it may refuse the cluster.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type.html",
    facts: &["STO-03b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine_version = Some("18.3".to_owned());
            it.storage_type = StorageType::AuroraIopt1;
        })
    },
    good: || cluster(|it| it.storage_type = StorageType::AuroraIopt1),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let unknown = running(context.design).is_some_and(|version| version.io_optimized.is_none());
    if context.design.cluster.storage_type != StorageType::AuroraIopt1 || !unknown {
        return Vec::new();
    }
    let message = format!(
        "Unconfirmed: AWS does not list version {} for I/O-Optimized.",
        context.design.engine_version()
    );
    vec![RULE.finding(Field::StorageType, message)]
}
