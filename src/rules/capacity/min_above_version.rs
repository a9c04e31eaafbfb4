//! `capacity/min-above-version`

use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::{largest, ranges};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-above-version",
    severity: Severity::Error,
    title: "Minimum capacity is above what the version takes",
    why: "Older versions end at 128 ACU, newer ones at 256; AWS refuses more.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.requirements.html",
    facts: &["ACU-03", "ACU-06"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.min_capacity = Acu::whole(300);
            it.max_capacity = Acu::whole(300);
        })
    },
    good: || {
        cluster(|it| {
            it.min_capacity = Acu::whole(200);
            it.max_capacity = Acu::whole(256);
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let most = largest(context.design);
    let version = context.design.engine_version();
    let mut findings = Vec::new();
    for range in ranges(context.design) {
        let Some(field) = range.own_min.clone().filter(|_| range.min > most) else { continue };
        let message = format!(
            "{}The minimum is {} ACU, but version {version} takes {most} ACU at most.",
            range.whose, range.min
        );
        let lower = if range.max < Acu::whole(1) { most } else { most.min(range.max) };
        let edits = [range.set_min(lower)];
        findings.push(RULE.finding(field, message).fix(format!("Lower the minimum to {lower} ACU"), edits));
    }
    findings
}
