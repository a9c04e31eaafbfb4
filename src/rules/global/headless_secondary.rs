//! `global/headless-secondary`

use crate::design::Field;
use crate::rules::examples::{global, secondary};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/headless-secondary",
    severity: Severity::Note,
    title: "A secondary has no instance",
    why: "It keeps a copy of the data and nothing else: add an instance before a switchover or failover.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    facts: &["GDB-06"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || secondary(|it| it.readers = 0), good: || global(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let headless = context.design.secondaries().iter().enumerate().filter(|(_, it)| it.readers == 0);
    headless
        .map(|(index, secondary)| {
            let message = format!(
                "{} has no instance; add one before a switchover or failover to it.",
                secondary.region.code
            );
            RULE.finding(Field::SecondaryReaders(index), message)
        })
        .collect()
}
