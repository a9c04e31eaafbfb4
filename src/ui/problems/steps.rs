//! The list by part of the design, the button that turns to it, and the way from problem to problem.

use leptos::prelude::*;

use crate::design::Part;
use crate::facts::order::sort_by_key;
use crate::rules::Finding;

use super::row::problem_row;
use super::{Key, keys};
use crate::ui::browser::{self, El, button, each, el};
use crate::ui::erase::memo;
use crate::ui::frame::{Frame, use_frame};
use crate::ui::glyphs::{icon, part_symbol};
use crate::ui::outline::part_label;
use crate::ui::{State, Tab, use_state};

/// The findings part by part, in the order of the diagram, the worst of each first.
pub fn by_part() -> El {
    let state = use_state();
    let parts = memo(move || state.findings.with(|all| parts(all)));
    each(move || parts.get(), |part| format!("{part:?}"), part_section)
}

fn part_section(part: Part) -> El {
    let state = use_state();
    let mine =
        memo(move || keys(state).into_iter().filter(|(_, field)| field.part() == part).collect::<Vec<Key>>());
    let rows = each(move || mine.get(), |key| format!("{key:?}"), problem_row);
    el("section")
        .set("class", "problem-part")
        .child(el("h3").child(icon(part_symbol(part))).child(part_label(part)))
        .child(el("ul").set("class", "problems").child(rows))
}

fn parts(findings: &[Finding]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for part in findings.iter().map(Finding::part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    sort_by_key(&mut parts, |part| *part);
    parts
}

/// The button that turns from one order to the other.
pub fn grouping() -> El {
    let frame = use_frame();
    button("button button--quiet button--small grouping")
        .set("title", "Worst first, or part by part")
        .bind("aria-pressed", move || (!frame.by_severity.get()).to_string())
        .on("click", move || frame.by_severity.update(|by| *by = !*by))
        .child("By part")
}

/// Goes to the next problem as the list has them, or to the one before; the list comes to the front.
pub fn step(state: State, frame: Frame, forward: bool) {
    let order: Vec<usize> = state.findings.with_untracked(|all| {
        let mut order: Vec<usize> = (0..all.len()).collect();
        if !frame.by_severity.get_untracked() {
            sort_by_key(&mut order, |at| all.get(*at).map(Finding::part));
        }
        order
    });
    let now = frame.problem.get_value().and_then(|now| order.iter().position(|at| *at == now));
    let next = match (now, forward) {
        (None, true) => order.first(),
        (None, false) => order.last(),
        (Some(at), true) => order.get(at + 1).or(order.first()),
        (Some(at), false) => at.checked_sub(1).and_then(|at| order.get(at)).or(order.last()),
    };
    match next {
        Some(next) => {
            frame.problem.set_value(Some(*next));
            frame.bring(Tab::Problems);
            go_to(state, *next);
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
