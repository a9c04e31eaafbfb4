//! `suppress/error-stays`

use super::{answered, each};
use crate::rules::{Context, Examples, Finding, OWN_ADVICE, Rule, Severity, find};

pub(crate) static RULE: Rule = Rule {
    id: "suppress/error-stays",
    severity: Severity::Warning,
    title: "An error is suppressed",
    why: "AWS or Terraform refuses what an error is about, whatever anybody thinks of it, so an error stays.",
    source: OWN_ADVICE,
    facts: &[],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || answered("engine/retired-version", "it has always worked", None),
    good: || answered("monitoring/alarms-unheard", "nobody is on call yet", None),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    each(context, &RULE, &|it| {
        let rule = find(&it.rule).filter(|rule| rule.severity == Severity::Error)?;
        Some(format!("{} is an error and can't be suppressed; mend it.", rule.id))
    })
}
