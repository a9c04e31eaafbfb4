//! The place of outline.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Outline() -> impl IntoView {
    view! { <p>"outline"</p> }
}
