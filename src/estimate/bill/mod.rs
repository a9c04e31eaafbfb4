//! A design's bill, line by line, for an idle, a typical and a ceiling month.

mod arithmetic;
mod book;
mod compute;
mod costs;
mod endpoints;
mod global;
mod line;
mod load;
mod proxy;
mod services;
mod shape;
mod storage;
mod support;
pub(super) mod text;

use crate::design::{Design, Part};
use crate::facts::Day;
use crate::facts::prices::PRICE_DATE;

use super::{Month, Usd};
use costs::Costs;

pub use arithmetic::{Arithmetic, Charge};
pub use compute::acu_hour;
pub use line::{Line, LineId, LineKey, Unit};
pub(super) use load::Supposed;
pub(super) use shape::Shape;

/// A month's sum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Total {
    /// The sum of the known lines.
    pub usd: Usd,
    /// Whether every line is known; else the sum is "at least".
    pub complete: bool,
}

impl Total {
    fn new<'a>(lines: impl Iterator<Item = &'a Line>, month: Month) -> Self {
        let mut total = Self { usd: Usd::ZERO, complete: true };
        for line in lines {
            match line.monthly {
                Some(band) => total.usd = total.usd.plus(band.of(month)),
                None => total.complete = false,
            }
        }
        // A sum that is held at the largest amount is no less than that.
        total.complete &= total.usd < Usd::MOST;
        total
    }
}

/// The bill of a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bill {
    /// Region code.
    pub region: &'static str,
    /// Date of the price book.
    pub price_date: Day,
    /// Lines in the order of [`LineId`].
    pub lines: Vec<Line>,
}

impl Bill {
    /// The sum of a month, before rounding.
    pub fn total(&self, month: Month) -> Total {
        Total::new(self.lines.iter(), month)
    }

    /// The line of that key, if the bill has it.
    pub fn line(&self, key: LineKey) -> Option<&Line> {
        self.lines.iter().find(|line| line.key() == key)
    }

    /// How many lines have an amount that is not known.
    pub fn unknown(&self) -> usize {
        self.lines.iter().filter(|line| line.monthly.is_none()).count()
    }

    /// What a part of the diagram costs; `complete` is false where one of its lines is unknown.
    pub fn of(&self, part: Part, month: Month) -> Total {
        Total::new(self.lines.iter().filter(|line| line.part == part), month)
    }
}

/// What no line holds and every reader of a bill should know.
pub const LEFT_OUT: &str = "List prices without tax; free tiers of the account, requests to keys, and traffic of clients are left out.";

/// The bill of a design on a day; the day only decides whether Extended Support is charged.
pub fn bill(design: &Design, today: Day) -> Bill {
    supposing(design, today, Supposed::Nothing)
}

/// The bill under a supposition.
pub(super) fn supposing(design: &Design, today: Day, supposed: Supposed) -> Bill {
    of_costs(&Costs::new(design, today, supposed))
}

fn of_costs(costs: &Costs<'_>) -> Bill {
    let design = costs.design;
    let mut lines = Vec::with_capacity(16 + design.cluster.readers.len() + 6 * design.secondaries().len());
    compute::add(costs, &mut lines);
    storage::add(costs, &mut lines);
    proxy::add(costs, &mut lines);
    endpoints::add(costs, &mut lines);
    support::add(costs, &mut lines);
    services::add(costs, &mut lines);
    global::add(costs, &mut lines);
    lines.sort_unstable_by_key(|line| line.id);
    Bill { region: design.region.code, price_date: PRICE_DATE, lines }
}
