//! Prices the book does not know or the user knows better.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::facts::prices::{FIELDS, PriceField, price};

use super::super::browser::{El, Event, el, when};
use super::super::state::use_state;

/// The price list of the Region, made when it is first unfolded.
pub(super) fn own_prices() -> El {
    let open = RwSignal::new(false);
    let list = || {
        let rows = FIELDS.iter().map(|(field, name, unit)| price_field(*field, name, unit));
        el("div").set("class", "price-list").child(rows.collect::<Vec<_>>())
    };
    el("details")
        .set("class", "prices")
        .on("toggle", move || open.set(true))
        .child(el("summary").child("Prices of the Region, and your own"))
        .child(when(move || open.get(), list))
}

fn price_field(field: PriceField, name: &str, unit: &str) -> El {
    let state = use_state();
    let id = format!("price-{name}");
    let own = state.memo(move |design| Field::Price(field).text(design));
    let known = state.memo(move |design| price(design.region.code, field).map(|price| price.usd));
    let changed = move |event: Event| {
        let typed = event_target_value(&event);
        if typed.trim().is_empty() {
            state.edit(Edit::Reset(Field::Price(field)));
        } else {
            state.type_into(&Field::Price(field), typed.trim());
            state.end_typing();
        }
    };
    let input = el("input")
        .set("id", &id)
        .set("inputmode", "decimal")
        .bind("placeholder", move || known.get().map_or_else(|| "unknown".to_owned(), |usd| usd.to_string()))
        .value(move || own.get())
        .hear("change", changed);
    let boxed = el("span").set("class", "input").child(input);
    el("div")
        .set("class", "field")
        .child(el("label").set("for", &id).child(el("span").child(unit)))
        .child(boxed.child(el("span").set("class", "unit").child("USD")))
        .child(el("span").set("class", "aws").child(name))
}
