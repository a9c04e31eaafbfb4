//! `storage/usage-over-volume`

use crate::design::Field;
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "storage/usage-over-volume",
    severity: Severity::Warning,
    title: "The bill assumes more data than the volume can hold",
    why: "A volume ends at 128 TiB, on newer versions at 256 TiB.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html",
    facts: &["LIM-02", "LIM-02b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.usage.storage_gb = Some(Decimal::whole(300_000))),
    good: || design(|it| it.usage.storage_gb = Some(Decimal::whole(262_144))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let most = running(context.design).and_then(|version| version.max_storage_tib);
    let Some(most) = most.filter(|tib| context.design.storage_gb() > Decimal::whole(u64::from(*tib) * 1024))
    else {
        return Vec::new();
    };
    let message = format!(
        "{} GB are assumed, but the volume of version {} ends at {most} TiB.",
        context.design.storage_gb(),
        context.design.engine_version()
    );
    vec![RULE.finding(Field::StorageGb, message)]
}
