//! The button that opens the list of commands.

use leptos::prelude::*;

use crate::ui::state::{Ask, use_state};
use crate::ui::widgets::Icon;

/// The button.
#[component]
pub fn CommandsButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--quiet button--icon commands"
            title="Commands (Ctrl+K)"
            aria-label="Commands"
            aria-keyshortcuts="Control+K Meta+K"
            on:click=move |_| state.ask(Ask::Commands)
        >
            <Icon name="i-search"/>
        </button>
    }
}
