//! The top bar: the design's name and environment, its history, presets, files, theme, share and export.

use leptos::ev::{Event, KeyboardEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;

use crate::design::{Edit, Environment, Field, Part, Word as _};

use super::erase::{effect, view};
use super::export::{ExportMenu, ShareButton};
use super::files::{OpenButton, PresetMenu};
use super::glyphs::Icon;
use super::theme::ThemeButton;
use super::{browser, use_state};

/// The whole bar.
#[component]
pub fn Toolbar() -> impl IntoView {
    view! {
        <header class="top">
            <span class="brand">
                <Icon name="i-logo" />
                <span class="brand-name">"Aurora Designer"</span>
            </span>
            <span class="crumb" aria-hidden="true">"/"</span>
            <h1 class="design-title"><DesignName /></h1>
            <EnvironmentChip />
            <span class="rule"></span>
            <History />
            <PresetMenu />
            <OpenButton />
            <span class="push"></span>
            <ThemeButton />
            <ShareButton />
            <ExportMenu />
        </header>
    }
}

/// The name, a button that becomes a field.
#[component]
fn DesignName() -> impl IntoView {
    let state = use_state();
    let name = state.memo(|design| design.project_name.clone());
    let editing = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    effect(move || {
        if let Some(field) = field.get() {
            // Once it is on the page with its text in it.
            request_animation_frame(move || {
                drop(field.focus());
                field.select();
            });
        }
    });
    let keep = move || {
        if !editing.get_untracked() {
            return;
        }
        if let Some(field) = field.get_untracked() {
            state.edit(Edit::set(Field::ProjectName, field.value()));
        }
        editing.set(false);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        keep();
        request_animation_frame(|| browser::focus("design-name"));
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            editing.set(false);
            request_animation_frame(|| browser::focus("design-name"));
        }
    };
    leptos::view! {
        {move || {
            if editing.get() {
                view! {
                    <form class="design-rename" on:submit=submit>
                        <input
                            type="text"
                            aria-label="Name of the design"
                            autocomplete="off"
                            spellcheck="false"
                            node_ref=field
                            prop:value=name.get_untracked()
                            on:blur=move |_| keep()
                            on:keydown=key
                        />
                    </form>
                }
            } else {
                view! {
                    <button
                        type="button"
                        id="design-name"
                        class="design-name"
                        title="Rename"
                        aria-label=move || format!("Rename design {}", name.get())
                        on:click=move |_| editing.set(true)
                    >
                        {move || if name.with(String::is_empty) { "unnamed".to_owned() } else { name.get() }}
                    </button>
                }
            }
        }}
    }
}

#[component]
fn EnvironmentChip() -> impl IntoView {
    let state = use_state();
    let chosen = state.memo(|design| design.environment.word());
    let change = move |event: Event| state.edit(Edit::set(Field::Environment, event_target_value(&event)));
    view! {
        <label class="chip chip--select">
            <span class="visually-hidden">"Environment"</span>
            <select prop:value=move || chosen.get() on:change=change on:focus=move |_| state.selected.set(Part::Design)>
                {Environment::WORDS
                    .iter()
                    .map(|(word, _)| view! { <option value=*word selected=move || chosen.get() == *word>{*word}</option> })
                    .collect_view()}
            </select>
            <Icon name="i-down" />
        </label>
    }
}

#[component]
fn History() -> impl IntoView {
    let state = use_state();
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || browser::typing() {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => state.undo(),
            ("z", true) | ("y", false) => state.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    view! {
        <div class="history" role="group" aria-label="History">
            <button
                type="button"
                class="button button--quiet button--icon"
                title="Undo (Ctrl+Z)"
                aria-label="Undo"
                aria-keyshortcuts="Control+Z Meta+Z"
                aria-disabled=move || (!state.can_undo()).to_string()
                on:click=move |_| state.undo()
            >
                <Icon name="i-undo" />
            </button>
            <button
                type="button"
                class="button button--quiet button--icon"
                title="Redo (Ctrl+Shift+Z)"
                aria-label="Redo"
                aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
                aria-disabled=move || (!state.can_redo()).to_string()
                on:click=move |_| state.redo()
            >
                <Icon name="i-redo" />
            </button>
        </div>
    }
}
