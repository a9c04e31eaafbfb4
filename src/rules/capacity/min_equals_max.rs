//! `capacity/min-equals-max`

use crate::design::Design;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::ranges;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-equals-max",
    severity: Severity::Warning,
    title: "Minimum and maximum capacity are equal",
    why: "AWS calls this not appropriate outside tests: nothing scales, and a provisioned instance of that size may cost less.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-05b"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.max_capacity = Acu::whole(2)), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for range in ranges(context.design) {
        let Some(field) = range.own_max.clone().or(range.own_min.clone()) else { continue };
        if range.max == range.min && range.max >= Acu::whole(1) {
            let message =
                format!("{}Minimum and maximum are both {} ACU, so nothing scales.", range.whose, range.max);
            findings.push(RULE.finding(field, message));
        }
    }
    findings
}
