//! `storage/io-optimized-is-cheaper`

use super::saving;
use crate::design::{Edit, Field, StorageType, Word as _};
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/io-optimized-is-cheaper",
    severity: Severity::Note,
    title: "I/O-Optimized storage would cost less",
    why: "Under I/O-Optimized requests are free, ACUs and storage cost more; it pays from about a quarter of the bill. The two bills are compared to the cent. AWS lets a cluster change to it once in 30 days, and back at any time.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html",
    facts: &["ADV-08", "STO-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples { rule: &RULE, bad: || busy(5000), good: || busy(10) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    // Where the version is not listed for it, nobody knows whether AWS would take the change (STO-03b).
    let listed = running(design).is_some_and(|version| version.io_optimized == Some(true));
    if design.cluster.storage_type != StorageType::Aurora || !listed {
        return Vec::new();
    }
    let other = StorageType::AuroraIopt1;
    let Some(saving) = saving(context, other) else { return Vec::new() };
    let message = format!(
        "{} million requests a month cost more than I/O-Optimized would: it saves {saving} in a typical month.",
        design.io_requests_millions()
    );
    let edit = Edit::set(Field::StorageType, other.word());
    vec![RULE.finding(Field::StorageType, message).fix("Use I/O-Optimized", [edit])]
}

fn busy(millions: u64) -> crate::design::Design {
    design(|it| it.usage.io_requests_millions = Some(Decimal::whole(millions)))
}
