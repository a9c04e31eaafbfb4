//! `engine/nonexistent-version`

use super::{Suggest as _, better, may_be_new, meant, well_formed};
use crate::design::Field;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/nonexistent-version",
    severity: Severity::Error,
    title: "The engine version never was or is gone",
    why: "AWS answers that it cannot find the version: the table lacks it, and it is not newer than the newest known of its major.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    facts: &["ENG-24"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("17.8".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17.9".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (engine, typed) = (context.design.cluster.engine, context.design.engine_version());
    if !well_formed(engine, typed) || !meant(context.design).is_empty() || may_be_new(engine, typed) {
        return Vec::new();
    }
    let message = format!("There is no version {typed} of {}; AWS can't find it.", engine.label());
    vec![RULE.finding(Field::EngineVersion, message).with_version(better(context, typed))]
}
