//! Every safe fix as one step, shown before it is made.

use leptos::prelude::*;

use crate::design::Positions;
use crate::estimate::bill;
use crate::formats::changes::changes;
use crate::rules::{check, fixed};
use crate::ui::signs::ChangeTable;
use crate::ui::state::use_state;

/// The dialog: what changes and how many findings go, and a button that does it.
#[component]
pub fn FixAllDialog() -> impl IntoView {
    let state = use_state();
    let (next, rows) = state.peek(|design| {
        let next = fixed(design, None, state.today);
        let rows = changes(design, &next, &Positions::canonical(design));
        (next, rows)
    });
    let close = move |_| state.asking.set(None);
    if rows.is_empty() {
        return view! {
            <h2 id="dialog-title">"No safe fix changes anything"</h2>
            <p>"The findings that are left need a choice of yours."</p>
            <div class="acts">
                <button type="button" class="button" on:click=close>"Close"</button>
            </div>
        }
        .into_any();
    }
    let before = state.findings.with_untracked(Vec::len);
    let after = check(&next, &bill(&next, state.today), state.today).len();
    let settings = match rows.len() {
        1 => "1 setting changes".to_owned(),
        many => format!("{many} settings change"),
    };
    let make = move |_| {
        state.asking.set(None);
        state.apply_and_tell(next.clone(), "Made every safe fix");
    };
    view! {
        <div class="rulebook">
            <h2 id="dialog-title">"Make every safe fix?"</h2>
            <p>
                {format!("{settings}, as one step that Undo takes back. Of {before} findings {after} are left.")}
            </p>
            <ChangeTable caption="What the fixes change" heads=["Before", "After"] rows/>
            <div class="acts">
                <button type="button" class="button" on:click=close>"Leave it as it is"</button>
                <button type="button" class="button button--primary" on:click=make>"Make the fixes"</button>
            </div>
        </div>
    }
    .into_any()
}
