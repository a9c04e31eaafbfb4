//! `pause/open-connection-keeps-awake`

use crate::design::{Design, Field};
use crate::estimate::sleeps;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/open-connection-keeps-awake",
    severity: Severity::Note,
    title: "An open connection keeps an instance awake",
    why: "An instance pauses only when no user connection is open, so a pool that holds connections costs its capacity around the clock.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-15"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.min_capacity = Acu::ZERO), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !sleeps(context.design) {
        return Vec::new();
    }
    vec![RULE.finding(
        Field::MinCapacity,
        "An instance pauses only while no client is connected; let pools close idle connections.",
    )]
}
