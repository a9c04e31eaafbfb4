//! What AWS says: dated tables with a source in every row. No choice of the user's and no logic beyond looking up.

pub mod catalog;
pub mod engines;
mod engines_table;
pub mod limits;
pub mod prices;
mod prices_table;
pub mod provisioned;
pub mod regions;
mod regions_table;
pub mod units;

pub use catalog::{Fact, Verdict, all, find};
pub use units::{Acu, Day, Decimal};

/// The day on which the rules and version tables were compiled; newer values are never an error.
pub const FACTS_DATE: Day = Day::new(2026, 11, 23);
