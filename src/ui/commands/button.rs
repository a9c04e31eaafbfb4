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
            class="button commands"
            data-tip="Commands \u{b7} Ctrl K"
            aria-keyshortcuts="Control+K Meta+K"
            on:click=move |_| state.ask(Ask::Commands)
        >
            <Icon name="i-search"/>
            <span class="button-words">"Search commands"</span>
            <kbd aria-hidden="true">"Ctrl K"</kbd>
        </button>
    }
}
