//! `cost`: the bill as text, JSON, CSV and Markdown, alone or next to another.

use std::fmt::Write as _;

use aurora_designer::design::Design;
use aurora_designer::estimate::{Bill, LEFT_OUT, Line, Month, Total, Usd, bill};
use serde::Serialize;
use serde_json::Number;

use super::args::Request;
use super::findings::lines;
use super::table::{csv_cell, table};
use super::{Answer, Failure, files};

#[derive(Serialize)]
struct BillEntry {
    currency: &'static str,
    price_date: String,
    region: &'static str,
    complete: bool,
    idle: Number,
    typical: Number,
    ceiling: Number,
    lines: Vec<LineEntry>,
}

#[derive(Serialize)]
struct LineEntry {
    id: &'static str,
    item: String,
    quantity: Option<Number>,
    unit: &'static str,
    unit_price: Option<Number>,
    monthly: Option<Number>,
    arithmetic: String,
}

#[derive(Serialize)]
struct Compared {
    #[serde(flatten)]
    bill: BillEntry,
    compare: BillEntry,
    /// This one minus the other.
    difference: Difference,
}

#[derive(Serialize)]
struct Difference {
    idle: Number,
    typical: Number,
    ceiling: Number,
}

/// Prices a spec.
pub(super) fn run(request: &Request) -> Result<Answer, Failure> {
    let design = files::spec(request, request.operand())?.design;
    let this = bill(&design, request.today);
    let format = request.format.as_deref();
    let Some(other) = &request.compare else {
        return Ok(Answer::text(match format {
            Some("json") => lines(&entry(&this)),
            Some("csv") => csv(&this),
            _ => plain(&this),
        }));
    };
    if other == "-" && request.operand() == "-" {
        return Err(Failure::arguments("only one of the two specs can be standard input"));
    }
    let other = bill(&files::spec(request, other)?.design, request.today);
    Ok(Answer::text(match format {
        Some("json") => {
            let minus = |month| money(this.total(month).usd.minus(other.total(month).usd));
            let difference = Difference {
                idle: minus(Month::Idle),
                typical: minus(Month::Typical),
                ceiling: minus(Month::Ceiling),
            };
            lines(&Compared { bill: entry(&this), compare: entry(&other), difference })
        }
        Some("csv") => {
            let rows = compared(&this, &other, &plain_amount);
            let head = ["id", "item", "monthly", "other_monthly", "difference"].map(str::to_owned).to_vec();
            std::iter::once(head).chain(rows).map(|row| csv_line(&row)).collect()
        }
        _ => {
            let rows = compared(&this, &other, &Usd::to_string);
            let head = ["", "Typical month", "This", "Other", "Difference"].map(str::to_owned).to_vec();
            let rows: Vec<_> = std::iter::once(head)
                .chain(rows)
                .map(|row| row.into_iter().skip(1).collect::<Vec<_>>())
                .collect();
            table(&rows, &[1, 2, 3])
        }
    }))
}

/// Dollars and cents without a sign of the currency: `1038.13`.
fn plain_amount(amount: &Usd) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

pub(super) fn money(amount: Usd) -> Number {
    number(&plain_amount(&amount)).unwrap_or_else(|| Number::from(0))
}

/// Exact decimal text as a number of JSON; its digits stay as they are.
fn number(text: &str) -> Option<Number> {
    text.parse().ok()
}

fn entry(bill: &Bill) -> BillEntry {
    let total = |month| bill.total(month);
    BillEntry {
        currency: "USD",
        price_date: bill.price_date.to_string(),
        region: bill.region,
        complete: Month::ALL.into_iter().all(|month| total(month).complete),
        idle: money(total(Month::Idle).usd),
        typical: money(total(Month::Typical).usd),
        ceiling: money(total(Month::Ceiling).usd),
        lines: bill.lines.iter().map(line_entry).collect(),
    }
}

fn line_entry(line: &Line) -> LineEntry {
    LineEntry {
        id: line.id.name(),
        item: line.item.clone(),
        quantity: number(&line.quantity),
        unit: line.unit,
        unit_price: line.unit_price.as_deref().and_then(number),
        monthly: line.monthly.map(|band| money(band.typical)),
        arithmetic: line.arithmetic.clone(),
    }
}

fn typical(line: &Line) -> Option<Usd> {
    line.monthly.map(|band| band.typical)
}

fn total_text(total: Total) -> String {
    if total.complete { total.usd.to_string() } else { format!("at least {}", total.usd) }
}

const MONTHS: [(Month, &str, &str); 3] = [
    (Month::Idle, "idle", "Idle month"),
    (Month::Typical, "typical", "Typical month"),
    (Month::Ceiling, "ceiling", "Ceiling month"),
];

