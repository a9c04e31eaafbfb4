//! The place of code.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Code() -> impl IntoView {
    view! { <p>"code"</p> }
}
