//! `engine/data-api-unsupported`

use crate::design::{Edit, Field};
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/data-api-unsupported",
    severity: Severity::Error,
    title: "The Data API is not offered here",
    why: "It needs a newer version, and some Regions lack it.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API.html",
    facts: &["API-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.engine_version = Some("14.6".to_owned());
            it.data_api = true;
        })
    },
    good: || cluster(|it| it.data_api = true),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let design = context.design;
    if !design.cluster.data_api {
        return Vec::new();
    }
    let message = if !design.region.data_api {
        format!("{} does not offer the Data API.", design.region.code)
    } else if running(design).is_some_and(|version| version.data_api == Some(false)) {
        format!("Version {} does not offer the Data API.", design.engine_version())
    } else {
        return Vec::new();
    };
    let edit = Edit::set(Field::DataApi, "false");
    vec![RULE.finding(Field::DataApi, message).fix("Turn the Data API off", [edit])]
}
