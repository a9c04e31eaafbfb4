//! The bill as a page of Markdown: lines with their arithmetic, the three months, assumptions and what is unconfirmed.

use std::fmt::Write as _;

use crate::design::Design;
use crate::estimate::{Bill, LEFT_OUT, Usd, assumptions};
use crate::facts::Day;
use crate::facts::prices::{Provenance, age_notice};
use crate::formats::escape::markdown_text;

use super::{Compared, MONTHS, amount_text, choices, notes, total_text};

/// The bill of a design as a page.
pub fn markdown(design: &Design, bill: &Bill, today: Day) -> String {
    // Writing to a String can't fail, here and below.
    let mut text = format!(
        "# Monthly bill of {}\n\nPrices of {} as of {}, in USD. {LEFT_OUT}\n\n",
        markdown_text(&design.project_name),
        bill.region,
        bill.price_date
    );
    if let Some(notice) = age_notice(today) {
        let _ = writeln!(text, "{notice}\n");
    }
    text.push_str("| Typical month | USD | Arithmetic | Price as of |\n| --- | ---: | --- | --- |\n");
    for line in &bill.lines {
        let (item, amount, arithmetic) =
            (markdown_text(&line.item()), amount_text(line), markdown_text(&line.arithmetic.to_string()));
        let known = |it: &Provenance| format!("{}, {}", it.as_of, it.confidence.word());
        let as_of = line.provenance.map(known).unwrap_or_default();
        let _ = writeln!(text, "| {item} | {amount} | {arithmetic} | {as_of} |");
    }
    text.push_str("\n| Month | USD |\n| --- | ---: |\n");
    for (month, _, name) in MONTHS {
        let _ = writeln!(text, "| {name} | {} |", total_text(bill.total(month)));
    }
    list(&mut text, "What single choices cost", &choices(design, today));
    let assumed = assumed(design, bill);
    list(&mut text, "Assumed for the typical month", &assumed);
    list(&mut text, "Unconfirmed or left out", &notes(bill));
    text
}

/// Two bills side by side as a page.
pub fn compared_markdown(design: &Design, rows: &[Compared]) -> String {
    let shown = |usd: Option<Usd>| usd.map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
    let mut text = format!("# Change of the monthly bill of {}\n\n", markdown_text(&design.project_name));
    text.push_str("| Typical month | This | Other | Difference |\n| --- | ---: | ---: | ---: |\n");
    for it in rows {
        let [this, other, difference] = [it.this, it.other, it.difference()].map(shown);
        let _ = writeln!(text, "| {} | {this} | {other} | {difference} |", markdown_text(&it.item));
    }
    text
}

/// What the lines assume, each once.
fn assumed(design: &Design, bill: &Bill) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for it in bill.lines.iter().flat_map(|line| assumptions(design, line)) {
        if !all.contains(&it.text) {
            all.push(it.text);
        }
    }
    all
}

fn list(text: &mut String, title: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    let _ = write!(text, "\n## {title}\n\n");
    for item in items {
        let _ = writeln!(text, "- {}", markdown_text(item));
    }
}
