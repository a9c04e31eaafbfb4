//! `capacity/connections-capped`

use crate::design::Field;
use crate::estimate::{connections_of, grouped};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::ranges;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/connections-capped",
    severity: Severity::Note,
    title: "The low minimum caps connections at 2,000",
    why: "With a minimum of 0 or 0.5 ACU, PostgreSQL takes 2,000 connections an instance, whatever the maximum gives.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-31"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.min_capacity = Acu::HALF),
    good: || cluster(|it| it.min_capacity = Acu::whole(1)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let chosen = design.cluster.parameters.contains_key("max_connections");
    let mut findings = Vec::new();
    for range in ranges(design).iter().filter(|range| !range.headless) {
        let Some(field) = range.own_min.clone() else { continue };
        let Some((given, left)) =
            connections_of(design, range.min, range.max).filter(|(given, left)| left < given)
        else {
            continue;
        };
        // A peak over the cap is capacity/peak-over-connections, which names the same cause.
        let share = design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent.min(100));
        let usable = u64::from(left) * u64::from(share) / 100;
        let primary = field == Field::MinCapacity;
        if primary && design.usage.peak_connections.is_some_and(|peak| u64::from(peak) > usable) {
            continue;
        }
        let (given, left) = (grouped(&given.to_string()), grouped(&left.to_string()));
        let given = if chosen {
            format!("max_connections is {given}")
        } else {
            format!("{given} connections at {} ACU", range.max)
        };
        let message =
            format!("{}{given}, capped at {left} because the minimum is {}.", range.whose, range.min);
        let finding = RULE.finding(field, message);
        // From 0 ACU the remedy would also end the pausing, which nobody asked for.
        findings.push(if range.min == Acu::ZERO {
            finding
        } else {
            let edits = [range.set_min(Acu::whole(1))];
            finding.fix("Raise the minimum to 1 ACU", edits)
        });
    }
    findings
}
