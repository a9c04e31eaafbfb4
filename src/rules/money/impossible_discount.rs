//! `money/impossible-discount`

use crate::design::{Edit, Field};
use crate::facts::Decimal;
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "money/impossible-discount",
    severity: Severity::Note,
    title: "A larger discount than a savings plan gives",
    why: "Savings plans take up to 35 % off ACUs.",
    source: "https://aws.amazon.com/savingsplans/database-pricing/",
    facts: &["PRI-05"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.usage.savings_plan_percent = Decimal::whole(50)),
    good: || design(|it| it.usage.savings_plan_percent = Decimal::whole(35)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (percent, most) = (context.design.usage.savings_plan_percent, Decimal::whole(35));
    if percent <= most {
        return Vec::new();
    }
    let message = format!("A discount of {percent} % is more than the 35 % that a savings plan gives.");
    let field = Field::SavingsPlanPercent;
    vec![RULE.finding(field.clone(), message).fix("Use 35 %", [Edit::set(field, most)])]
}
