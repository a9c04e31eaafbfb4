//! `capacity/min-low-for-global`

use crate::design::Field;
use crate::facts::Acu;
use crate::rules::examples::global;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-low-for-global",
    severity: Severity::Warning,
    title: "Minimum capacity is too low for a Global Database",
    why: "AWS recommends at least 8 ACU in the primary Region: replication itself needs capacity.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    facts: &["ACU-35"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        let mut design = global(|_| ());
        design.cluster.min_capacity = Acu::whole(2);
        design
    },
    good: || global(|_| ()),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let min = context.design.cluster.min_capacity;
    if context.design.global.is_none() || min >= Acu::whole(8) {
        return Vec::new();
    }
    let message =
        format!("The primary of a Global Database has a minimum of {min} ACU; AWS recommends 8 ACU or more.");
    vec![RULE.finding(Field::MinCapacity, message)]
}
