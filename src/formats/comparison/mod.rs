//! Two designs side by side: what changes and what that does, the bill line by line, findings that come and go; as JSON
//! and as Markdown for a pull request.

mod json;
mod markdown;

use crate::compare::{Change, Side, Verdict, compared, worst};
use crate::design::{Part, Positions, Word};
use crate::estimate::{Band, Month, Usd, bill};
use crate::facts::Day;
use crate::rules::{Finding, check};

use super::bill::{Compared, compared as bills};

pub use json::json;
pub use markdown::markdown;

/// Everything in which two designs differ.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The settings and parts that differ, in the spec's order, each with the part of the diagram that it belongs to.
    pub changes: Vec<(Part, Change)>,
    /// The worst verdict; [`Verdict::None`] where nothing differs.
    pub worst: Verdict,
    /// The two bills line by line: `this` is the second's, `other` the first's.
    pub lines: Vec<Compared>,
    /// What the second costs more in each month, as far as it is known.
    pub cost: Band<Usd>,
    /// Findings that only the second has.
    pub new: Vec<Found>,
    /// Findings that only the first has.
    pub gone: Vec<Found>,
}

/// A finding, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// `topic/name`.
    pub rule: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The setting that it is about.
    pub path: String,
    /// What is so.
    pub message: String,
}

impl Comparison {
    /// Compares what runs with what is wanted, on that day.
    pub fn new(from: Side<'_>, to: Side<'_>, today: Day) -> Self {
        let (old, new) = (bill(from.design, today), bill(to.design, today));
        let (before, after) = (check(from.design, &old, today), check(to.design, &new, today));
        let changes = compared(from, to);
        Self {
            worst: worst(changes.iter().map(|(_, change)| change)),
            changes,
            lines: bills(&new, &old),
            cost: Band::by(|month: Month| new.total(month).usd.minus(old.total(month).usd)),
            new: only_in(&after, &before, to.positions),
            gone: only_in(&before, &after, from.positions),
        }
    }

    /// Whether nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// What the first list finds and the second does not: another rule, or the same at another setting.
fn only_in(these: &[Finding], those: &[Finding], positions: &Positions) -> Vec<Found> {
    let known =
        |it: &Finding| those.iter().any(|other| other.rule.id == it.rule.id && other.field == it.field);
    let found = |it: &Finding| Found {
        rule: it.rule.id,
        severity: it.severity.word(),
        path: it.field.path(positions),
        message: it.message.clone(),
    };
    these.iter().filter(|it| !known(it)).map(found).collect()
}
