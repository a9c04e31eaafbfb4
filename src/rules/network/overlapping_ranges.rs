//! `network/overlapping-ranges`

use crate::design::{Cidr, Field};
use crate::rules::examples::{global, secondary};
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "network/overlapping-ranges",
    severity: Severity::Note,
    title: "VPCs of the Global Database overlap",
    why: "VPCs with overlapping ranges can never be peered.",
    source: OWN_ADVICE,
    facts: &["NET-14"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || secondary(|it| it.network.cidr = Cidr::parse("10.0.0.0/20").ok()),
    good: || global(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let made: Vec<_> =
        places(context.design).into_iter().filter_map(|place| Some((place.member, place.cidr?))).collect();
    let mut findings = Vec::new();
    for (index, (member, range)) in made.iter().enumerate() {
        if let Some((_, other)) = made.iter().take(index).find(|(_, other)| other.overlaps(*range)) {
            let message = format!("{range} overlaps {other}; the two VPCs can never be peered.");
            findings.push(RULE.finding(Field::Cidr(*member), message));
        }
    }
    findings
}
