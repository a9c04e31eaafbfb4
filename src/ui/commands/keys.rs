//! The keys that mean something anywhere on the page.

use leptos::ev;
use leptos::prelude::*;

use crate::editor::commands::{Act, Fold};
use crate::editor::shortcuts::{Key, Pressed};
use crate::ui::browser;
use crate::ui::problems;
use crate::ui::state::{Ask, State};

use super::run::run;
use super::shortcuts::single_keys;

/// Listens for keys while the owner lives.
pub fn follow_keys(state: State) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let name = event.key();
        let pressed = Pressed {
            key: &name,
            control: event.ctrl_key(),
            command: event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
        };
        if let Some(key) = Key::of(pressed, browser::typing(), single_keys()) {
            event.prevent_default();
            answer(state, key);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Answers a key. While a dialog is open, only the one that closes the list of commands means something.
fn answer(state: State, key: Key) {
    state.catch_up();
    let asked = state.asking.get_untracked();
    match key {
        Key::Commands if asked == Some(Ask::Commands) => state.asking.set(None),
        _ if asked.is_some() => {}
        Key::Commands => state.ask(Ask::Commands),
        Key::Undo => state.undo(),
        Key::Redo => state.redo(),
        Key::Next => problems::step(state, true),
        Key::Previous => problems::step(state, false),
        Key::Outline => run(state, Act::Fold(Fold::Outline)),
        Key::Inspector => run(state, Act::Fold(Fold::Side)),
        Key::Shortcuts => state.ask(Ask::Shortcuts),
    }
}
