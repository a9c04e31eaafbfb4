//! The place of ledger.

use leptos::prelude::*;

use super::state::State;

/// Placeholder of the panel.
#[component]
pub fn Ledger() -> impl IntoView {
    view! { <p>"ledger"</p> }
}

/// Placeholder of the bar at the foot.
#[component]
pub fn CostBar() -> impl IntoView {}

/// Placeholder of the difference to the opened design.
pub fn since_opened(state: State) -> Option<String> {
    state.with(|design| design.project_name.is_empty()).then(String::new)
}
