//! `nodes/tier-out-of-range`

use super::named;
use crate::design::{Edit, Field, Instance};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/tier-out-of-range",
    severity: Severity::Error,
    title: "A failover tier is out of range",
    why: "Tiers go from 0 to 15.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
    facts: &["ACU-42"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.readers = vec![Instance::in_tier(16)]),
    good: || cluster(|it| it.readers = vec![Instance::in_tier(1), Instance::in_tier(15)]),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let instances = context.design.instances().enumerate();
    let outside = instances.filter(|(_, instance)| instance.promotion_tier > limits::LAST_TIER);
    outside
        .map(|(index, instance)| {
            let message =
                format!("{} is in tier {}; tiers go from 0 to 15.", named(index), instance.promotion_tier);
            let field = Field::InstanceTier(index);
            let edit = Edit::set(field.clone(), limits::LAST_TIER);
            RULE.finding(field, message).fix("Put it in tier 15", [edit])
        })
        .collect()
}