fn plain(bill: &Bill) -> String {
    let mut rows = vec![["Typical month", "USD", ""].map(str::to_owned).to_vec()];
    for line in &bill.lines {
        let amount = typical(line).map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
        rows.push(vec![line.item.clone(), amount, line.arithmetic.clone()]);
    }
    let mut text = table(&rows, &[1]);
    text.push('\n');
    let totals = MONTHS.map(|(month, _, name)| vec![name.to_owned(), total_text(bill.total(month))]);
    text.push_str(&table(&totals, &[1]));
    let _ = write!(text, "\nPrices of {} as of {}, in USD. {LEFT_OUT}\n", bill.region, bill.price_date);
    for note in notes(bill) {
        let _ = writeln!(text, "{note}");
    }
    text
}

/// What is assumed or unconfirmed, each with its line.
fn notes(bill: &Bill) -> Vec<String> {
    bill.lines.iter().filter_map(|line| Some(format!("{}: {}", line.item, line.note?))).collect()
}

fn csv_line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| csv_cell(cell)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// The bill as CSV; an unknown amount is an empty cell, and the three totals come last.
pub(super) fn csv(bill: &Bill) -> String {
    let head = ["id", "item", "quantity", "unit", "unit_price", "monthly", "arithmetic"].map(str::to_owned);
    let mut text = csv_line(&head);
    for line in &bill.lines {
        text.push_str(&csv_line(&[
            line.id.name().to_owned(),
            line.item.clone(),
            line.quantity.clone(),
            line.unit.to_owned(),
            line.unit_price.clone().unwrap_or_default(),
            typical(line).map(|usd| plain_amount(&usd)).unwrap_or_default(),
            line.arithmetic.clone(),
        ]));
    }
    for (month, id, name) in MONTHS {
        let total = bill.total(month);
        let item = if total.complete { name.to_owned() } else { format!("{name}, at least") };
        let [none, unit, price, arithmetic] = [""; 4].map(str::to_owned);
        let amount = plain_amount(&total.usd);
        text.push_str(&csv_line(&[format!("total_{id}"), item, none, unit, price, amount, arithmetic]));
    }
    text
}

/// The bill as a page.
pub(super) fn markdown(design: &Design, bill: &Bill) -> String {
    // A name may hold anything; in a table a bar would end its cell.
    let cell = |text: &str| text.replace('|', "\\|").replace(['\n', '\r'], " ");
    let mut text = format!(
        "# Monthly bill of {}\n\nPrices of {} as of {}, in USD. {LEFT_OUT}\n\n",
        cell(&design.project_name),
        bill.region,
        bill.price_date
    );
    text.push_str("| Typical month | USD | Arithmetic |\n| --- | ---: | --- |\n");
    for line in &bill.lines {
        let amount = typical(line).map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
        let _ = writeln!(text, "| {} | {amount} | {} |", cell(&line.item), cell(&line.arithmetic));
    }
    text.push_str("\n| Month | USD |\n| --- | ---: |\n");
    for (month, _, name) in MONTHS {
        let _ = writeln!(text, "| {name} | {} |", total_text(bill.total(month)));
    }
    let notes = notes(bill);
    if !notes.is_empty() {
        text.push('\n');
    }
    for note in notes {
        let _ = writeln!(text, "- {}", cell(&note));
    }
    text
}

/// Id, item, both amounts and their difference of every line that one of the bills has; then the totals.
fn compared(this: &Bill, other: &Bill, show: &dyn Fn(&Usd) -> String) -> Vec<Vec<String>> {
    let same = |one: &Line, two: &Line| one.id == two.id && one.item == two.item;
    let only_there = other.lines.iter().filter(|line| !this.lines.iter().any(|it| same(it, line)));
    let mut pairs: Vec<(Option<&Line>, Option<&Line>)> =
        this.lines.iter().map(|line| (Some(line), other.lines.iter().find(|it| same(it, line)))).collect();
    pairs.extend(only_there.map(|line| (None, Some(line))));
    pairs.sort_by_key(|(one, two)| one.or(*two).map(|line| line.id));
    let amount = |line: Option<&Line>| line.map_or(Some(Usd::ZERO), typical);
    let shown = |usd: Option<Usd>| usd.map(|usd| show(&usd)).unwrap_or_default();
    let mut rows = Vec::new();
    for (one, two) in pairs {
        let Some(line) = one.or(two) else { continue };
        let (mine, theirs) = (amount(one), amount(two));
        let difference = mine.zip(theirs).map(|(mine, theirs)| mine.minus(theirs));
        let cells = [shown(mine), shown(theirs), shown(difference)];
        rows.push([line.id.name().to_owned(), line.item.clone()].into_iter().chain(cells).collect());
    }
    for (month, id, name) in MONTHS {
        let (mine, theirs) = (this.total(month), other.total(month));
        let cells = [show(&mine.usd), show(&theirs.usd), show(&mine.usd.minus(theirs.usd))];
        let complete = mine.complete && theirs.complete;
        let item = if complete { name.to_owned() } else { format!("{name}, as far as known") };
        rows.push([format!("total_{id}"), item].into_iter().chain(cells).collect());
    }
    rows
}
