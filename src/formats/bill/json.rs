//! The bill as JSON: amounts rounded to the cent, quantities and unit prices as exact numbers.

use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Number;

use crate::design::Design;
use crate::estimate::{Bill, Line, assumptions};
use crate::facts::Day;
use crate::facts::prices::age_in_days;

use super::{MONTHS, plain, typical};

/// The bill of a design.
pub fn json(design: &Design, bill: &Bill, today: Day) -> String {
    print(&Value::Object(entries(design, bill, today))) + "\n"
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
    print(&Value::Object(all)) + "\n"
}

fn entries(design: &Design, bill: &Bill, today: Day) -> Vec<(&'static str, Value)> {
    let total = |(month, key, _)| (key, Value::Number(plain(bill.total(month).usd)));
    let complete = MONTHS.iter().all(|(month, ..)| bill.total(*month).complete);
    let mut all = vec![
        ("currency", Value::text("USD")),
        ("price_date", Value::Text(bill.price_date.to_string())),
        ("price_age_days", Value::Number(age_in_days(today).to_string())),
        ("region", Value::text(bill.region)),
        ("complete", Value::Flag(complete)),
    ];
    all.extend(MONTHS.map(total));
    all.push(("lines", Value::List(bill.lines.iter().map(|it| line(design, it)).collect())));
    all
}

fn line(design: &Design, line: &Line) -> Value {
    let number = |text: Option<String>| text.map_or(Value::Null, Value::Number);
    let words = |text: Option<String>| text.map_or(Value::Null, Value::Text);
    let assumed = assumptions(design, line).into_iter().map(|it| Value::Text(it.text)).collect();
    Value::Object(vec![
        ("id", Value::text(line.id.name())),
        ("item", Value::Text(line.item())),
        ("quantity", Value::Number(line.quantity.to_string())),
        ("unit", Value::text(line.unit().name())),
        ("unit_price", number(line.unit_price.map(|price| price.to_string()))),
        ("monthly", number(typical(line).map(plain))),
        ("arithmetic", Value::Text(line.arithmetic.to_string())),
        ("assumes", Value::List(assumed)),
        ("note", words(line.note.map(str::to_owned))),
        ("source", words(line.provenance.map(|it| it.sources.to_owned()))),
        ("as_of", words(line.provenance.map(|it| it.as_of.to_string()))),
        ("confidence", words(line.provenance.map(|it| it.confidence.word().to_owned()))),
    ])
}

enum Value {
    Text(String),
    /// Decimal text, whose digits stay as they are.
    Number(String),
    Flag(bool),
    Null,
    List(Vec<Self>),
    /// Entries in this order.
    Object(Vec<(&'static str, Self)>),
}

impl Value {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(text) => text.parse::<Number>().map_err(S::Error::custom)?.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Null => serializer.serialize_unit(),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// Two spaces a step; every number of a bill is one of JSON's, so nothing can fail.
fn print(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_so_that_any_reader_takes_it_back() {
        let out = print(&Value::text("a\"b\\c\n\u{1}é"));
        assert_eq!(out, "\"a\\\"b\\\\c\\n\\u0001é\"");
    }

    #[test]
    fn empty_lists_stay_on_their_line() {
        let inner = Value::Object(vec![("b", Value::Null)]);
        let out = print(&Value::Object(vec![("a", Value::List(vec![])), ("c", Value::List(vec![inner]))]));
        assert_eq!(out, "{\n  \"a\": [],\n  \"c\": [\n    {\n      \"b\": null\n    }\n  ]\n}");
    }
}
