//! `cost`: the bill as text, JSON and CSV, alone or next to another.

use std::fmt::Write as _;

use aurora_designer::estimate::{Bill, LEFT_OUT, Line, Month, Usd, bill};
use aurora_designer::formats::costs::{MONTHS, amount, csv, csv_line, notes, total_text, typical};
use serde::Serialize;
use serde_json::Number;

use super::args::Request;
use super::findings::lines;
use super::table::table;
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
            let rows = compared(&this, &other, &amount);
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

fn money(usd: Usd) -> Number {
    number(&amount(&usd)).unwrap_or_else(|| Number::from(0))
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

fn plain(bill: &Bill) -> String {
    let mut rows = vec![["Typical month", "USD", ""].map(str::to_owned).to_vec()];
    for line in &bill.lines {
        let usd = typical(line).map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
        rows.push(vec![line.item.clone(), usd, line.arithmetic.clone()]);
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

/// Id, item, both amounts and their difference of every line that one of the bills has; then the totals.
fn compared(this: &Bill, other: &Bill, show: &dyn Fn(&Usd) -> String) -> Vec<Vec<String>> {
    let same = |one: &Line, two: &Line| one.id == two.id && one.item == two.item;
    let only_there = other.lines.iter().filter(|line| !this.lines.iter().any(|it| same(it, line)));
    let mut pairs: Vec<(Option<&Line>, Option<&Line>)> =
        this.lines.iter().map(|line| (Some(line), other.lines.iter().find(|it| same(it, line)))).collect();
    pairs.extend(only_there.map(|line| (None, Some(line))));
    pairs.sort_by_key(|(one, two)| one.or(*two).map(|line| line.id));
    let of = |line: Option<&Line>| line.map_or(Some(Usd::ZERO), typical);
    let shown = |usd: Option<Usd>| usd.map(|usd| show(&usd)).unwrap_or_default();
    let mut rows = Vec::new();
    for (one, two) in pairs {
        let Some(line) = one.or(two) else { continue };
        let (mine, theirs) = (of(one), of(two));
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
