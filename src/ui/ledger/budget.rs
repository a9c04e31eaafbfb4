//! The budget: what the months are against it, and which cluster would fit.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::editor::ledger::{Against, BudgetSheet, FitRow, budget};
use crate::editor::typing::refused;
use crate::ui::state::{State, use_state};
use crate::ui::widgets::{ForRows, ShowIf, TextInput, live};

use super::table::{FiguresTable, LedgerPart, followed};

/// The field for the budget, and what it means for the design.
#[component]
pub(super) fn Budget() -> impl IntoView {
    let state = use_state();
    let sheet = state.memo(move |design| budget(design, state.today));
    let none = || {
        view! {
            <p>
                "No budget is set. With one, a warning says when a ceiling month would pass it, and here stands which cluster would fit."
            </p>
        }
    };
    view! {
        <div class="ledger-parts">
            <Cap/>
            <ShowIf when=move || sheet.with(Option::is_some) fallback=none>
                <Bars sheet/>
                <LedgerPart title="What fits">
                    <Fitting sheet/>
                </LedgerPart>
            </ShowIf>
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
        state.type_into(&Field::Budget, typed);
        state.end_typing();
    }
}

/// The typical and the ceiling month as bars against the budget.
#[component]
fn Bars(sheet: Memo<Option<BudgetSheet>>) -> impl IntoView {
    let bars = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|it| it.against.clone())));
    view! { <ul class="against">{move || bars.get().map(|bars| bars.map(bar).collect_view())}</ul> }
}

fn bar(it: Against) -> impl IntoView {
    view! {
        <li data-over=it.over.to_string()>
            <span>{it.name}</span>
            <svg class="against-bar" height="18" aria-hidden="true">
                <rect class="against-track" height="10" rx="3" y="4" width="100%"></rect>
                <rect class="against-over" height="10" rx="3" y="4" width=it.whole></rect>
                <rect class="against-fill" height="10" rx="3" y="4" width=it.paid></rect>
                <svg x=it.cap class="against-place">
                    <rect class="against-cap" x="-2" width="2" height="18"></rect>
                </svg>
            </svg>
            <strong>{it.total}</strong>
            <small>{it.verdict}</small>
        </li>
    }
}

#[component]
fn Fitting(sheet: Memo<Option<BudgetSheet>>) -> impl IntoView {
    let rows =
        Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().map(|it| it.fits.clone()).unwrap_or_default()));
    let complete = move || sheet.with(|sheet| sheet.as_ref().is_none_or(|it| it.complete));
    let nothing = || {
        view! {
            <p>"Nothing keeps a ceiling month within the budget at this minimum, not even the writer alone."</p>
        }
    };
    view! {
        <ShowIf when=move || rows.with(|rows| !rows.is_empty()) fallback=nothing>
            <FiguresTable
                caption="What stays within the budget even at the ceiling"
                columns=&["Readers", "Largest maximum", "Ceiling month", "Left of the budget", "Apply"]
            >
                <ForRows each=move || rows.get() key=|row| row.fits.readers let(row)>
                    <FitView rows row/>
                </ForRows>
            </FiguresTable>
            <ShowIf when=move || !complete()>
                <p class="bill-note">
                    "Unknown prices count as nothing here: enter them in Lines to be sure."
                </p>
            </ShowIf>
        </ShowIf>
    }
}

/// A cluster that fits.
#[component]
fn FitView(rows: Memo<Vec<FitRow>>, row: FitRow) -> impl IntoView {
    let state = use_state();
    let (readers, words) = (row.fits.readers, row.readers.clone());
    let row = followed(rows, row, move |row| row.fits.readers == readers);
    let apply = move |_| {
        let row = row.get_untracked();
        state.edit_and_tell(&state.peek(|design| row.edits(design)), &row.told());
    };
    let button = move || {
        view! {
            <button
                type="button"
                class="button button--small"
                aria-label=move || row.with(FitRow::use_it)
                on:click=apply
            >
                "Use"
            </button>
        }
    };
    view! {
        <tr>
            <th scope="row">{words}</th>
            <td>{move || row.with(|row| row.max.clone())}</td>
            <td>{move || row.with(|row| row.ceiling.clone())}</td>
            <td>{move || row.with(|row| row.left.clone())}</td>
            <td>
                <ShowIf when=move || row.with(|row| row.own) fallback=button>
                    <span class="chip">"this design"</span>
                </ShowIf>
            </td>
        </tr>
    }
}
