//! `engine/unknown-version`

use super::{is_of_provisioned_major, may_be_new, meant, well_formed};
use crate::design::Field;
use crate::facts::FACTS_DATE;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/unknown-version",
    severity: Severity::Warning,
    title: "The engine version is not known here",
    why: "AWS adds versions every month; the limits of one that is newer than the table cannot be checked.",
    source: OWN_ADVICE,
    facts: &["ENG-24b"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("17.99".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17.7".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (engine, typed) = (context.design.cluster.engine, context.design.engine_version());
    let known = !meant(context.design).is_empty() || is_of_provisioned_major(engine, typed);
    if !well_formed(engine, typed) || known || !may_be_new(engine, typed) {
        return Vec::new();
    }
    let message = format!("Version {typed} is not known as of {FACTS_DATE}; its limits can't be checked.");
    vec![RULE.finding(Field::EngineVersion, message)]
}
