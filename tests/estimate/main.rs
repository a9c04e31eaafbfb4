//! The bill, worked by hand: every expected line below was computed on paper from prices.json.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by panicking"
)]

mod alternatives;
mod arithmetic;
mod assumed;
mod book;
mod capacity;
mod fit;
mod fitting;
mod global;
mod marginal;
mod properties;
mod rest;
mod services;
mod worked;
mod written;

use aurora_designer::design::Design;
use aurora_designer::estimate::{Bill, Line, Month, bill};
use aurora_designer::facts::{Day, Decimal};

/// The day of the bills, unless a test is about days.
const TODAY: Day = Day::new(2026, 11, 25);

/// A default design, changed.
fn design(change: impl FnOnce(&mut Design)) -> Design {
    let mut design = Design::default();
    change(&mut design);
    design
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// A usage figure.
fn some(text: &str) -> Option<Decimal> {
    let figure = Decimal::parse(text);
    assert!(figure.is_some(), "{text}");
    figure
}

/// `writer_acu: 2 ACU × 730 h × $0.12 = $175.20`.
fn written(line: &Line) -> String {
    let amount = line.monthly.map_or("unknown".to_owned(), |band| band.typical.to_string());
    format!("{}: {} = {amount}", line.id.name(), line.arithmetic)
}

/// `$362.60 ≤ $1,004.50 ≤ $2,844.10`, with `at least` before a sum that lacks an unknown price.
fn totals(bill: &Bill) -> String {
    let figures = Month::ALL.map(|month| {
        let total = bill.total(month);
        format!("{}{}", if total.complete { "" } else { "at least " }, total.usd)
    });
    figures.join(" ≤ ")
}

/// The design's whole bill, line by line, and its three months.
#[track_caller]
fn assert_bill(design: &Design, lines: &[&str], months: &str) {
    let bill = bill(design, TODAY);
    let all: Vec<_> = bill.lines.iter().map(written).collect();
    assert_eq!(all, lines);
    assert_eq!(totals(&bill), months);
}

/// The lines that the expected ones name, in their order; the others are another test's matter.
#[track_caller]
fn assert_lines(design: &Design, today: Day, lines: &[&str]) {
    let ids: Vec<_> = lines.iter().filter_map(|line| line.split(':').next()).collect();
    let bill = bill(design, today);
    let named: Vec<_> = bill.lines.iter().filter(|line| ids.contains(&line.id.name())).map(written).collect();
    assert_eq!(named, lines);
}

/// A line's three months: `$0.40 $0.45 $0.45`.
#[track_caller]
fn assert_months(design: &Design, id: &str, months: &[&str]) {
    let bill = bill(design, TODAY);
    let all: Vec<_> = bill
        .lines
        .iter()
        .filter(|line| line.id.name() == id)
        .map(|line| {
            line.monthly.map_or("unknown".to_owned(), |band| {
                format!("{} {} {}", band.idle, band.typical, band.ceiling)
            })
        })
        .collect();
    assert_eq!(all, months, "{id}");
}
