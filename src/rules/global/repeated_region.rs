//! `global/repeated-region`

use crate::design::{Edit, Field};
use crate::facts::regions::US_EAST_1;
use crate::rules::examples::{global, secondary};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "global/repeated-region",
    severity: Severity::Error,
    title: "A Region holds two members of the Global Database",
    why: "Each Region holds one member, the primary's Region too.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html",
    facts: &["GDB-01"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || secondary(|it| it.region = &US_EAST_1), good: || global(|_| ()) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut taken = vec![context.design.region];
    let mut findings = Vec::new();
    for (index, secondary) in context.design.secondaries().iter().enumerate() {
        if taken.contains(&secondary.region) {
            let message = format!("{} holds two members of the Global Database.", secondary.region.code);
            let finding = RULE.finding(Field::SecondaryRegion(index), message);
            findings.push(finding.fix("Remove this secondary", [Edit::RemoveSecondary(index)]));
        }
        taken.push(secondary.region);
    }
    findings
}
