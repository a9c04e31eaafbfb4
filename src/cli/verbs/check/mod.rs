//! `check`: findings as text, JSON and SARIF, and what else there is to say of the design.

mod about;
mod sarif;

use std::fmt::Write as _;

use aurora_designer::design::{Design, Edit, Field, Word};
use aurora_designer::estimate::bill;
use aurora_designer::formats::changes::changes;
use aurora_designer::formats::escape::terminal_line;
use aurora_designer::formats::json::lines;
use aurora_designer::formats::yaml::Spec;
use aurora_designer::rules::{self, Finding, Severity};
use aurora_designer::simulate::Asked;
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::json;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{Opened, SpecFile};
use crate::cli::globals::Globals;
use crate::cli::load::{LoadArgument, Stop, load_argument};
use about::About;
use sarif::sarif;

/// Print the findings, what pauses, how good the version is and whether serverless fits
///
/// Exit code 1 where a finding is an error.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer check aurora.yaml --format sarif")]
pub(crate) struct Check {
    #[command(flatten)]
    spec: SpecFile,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Add what is found under a load: PRESET:BASE:PEAK, or a file of JSON or CSV
    #[arg(long, value_name = "LOAD", value_parser = load_argument)]
    load: Option<LoadArgument>,
    /// With JSON, print an object that holds pausing, version and fit too
    #[arg(long)]
    full: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// The array of findings
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: &'a str,
    path: String,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixEntry<'a>>,
}

#[derive(Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    edits: Vec<EditEntry>,
}

#[derive(Serialize)]
struct EditEntry {
    path: String,
    from: Option<String>,
    to: Option<String>,
}

impl Check {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let (opened, today) = (self.spec.open(globals)?, globals.today());
        let spec = &opened.spec;
        globals.note(format!("checked for {today}"));
        let bill = bill(&spec.design, today);
        let asked = match self.asked(&spec.design, globals) {
            Ok(asked) => asked,
            Err(stop) => return stop.answer(),
        };
        let findings = rules::check_under(&spec.design, &bill, today, asked.as_ref());
        let about = || About::new(&spec.design, &bill, today);
        let text = match self.format {
            Format::Text => format!("{}\n{}", plain(&opened, &findings), about().text()),
            Format::Json if self.full => {
                let mut all = about().json();
                if let Some(all) = all.as_object_mut() {
                    all.insert("findings".to_owned(), json!(entries(spec, &findings)));
                }
                lines(&all)
            }
            Format::Json => lines(&entries(spec, &findings)),
            Format::Sarif => lines(&sarif(&opened, &findings)),
        };
        let code = u8::from(findings.iter().any(|finding| finding.severity == Severity::Error));
        Ok(Answer { text, code, ..Answer::default() })
    }

    /// What the load of the command line asks of the design.
    fn asked(&self, design: &Design, globals: &Globals) -> Result<Option<Asked>, Stop> {
        let Some(argument) = &self.load else { return Ok(None) };
        let load = argument.open(globals)?;
        let asked = Asked::of(design, &load).map_err(|why| Stop::of("--load", why))?;
        Ok(Some(match argument {
            // Its noise is ours, and nobody's peak.
            LoadArgument::Preset(_, _, peak) => Asked { highest: *peak, over_max: None, ..asked },
            LoadArgument::File(_) => asked,
        }))
    }
}

fn entries<'a>(spec: &Spec, findings: &'a [Finding]) -> Vec<Entry<'a>> {
    let entry = |finding: &'a Finding| Entry {
        rule: finding.rule.id,
        severity: finding.severity.word(),
        path: finding.field.path(&spec.positions),
        message: &finding.message,
        fix: finding
            .fix
            .as_ref()
            .map(|fix| FixEntry { title: &fix.title, edits: edits(spec, fix.edits.as_slice()) }),
    };
    findings.iter().map(entry).collect()
}

/// What somebody would have to write: settings that only follow from others, before and after, are left out.
fn edits(spec: &Spec, edits: &[Edit]) -> Vec<EditEntry> {
    let Ok(mended) = spec.design.with_all(edits) else { return Vec::new() };
    let chosen = |design: &Design| {
        let changed = Field::every(design).into_iter().filter(|field| field.is_changed(design));
        changed.map(|field| field.path(&spec.positions)).collect::<Vec<_>>()
    };
    let (before, after) = (chosen(&spec.design), chosen(&mended));
    changes(&spec.design, &mended, &spec.positions)
        .into_iter()
        .filter(|change| before.contains(&change.path) || after.contains(&change.path))
        .map(|it| EditEntry { path: it.path, from: it.from, to: it.to })
        .collect()
}

fn plain(opened: &Opened, findings: &[Finding]) -> String {
    let mut text = String::new();
    for it in findings {
        // Writing to a String can't fail, here and below.
        let (severity, path) = (it.severity.word(), it.field.path(&opened.spec.positions));
        let message = terminal_line(&it.message);
        let _ = writeln!(text, "{}: {severity}: {message} [{}]", opened.place(&path), it.rule.id);
        let _ = writeln!(text, "  {}", terminal_line(&path));
        if let Some(fix) = &it.fix {
            let _ = writeln!(text, "  fix: {}", fix.title);
        }
        for other in &it.others {
            let _ = writeln!(text, "  or: {}", other.title);
        }
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counted =
        |number: usize, word: &str| format!("{number} {word}{}", if number == 1 { "" } else { "s" });
    let _ = writeln!(
        text,
        "{}, {}, {}",
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning"),
        counted(count(Severity::Note), "note")
    );
    text
}
