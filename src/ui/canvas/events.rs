//! The browser's events, told in the words of the hand and of the keys.

use leptos::ev;
use leptos::prelude::*;

use crate::design::{Field, Part};
use crate::editor::hand::{Event, Kind, Pointer, Under};
use crate::editor::keys::{self, Key};
use crate::editor::selection::Selection;
use crate::editor::targets::{line_at, node_at};
use crate::formats::diagram::Node;
use crate::ui::browser::{self, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::board::{Board, DRAWING};
use super::carry::BIN;

/// How near the pointer must be to a line, in CSS pixels.
const REACH: f64 = 8.0;

/// A pointer does something on the drawing.
pub(super) fn pointer(board: Board, kind: Kind, event: &PointerEvent) {
    if kind == Kind::Move && board.is_free() {
        return;
    }
    let carrying = board.carried.with_untracked(Option::is_some);
    let happened = Pointer {
        kind,
        id: event.pointer_id(),
        touch: event.pointer_type() == "touch",
        main: event.button() == 0,
        down: event.buttons() != 0,
        shift: event.shift_key(),
        at: (f64::from(event.client_x()), f64::from(event.client_y())),
        corner: browser::corner(DRAWING).unwrap_or_default(),
        bin: carrying && browser::within_place(BIN, event).is_some(),
        under: if kind == Kind::Press { under(board, event) } else { Under::Desk },
    };
    board.tell(&Event::Pointer(happened), Some(event));
}

/// The drawing loses a pointer that it had captured. A finger's first element loses it to the drawing, which is no loss.
pub(super) fn lost(board: Board, event: &PointerEvent) {
    if browser::target_id(event).as_deref() == Some(DRAWING) {
        pointer(board, Kind::Cancel, event);
    }
}

fn under(board: Board, event: &PointerEvent) -> Under {
    if browser::within(event, ".add") {
        return Under::Button;
    }
    match browser::data_of(event, "end").as_deref() {
        Some("min") => return Under::End(Field::MinCapacity),
        Some(_) => return Under::End(Field::MaxCapacity),
        None => {}
    }
    card_of(board, event).map_or(Under::Desk, |node| Under::Card(node.key))
}

/// The card that an event is about.
fn card_of(board: Board, event: &MouseEvent) -> Option<Node> {
    let id = browser::target_id(event)?;
    board.card(id.strip_prefix("node-")?)
}

/// Lights the way under the pointer.
pub(super) fn hover(board: Board, event: &MouseEvent) {
    board.point(if board.is_free() { line_under(board, event) } else { None });
}

/// Whether a click selects one more.
pub(super) fn adds(event: &MouseEvent) -> bool {
    event.shift_key() || event.ctrl_key() || event.meta_key()
}

/// Selects what the line under the pointer leaves; beside everything only one of several stays selected.
pub(super) fn click(board: Board, event: &MouseEvent) {
    if board.was_dragged() {
        return;
    }
    if let Some(part) = line_under(board, event) {
        board.state.choose(part, false);
    } else if !adds(event) && browser::target_id(event).as_deref() == Some(DRAWING) {
        board.state.choose(board.state.selected.get_untracked(), false);
    }
}

/// Opens the menu on the card under the pointer; beside the cards the browser's own opens.
pub(super) fn menu(board: Board, event: &MouseEvent) {
    // The handles of its gauge lie over a card.
    let point = board.lens().inside(place(event));
    let under = board.diagram.with_untracked(|diagram| node_at(diagram, point).cloned());
    if let Some(node) = under {
        event.prevent_default();
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        board.state.open_menu(node.part, node.key, at);
    }
}

/// Cards and buttons lie over lines.
fn line_under(board: Board, event: &MouseEvent) -> Option<Part> {
    if browser::within(event, ".node, .add, .gauge-handle") {
        return None;
    }
    let view = board.lens();
    let point = view.inside(place(event));
    board.diagram.with_untracked(|diagram| line_at(diagram, point, REACH / view.scale))
}

/// Where an event is in the drawing's place, in CSS pixels.
fn place(event: &MouseEvent) -> (f64, f64) {
    let (left, top) = browser::corner(DRAWING).unwrap_or_default();
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

/// Writes the name of the card.
pub(super) fn double_click(board: Board, event: &MouseEvent) {
    if let Some(node) = card_of(board, event) {
        event.prevent_default();
        board.key(keys::rename(&node));
    }
}

/// Pans, and with Ctrl zooms about the pointer. Where the drawing scrolls with the page, the page scrolls.
pub(super) fn wheel(board: Board, event: &WheelEvent) {
    if untrack(|| board.viewport.is_whole()) {
        return;
    }
    event.prevent_default();
    if event.ctrl_key() || event.meta_key() {
        board.viewport.zoom_at(if event.delta_y() < 0.0 { 1.1 } else { 1.0 / 1.1 }, place(event));
    } else {
        board.viewport.pan(-event.delta_x(), -event.delta_y());
    }
}

/// A key goes down while the keyboard is in the drawing.
pub(super) fn key(board: Board, event: &KeyboardEvent) {
    let name = event.key();
    let key = Key {
        name: &name,
        control: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
    };
    if let Some(act) = board.meaning(key) {
        event.prevent_default();
        board.key(act);
    }
}

/// What ends a drag from outside, and what happens around printing, while the drawing is there.
pub(super) fn follow_window(board: Board) {
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && !board.is_free() {
            event.prevent_default();
            board.tell(&Event::Broken, None);
        }
    });
    let blur = window_event_listener(ev::blur, move |_| board.tell(&Event::Broken, None));
    let copy = window_event_listener(ev::copy, move |event| {
        if browser::focus_is_in(DRAWING)
            && let Some(text) = board.copied()
        {
            browser::put(&event, &text);
            let words = board.chosen.with_untracked(Selection::words);
            board.state.tell(format!("Copied {words}."), false);
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        if browser::focus_is_in(DRAWING)
            && let Some(text) = browser::text_of(&event)
        {
            event.prevent_default();
            if !board.paste(&text) {
                board.state.tell("Nothing pasted: the clipboard holds no readers.", false);
            }
        }
    });
    let before = window_event_listener(ev::beforeprint, move |_| board.paper.set(true));
    let after = window_event_listener(ev::afterprint, move |_| board.paper.set(false));
    on_cleanup(move || {
        for listener in [escape, blur, copy, paste, before, after] {
            listener.remove();
        }
    });
}
