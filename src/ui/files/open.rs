//! What comes into the page: a preset; whatever is dropped or pasted anywhere goes through the door.

use leptos::ev;
use leptos::prelude::*;

use crate::design::presets::Preset;
use crate::editor::commands;
use crate::editor::opening::MOST_FILES;
use crate::editor::selection;
use crate::ui::browser::{self, ClipboardEvent, DragEvent};
use crate::ui::state::State;
use crate::ui::widgets::Icon;

use super::door::use_door;

/// A preset's typical month, as lists show it.
pub fn preset_price(preset: &Preset, state: State) -> String {
    commands::preset_price(preset, state.today)
}

/// Opens a preset in place of the design.
pub fn take_preset(preset: &Preset, state: State) {
    state.replace((preset.design)(), Vec::new());
    state.tell(format!("Opened the preset {}.", preset.name), true);
}

/// Takes what is dropped or pasted anywhere on the page, and shows that it would.
#[component]
pub fn DropZone() -> impl IntoView {
    let door = use_door();
    let over = RwSignal::new(false);
    let listeners = [
        window_event_listener(ev::dragover, move |event| {
            if browser::has_files(&event) {
                event.prevent_default();
                over.set(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                over.set(false);
            }
        }),
        window_event_listener(ev::drop, move |event: DragEvent| {
            // Only files: the diagram has drags of its own.
            if browser::has_files(&event) {
                event.prevent_default();
                over.set(false);
                browser::dropped(&event, MOST_FILES, move |files| door.take_files(files));
            }
        }),
        window_event_listener(ev::paste, move |event: ClipboardEvent| {
            if event.target().is_some_and(|target| browser::takes_text(&target)) {
                return;
            }
            let (files, text) = browser::pasted(&event);
            if selection::lists_readers(&text) {
                return;
            }
            if !files.is_empty() {
                event.prevent_default();
                door.take_files(files);
            } else if !text.trim().is_empty() {
                event.prevent_default();
                door.take_text(text);
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <div class="drop" hidden=move || !over.get()>
            <p class="empty">
                <Icon name="i-open"/>
                <strong>"Drop a spec, Terraform, a state, a template or AWS\u{2019} answers"</strong>
                <span>"You see what was found before anything changes. Nothing leaves this browser."</span>
            </p>
        </div>
    }
}
