//! A comparison as a comment of a pull request: the worst first, then what changes, the bill, findings.

use std::fmt::Write as _;

use crate::compare::{Change, Verdict};
use crate::design::Word;
use crate::estimate::Usd;
use crate::formats::escape::markdown_text;

use super::{Comparison, Found};

/// The comparison under the names of the two designs.
pub fn markdown(it: &Comparison, from: &str, to: &str) -> String {
    // Writing to a String can't fail, here and below.
    let mut text = format!("## Aurora: {} → {}\n\n", markdown_text(from), markdown_text(to));
    if it.is_empty() {
        text.push_str("No setting changes.\n");
        return text;
    }
    let alarm = if it.worst >= Verdict::Outage { "⚠️ " } else { "" };
    let _ = writeln!(text, "{alarm}**Worst: {}** (`{}`)\n", it.worst.label(), it.worst.word());
    changes(&mut text, it);
    costs(&mut text, it);
    findings(&mut text, "New findings", &it.new);
    findings(&mut text, "Findings that are gone", &it.gone);
    text
}

/// The worst first; in the spec's order among equals.
fn changes(text: &mut String, it: &Comparison) {
    let mut sorted: Vec<&Change> = it.changes.iter().map(|(_, change)| change).collect();
    sorted.sort_by_key(|change| std::cmp::Reverse(change.verdict));
    text.push_str("| Setting | From | To | Verdict | Why |\n| --- | --- | --- | --- | --- |\n");
    let value = |value: &Option<String>| value.as_deref().map_or_else(|| "–".to_owned(), markdown_text);
    for change in sorted {
        let Change { path, from, to, verdict, why, source } = change;
        let bold = if *verdict >= Verdict::Outage { "**" } else { "" };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {bold}{}{bold} | {} [Source]({source}) |",
            markdown_text(path),
            value(from),
            value(to),
            verdict.label(),
            markdown_text(why),
        );
    }
}

/// The three months, and behind a fold the lines that differ.
fn costs(text: &mut String, it: &Comparison) {
    let shown = |usd: Option<Usd>| usd.map_or_else(|| "unknown".to_owned(), |usd| usd.to_string());
    let row = |it: &super::Compared| {
        let [before, after, difference] = [it.other, it.this, it.difference()].map(shown);
        format!("| {} | {before} | {after} | {difference} |\n", markdown_text(&it.item))
    };
    let (totals, lines): (Vec<_>, Vec<_>) = it.lines.iter().partition(|it| it.id.starts_with("total_"));
    text.push_str("\n| Month | Before | After | Difference |\n| --- | ---: | ---: | ---: |\n");
    text.extend(totals.into_iter().map(row));
    let differ: Vec<_> = lines.into_iter().filter(|it| it.this != it.other).collect();
    if differ.is_empty() {
        return;
    }
    text.push_str("\n<details><summary>Lines of the typical month that differ</summary>\n\n");
    text.push_str("| Line | Before | After | Difference |\n| --- | ---: | ---: | ---: |\n");
    text.extend(differ.into_iter().map(row));
    text.push_str("\n</details>\n");
}

fn findings(text: &mut String, title: &str, found: &[Found]) {
    if found.is_empty() {
        return;
    }
    let _ = write!(text, "\n### {title}\n\n");
    for it in found {
        let _ = writeln!(text, "- {} `{}`: {}", it.severity, it.rule, markdown_text(&it.message));
    }
}
