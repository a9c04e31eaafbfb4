//! `global/too-many-secondaries`

use crate::design::{Field, Secondary};
use crate::facts::limits;
use crate::facts::regions::REGIONS;
use crate::rules::examples::global;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/too-many-secondaries",
    severity: Severity::Error,
    title: "The Global Database has too many secondaries",
    why: "AWS takes 10 secondary Regions.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    facts: &["GDB-01"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || {
        global(|it| it.secondaries = REGIONS.iter().take(11).map(|it| Secondary::in_region(it)).collect())
    },
    good: || {
        global(|it| it.secondaries = REGIONS.iter().take(10).map(|it| Secondary::in_region(it)).collect())
    },
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let count = context.design.secondaries().len();
    if count <= limits::MAX_SECONDARIES {
        return Vec::new();
    }
    let message = format!("There are {count} secondary Regions; AWS takes {}.", limits::MAX_SECONDARIES);
    vec![RULE.finding(Field::Global, message)]
}
