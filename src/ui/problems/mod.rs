//! The list of findings: what is so, why it matters, where that is written, and a button that mends it.

mod fixes;
mod row;
mod suppressed;

pub use fixes::fix_all;
pub use row::{change_table, more};
pub use suppressed::suppressed as suppressions;

use leptos::prelude::*;

use crate::design::Field;
use crate::rules::Finding;

use self::row::problem_row;
use super::browser::{self, El, KeyboardEvent, button, each, el, live, on_window, several, when, words};
use super::dialog::{Ask, tally};
use super::erase::memo;
use super::frame::use_frame;
use super::glyphs::{counted, icon, severity_mark};
use super::{Tab, use_state};

/// What tells findings apart: rule, and setting.
pub(crate) type Key = (&'static str, Field);

/// The list, worst first, then what has been suppressed.
pub fn problems() -> El {
    let state = use_state();
    let keys = memo(move || {
        state.findings.with(|all| all.iter().map(|it| (it.rule.id, it.field.clone())).collect::<Vec<Key>>())
    });
    let none = || {
        el("div")
            .set("class", "empty")
            .child(icon("i-check"))
            .child(el("strong").child("No problems"))
            .child(el("span").child("AWS would accept this design, and nothing in it should surprise you."))
    };
    let rows = each(move || keys.get(), |key| format!("{key:?}"), problem_row);
    several()
        .child(when(move || keys.with(Vec::is_empty), none))
        .child(el("ul").set("class", "problems").child(rows))
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

/// F8 goes to the next problem, Shift+F8 to the one before; the list comes to the front.
pub fn follow_keys() {
    let state = use_state();
    let frame = use_frame();
    let at = StoredValue::new(None::<usize>);
    on_window("keydown", move |event: KeyboardEvent| {
        if event.key() != "F8" {
            return;
        }
        event.prevent_default();
        let count = state.findings.with_untracked(Vec::len);
        let Some(last) = count.checked_sub(1) else {
            state.tell("No problems.", false);
            return;
        };
        let next = match (at.get_value().filter(|at| *at <= last), event.shift_key()) {
            (None, false) => 0,
            (None, true) => last,
            (Some(at), false) => {
                if at == last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), true) => at.checked_sub(1).unwrap_or(last),
        };
        at.set_value(Some(next));
        frame.bring(Tab::Problems);
        let part = state.findings.with_untracked(|all| all.get(next).map(Finding::part));
        if let Some(part) = part {
            state.selected.set(part);
        }
        // The list may only now be put on the page.
        request_animation_frame(move || browser::focus(&format!("problem-{next}")));
    });
}
