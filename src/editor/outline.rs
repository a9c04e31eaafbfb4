//! The design in rows.

use crate::estimate::{Bill, Month};

/// The typical month as a section's head shows it: `at least $1,038.13`.
pub fn total_words(bill: &Bill) -> String {
    let total = bill.total(Month::Typical);
    if total.complete { total.usd.to_string() } else { format!("at least {}", total.usd) }
}
