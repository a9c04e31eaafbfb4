//! `engine/malformed-version`

use super::{Suggest as _, find, well_formed};
use crate::design::{Field, Word as _};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/malformed-version",
    severity: Severity::Error,
    title: "The engine version is none of this engine",
    why: "AWS refuses a version that has not the form of the engine: 17.7 for PostgreSQL, 8.0.mysql_aurora.3.10.6 for MySQL.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    facts: &["ENG-23"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("8.0.mysql_aurora.3.10.6".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (engine, typed) = (context.design.cluster.engine, context.design.engine_version());
    if well_formed(engine, typed) {
        return Vec::new();
    }
    let known = engine.recommended_version();
    let message = format!("{typed:?} is no version of {}; one looks like {known}.", engine.word());
    let finding = RULE.finding(Field::EngineVersion, message);
    vec![finding.with_version(find(engine, known))]
}
