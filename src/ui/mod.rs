//! What is seen: the app in the browser. The only room that knows one, and [`browser`] its only door.

#![allow(
    unreachable_pub,
    clippy::needless_pass_by_value,
    reason = "components take their props by value, and the macro makes the props public"
)]

pub mod browser;
mod canvas;
pub mod code;
mod commands;
mod deploy;
pub mod dialog;
mod edges;
mod erase;
pub mod export;
mod field;
pub mod files;
mod fit;
pub mod frame;
pub mod glyphs;
mod inspector;
mod later;
mod ledger;
pub mod menu;
pub mod money;
pub mod notices;
pub mod outline;
pub mod page;
mod pairs;
mod pausing;
mod picture;
pub mod problems;
mod range;
mod ranges;
mod rulebook;
mod settings;
pub mod state;
pub mod theme;
pub mod toolbar;
mod version;

use leptos::prelude::*;

pub use state::{State, Tab, use_state};

use browser::{El, el, several};
use frame::Frame;

/// Puts the app into an element of the page, until what is returned is dropped.
pub fn mount(into: browser::HtmlElement) -> impl Sized {
    let place = into.clone();
    // Leptos starts what drives its signals, and owns them.
    leptos::mount::mount_to(into, move || browser::put(&place, &app()))
}

/// Starts the app in the page's body, for as long as the page is open.
pub fn start() {
    if let Some(body) = document().body() {
        std::mem::forget(mount(body));
    }
}

/// The whole page.
fn app() -> El {
    let state = State::open();
    provide_context(state);
    state.follow_address();
    let frame = Frame::open();
    provide_context(frame);
    frame.follow();
    commands::follow_keys();
    fetch_at_first_touch(state);
    let skip = el("a")
        .set("class", "skip")
        .set("href", "#diagram")
        .hear("click", |event| skip(&event))
        .child("Skip to the diagram");
    let page = several()
        .child(glyphs::symbols())
        .child(skip)
        .child(page::page())
        .child(notices::toasts())
        .child(dialog::dialogs())
        .child(files::drop_zone());
    // What the page showed until now has done its work.
    browser::remove("shell");
    page
}

/// Whoever moves a pointer or presses a key is about to need what the first screen does without.
fn fetch_at_first_touch(state: State) {
    let touched = StoredValue::new(false);
    let touch = move || {
        if !touched.get_value() {
            touched.set_value(true);
            state.panels.fetch();
        }
    };
    browser::on_window("pointerover", move |_: browser::Event| touch());
    browser::on_window("keydown", move |_: browser::Event| touch());
}

/// Moves the focus without touching the address, which holds the design.
fn skip(event: &browser::Event) {
    event.prevent_default();
    browser::focus("diagram");
}
