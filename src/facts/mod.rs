//! What AWS says: dated tables with a source in every row, and in [`catalog`] each fact as a sentence. No choice of the
//! user's and no logic beyond looking up.

pub mod catalog;
pub mod engines;
pub mod limits;
pub mod marks;
pub mod parameters;
pub mod prices;
pub mod provisioned;
pub mod regions;
pub mod units;

pub use catalog::{FACTS_DATE, Fact, Verdict, all, find};
pub use units::{Acu, Day, Decimal};
