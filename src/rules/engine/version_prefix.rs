//! `engine/version-prefix`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/version-prefix",
    severity: Severity::Note,
    title: "The engine version is only the start of one",
    why: "AWS takes a prefix and picks a version of its own choice, not the newest; the export writes a full one so that every plan gives the same.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    facts: &["ENG-19", "ENG-17"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("17".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17.7".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let Some(version) = design.prefixed_version().filter(|_| design.version_facts().is_none()) else {
        return Vec::new();
    };
    // One that a Region does not offer is engine/unoffered-version.
    if !places(design).iter().all(|place| limits::offered(place.region.code, version.version)) {
        return Vec::new();
    }
    let (typed, full) = (design.engine_version(), version.version);
    let message = if version.is_aws_default() {
        format!(
            "AWS chooses a version for {typed}, by default {full} (unconfirmed); the export writes that one."
        )
    } else {
        format!("AWS chooses a version for {typed}; the export writes {full}, the newest that is known.")
    };
    let edit = Edit::set(Field::EngineVersion, version.version);
    let title = format!("Write {} out", version.version);
    vec![RULE.finding(Field::EngineVersion, message).fix(title, [edit])]
}
