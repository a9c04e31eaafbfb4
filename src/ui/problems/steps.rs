//! The way from problem to problem.

use leptos::prelude::*;

use crate::editor::problems::next;
use crate::rules::Finding;
use crate::ui::browser;
use crate::ui::state::{State, Tab};

/// Goes to the next problem as the list has them, or to the one before; the list comes to the front.
pub fn step(state: State, forward: bool) {
    let frame = state.frame;
    let by_severity = frame.by_severity.get_untracked();
    let now = frame.problem.get_value();
    let filter = frame.filter.get_untracked();
    match state.findings.with_untracked(|all| next(all, &filter, by_severity, now, forward)) {
        Some(next) => {
            frame.problem.set_value(Some(next));
            frame.bring(Tab::Problems);
            go_to(state, next);
        }
        None => state.tell("No problems.", false),
    }
}

/// Selects what a problem is about and moves to its row.
pub fn go_to(state: State, at: usize) {
    let part = state.findings.with_untracked(|all| all.get(at).map(Finding::part));
    if let Some(part) = part {
        state.selected.set(part);
    }
    // The list may only now be put on the page.
    request_animation_frame(move || browser::focus(&format!("problem-{at}")));
}
