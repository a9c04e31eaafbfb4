//! The word "unknown", and the field in which the user enters a price of their own.

use leptos::ev::{FocusEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::estimate::Line;
use crate::facts::prices::PriceField;
use crate::ui::browser;
use crate::ui::state::use_state;
use crate::ui::widgets::ShowIf;

/// Stands in the place of an amount that is unknown; the price that would make it known can be entered.
#[component]
pub(super) fn UnknownPrice(line: Memo<Option<Line>>) -> impl IntoView {
    // Which price it is may change while it stays unknown: with the kind of storage.
    let price = Memo::new(move |_| line.with(|line| line.as_ref().and_then(Line::missing_price)));
    view! {
        <span class="unknown">"unknown"</span>
        {move || price.get().map(|price| view! { " " <EnterPrice price/> }.into_any())}
    }
}

/// A button that becomes a field.
#[component]
fn EnterPrice(price: PriceField) -> impl IntoView {
    let editing = RwSignal::new(false);
    let button = move || {
        view! {
            <button
                type="button"
                class="link"
                aria-label=format!("Enter {}", price.name())
                on:click=move |_| editing.set(true)
            >
                "Enter"
            </button>
        }
        .into_any()
    };
    view! {
        <ShowIf when=move || editing.get() fallback=button>
            <PriceForm price editing/>
        </ShowIf>
    }
}

#[component]
fn PriceForm(price: PriceField, editing: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            browser::select_all(&field);
        }
    });
    let left = move |event: FocusEvent| {
        if event.related_target().is_none() {
            // The line may be gone, and the field with it.
            let _gone = editing.try_set(false);
        }
    };
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        editing.set(false);
        if !typed.is_empty() {
            state.edit_and_tell(&[Edit::set(Field::Price(price), typed)], "Entered a price of your own");
        }
    };
    view! {
        <form class="enter-price" on:submit=keep>
            <input
                type="text"
                inputmode="decimal"
                size="8"
                aria-label=format!("Your price in {}", price.unit())
                node_ref=field
                on:blur=left
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        event.stop_propagation();
                        editing.set(false);
                    }
                }
            />
            <button type="submit" class="button button--small">
                "Use"
            </button>
        </form>
    }
}
