//! `cost`: the bill as text, JSON, CSV and Markdown, alone or next to another.

use std::fmt::Write as _;

use aurora_designer::design::Design;
use aurora_designer::estimate::{Bill, LEFT_OUT, Usd, bill};
use aurora_designer::facts::Day;
use aurora_designer::facts::prices::age_notice;
use aurora_designer::formats::bill as written;
use aurora_designer::formats::bill::lower::{lowered_csv, lowered_markdown, saving};
use aurora_designer::formats::bill::{MONTHS, amount_text, choices, compared, notes, total_text};
use aurora_designer::rules::lower::{Lowering, lowered};

use clap::{Args, ValueEnum, ValueHint};

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{Input, SpecFile};
use crate::cli::globals::Globals;
use crate::cli::table::table;

/// Print the monthly bill, its difference to that of another spec, or what would lower it
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer cost new.yaml --compare old.yaml")]
pub(crate) struct Cost {
    #[command(flatten)]
    spec: SpecFile,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The spec to compare with, or `-` for standard input
    #[arg(long, value_name = "OTHER", value_hint = ValueHint::FilePath)]
    compare: Option<Input>,
    /// What would lower the bill, what saves most first, with what each gives up
    #[arg(long, conflicts_with = "compare")]
    lower: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// Every line with its arithmetic
    Json,
    /// For a spreadsheet
    Csv,
    /// For a pull request
    Markdown,
}

impl Cost {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let today = globals.today();
        if self.spec.file == Input::Stdin && self.compare == Some(Input::Stdin) {
            return Err(Failure::of("<stdin>", "only one of the two specs can be standard input"));
        }
        let design = self.spec.open(globals)?.spec.design;
        let this = bill(&design, today);
        if self.lower {
            let all = lowered(&design, today);
            return Ok(Answer::text(match self.format {
                Format::Text => what_lowers(&all),
                Format::Json => written::lowered_json(&design, &this, &all, today),
                Format::Csv => lowered_csv(&all),
                Format::Markdown => lowered_markdown(&design, &all),
            }));
        }
        let Some(other) = &self.compare else {
            return Ok(Answer::text(match self.format {
                Format::Text => plain(&design, &this, today),
                Format::Json => written::json(&design, &this, today),
                Format::Csv => written::csv(&this),
                Format::Markdown => written::markdown(&design, &this, today),
            }));
        };
        let other_design = other.open(globals)?.spec.design;
        let other = bill(&other_design, today);
        Ok(Answer::text(match self.format {
            Format::Text => side_by_side(&this, &other),
            Format::Json => written::compared_json((&design, &this), (&other_design, &other), today),
            Format::Csv => written::compared_csv(&compared(&this, &other)),
            Format::Markdown => written::compared_markdown(&design, &compared(&this, &other)),
        }))
    }
}

fn what_lowers(all: &[Lowering]) -> String {
    if all.is_empty() {
        return "Nothing that this tool knows of would lower the bill.\n".to_owned();
    }
    let mut text = String::new();
    for it in all {
        let _ = writeln!(text, "{}: saves {}.", it.title, saving(it));
        let _ = writeln!(text, "  {}", it.gives_up);
        if !it.raises.is_empty() {
            let _ = writeln!(text, "  New warnings: {}.", it.raises.join(", "));
        }
        if !it.facts.is_empty() {
            let _ = writeln!(text, "  Facts: {}.", it.facts.join(", "));
        }
    }
    text.push_str("\nEach is priced alone, at the load that the bill assumes; savings don't add up.\n");
    text
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
