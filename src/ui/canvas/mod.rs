//! The place of canvas.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Canvas() -> impl IntoView {
    view! { <p>"canvas"</p> }
}
