//! `global/small-secondary`

use crate::design::{Edit, Field};
use crate::facts::Acu;
use crate::rules::examples::secondary;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/small-secondary",
    severity: Severity::Warning,
    title: "A secondary is smaller than the primary",
    why: "When it takes over, it cannot carry the load.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html",
    facts: &["GDB-05b", "GDB-05"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || secondary(|it| it.max_capacity = Some(Acu::whole(8))),
    good: || secondary(|it| it.max_capacity = Some(Acu::whole(32))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let max = context.design.cluster.max_capacity;
    let secondaries = context.design.secondaries().iter().enumerate();
    secondaries
        .filter_map(|(index, secondary)| {
            Some((index, secondary, secondary.max_capacity.filter(|own| *own < max)?))
        })
        .map(|(index, secondary, own)| {
            let message = format!(
                "{} grows to {own} ACU, the primary to {max}; it can't take over the load.",
                secondary.region.code
            );
            let field = Field::SecondaryMaxCapacity(index);
            let finding = RULE.finding(field.clone(), message);
            // A minimum of its own beyond that is another matter, which the remedy would only uncover.
            if context.design.secondary_min(secondary) > max {
                return finding;
            }
            let title = format!("Let it grow, and cost, up to {max} ACU as the primary does");
            finding.fix(title, [Edit::Reset(field)])
        })
        .collect()
}
