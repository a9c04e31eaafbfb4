//! What comes into the page: a preset, a file by its button, a file dropped anywhere.

use leptos::prelude::*;

use crate::design::presets::{PRESETS, Preset};
use crate::estimate::{Month, bill};

use super::browser::{self, DragEvent, El, File, HtmlInputElement, button, el, on_window, several};
use super::glyphs::icon;
use super::menu::{Menu, menu, menu_item};
use super::{State, use_state};

fn open(state: State, file: &File) {
    let name = file.name();
    browser::read_file(file, move |read| match read {
        Ok(text) => state.open_yaml(name.clone(), text),
        Err(error) => state.notices.set(vec![format!("{name}: {error} Your design is unchanged.")]),
    });
}

/// The button that opens a spec.
pub fn open_button() -> El {
    let state = use_state();
    let field = el("input")
        .set("type", "file")
        .set("hidden", "")
        .set("aria-label", "Spec file")
        .set("accept", ".yaml,.yml");
    let input: HtmlInputElement = field.dom();
    let chosen = input.clone();
    let take = move || {
        if let Some(file) = browser::first_file(chosen.files()) {
            open(state, &file);
        }
        // Emptied, so that the same file can be chosen again.
        chosen.set_value("");
    };
    let opener = button("button button--quiet open")
        .set("title", "Open aurora.yaml")
        .set("aria-label", "Open")
        .on("click", move || input.click())
        .child(icon("i-open"))
        .child(el("span").set("class", "button-words").child("Open"));
    several().child(opener).child(field.on("change", take))
}

/// The menu of presets, each with its typical month.
pub fn preset_menu() -> El {
    let state = use_state();
    let button = Menu {
        id: "preset-menu",
        label: "Presets",
        icon: "i-preset",
        class: "button--quiet presets",
        at_end: false,
    };
    menu(button, move || state.panels.shown(|panels| (panels.presets)()))
}

/// The presets as entries of a menu.
pub fn presets() -> El {
    let state = use_state();
    let item = move |preset: &'static Preset| {
        let item = menu_item(preset.name, "i-preset", move || take(preset, state));
        el("li").child(item.hint(preset.hint).end(&price(preset, state)).done())
    };
    el("ul").set("class", "menu-presets").child(PRESETS.iter().map(item).collect::<Vec<_>>())
}

/// Its typical month, as the list shows it.
pub fn price(preset: &Preset, state: State) -> String {
    let total = bill(&(preset.design)(), state.today).total(Month::Typical);
    format!("{}{}", if total.complete { "" } else { "from " }, total.usd)
}

/// Opens it in place of the design.
pub fn take(preset: &Preset, state: State) {
    state.replace((preset.design)(), Vec::new());
    state.tell(&format!("Opened the preset {}.", preset.name), true);
}

/// Takes files dropped anywhere on the page, and shows that it would.
pub fn drop_zone() -> El {
    let state = use_state();
    let over = RwSignal::new(false);
    // Only files: the diagram has drags of its own.
    let files = |event: &DragEvent| {
        event
            .data_transfer()
            .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
    };
    on_window("dragover", move |event: DragEvent| {
        if files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    on_window("dragleave", move |event: DragEvent| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    on_window("drop", move |event: DragEvent| {
        if !files(&event) {
            return;
        }
        event.prevent_default();
        over.set(false);
        if let Some(file) = browser::first_file(event.data_transfer().and_then(|data| data.files())) {
            open(state, &file);
        }
    });
    let words = el("p")
        .set("class", "empty")
        .child(icon("i-open"))
        .child(el("strong").child("Drop the spec here"))
        .child(el("span").child("It opens in place of this design. Undo brings this one back."));
    el("div").set("class", "drop").bind("hidden", move || !over.get()).child(words)
}
