//! The top bar: the design's name and environment, its history, presets, files, theme, share and export.

use leptos::prelude::*;

use crate::design::{Edit, Environment, Field, Part, Word as _};

use super::browser::{
    self, El, Event, HtmlInputElement, KeyboardEvent, SubmitEvent, button, either, el, on_window, words,
};
use super::commands::commands_button;
use super::export::{export_menu, share_button};
use super::files::{open_button, preset_menu};
use super::glyphs::icon;
use super::theme::theme_button;
use super::use_state;

/// The whole bar.
pub fn toolbar() -> El {
    let brand = el("span")
        .set("class", "brand")
        .child(icon("i-logo"))
        .child(el("span").set("class", "brand-name").child("Aurora Designer"));
    el("header")
        .set("class", "top")
        .child(brand)
        .child(el("span").set("class", "crumb").set("aria-hidden", "true").child("/"))
        .child(el("h1").set("class", "design-title").child(design_name()))
        .child(environment_chip())
        .child(el("span").set("class", "rule"))
        .child(history())
        .child(preset_menu())
        .child(open_button())
        .child(el("span").set("class", "push"))
        .child(commands_button())
        .child(theme_button())
        .child(share_button())
        .child(export_menu())
}

/// The name, a button that becomes a field.
fn design_name() -> El {
    let state = use_state();
    let name = state.memo(|design| design.project_name.clone());
    let editing = RwSignal::new(false);
    let shown = move || {
        button("design-name")
            .set("id", "design-name")
            .set("title", "Rename")
            .bind("aria-label", move || format!("Rename design {}", name.get()))
            .on("click", move || editing.set(true))
            .child(words(move || {
                name.with(|name| if name.is_empty() { "unnamed".to_owned() } else { name.clone() })
            }))
    };
    either(move || editing.get(), move || rename(name.get_untracked(), editing), shown)
}

fn rename(name: String, editing: RwSignal<bool>) -> El {
    let state = use_state();
    let field = el("input")
        .set("type", "text")
        .set("aria-label", "Name of the design")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .value(move || name.clone());
    browser::focus_field(&field);
    let typed: HtmlInputElement = field.dom();
    let keep = move || {
        if editing.get_untracked() {
            state.edit(Edit::set(Field::ProjectName, typed.value()));
            editing.set(false);
        }
    };
    let left = keep.clone();
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
    el("form")
        .set("class", "design-rename")
        .hear("submit", submit)
        .child(field.on("blur", left).hear("keydown", key))
}

fn environment_chip() -> El {
    let state = use_state();
    let chosen = state.memo(|design| design.environment.word());
    let change = move |event: Event| state.edit(Edit::set(Field::Environment, event_target_value(&event)));
    let option = |(word, _): &(&'static str, Environment)| el("option").set("value", word).child(*word);
    let select = el("select")
        .child(Environment::WORDS.iter().map(option).collect::<Vec<_>>())
        .value(move || chosen.get().to_owned())
        .hear("change", change)
        .on("focus", move || state.selected.set(Part::Design));
    el("label")
        .set("class", "chip chip--select")
        .child(el("span").set("class", "visually-hidden").child("Environment"))
        .child(select)
        .child(icon("i-down"))
}

fn history() -> El {
    let state = use_state();
    on_window("keydown", move |event: KeyboardEvent| {
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
    let undo = button("button button--quiet button--icon")
        .set("title", "Undo (Ctrl+Z)")
        .set("aria-label", "Undo")
        .set("aria-keyshortcuts", "Control+Z Meta+Z")
        .bind("aria-disabled", move || (!state.can_undo()).to_string())
        .on("click", move || state.undo())
        .child(icon("i-undo"));
    let redo = button("button button--quiet button--icon")
        .set("title", "Redo (Ctrl+Shift+Z)")
        .set("aria-label", "Redo")
        .set("aria-keyshortcuts", "Control+Shift+Z Meta+Shift+Z Control+Y")
        .bind("aria-disabled", move || (!state.can_redo()).to_string())
        .on("click", move || state.redo())
        .child(icon("i-redo"));
    el("div")
        .set("class", "history")
        .set("role", "group")
        .set("aria-label", "History")
        .child(undo)
        .child(redo)
}
