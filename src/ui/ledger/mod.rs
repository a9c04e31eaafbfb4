//! The place of ledger.

use leptos::prelude::*;

/// Placeholder of the panel.
#[component]
pub fn Ledger() -> impl IntoView {
    view! { <p>"ledger"</p> }
}

/// Placeholder of the bar at the foot.
#[component]
pub fn CostBar() -> impl IntoView {}

/// Placeholder of the export menu's entries for the bill.
#[component]
pub fn BillFiles() -> impl IntoView {}
