//! `pause/proxy-keeps-awake`

use super::kept_awake;
use crate::design::Field;
use crate::estimate::Awake;
use crate::facts::Acu;
use crate::rules::examples::{cluster, proxy};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/proxy-keeps-awake",
    severity: Severity::Warning,
    title: "RDS Proxy keeps the cluster awake",
    why: "The proxy holds a connection open, so no instance ever pauses and the minimum of 0 ACU saves nothing.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-16", "PRX-24"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = proxy(|_| ());
        design.cluster.min_capacity = Acu::ZERO;
        design
    },
    good: || cluster(|it| it.min_capacity = Acu::ZERO),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !kept_awake(context.design, Awake::Proxy) {
        return Vec::new();
    }
    vec![RULE.finding(Field::Proxy, "The minimum is 0 ACU, but RDS Proxy keeps every instance awake: it never pauses and runs on 0.5 ACU at least.")]
}
