//! `diff`: what a change does to what runs, as text, JSON and Markdown.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

use aurora_designer::compare::{Side, Verdict};
use aurora_designer::design::{Design, Positions, Word};
use aurora_designer::estimate::Usd;
use aurora_designer::formats::comparison::{Comparison, json, markdown};
use aurora_designer::formats::{link, yaml};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum, ValueHint};

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{Input, SPEC_LIMIT};
use crate::cli::globals::Globals;
use crate::cli::table::table;

/// Print what changes from one design to another, and what AWS and Terraform do then
///
/// Each change has a verdict, from harmless to worst: none, live, window, reboot, resource, instance, outage, refused,
/// `data_loss`. Exit code 0 where nothing changes, 1 where something does; with `--fail-on` 1 only for that verdict and
/// worse ones.
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  aurora-designer diff aurora.yaml new.yaml --format markdown --fail-on outage"
)]
pub(crate) struct Diff {
    /// What runs: a spec, a link, or `-` for standard input
    #[arg(value_name = "A", value_hint = ValueHint::FilePath)]
    from: OsString,
    /// What is wanted: a spec, a link, or `-` for standard input
    #[arg(value_name = "B", value_hint = ValueHint::FilePath)]
    to: OsString,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The mildest verdict that makes the exit code 1
    #[arg(long, value_name = "VERDICT", value_enum)]
    fail_on: Option<Limit>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// Every change with its verdict, why and its source
    Json,
    /// For a pull request
    Markdown,
}

/// A verdict as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit(Verdict);

impl ValueEnum for Limit {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Limit; 9] = [
            Limit(Verdict::None),
            Limit(Verdict::Live),
            Limit(Verdict::Window),
            Limit(Verdict::Reboot),
            Limit(Verdict::Resource),
            Limit(Verdict::Instance),
            Limit(Verdict::Outage),
            Limit(Verdict::Refused),
            Limit(Verdict::DataLoss),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()).help(self.0.label()))
    }
}

/// One of the two designs.
struct Operand {
    name: String,
    design: Design,
    positions: Positions,
    notices: Vec<String>,
}

impl Diff {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        if self.from == "-" && self.to == "-" {
            return Err(Failure::of("<stdin>", "only one of the two designs can be standard input"));
        }
        let (from, to) = (operand(&self.from, globals)?, operand(&self.to, globals)?);
        let it = Comparison::new(from.side(), to.side(), globals.today());
        let text = match self.format {
            Format::Text => plain(&it),
            Format::Json => json(&it),
            Format::Markdown => markdown(&it, &from.name, &to.name),
        };
        let limit = self.fail_on.map_or(Verdict::None, |limit| limit.0);
        let code = u8::from(!it.is_empty() && it.worst >= limit);
        Ok(Answer { text, errors: [from.notices, to.notices].concat(), code })
    }
}

impl Operand {
    const fn side(&self) -> Side<'_> {
        Side { design: &self.design, positions: &self.positions }
    }
}

/// Reads a spec or a link. A file of that name wins; what was not understood of a link is a notice.
fn operand(argument: &OsString, globals: &Globals) -> Result<Operand, Failure> {
    if let Some(text) = argument.to_str().filter(|text| is_link(text) && !Path::new(text).exists()) {
        return Ok(linked(text));
    }
    let input = Input::from(argument.clone());
    let text = input.text(globals, SPEC_LIMIT)?;
    if is_link(text.trim()) {
        return Ok(linked(text.trim()));
    }
    let name = input.name();
    let spec = yaml::read(&text).map_err(|error| {
        let at = if error.path.is_empty() { String::new() } else { format!("{}: ", error.path) };
        Failure(format!("{name}:{}:{}: {at}{}", error.line, error.column, error.message))
    })?;
    Ok(Operand { name, design: spec.design, positions: spec.positions, notices: Vec::new() })
}

fn is_link(text: &str) -> bool {
    let starts = ["https://", "http://", "#v=", "v="].iter().any(|start| text.starts_with(start));
    starts && !text.contains(char::is_whitespace)
}

fn linked(text: &str) -> Operand {
    let (design, notices) = link::decode(text);
    Operand {
        name: format!("link of {}", design.project_name),
        positions: Positions::canonical(&design),
        design,
        notices: notices.iter().map(|notice| format!("link:1:1: {}", notice.message)).collect(),
    }
}

fn plain(it: &Comparison) -> String {
    if it.is_empty() {
        return "No setting changes.\n".to_owned();
    }
    // Writing to a String can't fail, here and below.
    let mut text = format!("Worst: {} ({})\n", it.worst.label(), it.worst.word());
    for (_, change) in &it.changes {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        let (from, to) = (value(&change.from), value(&change.to));
        let _ = write!(
            text,
            "\n{}: {from} -> {to}\n  {}: {}\n  {}\n",
            change.path,
            change.verdict.word(),
            change.why,
            change.source
        );
    }
    let shown = |usd: Option<Usd>| usd.map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
    let mut rows = vec![["Typical month", "A", "B", "Difference"].map(str::to_owned).to_vec()];
    for line in it.lines.iter().filter(|line| line.this != line.other || line.id.starts_with("total_")) {
        rows.push(vec![line.item.clone(), shown(line.other), shown(line.this), shown(line.difference())]);
    }
    let _ = write!(text, "\n{}", table(&rows, &[1, 2, 3]));
    for (title, found) in [("New findings", &it.new), ("Findings that are gone", &it.gone)] {
        if !found.is_empty() {
            let _ = writeln!(text, "\n{title}:");
        }
        for finding in found {
            let _ = writeln!(text, "  {} [{}] {}", finding.severity, finding.rule, finding.message);
        }
    }
    text
}
