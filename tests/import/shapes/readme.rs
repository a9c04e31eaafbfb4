//! The README's tables of what is understood: printed from the rows, the kind of each notice from the import itself.
//! `UPDATE_GOLDEN=1 cargo test --test import readme` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use aurora_designer::formats::import::NoticeKind;

use super::{Answer, Group, Row, groups, read, says_one};

const START: &str = "<!-- shapes: printed by UPDATE_GOLDEN=1 cargo test --test import readme -->\n";
const END: &str = "<!-- end of shapes -->\n";

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

fn list() -> String {
    let groups = groups();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut tables = String::new();
    for group in &groups {
        let understood = group.rows.iter().filter(|row| answer(row) == UNDERSTOOD).count();
        let _ = write!(
            tables,
            "<details><summary><b>{}</b> ({understood} of {} understood)</summary>\n\n",
            group.title.replace('`', ""),
            group.rows.len(),
        );
        for row in &group.rows {
            *counts.entry(answer(row)).or_default() += 1;
        }
        tables.push_str(&if group.is_list { by_answer(group) } else { table(group) });
        tables.push_str("\n</details>\n");
    }
    let mut text = format!("Of {} shapes:\n\n", counts.values().sum::<usize>());
    for (answer, count) in counts {
        let _ = writeln!(text, "- {count}: {answer}");
    }
    format!("{text}\n{tables}")
}

#[test]
fn the_tables_of_the_readme_are_current() {
    crate::shared::is_the_readmes(&list(), [START, END], "import");
}
