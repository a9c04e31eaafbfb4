//! `engine/version-without-serverless`

use super::{Suggest as _, better, is_of_provisioned_major, may_be_new, meant, well_formed};
use crate::design::Field;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/version-without-serverless",
    severity: Severity::Error,
    title: "The engine version does not run on serverless instances",
    why: "AWS still creates it on provisioned instances and refuses db.serverless.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2.html",
    facts: &["ENG-02", "ENG-03"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("12.22".to_owned())),
    good: || cluster(|it| it.engine_version = Some("13.23".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let versions = meant(context.design);
    let creatable = || versions.iter().filter(|version| version.creatable);
    let (engine, typed) = (context.design.cluster.engine, context.design.engine_version());
    let is_known = creatable().next().is_some() && !creatable().any(|version| version.serverless_v2);
    // A later patch of such a major runs on provisioned instances as well.
    let is_newer = versions.is_empty()
        && well_formed(engine, typed)
        && may_be_new(engine, typed)
        && is_of_provisioned_major(engine, typed);
    if !is_known && !is_newer {
        return Vec::new();
    }
    let message = format!("Version {typed} runs on provisioned instances only.");
    vec![RULE.finding(Field::EngineVersion, message).with_version(better(context, typed))]
}
