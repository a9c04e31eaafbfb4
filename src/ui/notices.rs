//! What is told: notices that stay until they are dismissed, and one toast at a time with Undo.

use leptos::prelude::*;

use super::browser::{self, El, button, el, live, maybe, several, when};
use super::erase::effect;
use super::glyphs::{icon, severity_mark};
use super::use_state;
use crate::rules::Severity;

/// What could not be read of a link or a file.
pub fn notices() -> El {
    let state = use_state();
    let items = move || {
        let item = |text: String| el("li").child(text);
        several().child(state.notices.get().into_iter().map(item).collect::<Vec<_>>())
    };
    let notice = move || {
        el("div")
            .set("class", "notice")
            .child(severity_mark(Severity::Warning))
            .child(el("ul").child(live(items)))
            .child(
                button("button button--quiet button--icon")
                    .set("aria-label", "Dismiss")
                    .on("click", move || state.notices.set(Vec::new()))
                    .child(icon("i-close")),
            )
    };
    let any = move || state.notices.with(|all| !all.is_empty());
    el("div").set("class", "notices").set("role", "alert").child(when(any, notice))
}

/// The toast; stays eight seconds, longer while somebody is at it.
pub fn toasts() -> El {
    let state = use_state();
    let held = RwSignal::new(false);
    let later = browser::Later::default();
    effect(move || {
        let shown = state.toast.with(Option::is_some);
        if shown && !held.get() {
            later.run(8000, move || {
                if !held.get_untracked() {
                    state.toast.set(None);
                }
            });
        }
    });
    let undo = move || {
        state.undo();
        held.set(false);
        state.toast.set(None);
    };
    let shown = move || {
        let toast = state.toast.get()?;
        let button = || button("button button--quiet").on("click", undo).child("Undo");
        Some(el("div").set("class", "toast").child(el("p").child(toast.text)).child(toast.undo.then(button)))
    };
    el("div")
        .set("class", "toasts")
        .set("role", "status")
        .on("pointerenter", move || held.set(true))
        .on("pointerleave", move || held.set(false))
        .on("focusin", move || held.set(true))
        .on("focusout", move || held.set(false))
        .child(maybe(shown))
}
