//! What is seen: the app in the browser. The only room that knows one, and [`browser`] its only door.

pub mod browser;
mod field;
mod inspector;
mod pairs;
mod range;
mod settings;
pub mod state;
mod version;

use leptos::prelude::*;

pub use state::{State, Tab, use_state};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::open();
    provide_context(state);
    state.follow_address();
    view! { <main>{move || state.with(|design| design.project_name.clone())}</main> }
}
