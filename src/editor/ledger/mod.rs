//! What the panel of the bill shows, row by row: words and numbers that a page only has to place.

mod alternatives;
mod budget;
mod lines;
mod lower;
mod regions;
mod seed;

pub use alternatives::{Alternatives, ClassRow, Instances, OtherStorage, Plan, Storage, use_other_storage};
pub use budget::{Against, BudgetSheet, FitRow, budget};
pub use lines::{RestsOn, rests_on};
pub use lower::{LowerRow, LowerSheet};
pub use regions::{RegionRow, regions};
pub use seed::ExampleRow;

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
