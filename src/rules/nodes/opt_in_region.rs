//! `nodes/opt-in-region`

use crate::design::{Design, Field, Member};
use crate::facts::regions::AF_SOUTH_1;
use crate::rules::examples::design;
use crate::rules::members::places;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "nodes/opt-in-region",
    severity: Severity::Note,
    title: "A Region must be enabled in the account first",
    why: "AWS keeps newer Regions off until somebody turns them on for the account.",
    source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html",
    facts: &["REG-04"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || design(|it| it.region = &AF_SOUTH_1), good: Design::default };

fn check(context: &Context<'_>) -> Vec<Finding> {
    let regions = places(context.design).into_iter().filter(|place| place.region.opt_in);
    regions
        .map(|place| {
            let field = match place.member {
                Member::Primary => Field::Region,
                Member::Secondary(index) => Field::SecondaryRegion(index),
            };
            let message = format!(
                "{} must be enabled in the account before anything is made there.",
                place.region.code
            );
            RULE.finding(field, message)
        })
        .collect()
}
