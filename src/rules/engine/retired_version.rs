//! `engine/retired-version`

use super::{Suggest as _, better, meant};
use crate::design::Field;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/retired-version",
    severity: Severity::Error,
    title: "The engine version cannot be created any more",
    why: "AWS keeps running clusters on it and refuses new ones.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    facts: &["ENG-04", "ENG-05", "ENG-06", "CLM-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("15.4".to_owned())),
    good: || cluster(|it| it.engine_version = Some("15.10".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let versions = meant(context.design);
    if versions.is_empty() || versions.iter().any(|version| version.creatable) {
        return Vec::new();
    }
    let typed = context.design.engine_version();
    let message = format!("Version {typed} can't be created any more.");
    vec![RULE.finding(Field::EngineVersion, message).with_version(better(context, typed))]
}
