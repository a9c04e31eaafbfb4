//! The bill as JSON: amounts rounded to the cent, quantities and unit prices as exact numbers.

use serde::Serialize;
use serde_json::Number;

use crate::design::Design;
use crate::estimate::{self, Bill, Month, Usd, assumptions};
use crate::facts::Day;
use crate::facts::prices::age_in_days;
use crate::formats::json::lines;
use crate::rules::lower::Lowering;

use super::lower::changed;
use super::{MONTHS, plain};

/// The bill of a design.
pub fn json(design: &Design, bill: &Bill, today: Day) -> String {
    lines(&Page::new(design, bill, today))
}

/// A bill with another one, and what it costs more.
pub fn compared_json(this: (&Design, &Bill), other: (&Design, &Bill), today: Day) -> String {
    let minus = |month| this.1.total(month).usd.minus(other.1.total(month).usd);
    lines(&Compared {
        this: Page::new(this.0, this.1, today),
        compare: Page::new(other.0, other.1, today),
        difference: Months::new(minus),
    })
}

/// What would lower a bill.
pub fn lowered_json(design: &Design, bill: &Bill, all: &[Lowering], today: Day) -> String {
    let lower = all.iter().map(|it| Lower {
        id: it.id,
        title: &it.title,
        gives_up: &it.gives_up,
        saves: Months::new(|month| it.saves.of(month)),
        complete: it.complete,
        facts: it.facts,
        warns: &it.raises,
        edits: changed(design, it)
            .into_iter()
            .map(|change| Edit { path: change.path, from: change.from, to: change.to })
            .collect(),
    });
    let page = Page::new(design, bill, today);
    lines(&Lowered {
        currency: page.currency,
        price_date: page.price_date,
        region: page.region,
        months: page.months,
        lower: lower.collect(),
    })
}

#[derive(Serialize)]
struct Lowered<'a> {
    currency: &'static str,
    price_date: String,
    region: &'a str,
    #[serde(flatten)]
    months: Months,
    lower: Vec<Lower<'a>>,
}

#[derive(Serialize)]
struct Lower<'a> {
    id: &'static str,
    title: &'a str,
    gives_up: &'a str,
    saves: Months,
    complete: bool,
    facts: &'static [&'static str],
    warns: &'a [&'static str],
    edits: Vec<Edit>,
}

#[derive(Serialize)]
struct Edit {
    path: String,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct Compared<'a> {
    #[serde(flatten)]
    this: Page<'a>,
    compare: Page<'a>,
    difference: Months,
}

#[derive(Serialize)]
struct Page<'a> {
    currency: &'static str,
    price_date: String,
    price_age_days: i64,
    region: &'a str,
    complete: bool,
    #[serde(flatten)]
    months: Months,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Months {
    idle: Number,
    typical: Number,
    ceiling: Number,
}

#[derive(Serialize)]
struct Line {
    id: &'static str,
    item: String,
    quantity: Number,
    unit: &'static str,
    unit_price: Option<Number>,
    monthly: Option<Number>,
    arithmetic: String,
    assumes: Vec<String>,
    note: Option<&'static str>,
    source: Option<&'static str>,
    as_of: Option<String>,
    confidence: Option<&'static str>,
}

impl<'a> Page<'a> {
    fn new(design: &Design, bill: &'a Bill, today: Day) -> Self {
        Self {
            currency: "USD",
            price_date: bill.price_date.to_string(),
            price_age_days: age_in_days(today),
            region: bill.region,
            complete: MONTHS.iter().all(|(month, ..)| bill.total(*month).complete),
            months: Months::new(|month| bill.total(month).usd),
            lines: bill.lines.iter().map(|line| Line::new(design, line)).collect(),
        }
    }
}

impl Months {
    fn new(usd: impl Fn(Month) -> Usd) -> Self {
        let cents = |month| number(&plain(usd(month)));
        Self { idle: cents(Month::Idle), typical: cents(Month::Typical), ceiling: cents(Month::Ceiling) }
    }
}

impl Line {
    fn new(design: &Design, line: &estimate::Line) -> Self {
        Self {
            id: line.id.name(),
            item: line.item(),
            quantity: number(&line.quantity.to_string()),
            unit: line.unit().name(),
            unit_price: line.unit_price.map(|price| number(&price.to_string())),
            monthly: line.monthly.map(|band| number(&plain(band.typical))),
            arithmetic: line.arithmetic.to_string(),
            assumes: assumptions(design, line).into_iter().map(|it| it.text).collect(),
            note: line.note,
            source: line.provenance.map(|it| it.sources),
            as_of: line.provenance.map(|it| it.as_of.to_string()),
            confidence: line.provenance.map(|it| it.confidence.word()),
        }
    }
}

/// Decimal text, whose digits stay as they are; every number of a bill is one of JSON's.
fn number(text: &str) -> Number {
    text.parse().unwrap_or_else(|_| Number::from(0))
}
