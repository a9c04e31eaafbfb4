//! The place of commands.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Commands() -> impl IntoView {
    view! { <p>"commands"</p> }
}
