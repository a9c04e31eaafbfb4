//! The place of outline.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Outline() -> impl IntoView {
    view! { <p>"outline"</p> }
}

/// Placeholder of its rows.
#[component]
pub fn Tree() -> impl IntoView {}

/// Placeholder of what can be added.
#[component]
pub fn Additions() -> impl IntoView {}
