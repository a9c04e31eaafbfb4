//! `suppress/unknown-rule`

use super::{answered, each};
use crate::design::values::nearest_word;
use crate::rules::{ALL, Context, Examples, Finding, OWN_ADVICE, Rule, Severity, find};

pub(crate) static RULE: Rule = Rule {
    id: "suppress/unknown-rule",
    severity: Severity::Warning,
    title: "A suppression names no rule",
    why: "Nothing is suppressed by it. The list of rules has the right names.",
    source: OWN_ADVICE,
    facts: &[],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || answered("monitoring/alarms-unherd", "nobody is on call yet", None),
    good: || answered("monitoring/alarms-unheard", "nobody is on call yet", None),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    each(context, &RULE, &|it| {
        if find(&it.rule).is_some() {
            return None;
        }
        let mut message = format!("No rule is called {:?}", it.rule);
        if let Some(nearest) = nearest_word(&it.rule, ALL.iter().map(|rule| rule.id)) {
            message.push_str("; the nearest is ");
            message.push_str(nearest);
        }
        message.push('.');
        Some(message)
    })
}
