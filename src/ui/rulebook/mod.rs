//! The place of rulebook.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Rulebook() -> impl IntoView {
    view! { <p>"rulebook"</p> }
}
