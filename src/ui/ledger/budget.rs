//! The budget: what the months are against it, and which cluster would fit.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::ledger::Subject;
use crate::editor::typing::refused;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{TextInput, live};

use super::page::page;

/// The field for the budget, and what it means for the design.
#[component]
pub(super) fn Budget() -> impl IntoView {
    view! {
        <div class="ledger-parts">
            <Cap/>
            {page(Subject::Budget)}
        </div>
    }
}

/// The field for what a month may cost.
#[component]
fn Cap() -> impl IntoView {
    let state = use_state();
    let own = state.memo(|design| Field::Budget.text(design));
    let draft = Memo::new(move |_| state.drafts.with(|drafts| drafts.get(&Field::Budget).cloned()));
    let value = Signal::derive(move || draft.get().map_or_else(|| own.get(), |draft| draft.text));
    let invalid = Signal::derive(move || draft.with(Option::is_some));
    let wrong = move || {
        let draft = draft.get()?;
        let why = state.peek(|design| refused(&Field::Budget, &draft.text, &draft.error, design));
        let nearest = draft.error.nearest.map(|nearest| {
            let name = format!("Use {nearest}");
            view! {
                <button type="button" class="button button--small" on:click=move |_| limit(state, &nearest)>
                    {name}
                </button>
            }
        });
        Some(view! { <span class="message--error">{why}</span> " " {nearest} })
    };
    view! {
        <div class="field budget-cap" data-invalid=invalid>
            <label for="budget-cap">"A month costs at most"</label>
            <TextInput
                id="budget-cap"
                value
                unit="USD"
                decimal=true
                placeholder="none"
                described_by="budget-cap-about"
                invalid
                on_change=move |typed: String| limit(state, typed.trim())
                on_escape=move |()| state.take_back(&Field::Budget)
            />
            <span id="budget-cap-about">{live(wrong)}</span>
        </div>
    }
}

fn limit(state: State, typed: &str) {
    if typed.is_empty() {
        state.edit(Edit::Reset(Field::Budget));
    } else {
        state.take_text(&Field::Budget, typed);
        state.end_typing();
    }
}
