//! What comes into the page: a preset, a file by its button, a file dropped anywhere.

use leptos::ev::{DragEvent, Event};
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::design::presets::{PRESETS, Preset};
use crate::estimate::{Month, bill};

use super::browser::{File, HtmlInputElement};
use super::erase::view;
use super::glyphs::Icon;
use super::menu::{Menu, MenuItem};
use super::{State, browser, use_state};

fn open(state: State, file: &File) {
    let name = file.name();
    browser::read_file(file, move |read| match read {
        Ok(text) => state.open_yaml(&name, &text),
        Err(error) => state.notices.set(vec![format!("{name}: {error} Your design is unchanged.")]),
    });
}

/// The button that opens a spec.
#[component]
pub fn OpenButton() -> impl IntoView {
    let state = use_state();
    let field = NodeRef::<Input>::new();
    let chosen = move |event: Event| {
        let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        if let Some(file) = browser::first_file(field.as_ref().and_then(HtmlInputElement::files)) {
            open(state, &file);
        }
        // Emptied, so that the same file can be chosen again.
        if let Some(field) = field {
            field.set_value("");
        }
    };
    let click = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    view! {
        <button type="button" class="button button--quiet open" title="Open aurora.yaml" aria-label="Open" on:click=click>
            <Icon name="i-open" />
            <span class="button-words">"Open"</span>
        </button>
        <input type="file" hidden aria-label="Spec file" accept=".yaml,.yml" node_ref=field on:change=chosen />
    }
}

/// The menu of presets, each with its typical month.
#[component]
pub fn PresetMenu() -> impl IntoView {
    let state = use_state();
    view! {
        <Menu id="preset-menu" label="Presets" icon="i-preset" class="button--quiet presets">
            <ul class="menu-presets">
                {PRESETS
                    .iter()
                    .map(|preset| {
                        view! {
                            <li>
                                <MenuItem
                                    label=preset.name
                                    hint=preset.hint
                                    icon="i-preset"
                                    end=price(preset, state)
                                    choose=move || take(preset, state)
                                />
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </Menu>
    }
}

fn price(preset: &Preset, state: State) -> String {
    let total = bill(&(preset.design)(), state.today).total(Month::Typical);
    format!("{}{}", if total.complete { "" } else { "from " }, total.usd)
}

fn take(preset: &Preset, state: State) {
    state.replace((preset.design)(), Vec::new());
    state.tell(&format!("Opened the preset {}.", preset.name), true);
}

/// Takes files dropped anywhere on the page, and shows that it would.
#[component]
pub fn DropZone() -> impl IntoView {
    let state = use_state();
    let over = RwSignal::new(false);
    // Only files: the diagram has drags of its own.
    let files = |event: &DragEvent| {
        event
            .data_transfer()
            .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
    };
    let dragged = window_event_listener(leptos::ev::dragover, move |event: DragEvent| {
        if files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let left = window_event_listener(leptos::ev::dragleave, move |event: DragEvent| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event: DragEvent| {
        if !files(&event) {
            return;
        }
        event.prevent_default();
        over.set(false);
        if let Some(file) = browser::first_file(event.data_transfer().and_then(|data| data.files())) {
            open(state, &file);
        }
    });
    on_cleanup(move || {
        dragged.remove();
        left.remove();
        dropped.remove();
    });
    view! {
        <div class="drop" hidden=move || !over.get()>
            <p class="empty">
                <Icon name="i-open" />
                <strong>"Drop the spec here"</strong>
                <span>"It opens in place of this design. Undo brings this one back."</span>
            </p>
        </div>
    }
}
