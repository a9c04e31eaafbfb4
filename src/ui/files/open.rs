//! What comes into the page: a preset, a file by its button, a file dropped anywhere.

use leptos::ev;
use leptos::prelude::*;

use crate::design::Design;
use crate::design::presets::Preset;
use crate::editor::commands;
use crate::editor::jobs::{Answer, Job};
use crate::formats::yaml::SpecError;
use crate::ui::browser::{self, DragEvent, File};
use crate::ui::state::State;
use crate::ui::widgets::Icon;

/// What is far beyond a spec's own limit of 256 KiB.
const MOST_BYTES: f64 = 4_194_304.0;
const TOO_LARGE: &str = "The file is larger than 4 MiB; a spec has at most 256 KiB.";

/// Lets somebody choose a spec and opens it.
pub fn open(state: State) {
    browser::pick_file(".yaml,.yml", move |file| take(state, &file, show));
}

/// Lets somebody choose a spec to compare the design with.
pub fn read_other(state: State) {
    browser::pick_file(".yaml,.yml", move |file| take(state, &file, compare));
}

fn compare(state: State, name: String, design: Design) {
    state.compare_with(name, design);
}

/// Opens a design in place of the one that is.
fn show(state: State, name: String, design: Design) {
    state.replace(design, Vec::new());
    state.tell(format!("Opened {name}."), true);
}

/// Reads a file for `then`; what cannot be read is told with its place, and the design stays.
fn take(state: State, file: &File, then: fn(State, String, Design)) {
    let name = file.name();
    browser::read_file(file, MOST_BYTES, TOO_LARGE, move |read| match read {
        Ok(text) => read_spec(state, name.clone(), text, then),
        Err(error) => state.notices.set(vec![format!("{name}: {error} Your design is unchanged.")]),
    });
}

fn read_spec(state: State, name: String, text: String, then: fn(State, String, Design)) {
    state.worker.ask(Job::Read(text), move |answer| match answer {
        Ok(Answer::Design(Ok(design))) => then(state, name, *design),
        Ok(Answer::Design(Err(error))) => state.notices.set(vec![unread(&name, &error)]),
        Ok(_) => {}
        Err(lost) => state.tell_lost(&name, lost),
    });
}

fn unread(name: &str, error: &SpecError) -> String {
    let SpecError { line, column, message, .. } = error;
    let stop = if message.ends_with('.') { "" } else { "." };
    format!("{name}, line {line}, column {column}: {message}{stop} Your design is unchanged.")
}

/// A preset's typical month, as lists show it.
pub fn preset_price(preset: &Preset, state: State) -> String {
    commands::preset_price(preset, state.today)
}

/// Opens a preset in place of the design.
pub fn take_preset(preset: &Preset, state: State) {
    state.replace((preset.design)(), Vec::new());
    state.tell(format!("Opened the preset {}.", preset.name), true);
}

/// Takes files dropped anywhere on the page, and shows that it would.
#[component]
pub fn DropZone() -> impl IntoView {
    let state = crate::ui::state::use_state();
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
                if let Some(file) = browser::dropped_file(&event) {
                    take(state, &file, show);
                }
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <div class="drop" hidden=move || !over.get()>
            <p class="empty">
                <Icon name="i-open"/>
                <strong>"Drop the spec here"</strong>
                <span>"It opens in place of this design. Undo brings this one back."</span>
            </p>
        </div>
    }
}
