//! `diff`: what a change of a design does to a cluster that runs.

use aurora_designer::compare::{Side, Verdict, compare, json, markdown, text};
use aurora_designer::design::{Design, Positions, Word as _};
use aurora_designer::formats::link;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::cli::answer::{Answer, Failure};
use crate::cli::dropped::imported;
use crate::cli::files::Input;
use crate::cli::globals::Globals;

/// Print what a change does: each setting with its verdict, the bill and the findings apart
///
/// Exit code 0 where nothing differs, 1 where something does.
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  aurora-designer diff old.yaml new.yaml --format markdown --fail-on outage"
)]
pub(crate) struct Diff {
    /// What runs: a spec, a link, what `import` takes, or `-` for a spec on standard input
    from: String,
    /// What is wanted: a spec, a link, what `import` takes, or `-` for a spec on standard input
    to: String,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 only for that verdict and worse ones
    #[arg(long, value_enum, value_name = "VERDICT")]
    fail_on: Option<Worst>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For a pull request
    Markdown,
}

/// A verdict as an argument.
#[derive(Clone, Copy, Debug)]
struct Worst(Verdict);

impl ValueEnum for Worst {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Worst; 9] = [
            Worst(Verdict::None),
            Worst(Verdict::Live),
            Worst(Verdict::Window),
            Worst(Verdict::Reboot),
            Worst(Verdict::Resource),
            Worst(Verdict::Instance),
            Worst(Verdict::Outage),
            Worst(Verdict::Refused),
            Worst(Verdict::DataLoss),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()).help(self.0.title()))
    }
}

impl Diff {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        if self.from == "-" && self.to == "-" {
            return Err(Failure::of("<stdin>", "only one of the two designs can be standard input"));
        }
        let (a, b) = (opened(&self.from, globals)?, opened(&self.to, globals)?);
        let comparison = compare(a.side(), b.side(), globals.today());
        let written = match self.format {
            Format::Text => text(&comparison),
            Format::Json => json(&comparison),
            Format::Markdown => markdown(&comparison),
        };
        let least = self.fail_on.map_or(Verdict::None, |worst| worst.0);
        let fails = comparison.worst().is_some_and(|worst| worst >= least);
        let errors = a.errors.into_iter().chain(b.errors).collect();
        Ok(Answer { text: written, errors, code: u8::from(fails) })
    }
}

struct Opened {
    design: Design,
    positions: Positions,
    /// What of a link was not understood, and the notices of an import.
    errors: Vec<String>,
}

impl Opened {
    const fn side(&self) -> Side<'_> {
        Side { design: &self.design, positions: &self.positions }
    }
}

/// A spec by its file, a link by itself, or what runs: a folder, a state, whatever can be imported.
fn opened(operand: &str, globals: &Globals) -> Result<Opened, Failure> {
    if operand.starts_with("v=") || operand.starts_with('#') || operand.contains("#v=") {
        let (design, notices) = link::decode(operand);
        let errors = notices.iter().map(|notice| format!("link:1:1: {}", notice.message)).collect();
        return Ok(Opened { positions: Positions::canonical(&design), design, errors });
    }
    if let Some(import) = imported(operand, globals)? {
        let errors = import.notices.iter().map(ToString::to_string).collect();
        return Ok(Opened { positions: Positions::canonical(&import.design), design: import.design, errors });
    }
    let spec = Input::from(std::ffi::OsString::from(operand)).open(globals)?.spec;
    Ok(Opened { design: spec.design, positions: spec.positions, errors: Vec::new() })
}
