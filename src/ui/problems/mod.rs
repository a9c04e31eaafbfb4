//! The list of findings: what is so, why it matters, where that is written, and a button that mends it.

mod row;

pub use row::more;

use leptos::prelude::*;

use crate::design::{Edit, Field, Suppression};
use crate::rules::{Finding, fixed};

use self::row::problem_row;
use super::browser::{self, El, KeyboardEvent, button, each, el, live, on_window, several, when, words};
use super::dialog::tally;
use super::erase::memo;
use super::frame::use_frame;
use super::glyphs::{counted, icon, severity_mark};
use super::{State, Tab, use_state};

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

fn suppressed() -> El {
    let state = use_state();
    let list = state.memo(|design| design.suppress.clone());
    let item = move |(index, it): (usize, &Suppression)| {
        let until = it.until.map(|day| format!(", until {day}"));
        let words = el("p")
            .child(el("code").child(it.rule.as_str()))
            .child(" ")
            .child(it.reason.as_str())
            .child(until);
        let again = button("button button--small")
            .set("aria-label", &format!("List again: {}", it.rule))
            .on("click", move || state.edit(Edit::Reset(Field::Suppress(index))))
            .child("List again");
        el("li").child(words).child(again)
    };
    let items =
        move || several().child(list.with(|list| list.iter().enumerate().map(item).collect::<Vec<_>>()));
    let section = move || {
        el("section")
            .set("class", "suppressed")
            .set("aria-label", "Suppressed")
            .child(el("h3").child("Suppressed"))
            .child(el("ul").child(live(items)))
    };
    when(move || list.with(|list| !list.is_empty()), section)
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

/// Makes every safe fix as one step.
pub fn fix_all_button() -> El {
    let state = use_state();
    let count = memo(move || state.findings.with(|all| all.iter().filter(|it| it.fix.is_some()).count()));
    let fix = move || {
        button("button button--small fix-all")
            .on("click", move || fix_all(state))
            .child(words(move || format!("Fix all {} safe ones", count.get())))
    };
    when(move || count.get() > 1, fix)
}

fn fix_all(state: State) {
    let before = state.findings.with_untracked(Vec::len);
    let next = state.peek(|design| fixed(design, None, state.today));
    state.apply_and_tell(next, "Made every safe fix");
    let after = state.findings.with_untracked(Vec::len);
    if before == after {
        state.tell("No safe fix changes anything.", false);
    }
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
