//! Everything the page can do, found by its name, and the keys that do it.
//!
//! The first load holds the keys alone; what they open comes with the panels.

mod catalog;
mod palette;
mod run;
mod shortcuts;

pub use palette::palette;
pub use run::{pressed, reach};
pub use shortcuts::shortcuts;

use super::browser::{self, El, KeyboardEvent, button, on_window};
use super::dialog::Ask;
use super::frame::use_frame;
use super::glyphs::icon;
use super::use_state;

/// What a key asks for, anywhere on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// The list of commands, or away with it.
    Commands,
    /// The list of keys.
    Shortcuts,
    /// The outline folded or open.
    Outline,
    /// The settings folded or open.
    Inspector,
    /// The next problem.
    Next,
    /// The problem before.
    Previous,
}

impl Key {
    fn of(event: &KeyboardEvent) -> Option<Self> {
        let (control, command, alt) = (event.ctrl_key(), event.meta_key(), event.alt_key());
        // AltGr, which some keyboards need for a bracket, comes as Control with Alt.
        let plain = !command && control == alt;
        match event.key().as_str() {
            "F8" if event.shift_key() => Some(Self::Previous),
            "F8" => Some(Self::Next),
            "k" | "K" | "/" if (control || command) && !alt => Some(Self::Commands),
            "?" if plain && !browser::typing() => Some(Self::Shortcuts),
            "[" if plain && !browser::typing() => Some(Self::Outline),
            "]" if plain && !browser::typing() => Some(Self::Inspector),
            _ => None,
        }
    }
}

/// Listens for the keys that mean something anywhere on the page.
pub fn follow_keys() {
    let (state, frame) = (use_state(), use_frame());
    on_window("keydown", move |event: KeyboardEvent| {
        if let Some(key) = Key::of(&event) {
            event.prevent_default();
            let lost = move || state.lost("The shortcut");
            state.panels.or_else(move |panels| (panels.pressed)(key, state, frame), lost);
        }
    });
}

/// The button that opens the list of commands.
pub fn commands_button() -> El {
    let state = use_state();
    button("button button--quiet button--icon commands")
        .set("title", "Commands (Ctrl+K)")
        .set("aria-label", "Commands")
        .set("aria-keyshortcuts", "Control+K Meta+K")
        .on("click", move || state.ask(Ask::Commands))
        .child(icon("i-search"))
}
