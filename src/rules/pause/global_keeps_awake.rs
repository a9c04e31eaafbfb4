//! `pause/global-keeps-awake`

use super::kept_awake;
use crate::design::Field;
use crate::estimate::Awake;
use crate::facts::Acu;
use crate::rules::examples::{cluster, global};
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "pause/global-keeps-awake",
    severity: Severity::Warning,
    title: "A Global Database keeps the cluster awake",
    why: "The writer, readers in tier 0 or 1 and the secondaries do not pause in a Global Database.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    facts: &["ACU-17"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = global(|_| ());
        design.cluster.min_capacity = Acu::ZERO;
        design
    },
    good: || cluster(|it| it.min_capacity = Acu::ZERO),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if kept_awake(context.design, Awake::GlobalDatabase) {
        findings.push(RULE.finding(Field::Global, "The minimum is 0 ACU, but in a Global Database the writer, readers in tier 0 or 1 and the secondaries never pause."));
    }
    // A version that can't go to 0 ACU is capacity/zero-min-on-old-version.
    let can = running(context.design).is_none_or(|version| version.zero_acu);
    for (index, secondary) in context.design.secondaries().iter().enumerate() {
        let asleep = secondary.min_capacity == Some(Acu::ZERO) && secondary.readers > 0;
        if asleep && can {
            let message = format!(
                "{}: The minimum is 0 ACU, but secondaries of a Global Database never pause and run on 0.5 ACU at least.",
                secondary.region.code
            );
            findings.push(RULE.finding(Field::SecondaryMinCapacity(index), message));
        }
    }
    findings
}
