//! What the panel of the bill shows: words and numbers that a page only has to place, and what its buttons do.

mod alternatives;
mod budget;
mod lines;
mod lower;
mod page;
mod regions;
mod seed;

pub use page::{Acted, Page};

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::estimate::LineKey;
use crate::facts::Day;

/// What a page of the ledger is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Subject {
    /// What would lower the bill.
    Lower,
    /// What else the month could be paid for with.
    Alternatives,
    /// What the design costs in every Region.
    Regions,
    /// What the months are against the budget.
    Budget,
    /// What a line of the bill rests on.
    RestsOn(LineKey),
}

impl Subject {
    /// Its page, of a design at the prices of that day.
    pub fn page(self, design: &Design, today: Day) -> Page {
        match self {
            Self::Lower => lower::page(design, today),
            Self::Alternatives => alternatives::page(design, today),
            Self::Regions => regions::page(design, today),
            Self::Budget => budget::page(design, today),
            Self::RestsOn(line) => lines::page(design, today, line),
        }
    }
}

/// One side of the bill.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Sheet {
    /// Line by line.
    #[default]
    Lines,
    /// As pictures.
    Charts,
    /// What else the month could be paid for with.
    Alternatives,
    /// In every Region.
    Regions,
    /// Against what a month may cost.
    Budget,
}

impl Sheet {
    /// In the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Lines, Self::Charts, Self::Alternatives, Self::Regions, Self::Budget];

    /// The words on its tab, by which a browser remembers it too.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lines => "Lines",
            Self::Charts => "Charts",
            Self::Alternatives => "Alternatives",
            Self::Regions => "Regions",
            Self::Budget => "Budget",
        }
    }

    /// The side of that name, else the lines.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|sheet| sheet.name() == name).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_side_is_found_by_its_name() {
        for sheet in Sheet::ALL {
            assert_eq!(Sheet::named(sheet.name()), sheet);
        }
        assert_eq!(Sheet::named("What an older app called it"), Sheet::Lines);
    }
}
