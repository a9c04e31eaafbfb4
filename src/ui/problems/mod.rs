//! The place of problems.

use leptos::prelude::*;

use super::state::State;

/// Placeholder of the panel.
#[component]
pub fn Problems() -> impl IntoView {
    view! { <p>"problems"</p> }
}

/// Placeholder of the tab's figures.
#[component]
pub fn Counts() -> impl IntoView {}

/// Placeholder of the button that turns the order.
#[component]
pub fn Grouping() -> impl IntoView {}

/// Placeholder of the button that asks for all fixes.
#[component]
pub fn FixAllButton() -> impl IntoView {}

/// Placeholder of the button that opens the rules.
#[component]
pub fn AllRulesButton() -> impl IntoView {}

/// Placeholder of the dialog's content.
#[component]
pub fn FixAllDialog() -> impl IntoView {}

/// Placeholder of the way from problem to problem.
pub fn step(state: State, forward: bool) {
    go_to(state, usize::from(forward));
}

/// Placeholder of the way to a problem.
pub fn go_to(state: State, at: usize) {
    state.frame.problem.set_value(Some(at));
}
