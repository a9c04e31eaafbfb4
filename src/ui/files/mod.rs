//! The place of files.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Files() -> impl IntoView {
    view! { <p>"files"</p> }
}
