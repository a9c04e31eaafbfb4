//! `engine/extended-support`

use super::surcharge;
use crate::design::Field;
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "engine/extended-support",
    severity: Severity::Warning,
    title: "The major version is past its end of standard support",
    why: "Extended Support is charged for every ACU-hour on top of the price.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html",
    facts: &["ENG-11", "ENG-12", "ENG-13"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("13.23".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17.7".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let version = running(context.design);
    let Some((version, end)) = version.and_then(|it| Some((it, it.major_end_of_standard_support?))) else {
        return Vec::new();
    };
    if context.today <= end {
        return Vec::new();
    }
    let message = format!(
        "{} {} left standard support on {end}; Extended Support adds {}.",
        context.design.cluster.engine.label(),
        version.major,
        surcharge(context.bill)
    );
    vec![RULE.finding(Field::EngineVersion, message)]
}
