//! Findings that one of two designs has alone.

use std::collections::BTreeMap;

use super::Side;
use crate::design::{Design, Field, Part};
use crate::estimate::Bill;
use crate::facts::Day;
use crate::rules::{Finding, Severity, check};

/// A finding with its place in the file.
pub(super) type Found = (Finding, String);

/// What a finding is about, whatever its figures say and wherever its part stands in the list.
type Cause = (&'static str, Severity, About);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Field(Field),
    /// A setting of a secondary, by its place among them all; secondaries are told by their Region.
    Secondary(&'static str, usize),
    /// A suppression, by the rule that it is about.
    Suppression(String),
}

impl About {
    fn of(design: &Design, field: &Field) -> Self {
        if let Field::Suppress(place) = field
            && let Some(it) = design.suppress.get(*place)
        {
            return Self::Suppression(it.rule.clone());
        }
        let Part::Secondary(place) = field.part() else { return Self::Field(field.clone()) };
        let region = design.secondaries().get(place).map(|it| it.region.code);
        let setting = Field::all_of_secondary(place).position(|it| it == *field);
        region
            .zip(setting)
            .map_or_else(|| Self::Field(field.clone()), |(region, setting)| Self::Secondary(region, setting))
    }
}

/// All findings of a design.
pub(super) fn found(side: Side<'_>, bill: &Bill, today: Day) -> Vec<Found> {
    let placed = |it: Finding| {
        let path = it.field.path(side.positions);
        (it, path)
    };
    check(side.design, bill, today).into_iter().map(placed).collect()
}

/// Findings of A that B has not, and those of B that A has not. One that says the same with other figures is in both; where
/// a rule finds several things at one place, as many are in both as the fewer of them.
pub(super) fn apart((a, of_a): (&Design, Vec<Found>), (b, of_b): (&Design, Vec<Found>)) -> [Vec<Found>; 2] {
    let cause =
        |design: &Design, it: &Finding| -> Cause { (it.rule.id, it.severity, About::of(design, &it.field)) };
    let mut causes: BTreeMap<Cause, [Vec<Found>; 2]> = BTreeMap::new();
    let mut order = Vec::new();
    for (place, (design, all)) in [(a, of_a), (b, of_b)].into_iter().enumerate() {
        for it in all {
            let cause = cause(design, &it.0);
            order.push((place, cause.clone()));
            if let Some(side) = causes.entry(cause).or_default().get_mut(place) {
                side.push(it);
            }
        }
    }
    for [old, new] in causes.values_mut() {
        let same = |it: &Found, others: &[Found]| others.iter().any(|other| other.0.message == it.0.message);
        let before = old.clone();
        old.retain(|it| !same(it, new));
        new.retain(|it| !same(it, &before));
        let both = old.len().min(new.len());
        old.drain(..both);
        new.drain(..both);
    }
    let mut alone = [Vec::new(), Vec::new()];
    for (place, cause) in order {
        let left = causes.get_mut(&cause).and_then(|sides| sides.get_mut(place));
        if let (Some(left), Some(all)) = (left, alone.get_mut(place)) {
            all.append(left);
        }
    }
    alone
}
