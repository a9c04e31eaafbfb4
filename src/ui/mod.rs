//! What is seen: the app in the browser. The only room that knows one, and [`browser`] its only door.

#![allow(
    unreachable_pub,
    clippy::needless_pass_by_value,
    reason = "components take their props by value, and the macro makes the props public"
)]

pub mod browser;
mod canvas;
pub mod code;
pub mod dialog;
mod erase;
pub mod export;
mod field;
pub mod files;
pub mod frame;
pub mod glyphs;
mod inspector;
pub mod menu;
pub mod money;
pub mod notices;
pub mod outline;
pub mod page;
mod pairs;
pub mod problems;
mod range;
mod settings;
pub mod state;
pub mod theme;
pub mod toolbar;
mod version;

use leptos::prelude::*;

pub use state::{State, Tab, use_state};

use dialog::Dialogs;
use erase::view;
use files::DropZone;
use frame::Frame;
use glyphs::Symbols;
use notices::Toasts;
use page::Page;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::open();
    provide_context(state);
    state.follow_address();
    let frame = Frame::open();
    provide_context(frame);
    frame.follow();
    problems::follow_keys();
    // What the page showed until now has done its work.
    browser::remove("shell");
    view! {
        <Symbols />
        <a class="skip" href="#diagram" on:click=move |event| skip(&event)>"Skip to the diagram"</a>
        <Page />
        <Toasts />
        <Dialogs />
        <DropZone />
    }
}

/// Moves the focus without touching the address, which holds the design.
fn skip(event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus("diagram");
}
