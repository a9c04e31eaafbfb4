//! The bill as a table, a page and data: the same bytes in the browser and on the command line.

mod choices;
mod compare;
mod csv;
#[cfg(not(target_arch = "wasm32"))] // the command line alone prints it
mod json;
pub mod lower;
mod markdown;
pub mod page;

pub use choices::choices;
pub use compare::{Compared, compared, total_name};
pub use csv::{compared_csv, csv};
#[cfg(not(target_arch = "wasm32"))]
pub use json::{compared_json, json, lowered_json};
pub use markdown::{compared_markdown, markdown};

use crate::estimate::{Bill, Line, Month, Total, Usd};

/// The months in order: for programs and for people.
pub const MONTHS: [(Month, &str, &str); 3] = [
    (Month::Idle, "idle", "Idle month"),
    (Month::Typical, "typical", "Typical month"),
    (Month::Ceiling, "ceiling", "Ceiling month"),
];

/// Dollars and cents without a sign of the currency: `1038.13`.
pub fn plain(amount: Usd) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// A total as people read it: `at least $1,038.13` where a price is unknown.
pub fn total_text(total: Total) -> String {
    if total.complete { total.usd.to_string() } else { format!("at least {}", total.usd) }
}

/// A line's typical month as people read it.
pub fn amount_text(line: &Line) -> String {
    typical(line).map_or_else(|| "unknown".to_owned(), |usd| usd.to_string())
}

/// What is unconfirmed or left out of the lines, each with its line.
pub fn notes(bill: &Bill) -> Vec<String> {
    bill.lines.iter().filter_map(|line| Some(format!("{}: {}", line.item(), line.note?))).collect()
}

fn typical(line: &Line) -> Option<Usd> {
    line.monthly.map(|band| band.typical)
}
