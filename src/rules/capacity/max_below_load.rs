//! `capacity/max-below-load`

use std::fmt::Write as _;

use crate::design::{Design, Edit, Field, LoadPreset};
use crate::facts::Acu;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/max-below-load",
    severity: Severity::Warning,
    title: "The load reaches the ceiling",
    why: "At its maximum an instance scales no further: queries wait, and what is wanted above it can't be seen in the metrics. A higher maximum costs only while it is used, and is the limit of the bill.",
    source: OWN_ADVICE,
    facts: &["ADV-02", "ACU-36"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || loaded(Acu::whole(24)), good: || loaded(Acu::whole(16)) };

/// Above the maximum for longer than this in a row, in seconds: the limit that sizing keeps too.
const LONG_S: u64 = 60;
/// The largest capacity (ACU-06).
const LARGEST: Acu = Acu::whole(256);

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (max, Some(asked)) = (context.design.cluster.max_capacity, context.asked()) else {
        return Vec::new();
    };
    let is_over = asked.highest > max && asked.over_max.is_none_or(|over| over.longest_s > LONG_S);
    // A range that is none has a finding of its own.
    if context.design.cluster.min_capacity > max || !(is_over || asked.is_clipped) {
        return Vec::new();
    }
    let mut message = if asked.highest > max {
        format!("The load wants up to {} ACU and the maximum is {max} ACU", asked.highest)
    } else {
        format!("The load was measured at its maximum, and wants at least {} ACU", asked.highest)
    };
    if let Some(over) = asked.over_max.filter(|over| over.longest_s > 0) {
        // Writing to a String can't fail.
        let _ = write!(
            message,
            ": more than it for {}, {} in a row at the longest",
            many(over.seconds.div_ceil(60), "minute"),
            many(over.longest_s.div_ceil(60), "minute")
        );
    }
    if asked.highest > LARGEST {
        let _ = write!(message, "; an instance has {LARGEST} ACU at most, so share the load among several");
    }
    message.push('.');
    let finding = RULE.finding(Field::MaxCapacity, message).softened(context);
    let raised = asked.highest.min(LARGEST);
    vec![if raised > max {
        let edit = Edit::set(Field::MaxCapacity, raised.to_string());
        finding.other(format!("Raise the maximum to {raised} ACU"), [edit])
    } else {
        finding
    }]
}

fn loaded(peak: Acu) -> Design {
    design(|it| {
        it.usage.load.preset = Some(LoadPreset::OfficeHours);
        it.usage.load.peak_acu = Some(peak);
    })
}
