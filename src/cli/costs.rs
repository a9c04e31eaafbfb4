//! `cost`: the bill as text, JSON, CSV and Markdown, alone or next to another.

use std::fmt::Write as _;

use aurora_designer::design::Design;
use aurora_designer::estimate::{Bill, LEFT_OUT, Usd, bill};
use aurora_designer::facts::Day;
use aurora_designer::facts::prices::age_notice;
use aurora_designer::formats::bill as written;
use aurora_designer::formats::bill::{MONTHS, amount_text, choices, compared, notes, total_text};

use super::args::Request;
use super::table::table;
use super::{Answer, Failure, files};

/// Prices a spec.
pub(super) fn run(request: &Request) -> Result<Answer, Failure> {
    let today = request.today;
    let design = files::spec(request, request.operand())?.design;
    let this = bill(&design, today);
    let format = request.format.as_deref();
    let Some(other) = &request.compare else {
        return Ok(Answer::text(match format {
            Some("json") => written::json(&design, &this, today),
            Some("csv") => written::csv(&this),
            Some("markdown") => written::markdown(&design, &this, today),
            _ => plain(&design, &this, today),
        }));
    };
    if other == "-" && request.operand() == "-" {
        return Err(Failure::arguments("only one of the two specs can be standard input"));
    }
    let other_design = files::spec(request, other)?.design;
    let other = bill(&other_design, today);
    Ok(Answer::text(match format {
        Some("json") => written::compared_json((&design, &this), (&other_design, &other), today),
        Some("csv") => written::compared_csv(&compared(&this, &other)),
        Some("markdown") => written::compared_markdown(&design, &compared(&this, &other)),
        _ => side_by_side(&this, &other),
    }))
}

fn side_by_side(this: &Bill, other: &Bill) -> String {
    let shown = |usd: Option<Usd>| usd.map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
    let mut rows = vec![["Typical month", "This", "Other", "Difference"].map(str::to_owned).to_vec()];
    for it in compared(this, other) {
        let difference = shown(it.difference());
        rows.push(vec![it.item, shown(it.this), shown(it.other), difference]);
    }
    table(&rows, &[1, 2, 3])
}

fn plain(design: &Design, bill: &Bill, today: Day) -> String {
    let mut rows = vec![["Typical month", "USD", ""].map(str::to_owned).to_vec()];
    for line in &bill.lines {
        rows.push(vec![line.item(), amount_text(line), line.arithmetic.to_string()]);
    }
    let mut text = table(&rows, &[1]);
    text.push('\n');
    let totals = MONTHS.map(|(month, _, name)| vec![name.to_owned(), total_text(bill.total(month))]);
    text.push_str(&table(&totals, &[1]));
    // Writing to a String can't fail, here and below.
    let _ = write!(text, "\nPrices of {} as of {}, in USD. {LEFT_OUT}\n", bill.region, bill.price_date);
    for note in age_notice(today).into_iter().chain(choices(design, today)).chain(notes(bill)) {
        let _ = writeln!(text, "{note}");
    }
    text
}
