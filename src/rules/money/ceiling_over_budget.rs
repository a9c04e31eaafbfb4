//! `money/ceiling-over-budget`

use super::budget;
use crate::design::Field;
use crate::estimate::Month;
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "money/ceiling-over-budget",
    severity: Severity::Note,
    title: "A month at the maximum costs more than the budget",
    why: "The maximum is the only limit to what a month can cost; a runaway query reaches it.",
    source: OWN_ADVICE,
    facts: &["ADV-02", "ACU-09"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.budget_monthly_usd = Some(Decimal::whole(1500))),
    good: || design(|it| it.budget_monthly_usd = Some(Decimal::whole(1_000_000))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some((budget, typical)) = budget(context, Month::Typical) else { return Vec::new() };
    let ceiling = context.bill.total(Month::Ceiling);
    // A typical month beyond it is money/over-budget.
    if typical.usd > budget || ceiling.usd <= budget {
        return Vec::new();
    }
    let least = super::least(ceiling);
    let message = format!(
        "A month at the maximum costs {least}{}, the budget is {budget}; a lower maximum limits it.",
        ceiling.usd
    );
    vec![RULE.finding(Field::Budget, message)]
}
