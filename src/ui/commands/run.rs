//! What commands do.

use leptos::prelude::*;

use crate::editor::commands::{Act, Fold};
use crate::editor::inspector::{field_id, head_id};
use crate::editor::problems::is_standing;
use crate::rules::Rule;
use crate::ui::browser;
use crate::ui::files::{copy, copy_link, download, open, take_preset};
use crate::ui::problems;
use crate::ui::state::{Ask, State, Tab};

/// A step of the zoom; the step back is its inverse.
const ZOOM: f64 = 1.25;

/// Does what was chosen.
pub(super) fn run(state: State, act: Act) {
    match act {
        Act::Undo => state.undo(),
        Act::Redo => state.redo(),
        Act::Make { edits, told, select } => {
            state.edit_and_tell(&edits, &told);
            if let Some(part) = select {
                state.selected.set(part);
            }
        }
        Act::Add(change, new) => {
            state.edit_and_tell(&change.edits, &change.said);
            state.pick(&new);
        }
        Act::Pick(selection) => state.pick(&selection),
        Act::CopyText(text, name) => state.copy(&text, name, ""),
        Act::CopyBill => state.copy_bill(),
        Act::CopyFindings(part) => state.copy_findings(part),
        Act::Fit => state.viewport.fit(),
        Act::ZoomIn => state.viewport.zoom(ZOOM),
        Act::ZoomOut => state.viewport.zoom(1.0 / ZOOM),
        Act::FullSize => state.viewport.to_full_size(),
        Act::FixAll => state.ask(Ask::FixAll),
        Act::Open => open(state),
        Act::Rename => state.renaming.set(true),
        Act::Theme => state.theme.cycle(),
        Act::Bring(tab) => bring(state, tab),
        Act::Fold(place) => fold(state, place),
        Act::Shortcuts => state.ask(Ask::Shortcuts),
        Act::Shelf => state.ask(Ask::Shelf),
        Act::New => state.ask(Ask::New),
        Act::Steps => state.ask(Ask::Steps),
        Act::CopyLink => copy_link(state),
        Act::Download(product) => download(state, product),
        Act::Copy(product) => copy(state, product),
        Act::Take(preset) => take_preset(preset, state),
        Act::Reach(id) => state.frame.reach(id),
        Act::Rule(rule) => show(state, rule),
    }
}

/// Shows where a command does what it does, and does not do it; what only leads somewhere leads there.
pub(super) fn show_place(state: State, act: Act) {
    match act {
        Act::Download(_) | Act::Copy(_) | Act::CopyLink => {
            open_menu(state.frame.exports, "export-menu-button");
        }
        Act::Take(_) => open_menu(state.frame.presets, "preset-menu-button"),
        Act::FixAll | Act::CopyFindings(_) => bring(state, Tab::Problems),
        Act::CopyBill => bring(state, Tab::Cost),
        act => match act.group() {
            Some(group) => state.frame.reach(head_id(group)),
            None => run(state, act),
        },
    }
}

fn open_menu(open: RwSignal<bool>, button: &'static str) {
    browser::focus(button);
    open.set(true);
}

fn bring(state: State, tab: Tab) {
    state.frame.bring(tab);
    if matches!(tab, Tab::Problems | Tab::Cost) {
        request_animation_frame(|| browser::focus("dock-panel"));
    }
}

/// Folds a place or opens it. Whoever was in it comes to the button that opens it again.
fn fold(state: State, place: Fold) {
    let (open, opener) = match place {
        Fold::Outline => (state.frame.outline, "open-outline"),
        Fold::Side => (state.frame.inspector, "fold-settings"),
        Fold::Dock => (state.frame.dock, "fold-dock"),
    };
    open.update(|open| *open = !*open);
    request_animation_frame(move || {
        if browser::focus_is_lost() {
            browser::focus(opener);
        }
    });
}

/// Goes to what the rule finds, or says what it looks for.
fn show(state: State, rule: &'static Rule) {
    let found = state.findings.with_untracked(|all| {
        let at = all.iter().position(|it| it.rule.id == rule.id)?;
        let aside = all.get(at).filter(|it| is_standing(it)).map(|it| field_id(&it.field));
        Some((at, aside))
    });
    match found {
        // A note that most designs have stands at its setting, and folded below the list.
        Some((_, Some(field))) => state.frame.reach(field),
        Some((at, None)) => {
            state.frame.bring(Tab::Problems);
            problems::go_to(state, at);
        }
        None => state.ask(Ask::Rules(Some(rule.id))),
    }
}
