//! `pause/seconds-out-of-range`

use crate::design::{Edit, Field};
use crate::facts::{Acu, limits};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity, many};

pub(crate) static RULE: Rule = Rule {
    id: "pause/seconds-out-of-range",
    severity: Severity::Error,
    title: "The idle time before a pause is out of range",
    why: "AWS takes 300 to 86,400 seconds.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-14"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.min_capacity = Acu::ZERO;
            it.seconds_until_auto_pause = Some(60);
        })
    },
    good: || cluster(|it| it.min_capacity = Acu::ZERO),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let range = limits::AUTO_PAUSE_SECONDS;
    let pausing = context.design.may_pause();
    let chosen = context.design.cluster.seconds_until_auto_pause.filter(|it| pausing && !range.contains(it));
    let Some(seconds) = chosen else { return Vec::new() };
    let nearest = seconds.clamp(*range.start(), *range.end());
    let message = format!(
        "Pausing after {} is not possible; AWS takes 300 to 86,400 seconds.",
        many(seconds, "second")
    );
    let edit = Edit::set(Field::SecondsUntilAutoPause, nearest);
    vec![
        RULE.finding(Field::SecondsUntilAutoPause, message)
            .fix(format!("Pause after {nearest} seconds"), [edit]),
    ]
}
