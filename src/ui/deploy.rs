//! The commands that deploy this very design, reach its database and watch it: each step to be copied, or all of them.

use crate::formats::commands::Step;
use crate::rules::Severity;

use super::browser::{El, button, each, el, maybe, several};
use super::erase::memo;
use super::export::copy_text;
use super::glyphs::icon;
use super::later::Files;
use super::use_state;

/// The panel.
pub fn deploy() -> El {
    let state = use_state();
    state.files.shown(move |files| state.panels.shown(move |panels| (panels.deploy)(files)))
}

const BY_HAND: &str = "Select the commands and copy them.";

/// The bar and the steps, once what writes them is there.
pub fn steps(files: Files) -> El {
    let state = use_state();
    let steps = memo(move || state.with(files.commands));
    let refused =
        memo(move || state.findings.with(|all| all.iter().any(|it| it.severity == Severity::Error)));
    let copy_all = move || copy_text(state, &state.peek(files.script), "all commands", BY_HAND);
    let bar = el("div").set("class", "codebar").child(el("span").child("In the folder of main.tf")).child(
        button("button button--small push").on("click", copy_all).child(icon("i-copy")).child("Copy all"),
    );
    let warning = move || {
        refused.get().then(|| {
            el("p").set("class", "step-note").child(
                "This design has errors, so main.tf is not handed out. Fix them, then run these commands.",
            )
        })
    };
    let list = el("div")
        .set("class", "steps")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", "Deployment commands")
        .child(maybe(warning))
        .child(each(move || steps.get(), |step| format!("{step:?}"), one));
    several().child(bar).child(list)
}

fn one(step: Step) -> El {
    let state = use_state();
    let Step { title, note, text } = step;
    // A line that wraps hangs, so that it reads as the one command it is.
    let line = |line: &str| el("span").child(format!("{line}\n"));
    let lines: Vec<El> = text.lines().map(line).collect();
    let copy = button("button button--quiet button--icon push")
        .set("title", "Copy")
        .set("aria-label", &format!("Copy: {title}"))
        .on("click", move || copy_text(state, &text, title, BY_HAND))
        .child(icon("i-copy"));
    el("section")
        .set("class", "step")
        .child(el("div").set("class", "step-head").child(el("h3").child(title)).child(copy))
        .child(note.map(|note| el("p").set("class", "step-note").child(note)))
        .child(el("pre").child(el("code").child(lines)))
}
