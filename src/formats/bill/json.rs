//! The bill as JSON: amounts rounded to the cent, quantities and unit prices as exact numbers.

use std::fmt::Write as _;

use crate::design::Design;
use crate::estimate::{Bill, Line, assumptions};
use crate::facts::Day;
use crate::facts::prices::age_in_days;

use super::{MONTHS, plain, typical};

/// The bill of a design.
pub fn json(design: &Design, bill: &Bill, today: Day) -> String {
    let mut out = String::new();
    Value::Object(entries(design, bill, today)).write(&mut out, 0);
    out.push('\n');
    out
}

/// A bill with another one, and what it costs more.
pub fn compared_json(this: (&Design, &Bill), other: (&Design, &Bill), today: Day) -> String {
    let minus = |(month, key, _)| {
        let usd = this.1.total(month).usd.minus(other.1.total(month).usd);
        (key, Value::Number(plain(usd)))
    };
    let mut all = entries(this.0, this.1, today);
    all.push(("compare", Value::Object(entries(other.0, other.1, today))));
    all.push(("difference", Value::Object(MONTHS.map(minus).into())));
    let mut out = String::new();
    Value::Object(all).write(&mut out, 0);
    out.push('\n');
    out
}

fn entries(design: &Design, bill: &Bill, today: Day) -> Vec<(&'static str, Value)> {
    let total = |(month, key, _)| (key, Value::Number(plain(bill.total(month).usd)));
    let complete = MONTHS.iter().all(|(month, ..)| bill.total(*month).complete);
    let mut all = vec![
        ("currency", Value::text("USD")),
        ("price_date", Value::Text(bill.price_date.to_string())),
        ("price_age_days", Value::Number(age_in_days(today).to_string())),
        ("region", Value::text(bill.region)),
        ("complete", Value::Plain(if complete { "true" } else { "false" })),
    ];
    all.extend(MONTHS.map(total));
    all.push(("lines", Value::List(bill.lines.iter().map(|it| line(design, it)).collect())));
    all
}

fn line(design: &Design, line: &Line) -> Value {
    let number = |text: Option<String>| text.map_or(Value::Plain("null"), Value::Number);
    let words = |text: Option<String>| text.map_or(Value::Plain("null"), Value::Text);
    let assumed = assumptions(design, line).into_iter().map(|it| Value::Text(it.text)).collect();
    Value::Object(vec![
        ("id", Value::text(line.id.name())),
        ("item", Value::text(&line.item)),
        ("quantity", Value::Number(line.quantity.clone())),
        ("unit", Value::text(line.unit)),
        ("unit_price", number(line.unit_price.clone())),
        ("monthly", number(typical(line).map(plain))),
        ("arithmetic", Value::text(&line.arithmetic)),
        ("assumes", Value::List(assumed)),
        ("note", words(line.note.map(str::to_owned))),
        ("source", words(line.provenance.map(|it| it.sources.to_owned()))),
        ("as_of", words(line.provenance.map(|it| it.as_of.to_string()))),
        ("confidence", words(line.provenance.map(|it| it.confidence.word().to_owned()))),
    ])
}

enum Value {
    Text(String),
    /// Decimal text, which is a number of JSON as it stands.
    Number(String),
    Plain(&'static str),
    List(Vec<Self>),
    Object(Vec<(&'static str, Self)>),
}

impl Value {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Text(text) => quoted(text, out),
            Self::Number(text) => out.push_str(text),
            Self::Plain(text) => out.push_str(text),
            Self::List(items) => {
                let items = items.iter().map(|item| (None, item));
                block(out, depth, ['[', ']'], items);
            }
            Self::Object(entries) => {
                let items = entries.iter().map(|(key, value)| (Some(*key), value));
                block(out, depth, ['{', '}'], items);
            }
        }
    }
}

fn block<'a>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: impl Iterator<Item = (Option<&'a str>, &'a Value)>,
) {
    out.push(open);
    let mut any = false;
    for (key, value) in items {
        if any {
            out.push(',');
        }
        any = true;
        indent(out, depth + 1);
        if let Some(key) = key {
            quoted(key, out);
            out.push_str(": ");
        }
        value.write(out, depth + 1);
    }
    if any {
        indent(out, depth);
    }
    out.push(close);
}

fn indent(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => {
                // Writing to a String can't fail.
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_so_that_any_reader_takes_it_back() {
        let mut out = String::new();
        quoted("a\"b\\c\n\u{1}é", &mut out);
        assert_eq!(out, "\"a\\\"b\\\\c\\n\\u0001é\"");
    }

    #[test]
    fn empty_lists_stay_on_their_line() {
        let mut out = String::new();
        let inner = Value::Object(vec![("b", Value::Plain("null"))]);
        Value::Object(vec![("a", Value::List(vec![])), ("c", Value::List(vec![inner]))]).write(&mut out, 0);
        assert_eq!(out, "{\n  \"a\": [],\n  \"c\": [\n    {\n      \"b\": null\n    }\n  ]\n}");
    }
}
