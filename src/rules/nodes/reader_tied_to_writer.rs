//! `nodes/reader-tied-to-writer`

use super::named;
use crate::design::{Design, Field, Instance};
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/reader-tied-to-writer",
    severity: Severity::Note,
    title: "A reader costs as much as the writer, whatever it does",
    why: "A reader in tier 0 or 1 is never smaller than the writer, so that it can take over at once. A reader in tiers 2 to 15 scales with its own load.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html",
    facts: &["ADV-05", "ACU-38", "ACU-39"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples { rule: &RULE, bad: || quiet(1), good: || quiet(2) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let (writer, readers) = (design.writer_acu(), design.readers_acu());
    let tied = || {
        let readers = design.cluster.readers.iter().zip(1..);
        readers.filter(|(reader, _)| reader.promotion_tier <= 1).map(|(_, index)| index)
    };
    // One reader that can take over is worth its price; each one more is a choice.
    let Some(second) = tied().nth(1).filter(|_| readers < writer) else { return Vec::new() };
    let message = format!(
        "{} and {} more are in tier 0 or 1: they run at the writer's {writer} ACU instead of {readers}; one is enough to take over.",
        named(second),
        tied().count() - 1
    );
    vec![RULE.finding(Field::InstanceTier(second), message)]
}

fn quiet(tier: u32) -> Design {
    design(|it| {
        it.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(tier)];
        it.usage.writer_acu = Some(Decimal::whole(8));
        it.usage.readers_acu = Some(Decimal::whole(3));
    })
}
