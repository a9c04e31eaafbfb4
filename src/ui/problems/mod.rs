//! The list of findings: what is so, why it matters, where that is written, and a button that mends it.

mod fixes;
mod row;
mod steps;
mod suppressed;

pub use fixes::fix_all;
pub use row::{change_table, more};
pub use steps::{by_part, go_to, grouping, step};
pub use suppressed::suppressed as suppressions;

use leptos::prelude::*;

use crate::design::Field;

use self::row::problem_row;
use super::browser::{El, button, each, either, el, live, several, when, words};
use super::dialog::{Ask, tally};
use super::erase::memo;
use super::frame::use_frame;
use super::glyphs::{counted, icon, severity_mark};
use super::{State, use_state};

/// What tells findings apart: rule, and setting.
pub(crate) type Key = (&'static str, Field);

/// What tells the findings apart, worst first; tracked.
fn keys(state: State) -> Vec<Key> {
    state.findings.with(|all| all.iter().map(|it| (it.rule.id, it.field.clone())).collect())
}

/// The list, worst first or by part, then what has been suppressed.
pub fn problems() -> El {
    let state = use_state();
    let frame = use_frame();
    let keys = memo(move || keys(state));
    let none = || {
        el("div")
            .set("class", "empty")
            .child(icon("i-check"))
            .child(el("strong").child("No problems"))
            .child(el("span").child("AWS would accept this design, and nothing in it should surprise you."))
    };
    let rows = move || {
        let rows = each(move || keys.get(), |key| format!("{key:?}"), problem_row);
        el("ul").set("class", "problems").child(rows)
    };
    let by_part = move || state.panels.shown(|panels| (panels.by_part)());
    several()
        .child(when(move || keys.with(Vec::is_empty), none))
        .child(either(move || frame.by_severity.get(), rows, by_part))
        .child(suppressed())
}

/// What has been suppressed, where anything is.
fn suppressed() -> El {
    let state = use_state();
    when(
        move || state.with(|design| !design.suppress.is_empty()),
        move || state.panels.shown(|panels| (panels.suppressions)()),
    )
}

/// The tab's figures: a shape and a number for each severity there is.
pub fn counts() -> El {
    let state = use_state();
    let counts = memo(move || state.findings.with(|all| tally(all)));
    let figure = |(severity, count)| {
        several()
            .child(severity_mark(severity))
            .child(el("span").set("class", "count").set("aria-hidden", "true").child(format!("{count}")))
            .child(el("span").set("class", "visually-hidden").child(format!(" {}", counted(count, severity))))
    };
    live(move || several().child(counts.get().into_iter().map(figure).collect::<Vec<_>>()))
}

/// The button that shows every safe fix and makes them as one step.
pub fn fix_all_button() -> El {
    let state = use_state();
    let count = memo(move || state.findings.with(|all| all.iter().filter(|it| it.fix.is_some()).count()));
    let fix = move || {
        button("button button--small fix-all")
            .on("click", move || state.ask(Ask::FixAll))
            .child(words(move || format!("Fix all {} safe ones", count.get())))
    };
    when(move || count.get() > 1, fix)
}

/// The button that opens the list of all rules.
pub fn all_rules_button() -> El {
    let state = use_state();
    button("button button--small all-rules")
        .on("click", move || state.ask(Ask::Rules(None)))
        .child("All rules")
}
