//! Prices the book does not know or the user knows better.

use leptos::prelude::*;

use crate::design::Field;
use crate::editor::inspector::field_id;
use crate::facts::prices::{FIELDS, PriceField, price};
use crate::ui::state::use_state;
use crate::ui::widgets::{Disclosure, FieldShell, TextInput};

use super::answers::Answers;
use super::folds::use_folds;
use super::messages::{DraftMessage, Findings};

/// The price list of the Region, made when it is unfolded.
#[component]
pub(super) fn OwnPrices() -> impl IntoView {
    let row = |(price, name, unit): &'static (PriceField, &'static str, &'static str)| {
        view! { <PriceRow price=*price name unit/> }.into_any()
    };
    view! {
        <Disclosure class="prices" open=use_folds().prices summary=|| "Prices of the Region, and your own">
            <div class="price-list">{FIELDS.iter().map(row).collect_view()}</div>
        </Disclosure>
    }
}

/// One price: the book's own stands in the empty field.
#[component]
fn PriceRow(price: PriceField, name: &'static str, unit: &'static str) -> impl IntoView {
    let state = use_state();
    let answers = Answers::of(Field::Price(price));
    let known = state
        .memo(move |design| self::known(design.region.code, price).unwrap_or_else(|| "unknown".to_owned()));
    let value = Memo::new(move |_| {
        answers.draft.with(|draft| match draft {
            Some(draft) => draft.text.clone(),
            None => answers.text.get(),
        })
    });
    let take = move |text: String| {
        if text.trim().is_empty() {
            answers.reset();
        } else {
            answers.take(text.trim());
            state.end_typing();
        }
    };
    let id = field_id(&Field::Price(price));
    let about_id = format!("{id}-about");
    view! {
        <FieldShell
            id=id.clone()
            label=unit
            invalid=answers.invalid
            foot=move || view! { <span class="aws">{name}</span> }.into_any()
            about=move || view! { <DraftMessage answers/> <Findings findings=answers.findings/> }.into_any()
        >
            <TextInput
                id
                described_by=about_id
                value
                unit="USD"
                decimal=true
                placeholder=known
                invalid=answers.invalid
                on_change=take
                on_escape=move |()| answers.take_back()
            />
        </FieldShell>
    }
}

/// What the price book has, in USD.
fn known(region: &str, field: PriceField) -> Option<String> {
    price(region, field).map(|price| price.usd.to_string())
}
