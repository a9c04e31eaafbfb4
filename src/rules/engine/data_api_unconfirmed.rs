//! `engine/data-api-unconfirmed`

use crate::design::Field;
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/data-api-unconfirmed",
    severity: Severity::Warning,
    title: "It is not confirmed that the version offers the Data API",
    why: "AWS does not list the version; it may refuse the cluster.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API.html",
    facts: &["API-01b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine_version = Some("18.3".to_owned());
            it.data_api = true;
        })
    },
    good: || cluster(|it| it.data_api = true),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    let unknown = running(design).is_some_and(|version| version.data_api.is_none());
    if !design.cluster.data_api || !design.region.data_api || !unknown {
        return Vec::new();
    }
    let message =
        format!("Unconfirmed: AWS does not list version {} for the Data API.", design.engine_version());
    vec![RULE.finding(Field::DataApi, message)]
}
