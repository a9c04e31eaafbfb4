//! `suppress/without-reason`

use super::{answered, each};
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity, find};

pub(crate) static RULE: Rule = Rule {
    id: "suppress/without-reason",
    severity: Severity::Warning,
    title: "A suppression has no reason",
    why: "Whoever reads it later can't tell whether it still holds, so it suppresses nothing.",
    source: OWN_ADVICE,
    facts: &[],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || answered("monitoring/alarms-unheard", " ", None),
    good: || answered("monitoring/alarms-unheard", "nobody is on call yet", None),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    each(context, &RULE, &|it| {
        let rule = find(&it.rule).filter(|_| it.reason.trim().is_empty())?;
        Some(format!("{} is suppressed without a reason, so it stays; write one.", rule.id))
    })
}
