//! The place of inspector.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Inspector() -> impl IntoView {
    view! { <p>"inspector"</p> }
}

/// Placeholder of what pauses.
#[component]
pub fn Pausing() -> impl IntoView {}
