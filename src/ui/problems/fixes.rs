//! Every safe fix as one step, shown before it is made.

use leptos::prelude::*;

use crate::design::Positions;
use crate::formats::changes::changes;
use crate::rules::{check, fixed};

use super::row::change_table;
use crate::estimate::bill;
use crate::ui::browser::{El, button, el, several};
use crate::ui::use_state;

/// The dialog: what changes and how many findings go, and a button that does it.
pub fn fix_all() -> El {
    let state = use_state();
    let (next, rows) = state.peek(|design| {
        let next = fixed(design, None, state.today);
        let rows = changes(design, &next, &Positions::canonical(design));
        (next, rows)
    });
    let before = state.findings.with_untracked(Vec::len);
    let after = check(&next, &bill(&next, state.today), state.today).len();
    let close = move |label: &str| button("button").on("click", move || state.asking.set(None)).child(label);
    let acts = el("div").set("class", "acts");
    let heading = |text: &str| el("h2").set("id", "dialog-title").child(text);
    if rows.is_empty() {
        return several()
            .child(heading("No safe fix changes anything"))
            .child(el("p").child("The findings that are left need a choice of yours."))
            .child(acts.child(close("Close")));
    }
    let settings = if rows.len() == 1 {
        "1 setting changes".to_owned()
    } else {
        format!("{} settings change", rows.len())
    };
    let words =
        format!("{settings}, as one step that Undo takes back. Of {before} findings {after} are left.");
    let make = move || {
        state.asking.set(None);
        state.apply_and_tell(next.clone(), "Made every safe fix");
    };
    el("div")
        .set("class", "rulebook")
        .child(heading("Make every safe fix?"))
        .child(el("p").child(words))
        .child(change_table("What the fixes change", ["Before", "After"], rows))
        .child(
            acts.child(close("Leave it as it is"))
                .child(button("button button--primary").on("click", make).child("Make the fixes")),
        )
}
