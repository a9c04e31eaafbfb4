//! `engine/ending-major`

use super::later_surcharge;
use crate::design::Field;
use crate::estimate::NOTICE_DAYS;
use crate::rules::examples::cluster;
use crate::rules::members::running;
use crate::rules::{Context, Examples, Finding, Rule, Severity, soon};

pub(crate) static RULE: Rule = Rule {
    id: "engine/ending-major",
    severity: Severity::Warning,
    title: "The major version is near its end of standard support",
    why: "After that day AWS charges Extended Support for every ACU-hour; a major upgrade takes planning and tests.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html",
    facts: &["ENG-11", "ENG-13", "ENG-14", "ENG-15"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.engine_version = Some("14.24".to_owned())),
    good: || cluster(|it| it.engine_version = Some("17.7".to_owned())),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let version = running(context.design);
    let Some((version, end)) = version.and_then(|it| Some((it, it.major_end_of_standard_support?))) else {
        return Vec::new();
    };
    // Past its date it is engine/extended-support.
    let days = context.today.days_until(end);
    if !(0..=NOTICE_DAYS).contains(&days) {
        return Vec::new();
    }
    let message = format!(
        "{} {} leaves standard support on {end}, {}; Extended Support then adds {}.",
        context.design.cluster.engine.label(),
        version.major,
        soon(days),
        later_surcharge(context, end)
    );
    vec![RULE.finding(Field::EngineVersion, message)]
}
