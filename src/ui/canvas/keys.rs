//! What the keys do on a card: walk, open, move, grow, remove.

use leptos::prelude::*;

use crate::design::{Edit, Field, Part, Zone};
use crate::facts::Acu;
use crate::formats::diagram::{Node, STOPS};

use super::super::browser;
use super::super::settings::Group;
use super::super::state::State;
use super::{Canvas, hand, node_id};

/// Acts on a key; returns whether it meant something.
pub(super) fn pressed(canvas: Canvas, state: State, event: &browser::KeyboardEvent) -> bool {
    let key = event.key();
    if key == "Escape" && canvas.hand.with_untracked(Option::is_some) {
        canvas.hand.set(None);
        return true;
    }
    if event.ctrl_key() || event.meta_key() {
        return false;
    }
    let focused = canvas.focused.get_untracked();
    let node = canvas.diagram.with_untracked(|it| it.nodes.iter().find(|node| node.key == focused).cloned());
    let Some(node) = node else { return false };
    if event.alt_key() {
        return shift(state, node.part, &key);
    }
    let neighbors = node.neighbors;
    match key.as_str() {
        "ArrowLeft" => step(canvas, neighbors.left),
        "ArrowRight" => step(canvas, neighbors.right),
        "ArrowUp" => step(canvas, neighbors.up),
        "ArrowDown" => step(canvas, neighbors.down),
        "Home" => step(canvas, Some(0)),
        "End" => step(canvas, canvas.diagram.with_untracked(|diagram| diagram.nodes.len().checked_sub(1))),
        "Enter" | " " => open(state, &node),
        "+" | "=" => grow(state, true),
        "-" | "_" => grow(state, false),
        "Delete" | "Backspace" => return remove(canvas, state, node.part),
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
fn open(state: State, node: &Node) {
    state.selected.set(node.part);
    let group = format!("group-head-{:?}", Group::of_part(node.part)).to_lowercase();
    browser::focus(&group);
}

/// Alt with an arrow: sideways to the next zone, up and down to the next tier.
fn shift(state: State, part: Part, key: &str) -> bool {
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
                hand::move_to(state, index, *zone);
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

/// Removes what can be removed, and leaves the focus on a card.
fn remove(canvas: Canvas, state: State, part: Part) -> bool {
    let (edit, text) = match part {
        Part::Instance(index) if index > 0 => (Edit::RemoveReader(index), format!("Removed reader {index}")),
        Part::Proxy => (Edit::RemoveProxy, "Removed RDS Proxy".to_owned()),
        Part::Secondary(index) => (Edit::RemoveSecondary(index), "Removed the secondary Region".to_owned()),
        _ => return false,
    };
    state.edit_and_tell(&[edit], &text);
    canvas.focused.set("writer".to_owned());
    browser::focus(&node_id("writer"));
    true
}
