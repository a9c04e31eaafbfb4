//! The budget: what the months are against it, and which cluster would fit.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::jobs::{Answer, Job};
use crate::editor::ledger::{Against, BudgetSheet, FitRow};
use crate::editor::typing::refused;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{TextInput, live};

use super::answered::answered;
use super::table::{FiguresTable, LedgerPart};

/// The field for the budget, and what it means for the design.
#[component]
pub(super) fn Budget() -> impl IntoView {
    let state = use_state();
    let job = move || Job::Budget(Box::new(state.get()), state.today);
    view! {
        <div class="ledger-parts">
            <Cap/>
            {answered(state, job, move |answer| match answer {
                Answer::Budget(sheet) => Some(sheet.as_ref().map_or_else(none, |sheet| against(state, sheet))),
                _ => None,
            })}
        </div>
    }
}

fn none() -> AnyView {
    view! {
        <p>
            "No budget is set. With one, a warning says when a ceiling month would pass it, and here stands which cluster would fit."
        </p>
    }
    .into_any()
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
        state.type_into(&Field::Budget, typed);
        state.end_typing();
    }
}

/// The typical and the ceiling month as bars against the budget, and what fits.
fn against(state: State, sheet: &BudgetSheet) -> AnyView {
    let bars = sheet.against.iter().map(bar).collect_view();
    let fitting = fitting(state, sheet);
    view! {
        <ul class="against">{bars}</ul>
        <LedgerPart title="What fits">{fitting}</LedgerPart>
    }
    .into_any()
}

fn bar(it: &Against) -> AnyView {
    view! {
        <li data-over=it.over.to_string()>
            <span>{it.name.clone()}</span>
            <svg class="against-bar" height="18" aria-hidden="true">
                <rect class="against-track" height="10" rx="3" y="4" width="100%"></rect>
                <rect class="against-over" height="10" rx="3" y="4" width=it.whole.clone()></rect>
                <rect class="against-fill" height="10" rx="3" y="4" width=it.paid.clone()></rect>
                <svg x=it.cap.clone() class="against-place">
                    <rect class="against-cap" x="-2" width="2" height="18"></rect>
                </svg>
            </svg>
            <strong>{it.total.clone()}</strong>
            <small>{it.verdict.clone()}</small>
        </li>
    }
    .into_any()
}

fn fitting(state: State, sheet: &BudgetSheet) -> AnyView {
    if sheet.fits.is_empty() {
        return view! {
            <p>"Nothing keeps a ceiling month within the budget at this minimum, not even the writer alone."</p>
        }
        .into_any();
    }
    let rows = sheet.fits.iter().map(|row| fit(state, row)).collect_view();
    let unsure = (!sheet.complete).then(|| {
        view! { <p class="bill-note">"Unknown prices count as nothing here: enter them in Lines to be sure."</p> }
            .into_any()
    });
    view! {
        <FiguresTable
            caption="What stays within the budget even at the ceiling"
            columns=&["Readers", "Largest maximum", "Ceiling month", "Left of the budget", "Apply"]
        >
            {rows}
        </FiguresTable>
        {unsure}
    }
    .into_any()
}

/// A cluster that fits.
fn fit(state: State, row: &FitRow) -> AnyView {
    let apply = if row.own {
        view! { <span class="chip">"this design"</span> }.into_any()
    } else {
        let taken = row.clone();
        let apply = move |_| {
            state.edit_and_tell(&state.peek(|design| taken.edits(design)), &taken.told());
        };
        view! {
            <button type="button" class="button button--small" aria-label=row.use_it() on:click=apply>
                "Use"
            </button>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{row.readers.clone()}</th>
            <td>{row.max.clone()}</td>
            <td>{row.ceiling.clone()}</td>
            <td>{row.left.clone()}</td>
            <td>{apply}</td>
        </tr>
    }
    .into_any()
}
