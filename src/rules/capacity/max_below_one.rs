//! `capacity/max-below-one`

use crate::design::{Cluster, Design};
use crate::facts::Acu;
use crate::rules::members::{largest, ranges};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/max-below-one",
    severity: Severity::Error,
    title: "Maximum capacity is below 1 ACU",
    why: "AWS refuses a maximum below 1 ACU, so an instance that stays at 0.5 ACU is not possible.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-04"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || with(Acu::HALF, Acu::HALF), good: || with(Acu::HALF, Acu::whole(1)) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for range in ranges(context.design) {
        let Some(field) = range.own_max.clone().filter(|_| range.max < Acu::whole(1)) else { continue };
        let message =
            format!("{}The maximum is {} ACU; the smallest that AWS takes is 1 ACU.", range.whose, range.max);
        let finding = RULE.finding(field, message);
        let least = range.min.max(Acu::whole(1));
        findings.push(if least <= largest(context.design) {
            finding.fix(format!("Raise the maximum to {least} ACU"), [range.set_max(least)])
        } else {
            finding
        });
    }
    findings
}

fn with(min_capacity: Acu, max_capacity: Acu) -> Design {
    Design { cluster: Cluster { min_capacity, max_capacity, ..Cluster::default() }, ..Design::default() }
}
