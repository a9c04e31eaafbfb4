//! A comparison as text, JSON and Markdown.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Number;

use super::{Change, Comparison, Verdict};
use crate::design::Word as _;
use crate::estimate::{Month, Usd};
use crate::formats::bill::{Compared, MONTHS, plain, total_name};
use crate::formats::escape::{markdown_text, terminal_line};
use crate::rules::Finding;

#[derive(Serialize)]
struct Page<'a> {
    worst: Option<&'static str>,
    changes: Vec<Entry<'a>>,
    cost: Cost,
    findings: Findings<'a>,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    verdict: &'static str,
    why: &'a str,
    source: &'static str,
}

#[derive(Serialize)]
struct Cost {
    idle: Number,
    typical: Number,
    ceiling: Number,
}

#[derive(Serialize)]
struct Findings<'a> {
    new: Vec<Found<'a>>,
    gone: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'static str,
    severity: &'static str,
    path: &'a str,
    message: &'a str,
}

/// For programs, two spaces a step; amounts are what the wanted design costs more, in USD to the cent.
pub fn json(comparison: &Comparison) -> String {
    let cents = |month: Month| plain(comparison.cost.of(month)).parse().unwrap_or_else(|_| Number::from(0));
    let page = Page {
        worst: comparison.worst().map(Verdict::word),
        changes: comparison.changes.iter().map(entry).collect(),
        cost: Cost {
            idle: cents(Month::Idle),
            typical: cents(Month::Typical),
            ceiling: cents(Month::Ceiling),
        },
        findings: Findings { new: found(&comparison.new), gone: found(&comparison.gone) },
    };
    crate::formats::json::lines(&page)
}

fn entry(change: &Change) -> Entry<'_> {
    Entry {
        path: &change.path,
        from: change.from.as_deref(),
        to: change.to.as_deref(),
        verdict: change.verdict.word(),
        why: &change.why,
        source: change.source,
    }
}

fn found(findings: &[(Finding, String)]) -> Vec<Found<'_>> {
    findings
        .iter()
        .map(|(it, path)| Found {
            rule: it.rule.id,
            severity: it.severity.word(),
            path,
            message: &it.message,
        })
        .collect()
}

const NOTHING: &str = "Nothing differs.\n";

/// Said once of every comparison with a cluster that runs.
const AS_APPLIED: &str = "As if the new main.tf were applied to what the old one made. A cluster that stands in no state of it is not changed by it: a second one is made.";

/// For a terminal.
pub fn text(comparison: &Comparison) -> String {
    let Some(worst) = comparison.worst() else { return NOTHING.to_owned() };
    let mut out = format!("Worst: {}, {}.\n", worst.word(), worst.title());
    let mut changes: Vec<&Change> = comparison.changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.verdict));
    // Writing to a String can't fail, here and below.
    for change in changes {
        let _ = writeln!(out, "\n{}: {}", change.verdict.word(), terminal_line(&change.path));
        let _ = writeln!(out, "  {} -> {}", shown(change.from.as_deref()), shown(change.to.as_deref()));
        let _ = writeln!(out, "  {}", change.why);
        let _ = writeln!(out, "  Source: {}", change.source);
    }
    let _ = writeln!(out, "\n{AS_APPLIED}");
    for (month, _, name) in MONTHS {
        let name = total_name(name, comparison.complete);
        let _ = writeln!(out, "{name}: {}", signed(comparison.cost.of(month)));
    }
    for line in lines(comparison) {
        let _ = writeln!(out, "  {}: {}", line.item, difference(line));
    }
    for (title, findings) in [("New", &comparison.new), ("Gone", &comparison.gone)] {
        for (it, path) in findings {
            let (path, message) = (terminal_line(path), terminal_line(&it.message));
            let _ = writeln!(out, "{title} {}: {path}: {message} [{}]", it.severity.word(), it.rule.id);
        }
    }
    out
}

fn shown(text: Option<&str>) -> String {
    text.map_or_else(|| "nothing".to_owned(), terminal_line)
}

fn lines(comparison: &Comparison) -> impl Iterator<Item = &Compared> {
    comparison.lines.iter().filter(|line| !line.id.starts_with("total_"))
}

/// An amount with its sign: `+$12.00`.
fn signed(usd: Usd) -> String {
    if usd > Usd::ZERO { format!("+{usd}") } else { usd.to_string() }
}

fn difference(line: &Compared) -> String {
    line.difference().map_or_else(|| "unknown".to_owned(), signed)
}

/// For a pull request: the worst first, data loss in bold.
pub fn markdown(comparison: &Comparison) -> String {
    let mut out = "## What this change does\n\n".to_owned();
    let Some(worst) = comparison.worst() else {
        out.push_str(NOTHING);
        return out;
    };
    let bold = if worst >= Verdict::Outage { "**" } else { "" };
    let _ = writeln!(out, "Worst: {bold}`{}`, {}{bold}. {AS_APPLIED}\n", worst.word(), worst.title());
    out.push_str("| Verdict | Setting | From | To | What happens |\n|---|---|---|---|---|\n");
    let mut changes: Vec<&Change> = comparison.changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.verdict));
    for change in changes {
        let bold = if change.verdict == Verdict::DataLoss { "**" } else { "" };
        let source = if change.source.starts_with("https://") {
            format!("[source]({})", change.source)
        } else {
            change.source.to_owned()
        };
        let value = |text: &Option<String>| text.as_deref().map(markdown_text).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {bold}`{}`{bold} | {} | {} | {} | {} ({source}) |",
            change.verdict.word(),
            markdown_text(&change.path),
            value(&change.from),
            value(&change.to),
            markdown_text(&change.why),
        );
    }
    out.push_str("\n| Month | Costs more or less |\n|---|---:|\n");
    for (month, _, name) in MONTHS {
        let name = total_name(name, comparison.complete);
        let _ = writeln!(out, "| {name} | {} |", signed(comparison.cost.of(month)));
    }
    for line in lines(comparison) {
        let _ = writeln!(out, "| {} | {} |", markdown_text(&line.item), difference(line));
    }
    for (title, findings) in [("New findings", &comparison.new), ("Findings that are gone", &comparison.gone)]
    {
        if findings.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{title}:\n");
        for (it, path) in findings {
            let _ = writeln!(
                out,
                "- {} `{}` at {}: {}",
                it.severity.word(),
                it.rule.id,
                markdown_text(path),
                markdown_text(&it.message)
            );
        }
    }
    out
}
