//! Line symbols that are drawn once and used everywhere. They stand in `index.html`, where `make shell` puts them from
//! `symbols.svg`; icons refer to them by id.

use leptos::prelude::*;

/// A 16 px icon beside a word; it says nothing on its own. `name` is the id of its symbol: `i-plus`.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <use href=format!("#{name}")></use>
        </svg>
    }
}

/// An icon that changes.
#[component]
pub fn LiveIcon(
    /// Id of its symbol.
    name: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <use href=move || format!("#{}", name.get())></use>
        </svg>
    }
}
