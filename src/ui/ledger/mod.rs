//! The place of ledger.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Ledger() -> impl IntoView {
    view! { <p>"ledger"</p> }
}
