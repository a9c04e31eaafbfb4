//! `engine/unoffered-version`

use super::{Suggest as _, better};
use crate::design::Field;
use crate::facts::limits;
use crate::facts::regions::MX_CENTRAL_1;
use crate::rules::examples::design;
use crate::rules::members::{places, running};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/unoffered-version",
    severity: Severity::Error,
    title: "A Region does not offer the engine version",
    why: "Some newer Regions start with later versions.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2.html",
    facts: &["ENG-07", "GDB-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        design(|it| {
            it.region = &MX_CENTRAL_1;
            it.cluster.engine_version = Some("14.6".to_owned());
        })
    },
    good: || {
        design(|it| {
            it.region = &MX_CENTRAL_1;
            it.cluster.engine_version = Some("16.8".to_owned());
        })
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(version) = running(context.design) else { return Vec::new() };
    let missing =
        places(context.design).into_iter().find(|it| !limits::offered(it.region.code, version.version));
    let Some(place) = missing else { return Vec::new() };
    let message = format!("{} does not offer version {}.", place.region.code, version.version);
    vec![RULE.finding(Field::EngineVersion, message).with_version(better(context, version.version))]
}
