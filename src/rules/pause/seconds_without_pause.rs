//! `pause/seconds-without-pause`

use crate::design::{Edit, Field};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/seconds-without-pause",
    severity: Severity::Error,
    title: "An idle time is given, but the minimum is above 0 ACU",
    why: "AWS answers that SecondsUntilAutoPause can only be specified when the minimum capacity is 0.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-14"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.seconds_until_auto_pause = Some(600)),
    good: || {
        cluster(|it| {
            it.min_capacity = Acu::ZERO;
            it.seconds_until_auto_pause = Some(600);
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let min = context.design.cluster.min_capacity;
    // The export sends it only where the minimum is 0.
    if context.design.may_pause() || context.design.cluster.seconds_until_auto_pause.is_none() {
        return Vec::new();
    }
    let message = format!("The minimum is {min} ACU, so nothing pauses; AWS refuses an idle time then.");
    let edit = Edit::set(Field::SecondsUntilAutoPause, "");
    vec![RULE.finding(Field::SecondsUntilAutoPause, message).fix("Remove the idle time", [edit])]
}
