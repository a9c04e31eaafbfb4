//! The bill as CSV, by RFC 4180.

use crate::estimate::{Bill, Usd};
use crate::formats::escape::{csv_number, csv_row, csv_text};

use super::{Compared, MONTHS, plain, typical};

/// The bill; an unknown amount is an empty cell, and the three totals come last.
pub fn csv(bill: &Bill) -> String {
    let mut text =
        csv_row(&["id", "item", "quantity", "unit", "unit_price", "monthly", "arithmetic"].map(csv_text));
    for line in &bill.lines {
        text.push_str(&csv_row(&[
            csv_text(line.id.name()),
            csv_text(&line.item()),
            csv_number(line.quantity.to_string()),
            csv_text(line.unit().name()),
            csv_number(line.unit_price.map(|price| price.to_string()).unwrap_or_default()),
            csv_number(typical(line).map(plain).unwrap_or_default()),
            csv_text(&line.arithmetic.to_string()),
        ]));
    }
    for (month, id, name) in MONTHS {
        let total = bill.total(month);
        let item = if total.complete { name.to_owned() } else { format!("{name}, at least") };
        let [id, item] = [&format!("total_{id}"), &item].map(|it| csv_text(it));
        let none = String::new;
        let cells = [id, item, none(), none(), none(), csv_number(plain(total.usd)), none()];
        text.push_str(&csv_row(&cells));
    }
    text
}

/// Two bills side by side.
pub fn compared_csv(rows: &[Compared]) -> String {
    let shown = |usd: Option<Usd>| usd.map(plain).unwrap_or_default();
    let mut text = csv_row(&["id", "item", "monthly", "other_monthly", "difference"].map(csv_text));
    for it in rows {
        let [this, other, difference] = [it.this, it.other, it.difference()].map(shown).map(csv_number);
        text.push_str(&csv_row(&[csv_text(&it.id), csv_text(&it.item), this, other, difference]));
    }
    text
}
