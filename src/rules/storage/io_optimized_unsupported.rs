//! `storage/io-optimized-unsupported`

use crate::design::{Edit, Field, StorageType, Word as _};
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/io-optimized-unsupported",
    severity: Severity::Error,
    title: "The version does not offer I/O-Optimized",
    why: "AWS refuses aurora-iopt1 on older versions.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type.html",
    facts: &["STO-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine_version = Some("14.6".to_owned());
            it.storage_type = StorageType::AuroraIopt1;
        })
    },
    good: || cluster(|it| it.storage_type = StorageType::AuroraIopt1),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let refused = running(context.design).is_some_and(|version| version.io_optimized == Some(false));
    if context.design.cluster.storage_type != StorageType::AuroraIopt1 || !refused {
        return Vec::new();
    }
    let message =
        format!("Version {} does not offer I/O-Optimized storage.", context.design.engine_version());
    let edit = Edit::set(Field::StorageType, StorageType::Aurora.word());
    vec![RULE.finding(Field::StorageType, message).fix("Use Aurora Standard, which bills I/O", [edit])]
}
