//! What commands and keys do.

use leptos::prelude::*;

use crate::design::Edit;
use crate::rules::Rule;

use super::Key;
use super::catalog::Act;
use super::shortcuts::single_keys;
use crate::ui::browser;
use crate::ui::dialog::Ask;
use crate::ui::export::{copy, copy_link, download};
use crate::ui::files::take;
use crate::ui::frame::{Frame, Side};
use crate::ui::problems::{go_to, step};
use crate::ui::settings::Group;
use crate::ui::{State, Tab};

/// Answers a key. While a dialog is open, only the one that closes the list of commands means something.
pub fn pressed(key: Key, state: State, frame: Frame) {
    let asked = state.asking.get_untracked();
    match key {
        Key::Commands if asked == Some(Ask::Commands) => state.asking.set(None),
        _ if asked.is_some() => {}
        Key::Commands => state.ask(Ask::Commands),
        Key::Next => step(state, frame, true),
        Key::Previous => step(state, frame, false),
        Key::Shortcuts | Key::Outline | Key::Inspector if !single_keys() => {}
        Key::Shortcuts => state.ask(Ask::Shortcuts),
        Key::Outline => fold(frame.outline, "open-outline"),
        Key::Inspector => fold(frame.inspector, "fold-settings"),
    }
}

/// Folds a panel or opens it. Whoever was in it comes to the button that opens it again.
fn fold(open: RwSignal<bool>, opener: &'static str) {
    open.update(|open| *open = !*open);
    request_animation_frame(move || {
        if browser::focus_is_lost() {
            browser::focus(opener);
        }
    });
}

/// Does what was chosen.
pub(super) fn run(act: Act, state: State, frame: Frame) {
    match act {
        Act::Undo => state.undo(),
        Act::Redo => state.redo(),
        Act::Make(edits, told, part) => {
            state.edit_and_tell(&edits, &told);
            if let Some(part) = part {
                state.selected.set(part);
            }
        }
        Act::Press(selector) => {
            browser::press(selector);
        }
        Act::FixAll => state.ask(Ask::FixAll),
        Act::Bring(tab) => {
            frame.bring(tab);
            if matches!(tab, Tab::Problems | Tab::Cost) {
                request_animation_frame(|| browser::focus("dock-panel"));
            }
        }
        Act::FoldOutline => fold(frame.outline, "open-outline"),
        Act::FoldInspector => fold(frame.inspector, "fold-settings"),
        Act::FoldDock => fold(frame.dock, "fold-dock"),
        Act::Shortcuts => state.ask(Ask::Shortcuts),
        Act::Link => copy_link(state),
        Act::Download(product) => download(state, product),
        Act::Copy(product) => copy(state, product),
        Act::Take(preset) => take(preset, state),
        Act::Reach(group, id) => reach(frame, group, id),
        Act::Rule(rule) => show(state, frame, rule),
    }
}

/// Shows where a command does what it does, and does not do it; what only leads somewhere leads there.
pub(super) fn show_place(act: Act, state: State, frame: Frame) {
    match act {
        Act::Make(edits, ..) => {
            let group = match edits.first() {
                Some(Edit::AddReader { .. } | Edit::RemoveReader(_)) => Group::Instances,
                Some(Edit::AddProxy | Edit::RemoveProxy) => Group::Proxy,
                Some(Edit::AddSecondary(_) | Edit::RemoveSecondary(_)) => Group::Regions,
                _ => Group::Design,
            };
            reach(frame, group, group.head_id());
        }
        Act::Download(_) | Act::Copy(_) | Act::Link => browser::press(".export"),
        Act::Take(_) => browser::press(".presets"),
        Act::FixAll => frame.bring(Tab::Problems),
        act => run(act, state, frame),
    }
}

/// Goes to what the rule finds, or says what it looks for.
fn show(state: State, frame: Frame, rule: &'static Rule) {
    let found = state.findings.with_untracked(|all| all.iter().position(|it| it.rule.id == rule.id));
    match found {
        Some(at) => {
            frame.bring(Tab::Problems);
            go_to(state, at);
        }
        None => state.ask(Ask::Rules(Some(rule.id))),
    }
}

/// Opens what a field stands in and moves into it.
pub fn reach(frame: Frame, group: Group, id: String) {
    frame.side.set(Side::Settings);
    frame.inspector.set(true);
    if frame.phone.get_untracked() {
        browser::open_section("section-settings");
    }
    browser::empty_field("settings-search");
    unfold(group, id, 20);
}

/// Every step may put the next one on the page a frame later.
fn unfold(group: Group, id: String, tries: u8) {
    request_animation_frame(move || {
        let head = group.head_id();
        browser::press(&format!(r#"#{head}[aria-expanded="false"]"#));
        if group == Group::Usage && id.starts_with("price-") {
            browser::press(".prices:not([open]) > summary");
        }
        if browser::is_there(&id) {
            browser::focus(&id);
        } else if let Some(tries) = tries.checked_sub(1) {
            unfold(group, id, tries);
        }
    });
}
