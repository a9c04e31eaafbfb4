//! The place of problems.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Problems() -> impl IntoView {
    view! { <p>"problems"</p> }
}
