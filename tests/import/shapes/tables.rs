//! What is understood, in tables: printed from the rows, the kind of each notice from the import itself. They are kept in
//! `tests/golden/import-shapes.md`, and the README has their sum. `UPDATE_GOLDEN=1 cargo test --test import tables` writes
//! both anew.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use aurora_designer::formats::import::NoticeKind;

use super::{Answer, Group, Row, groups, read, says_one};

const START: &str = "<!-- shapes: printed by UPDATE_GOLDEN=1 cargo test --test import tables -->\n";
const END: &str = "<!-- end of shapes -->\n";

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/import-shapes.md");

const UNDERSTOOD: &str = "understood";

/// What becomes of a row, in words.
fn answer(row: &Row) -> &'static str {
    let told = match row.answer {
        Answer::Taken(_) => return UNDERSTOOD,
        Answer::Passed => return "no meaning for a design: passed over",
        Answer::Asked(_) => return "asked which",
        Answer::Refused(_) => return "refused, with what to do",
        Answer::Told(_, told) => told,
    };
    let import = read(&row.files).unwrap();
    let kinds = told.iter().filter_map(|words| says_one(&import, words)).map(|notice| notice.kind);
    match kinds.min().unwrap() {
        NoticeKind::NotUnderstood => "told: what it waits for, or why it is no value",
        NoticeKind::NotHere => "told: not in these files",
        NoticeKind::Dropped => "told: no place in a design",
        NoticeKind::Taken => "understood, and told how it is taken",
        NoticeKind::Measured => unreachable!("no row has series"),
    }
}

fn table(group: &Group) -> String {
    let mut text = format!("| shape | of {} | answer |\n|---|---|---|\n", group.of);
    for row in &group.rows {
        let _ = writeln!(text, "| {} | {} | {} |", row.shape.replace('|', "\\|"), row.seen, answer(row));
    }
    text
}

fn by_answer(group: &Group) -> String {
    let mut names: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in &group.rows {
        let seen = if row.seen.is_empty() { String::new() } else { format!(" ({})", row.seen) };
        names.entry(answer(row)).or_default().push(format!("{}{seen}", row.shape));
    }
    let lines = names.iter().map(|(answer, names)| format!("- {answer}: {}\n", names.join(", ")));
    format!("In brackets of how many of {}.\n\n{}", group.of, lines.collect::<String>())
}

fn sum(groups: &[Group]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in groups.iter().flat_map(|group| &group.rows) {
        *counts.entry(answer(row)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let mut text = format!("| of {all} shapes | |\n|---|---|\n");
    for (answer, count) in counts {
        let _ = writeln!(text, "| {count} | {answer} |");
    }
    text
}

fn tables(groups: &[Group]) -> String {
    let mut text = String::from("# What is understood of what people run\n");
    for group in groups {
        let understood = group.rows.iter().filter(|row| answer(row) == UNDERSTOOD).count();
        let all = group.rows.len();
        let _ = write!(text, "\n## {}\n\n{understood} of {all} are understood.\n\n", group.title);
        text.push_str(&if group.is_list { by_answer(group) } else { table(group) });
    }
    text
}

#[test]
fn the_tables_of_shapes_are_current() {
    let groups = groups();
    crate::shared::is_the_readmes(&sum(&groups), [START, END], "import");
    let printed = tables(&groups);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(GOLDEN, &printed).unwrap();
    }
    assert!(
        fs::read_to_string(GOLDEN).unwrap() == printed,
        "tests/golden/import-shapes.md is not current: UPDATE_GOLDEN=1 cargo test --test import tables"
    );
}
