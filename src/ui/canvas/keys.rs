//! What the keys do on a card: walk, open, rename, move, grow, remove.

use leptos::prelude::*;

use crate::design::{Client, Edit, Field, Part, Word as _, Zone};
use crate::facts::Acu;
use crate::formats::diagram::{Node, STOPS};

use super::super::browser::{self, KeyboardEvent};
use super::super::settings::Group;
use super::super::state::State;
use super::{Canvas, hand, node_id};

/// Acts on a key; returns whether it meant something.
pub(super) fn pressed(canvas: Canvas, event: &KeyboardEvent) -> bool {
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        match key.as_str() {
            "+" | "=" => canvas.zoom(1.25),
            "-" => canvas.zoom(0.8),
            "0" => canvas.zoom(1.0 / canvas.scale()),
            _ => return false,
        }
        return true;
    }
    if event.shift_key() && matches!(key.as_str(), "!" | "1") {
        canvas.moved.set(false);
        return true;
    }
    let focused = canvas.focused.get_untracked();
    let node = canvas.diagram.with_untracked(|it| it.nodes.iter().find(|node| node.key == focused).cloned());
    let Some(node) = node else { return false };
    if event.alt_key() {
        return shift(canvas, node.part, &key);
    }
    let neighbors = node.neighbors;
    match key.as_str() {
        "ArrowLeft" => step(canvas, neighbors.left),
        "ArrowRight" => step(canvas, neighbors.right),
        "ArrowUp" => step(canvas, neighbors.up),
        "ArrowDown" => step(canvas, neighbors.down),
        "Home" => step(canvas, Some(0)),
        "End" => step(canvas, canvas.diagram.with_untracked(|diagram| diagram.nodes.len().checked_sub(1))),
        "Enter" | " " => open(canvas.state, &node),
        "F2" => super::rename::begin(canvas, &node),
        "+" | "=" => grow(canvas.state, true),
        "-" | "_" => grow(canvas.state, false),
        "Delete" | "Backspace" => return remove(canvas, &node.key, node.part),
        _ => return false,
    }
    true
}

/// Moves the focus to another card.
fn step(canvas: Canvas, to: Option<usize>) {
    let key =
        canvas.diagram.with_untracked(|it| to.and_then(|to| it.nodes.get(to)).map(|node| node.key.clone()));
    if let Some(key) = key {
        canvas.focused.set(key.clone());
        browser::focus(&node_id(&key));
    }
}

/// Selects a card and goes to its settings.
pub(super) fn open(state: State, node: &Node) {
    state.selected.set(node.part);
    browser::focus(&Group::of_part(node.part).head_id());
}

/// Alt with an arrow: sideways to the next zone, up and down to the next tier.
fn shift(canvas: Canvas, part: Part, key: &str) -> bool {
    let state = canvas.state;
    let Part::Instance(index) = part else { return false };
    match key {
        "ArrowLeft" | "ArrowRight" => {
            let (letters, now) = state.with_untracked(|design| {
                (design.region.zones, design.zones().get(index).copied().unwrap_or(Zone::A))
            });
            let zones: Vec<Zone> = Zone::all(letters).collect();
            let place = zones.iter().position(|zone| *zone == now).unwrap_or(0);
            let next = if key == "ArrowRight" { place.checked_add(1) } else { place.checked_sub(1) };
            if let Some(zone) = next.and_then(|next| zones.get(next)) {
                hand::move_to(canvas, index, *zone, None);
            }
            true
        }
        "ArrowUp" | "ArrowDown" if index > 0 => {
            let field = Field::InstanceTier(index);
            let now: u32 = state.with_untracked(|design| field.text(design)).parse().unwrap_or(1);
            let next = if key == "ArrowUp" { now.saturating_sub(1) } else { (now + 1).min(15) };
            if next != now {
                let text = format!("Moved reader {index} to tier {next}");
                state.edit_and_tell(&[Edit::set(field, next)], &text);
            }
            true
        }
        _ => false,
    }
}

/// Takes the maximum to the next stop of the scale.
fn grow(state: State, up: bool) {
    let (min, max) =
        state.with_untracked(|design| (design.cluster.min_capacity, design.cluster.max_capacity));
    let halves = max.as_halves();
    let next = if up {
        STOPS.iter().copied().find(|stop| *stop > halves)
    } else {
        STOPS.iter().rev().copied().find(|stop| *stop < halves && *stop >= min.as_halves().max(2))
    };
    if let Some(next) = next {
        let next = Acu::halves(next);
        state.edit_and_tell(&[Edit::set(Field::MaxCapacity, next)], &format!("Maximum {next} ACU"));
    }
}

/// What removes a card's part, and the words for it.
fn removal(key: &str, part: Part) -> Option<(Edit, String)> {
    Some(match part {
        Part::Instance(index) if index > 0 => (Edit::RemoveReader(index), format!("reader {index}")),
        Part::Proxy => (Edit::RemoveProxy, "RDS Proxy".to_owned()),
        Part::Secondary(index) => (Edit::RemoveSecondary(index), "the secondary Region".to_owned()),
        Part::Clients => {
            let client = Client::from_word(key.strip_prefix("client-")?)?;
            (Edit::ToggleClient(client), super::super::glyphs::client_name(client).to_owned())
        }
        _ => return None,
    })
}

/// Whether a card can be removed.
pub(super) fn removable(key: &str, part: Part) -> bool {
    removal(key, part).is_some()
}

/// What the bin says over a card.
pub(super) fn removed_name(key: &str, part: Part) -> String {
    removal(key, part).map(|(_, name)| name).unwrap_or_default()
}

/// Removes what can be removed, and leaves the focus on a card.
pub(super) fn remove(canvas: Canvas, key: &str, part: Part) -> bool {
    let Some((edit, name)) = removal(key, part) else { return false };
    canvas.state.edit_and_tell(&[edit], &format!("Removed {name}"));
    canvas.focused.set("writer".to_owned());
    browser::focus(&node_id("writer"));
    true
}
