//! `capacity/min-far-below-load`

use super::min_far_below_average;
use crate::design::{Design, Edit, Field, LoadPreset};
use crate::estimate::sleeps;
use crate::facts::Acu;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-far-below-load",
    severity: Severity::Note,
    title: "The minimum is far below what the load always wants",
    why: "A minimum that the load never lets it fall to saves nothing; after a restart or a failover scaling begins there with cold buffers.",
    source: OWN_ADVICE,
    facts: &["ADV-01", "ACU-36"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || loaded(Acu::HALF), good: || loaded(Acu::whole(3)) };

/// At how many times the minimum a base is far above it.
const FAR: u32 = 4;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (design, Some(asked)) = (context.design, context.asked()) else { return Vec::new() };
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let low = min.max(Acu::HALF);
    let is_far = asked.base.as_halves() >= low.as_halves().saturating_mul(FAR);
    // One that may sleep is meant to fall that low, and a stated average says the same already.
    let is_said = || min_far_below_average::RULE.finds(context);
    if !is_far || sleeps(design) || is_said() {
        return Vec::new();
    }
    let finding = RULE.finding(
        Field::MinCapacity,
        format!(
            "The minimum is {min} ACU, and the load hardly ever wants less than {} ACU: the lower minimum saves nothing, and a restart begins at it with cold buffers.",
            asked.base
        ),
    );
    let raised = asked.base.min(max);
    vec![if raised > low && min > Acu::ZERO {
        finding.other(
            format!("Raise the minimum to {raised} ACU"),
            [Edit::set(Field::MinCapacity, raised.to_string())],
        )
    } else {
        finding
    }]
}

fn loaded(min: Acu) -> Design {
    design(|it| {
        it.cluster.min_capacity = min;
        it.usage.load.preset = Some(LoadPreset::OfficeHours);
        it.usage.load.base_acu = Some(Acu::whole(6));
    })
}
