//! `engine/expiring-version`

use super::{Suggest as _, better};
use crate::design::Field;
use crate::estimate::EXPIRY_DAYS;
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity, soon};

pub(crate) static RULE: Rule = Rule {
    id: "engine/expiring-version",
    severity: Severity::Warning,
    title: "The minor version is at the end of its standard support",
    why: "After its date AWS may upgrade the cluster in a maintenance window of its own choice.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html",
    facts: &["ENG-14", "ENG-15"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("17.4".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17.7".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let version = running(context.design);
    let Some((version, end)) = version.and_then(|it| Some((it, it.end_of_standard_support?))) else {
        return Vec::new();
    };
    // One that ends with its major is engine/ending-major, and past that engine/extended-support.
    let with_major =
        version.major_end_of_standard_support.is_some_and(|major| end >= major || context.today > major);
    let days = context.today.days_until(end);
    if days > EXPIRY_DAYS || with_major {
        return Vec::new();
    }
    let message = if days < 0 {
        format!("Standard support of {} ended on {end}; AWS may upgrade it.", version.version)
    } else {
        format!("Standard support of {} ends on {end}, {}.", version.version, soon(days))
    };
    let finding = RULE.finding(Field::EngineVersion, message);
    let next = better(context, version.version).filter(|next| next.major == version.major);
    vec![finding.with_version(next)]
}
