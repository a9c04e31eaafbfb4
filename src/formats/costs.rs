//! The bill as CSV, and the words that every way of writing it shares.

use crate::estimate::{Bill, Line, Month, Total, Usd};

/// The months as files name them: short in CSV, in words for people.
pub const MONTHS: [(Month, &str, &str); 3] = [
    (Month::Idle, "idle", "Idle month"),
    (Month::Typical, "typical", "Typical month"),
    (Month::Ceiling, "ceiling", "Ceiling month"),
];

/// Dollars and cents without a sign of the currency: `1038.13`.
pub fn amount(amount: &Usd) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// A line's amount in a typical month, if it is known.
pub fn typical(line: &Line) -> Option<Usd> {
    line.monthly.map(|band| band.typical)
}

/// A sum in words: "at least" where one of its lines is unknown.
pub fn total_text(total: Total) -> String {
    if total.complete { total.usd.to_string() } else { format!("at least {}", total.usd) }
}

/// What is assumed or unconfirmed, each with its line.
pub fn notes(bill: &Bill) -> Vec<String> {
    bill.lines.iter().filter_map(|line| Some(format!("{}: {}", line.item, line.note?))).collect()
}

/// A line of CSV.
pub fn csv_line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| csv_cell(cell)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// The bill as CSV; an unknown amount is an empty cell, and the three totals come last.
pub fn csv(bill: &Bill) -> String {
    let head = ["id", "item", "quantity", "unit", "unit_price", "monthly", "arithmetic"].map(str::to_owned);
    let mut text = csv_line(&head);
    for line in &bill.lines {
        text.push_str(&csv_line(&[
            line.id.name().to_owned(),
            line.item.clone(),
            line.quantity.clone(),
            line.unit.to_owned(),
            line.unit_price.clone().unwrap_or_default(),
            typical(line).map(|usd| amount(&usd)).unwrap_or_default(),
            line.arithmetic.clone(),
        ]));
    }
    for (month, id, name) in MONTHS {
        let total = bill.total(month);
        let item = if total.complete { name.to_owned() } else { format!("{name}, at least") };
        let [none, unit, price, arithmetic] = [""; 4].map(str::to_owned);
        let usd = amount(&total.usd);
        text.push_str(&csv_line(&[format!("total_{id}"), item, none, unit, price, usd, arithmetic]));
    }
    text
}

/// A cell of a CSV file: quoted where it must be.
fn csv_cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
