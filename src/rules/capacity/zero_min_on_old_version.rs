//! `capacity/zero-min-on-old-version`

use crate::design::{Edit, Field};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::{ranges, running};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/zero-min-on-old-version",
    severity: Severity::Error,
    title: "The version cannot go to 0 ACU",
    why: "Only newer minor versions pause; AWS refuses a minimum of 0 ACU on the others, the old LTS versions among them.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.requirements.html",
    facts: &["ACU-03", "ACU-06"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine_version = Some("14.6".to_owned());
            it.min_capacity = Acu::ZERO;
        })
    },
    good: || cluster(|it| it.min_capacity = Acu::ZERO),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    if running(design).is_none_or(|version| version.zero_acu) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for range in ranges(design) {
        let Some(field) = range.own_min.clone().filter(|_| range.min == Acu::ZERO) else { continue };
        let message = format!(
            "{}The minimum is 0 ACU, but version {} runs on 0.5 ACU or more.",
            range.whose,
            design.engine_version()
        );
        let mut edits = vec![range.set_min(Acu::HALF)];
        // Left behind, the idle time would be refused (ACU-14).
        if field == Field::MinCapacity && design.cluster.seconds_until_auto_pause.is_some() {
            edits.push(Edit::set(Field::SecondsUntilAutoPause, ""));
        }
        let title = "Raise the minimum to 0.5 ACU";
        findings.push(RULE.finding(field, message).fix(title, edits));
    }
    findings
}
