//! `money/over-budget`

use super::budget;
use crate::design::Field;
use crate::estimate::Month;
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "money/over-budget",
    severity: Severity::Warning,
    title: "A typical month costs more than the budget",
    why: "The bill says which lines to look at.",
    source: OWN_ADVICE,
    facts: &["ADV-11"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.budget_monthly_usd = Some(Decimal::ONE)),
    good: || design(|it| it.budget_monthly_usd = Some(Decimal::whole(1_000_000))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some((budget, total)) = budget(context, Month::Typical) else { return Vec::new() };
    if total.usd <= budget {
        return Vec::new();
    }
    let message =
        format!("A typical month costs {}{}, the budget is {budget}.", super::least(total), total.usd);
    vec![RULE.finding(Field::Budget, message)]
}
