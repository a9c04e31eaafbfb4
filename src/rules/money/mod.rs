//! Money: the budget and what the bill assumes.

pub(super) mod average_out_of_range;
pub(super) mod impossible_discount;
pub(super) mod impossible_hours;
pub(super) mod over_budget;
