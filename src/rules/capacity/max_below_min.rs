//! `capacity/max-below-min`

use crate::design::{Cluster, Design};
use crate::facts::Acu;
use crate::rules::members::{largest, ranges};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/max-below-min",
    severity: Severity::Error,
    title: "Maximum capacity is below the minimum",
    why: "AWS refuses the cluster: the range is empty.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-05"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || with(Acu::whole(8), Acu::whole(2)),
    good: || with(Acu::whole(2), Acu::whole(2)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for range in ranges(context.design) {
        let Some(field) = range.own_max.clone().or(range.own_min.clone()) else { continue };
        // A maximum of its own below 1 ACU is capacity/max-below-one.
        let below_one = range.own_max.is_some() && range.max < Acu::whole(1);
        if range.max >= range.min || below_one {
            continue;
        }
        let message = format!(
            "{}The maximum of {} ACU is below the minimum of {} ACU.",
            range.whose, range.max, range.min
        );
        let finding = RULE.finding(field, message);
        // A maximum that follows the primary's may be below 1 ACU as that is.
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
