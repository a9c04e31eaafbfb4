//! `pause/slow-resume`

use crate::design::{Design, Field};
use crate::estimate::sleeps;
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/slow-resume",
    severity: Severity::Note,
    title: "The first connection after a pause waits, and a Data API call fails",
    why: "A paused instance takes about 15 seconds to resume, 30 or more after a day of sleep, and clients that give up sooner fail. The Data API does not wait: it answers with DatabaseResumingException, and the call must be made again.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-22", "API-04"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.min_capacity = Acu::ZERO), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !sleeps(context.design) {
        return Vec::new();
    }
    let message = if context.design.cluster.data_api {
        "The first call of the Data API after a pause fails with DatabaseResumingException: call again until the instance has resumed, after about 15 seconds, 30 or more after a day; no connect timeout helps. Clients on the port need one of 30 seconds or more."
    } else {
        "The first connection after a pause waits about 15 seconds, 30 or more after a day; give clients a connect timeout of 30 seconds or more."
    };
    vec![RULE.finding(Field::MinCapacity, message)]
}
