//! `nodes/unusual-zone`

use super::{moved, named};
use crate::design::{Field, Zone};
use crate::facts::regions::AP_NORTHEAST_1;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/unusual-zone",
    severity: Severity::Warning,
    title: "A zone is not one that the Region shows to most accounts",
    why: "Zone letters belong to an account; where it lacks the letter, the plan stops.",
    source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",
    facts: &["REG-05", "REG-06", "REG-07", "CLM-09"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        design(|it| {
            it.region = &AP_NORTHEAST_1;
            it.cluster.writer.availability_zone = Zone::parse("b").ok();
        })
    },
    good: || {
        design(|it| {
            it.region = &AP_NORTHEAST_1;
            it.cluster.writer.availability_zone = Zone::parse("d").ok();
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let region = context.design.region;
    let zones = context.design.zones();
    let unusual = |zone: char| ('a'..='f').contains(&zone) && !region.zones.contains(zone);
    let outside = zones.iter().enumerate().filter(|(_, zone)| unusual(zone.letter()));
    outside
        .map(|(index, zone)| {
            let field = Field::InstanceZone(index);
            let message = format!(
                "{} is in zone {zone}, but most accounts see {} in {}.",
                named(index),
                letters(region.zones),
                region.code
            );
            moved(RULE.finding(field, message), context.design, index)
        })
        .collect()
}

/// `a, c and d`
fn letters(zones: &str) -> String {
    let mut letters: Vec<String> = zones.chars().map(String::from).collect();
    let last = letters.pop().unwrap_or_default();
    if letters.is_empty() { last } else { format!("{} and {last}", letters.join(", ")) }
}
