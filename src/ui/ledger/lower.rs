//! What would lower the bill: each change with what it saves and gives up, and the button that makes it.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::ledger::{LowerRow, LowerSheet};
use crate::ui::state::{State, use_state};

use super::answered::answered;

#[component]
pub(super) fn Lower() -> impl IntoView {
    let state = use_state();
    let job = move || Job::Lower(Box::new(state.get()), state.today);
    answered(state, job, move |answer| match answer {
        Answer::Lower(sheet) => Some(rows(state, sheet)),
        _ => None,
    })
}

fn rows(state: State, sheet: &LowerSheet) -> AnyView {
    if sheet.rows.is_empty() {
        return view! { <p>"Nothing that this tool knows of would lower it."</p> }.into_any();
    }
    let shared = StoredValue::new(sheet.clone());
    let make = move |place: usize| {
        let taken = shared.with_value(|sheet| state.peek(|now| sheet.take(place, now)));
        if let Some((design, title)) = taken {
            state.apply_and_tell(design, &title);
        }
    };
    let row = |(place, row): (usize, &LowerRow)| {
        let button = row.after.is_some().then(|| {
            view! {
                <button
                    type="button"
                    class="button button--small"
                    aria-label=format!("{}: do it", row.title)
                    on:click=move |_| make(place)
                >
                    "Do it"
                </button>
            }
            .into_any()
        });
        view! {
            <li>
                <div class="lower-what">
                    <strong>{row.title.clone()}</strong>
                    <span class="lower-saves">{row.saves.clone()}</span>
                    {row.gives_up.iter().map(|line| view! { <small>{line.clone()}</small> }.into_any()).collect_view()}
                </div>
                {button}
            </li>
        }
    };
    view! {
        <p>"Each is priced alone, at the load that the bill assumes; savings don\u{2019}t add up."</p>
        <ol class="lower">{sheet.rows.iter().enumerate().map(row).collect_view()}</ol>
    }
    .into_any()
}
