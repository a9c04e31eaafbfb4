//! The top bar: the design's name and environment, its history, presets, files, theme, share and export.

use leptos::prelude::*;

use crate::ui::commands::CommandsButton;
use crate::ui::files::{ExportMenu, OpenButton, PresetMenu, ShareButton};
use crate::ui::state::{Ask, use_state};
use crate::ui::widgets::{Icon, Piece};

use super::name::{DesignName, EnvironmentChip};

/// The whole bar.
#[component]
pub(super) fn Toolbar() -> impl IntoView {
    view! {
        <header class="top">
            <Piece>
                <span class="brand">
                    <Icon name="i-logo"/>
                    <span class="brand-name">"Aurora Designer"</span>
                </span>
                <span class="crumb" aria-hidden="true">
                    "/"
                </span>
                <h1 class="design-title">
                    <DesignName/>
                </h1>
                <ShelfButton/>
                <EnvironmentChip/>
            </Piece>
            <Piece>
                <span class="rule"></span>
                <History/>
                <PresetMenu/>
                <OpenButton/>
            </Piece>
            <Piece>
                <span class="push"></span>
                <CommandsButton/>
                <ThemeButton/>
                <HelpButton/>
                <ShareButton/>
                <ExportMenu/>
            </Piece>
        </header>
    }
}

#[component]
fn History() -> impl IntoView {
    let state = use_state();
    let undone = Memo::new(move |_| state.undone_next());
    let redone = Memo::new(move |_| state.redone_next());
    view! {
        <div class="history" role="group" aria-label="History">
            <button
                type="button"
                class="button button--quiet button--icon"
                data-tip=move || tip("Undo", undone.get(), "Ctrl Z")
                aria-label="Undo"
                aria-description=undone
                aria-keyshortcuts="Control+Z Meta+Z"
                aria-disabled=move || (!state.can_undo()).to_string()
                on:click=move |_| state.undo()
            >
                <Icon name="i-undo"/>
            </button>
            <button
                type="button"
                class="button button--quiet button--icon"
                data-tip=move || tip("Redo", redone.get(), "Ctrl Shift Z")
                aria-label="Redo"
                aria-description=redone
                aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
                aria-disabled=move || (!state.can_redo()).to_string()
                on:click=move |_| state.redo()
            >
                <Icon name="i-redo"/>
            </button>
            <button
                type="button"
                class="button button--quiet button--icon step-list"
                data-tip="Every step of this design"
                aria-label="Steps"
                on:click=move |_| state.ask(Ask::Steps)
            >
                <Icon name="i-steps"/>
            </button>
        </div>
    }
}

/// `Undo: Move reader 2 to zone c · Ctrl Z`.
fn tip(verb: &str, name: Option<String>, keys: &str) -> String {
    let name = name.map(|name| format!(": {name}")).unwrap_or_default();
    format!("{verb}{name} \u{b7} {keys}")
}

/// The button that opens the shelf.
#[component]
fn ShelfButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--quiet button--icon designs"
            data-tip="Your designs"
            aria-label="Designs"
            on:click=move |_| state.ask(Ask::Shelf)
        >
            <Icon name="i-shelf"/>
        </button>
    }
}

/// The button that goes from system to light to dark.
#[component]
fn ThemeButton() -> impl IntoView {
    let theme = use_state().theme;
    let label = move || format!("Theme: {}", theme.word());
    view! {
        <button
            type="button"
            class="button button--quiet button--icon"
            data-tip=label
            aria-label=label
            on:click=move |_| theme.cycle()
        >
            <Icon name="i-theme"/>
        </button>
    }
}

/// The button that lists the keys and says what this is.
#[component]
fn HelpButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--quiet button--icon help"
            data-tip="What this is, and its keys \u{b7} ?"
            aria-label="Help"
            aria-keyshortcuts="?"
            on:click=move |_| state.ask(Ask::Shortcuts)
        >
            "?"
        </button>
    }
}
