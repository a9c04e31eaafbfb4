//! `global/headless-secondary`

use crate::design::Field;
use crate::rules::examples::{global, secondary};
use crate::rules::{Context, Finding, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/headless-secondary",
    severity: Severity::Note,
    title: "A secondary has no instance",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "It keeps a copy of the data and nothing else: add an instance before a switchover or failover.",
    facts: &["GDB-06"],
    bad: || secondary(|it| it.readers = 0),
    good: || global(|_| ()),
};

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
