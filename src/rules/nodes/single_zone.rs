//! `nodes/single-zone`

use crate::design::{Design, Edit, Field, Zone, instance_within};
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/single-zone",
    severity: Severity::Warning,
    title: "All instances are in one zone",
    why: "When that zone fails, nothing is left to fail over to.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
    facts: &["ADV-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        cluster(|it| {
            it.writer.availability_zone = Some(Zone::A);
            it.readers.iter_mut().for_each(|reader| reader.availability_zone = Some(Zone::A));
        })
    },
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let zones = context.design.zones();
    let last = context.design.cluster.readers.len();
    let Some(first) = zones.first().filter(|first| last > 0 && zones.iter().all(|zone| zone == *first))
    else {
        return Vec::new();
    };
    let message = format!("All {} instances are in zone {first}; put one in another.", zones.len());
    let field = Field::InstanceZone(last);
    let edit = Edit::Reset(field.clone());
    let title = format!("Move {} to zone {}", instance_within(last), field.default_text(context.design));
    vec![RULE.finding(field, message).softened(context).fix(title, [edit])]
}
