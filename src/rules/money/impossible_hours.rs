//! `money/impossible-hours`

use crate::design::{Design, Edit, Field};
use crate::facts::{Decimal, limits};
use crate::rules::examples::design;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "money/impossible-hours",
    severity: Severity::Note,
    title: "More hours awake than a month has",
    why: "The bill counts 730 hours a month.",
    source: OWN_ADVICE,
    facts: &[],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || design(|it| it.usage.active_hours_per_month = Some(Decimal::whole(800))),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let most = Decimal::whole(limits::HOURS_PER_MONTH);
    let Some(hours) = context.design.usage.active_hours_per_month.filter(|hours| *hours > most) else {
        return Vec::new();
    };
    let message = format!("{hours} hours awake are more than the {most} of a month; the bill takes {most}.");
    let field = Field::ActiveHoursPerMonth;
    vec![RULE.finding(field.clone(), message).fix(format!("Use {most} hours"), [Edit::set(field, most)])]
}
