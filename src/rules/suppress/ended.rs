//! `suppress/ended`

use super::{answered, each};
use crate::facts::Day;
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity, find};

pub(crate) static RULE: Rule = Rule {
    id: "suppress/ended",
    severity: Severity::Note,
    title: "A suppression has ended",
    why: "After its last day the finding is back. Decide again: mend it, or give the suppression a later day.",
    source: OWN_ADVICE,
    facts: &[],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || quiet(Day::new(2026, 1, 31)), good: || quiet(Day::new(2099, 1, 31)) };

fn check(context: &Context<'_>) -> Vec<Finding> {
    each(context, &RULE, &|it| {
        let day = it.until.filter(|day| context.today > *day && find(&it.rule).is_some())?;
        // Without a reason it never held: suppress/without-reason.
        let reason = Some(reason(&it.reason)).filter(|reason| !reason.is_empty())?;
        Some(format!("The suppression of {} ended on {day}; its reason was: {reason}.", it.rule))
    })
}

/// The reason without the end of its sentence.
fn reason(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

fn quiet(until: Day) -> crate::design::Design {
    answered("monitoring/alarms-unheard", "nobody is on call yet", Some(until))
}
