//! `rules`: the catalogue, and one rule's page.

use std::fmt::Write as _;

use aurora_designer::design::Word;
use aurora_designer::facts::FACTS_DATE;
use aurora_designer::formats::json::lines;
use aurora_designer::formats::yaml;
use aurora_designer::rules::{ALL, EXAMPLES, Examples, Rule};
use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::answer::Answer;
use crate::cli::rule_id::RuleId;
use crate::cli::table::table;

/// Print the catalogue of rules, or the page of one
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer rules capacity/max-below-min")]
pub(crate) struct Rules {
    /// The rule whose page it is
    #[arg(value_parser = RuleId, hide_possible_values = true)]
    id: Option<&'static Rule>,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

impl Rules {
    pub(crate) fn run(&self) -> Answer {
        Answer::text(match (self.id, self.format) {
            (None, Format::Text) => {
                let row = |rule: &&Rule| {
                    vec![rule.severity.word().to_owned(), rule.id.to_owned(), rule.title.to_owned()]
                };
                table(&ALL.iter().map(row).collect::<Vec<_>>(), &[])
            }
            (None, Format::Json) => lines(&EXAMPLES.iter().copied().map(entry).collect::<Vec<_>>()),
            (Some(rule), format) => Examples::of(rule.id).map_or_else(String::new, |it| match format {
                Format::Text => page(it),
                Format::Json => {
                    let (bad, good) = specs(it);
                    lines(&Page { entry: entry(it), facts: rule.facts, bad, good })
                }
            }),
        })
    }
}

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    severity: &'static str,
    title: &'static str,
    why: &'static str,
    source: &'static str,
    has_fix: bool,
}

/// One rule's page: its entry, and what the list leaves out.
#[derive(Serialize)]
struct Page {
    #[serde(flatten)]
    entry: Entry,
    facts: &'static [&'static str],
    bad: String,
    good: String,
}

fn entry(examples: &Examples) -> Entry {
    let rule = examples.rule;
    Entry {
        id: rule.id,
        severity: rule.severity.word(),
        title: rule.title,
        why: rule.why,
        source: rule.source,
        has_fix: examples.has_fix(),
    }
}

/// What, why, what to do, a bad and a good example, and where it is written.
fn page(examples: &Examples) -> String {
    let rule = examples.rule;
    let mut text = format!("{} ({})\n{}.\n\n{}\n", rule.id, rule.severity.word(), rule.title, rule.why);
    let (bad, good) = specs(examples);
    // Writing to a String can't fail, here and below.
    let _ = writeln!(text, "\nWhat is said of the bad example");
    for finding in examples.demonstrated() {
        let _ = writeln!(text, "  {}", finding.message);
        if let Some(fix) = &finding.fix {
            let _ = writeln!(text, "  fix: {}", fix.title);
        }
    }
    let _ = writeln!(text, "\nSource, as of {FACTS_DATE}: {}", rule.source);
    if !rule.facts.is_empty() {
        text.push_str("\nFacts\n");
    }
    for fact in rule.cited() {
        let unconfirmed = if fact.confirmed { "" } else { " (unconfirmed)" };
        let _ = writeln!(text, "  {}{unconfirmed}: {}", fact.id, fact.sentence);
        for source in fact.sources {
            let _ = writeln!(text, "    As of {}: {source}", fact.date);
        }
    }
    let _ = write!(text, "\n# Bad example\n{bad}\n# Good example\n{good}");
    text
}

/// The bad and the good example, as specs.
fn specs(examples: &Examples) -> (String, String) {
    (yaml::write(&(examples.bad)()), yaml::write(&(examples.good)()))
}
