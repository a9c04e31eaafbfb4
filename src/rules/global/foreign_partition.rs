//! `global/foreign-partition`

use crate::design::Field;
use crate::facts::regions::CN_NORTH_1;
use crate::rules::examples::{global, secondary};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/foreign-partition",
    severity: Severity::Error,
    title: "A secondary is in another partition",
    why: "A Global Database stays inside one partition: commercial, China or GovCloud.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    facts: &["GDB-01"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || secondary(|it| it.region = &CN_NORTH_1), good: || global(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let primary = context.design.region;
    let foreign = context.design.secondaries().iter().enumerate();
    foreign
        .filter(|(_, secondary)| secondary.region.partition != primary.partition)
        .map(|(index, secondary)| {
            let message = format!(
                "{} is in partition {}, {} in {}.",
                secondary.region.code,
                secondary.region.partition.word(),
                primary.code,
                primary.partition.word()
            );
            RULE.finding(Field::SecondaryRegion(index), message)
        })
        .collect()
}
