//! The place of rulebook.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Rulebook(first: Option<&'static str>) -> impl IntoView {
    view! { <p>{first}</p> }
}
