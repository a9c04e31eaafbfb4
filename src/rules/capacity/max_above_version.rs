//! `capacity/max-above-version`

use crate::design::Field;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::{Range, largest, ranges};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/max-above-version",
    severity: Severity::Error,
    title: "Maximum capacity is above what the version takes",
    why: "Older versions end at 128 ACU, newer ones at 256; AWS refuses more.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.requirements.html",
    facts: &["ACU-04", "ACU-06"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine_version = Some("14.6".to_owned());
            it.max_capacity = Acu::whole(256);
        })
    },
    good: || cluster(|it| it.max_capacity = Acu::whole(256)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let most = largest(context.design);
    let version = context.design.engine_version();
    let mut findings = Vec::new();
    for range in ranges(context.design) {
        let Some(field) = range.own_max.clone().filter(|_| range.max > most) else { continue };
        let message = format!(
            "{}The maximum is {} ACU, but version {version} takes {most} ACU at most.",
            range.whose, range.max
        );
        let mut edits = vec![range.set_max(most)];
        // A minimum left behind would be above it, its own and that of a secondary that follows it.
        let follows = |it: &&Range| {
            it.own_max == range.own_max || (it.own_max.is_none() && field == Field::MaxCapacity)
        };
        let left = ranges(context.design);
        edits.extend(left.iter().filter(follows).filter(|it| it.min > most).map(|it| it.set_min(most)));
        findings.push(RULE.finding(field, message).fix(format!("Lower the maximum to {most} ACU"), edits));
    }
    findings
}
