//! Suppressions: those that no longer do what they were written for.

pub(super) mod ended;
pub(super) mod error_stays;
pub(super) mod unknown_rule;
pub(super) mod without_reason;

use super::{Context, Finding, Rule};
use crate::design::{Field, Suppression};

/// A finding at every suppression of which there is something to say.
fn each(
    context: &Context<'_>,
    rule: &'static Rule,
    says: &dyn Fn(&Suppression) -> Option<String>,
) -> Vec<Finding> {
    let all = context.design.suppress.iter().enumerate();
    all.filter_map(|(index, it)| Some(rule.finding(Field::Suppress(index), says(it)?))).collect()
}

/// The default design with an answer to a rule.
fn answered(rule: &str, reason: &str, until: Option<crate::facts::Day>) -> crate::design::Design {
    super::examples::design(|it| {
        it.suppress = vec![Suppression { rule: rule.to_owned(), reason: reason.to_owned(), until }];
    })
}
