//! What would lower the bill, written for a page, a spreadsheet and programs.

use std::fmt::Write as _;

use crate::design::{Design, Positions};
use crate::estimate::Usd;
use crate::formats::changes::{Change, changes};
use crate::formats::escape::{csv_number, csv_row, csv_text, markdown_text};
use crate::rules::lower::Lowering;

use super::{MONTHS, plain};

/// What a change saves, in words: `$876.00 of a typical month`, `$730.00 of an idle month`.
pub fn saving(it: &Lowering) -> String {
    let least = if it.complete { "" } else { "about " };
    let of = [(it.saves.typical, "a typical month"), (it.saves.idle, "an idle month")];
    let first = of.into_iter().find(|(usd, _)| usd.cents() > 0);
    let (usd, month) = first.unwrap_or((it.saves.ceiling, "a ceiling month"));
    let dearer = if it.saves.idle.cents() < 0 {
        format!("; an idle month costs {} more", Usd::ZERO.minus(it.saves.idle))
    } else {
        String::new()
    };
    format!("{least}{usd} of {month}{dearer}")
}

/// The settings that a change changes, from and to.
pub fn changed(design: &Design, it: &Lowering) -> Vec<Change> {
    let after = design.with_all(&it.edits).unwrap_or_else(|_| design.clone());
    changes(design, &after, &Positions::canonical(design))
}

/// As a table for a spreadsheet.
pub fn lowered_csv(all: &[Lowering]) -> String {
    let head = ["id", "change", "saves_idle", "saves_typical", "saves_ceiling", "gives_up", "warns", "facts"];
    let mut text = csv_row(&head.map(csv_text));
    for it in all {
        let [idle, typical, ceiling] = MONTHS.map(|(month, ..)| csv_number(plain(it.saves.of(month))));
        let [warns, facts] = [it.raises.join(" "), it.facts.join(" ")];
        let [title, gives_up] = [&it.title, &it.gives_up].map(|text| csv_text(text));
        text.push_str(&csv_row(&[
            csv_text(it.id),
            title,
            idle,
            typical,
            ceiling,
            gives_up,
            csv_text(&warns),
            csv_text(&facts),
        ]));
    }
    text
}

/// As a page for a pull request.
pub fn lowered_markdown(design: &Design, all: &[Lowering]) -> String {
    let mut text = format!("# What would lower the bill of {}\n\n", markdown_text(&design.project_name));
    if all.is_empty() {
        text.push_str("Nothing that this tool knows of.\n");
        return text;
    }
    text.push_str("| Change | Saves | Gives up | New warnings |\n|---|---|---|---|\n");
    for it in all {
        let cells = [it.title.clone(), saving(it), it.gives_up.clone(), it.raises.join(", ")];
        // Writing to a String can't fail.
        let _ = writeln!(text, "| {} |", cells.map(|cell| markdown_text(&cell)).join(" | "));
    }
    text.push_str("\nEach is priced alone, at the load that the bill assumes; savings don't add up.\n");
    text
}
