//! `storage/io-optimized-is-dearer`

use super::saving;
use crate::design::{Edit, Field, StorageType, Word as _};
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/io-optimized-is-dearer",
    severity: Severity::Note,
    title: "Standard storage would cost less",
    why: "I/O-Optimized makes ACUs and storage dearer and requests free; below about a quarter of the bill for requests that does not pay. The two bills are compared to the cent.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html",
    facts: &["ADV-08"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples { rule: &RULE, bad: || busy(10), good: || busy(5000) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    // A version that does not take it is storage/io-optimized-unsupported.
    let refused = running(design).is_some_and(|version| version.io_optimized == Some(false));
    if design.cluster.storage_type != StorageType::AuroraIopt1 || refused {
        return Vec::new();
    }
    let other = StorageType::Aurora;
    let Some(saving) = saving(context, other) else { return Vec::new() };
    let message = format!(
        "At {} million requests a month Standard storage saves {saving} in a typical month.",
        design.io_requests_millions()
    );
    let edit = Edit::set(Field::StorageType, other.word());
    vec![RULE.finding(Field::StorageType, message).fix("Use Standard storage", [edit])]
}

fn busy(millions: u64) -> crate::design::Design {
    design(|it| {
        it.cluster.storage_type = StorageType::AuroraIopt1;
        it.usage.io_requests_millions = Some(Decimal::whole(millions));
    })
}
