//! `global/too-many-instances`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::secondary;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/too-many-instances",
    severity: Severity::Error,
    title: "A secondary has too many instances",
    why: "A secondary cluster takes 16 readers.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    facts: &["LIM-01", "GDB-11"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || secondary(|it| it.readers = 17),
    good: || secondary(|it| it.readers = 16),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let most = limits::MAX_SECONDARY_READERS;
    let large = context.design.secondaries().iter().enumerate().filter(|(_, it)| it.readers > most);
    large
        .map(|(index, secondary)| {
            let message =
                format!("{} has {} instances; AWS takes {most}.", secondary.region.code, secondary.readers);
            let field = Field::SecondaryReaders(index);
            let edit = Edit::set(field.clone(), most);
            RULE.finding(field, message).fix(format!("Keep {most}"), [edit])
        })
        .collect()
}
