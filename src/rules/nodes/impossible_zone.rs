//! `nodes/impossible-zone`

use super::{moved, named};
use crate::design::{Design, Field, Zone};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/impossible-zone",
    severity: Severity::Error,
    title: "A zone has a letter that no Region uses",
    why: "Zones are called a to f; the plan finds no such zone and stops.",
    source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",
    facts: &["REG-05b", "REG-06"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.writer.availability_zone = Zone::parse("z").ok()),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let zones = context.design.zones();
    let outside = zones.iter().enumerate().filter(|(_, zone)| !('a'..='f').contains(&zone.letter()));
    outside
        .map(|(index, zone)| {
            let field = Field::InstanceZone(index);
            let message =
                format!("{} is in zone {zone}, but no Region has a zone of that letter.", named(index));
            moved(RULE.finding(field, message), context.design, index)
        })
        .collect()
}
