//! `pause/wakes-every-few-minutes`

use crate::design::{Design, Field};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "pause/wakes-every-few-minutes",
    severity: Severity::Note,
    title: "It wakes every few minutes",
    why: "Each wake makes the first query wait for about 15 seconds and starts with cold buffers. A failed sign-in wakes too, so a monitor that only tries the port by signing in is enough.",
    source: OWN_ADVICE,
    facts: &["ACU-15", "ACU-22"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.min_capacity = Acu::ZERO), good: Design::default };

/// Wakes that usually come no further apart than this, in seconds, are a program's and not a person's.
const FEW_MINUTES_S: u64 = 30 * 60;
/// Fewer wakes than these are no habit.
const HABIT: u32 = 6;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let naps = context.asked().and_then(|it| it.naps);
    let often = naps.filter(|naps| naps.usual_s <= FEW_MINUTES_S && naps.wakes >= HABIT);
    let Some(naps) = often.filter(|_| context.design.cluster.min_capacity == Acu::ZERO) else {
        return Vec::new();
    };
    vec![RULE.finding(
        Field::MinCapacity,
        format!(
            "The writer wakes {} under this load, usually {} after the wake before: look for a monitor, a pool or a health check that connects so often.",
            many(naps.wakes, "time"),
            many(naps.usual_s.div_ceil(60), "minute")
        ),
    )]
}
