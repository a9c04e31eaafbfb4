//! The bill as CSV, by RFC 4180.

use crate::estimate::{Bill, Usd};

use super::{Compared, MONTHS, plain, typical};

/// The bill; an unknown amount is an empty cell, and the three totals come last.
pub fn csv(bill: &Bill) -> String {
    let mut text = row(&["id", "item", "quantity", "unit", "unit_price", "monthly", "arithmetic"]);
    for line in &bill.lines {
        let amount = typical(line).map(plain).unwrap_or_default();
        let price = line.unit_price.map(|price| price.to_string()).unwrap_or_default();
        let (item, quantity, arithmetic) =
            (line.item(), line.quantity.to_string(), line.arithmetic.to_string());
        let unit = line.unit().name();
        text.push_str(&row(&[line.id.name(), &item, &quantity, unit, &price, &amount, &arithmetic]));
    }
    for (month, id, name) in MONTHS {
        let total = bill.total(month);
        let item = if total.complete { name.to_owned() } else { format!("{name}, at least") };
        text.push_str(&row(&[&format!("total_{id}"), &item, "", "", "", &plain(total.usd), ""]));
    }
    text
}

/// Two bills side by side.
pub fn compared_csv(rows: &[Compared]) -> String {
    let shown = |usd: Option<Usd>| usd.map(plain).unwrap_or_default();
    let mut text = row(&["id", "item", "monthly", "other_monthly", "difference"]);
    for it in rows {
        text.push_str(&row(&[&it.id, &it.item, &shown(it.this), &shown(it.other), &shown(it.difference())]));
    }
    text
}

fn row(cells: &[&str]) -> String {
    let mut line = String::new();
    for (place, text) in cells.iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        if text.contains(['"', ',', '\n', '\r']) {
            line.push('"');
            line.push_str(&text.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(text);
        }
    }
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        assert_eq!(row(&["a", "1,000", "say \"so\"", ""]), "a,\"1,000\",\"say \"\"so\"\"\",\r\n");
    }
}
