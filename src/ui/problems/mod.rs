//! The list of findings: what is so, why it matters, where that is written, and a button that mends it.

mod row;
mod steps;

pub use row::more;
pub use steps::{by_part, go_to, grouping, step};

use leptos::prelude::*;

use crate::design::{Edit, Field, Suppression};
use crate::rules::fixed;

use self::row::problem_row;
use super::browser::{El, button, each, either, el, live, several, when, words};
use super::dialog::tally;
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
            .set("aria-label", &format!("List {} again", it.rule))
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

/// Makes every safe fix, and says so.
pub fn fix_all(state: State) {
    let before = state.findings.with_untracked(Vec::len);
    let next = state.peek(|design| fixed(design, None, state.today));
    state.apply_and_tell(next, "Made every safe fix");
    let after = state.findings.with_untracked(Vec::len);
    if before == after {
        state.tell("No safe fix changes anything.", false);
    }
}
