//! Money: the budget and what the bill assumes.

pub(super) mod average_out_of_range;
pub(super) mod ceiling_over_budget;
pub(super) mod impossible_discount;
pub(super) mod impossible_hours;
pub(super) mod over_budget;

use super::Context;
use crate::estimate::{Month, Total, Usd};

/// The budget, where there is one, and what a month costs.
fn budget(context: &Context<'_>, month: Month) -> Option<(Usd, Total)> {
    let budget = Usd::product(context.design.budget_monthly_usd?, &[]);
    Some((budget, context.bill.total(month)))
}

/// What stands before a sum that lacks lines.
const fn least(total: Total) -> &'static str {
    if total.complete { "" } else { "at least " }
}
