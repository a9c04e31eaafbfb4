//! What lies behind and over the cards: frames, zones, empty slots, lines, ties.

use leptos::prelude::*;

use crate::design::Zone;
use crate::formats::diagram::{Frame, Rect, Slot, ZoneColumn};

use super::super::browser::{El, each, live, several, svg};
use super::super::erase::{Memo, memo};
use super::super::state::use_state;
use super::{Canvas, add_reader, fill, markup};

/// Everything under the cards.
pub(super) fn back(canvas: Canvas) -> El {
    let state = use_state();
    let frames = memo(move || canvas.diagram.with(|it| it.frames.clone()));
    let zones = memo(move || canvas.diagram.with(|it| it.zones.clone()));
    let slots = memo(move || canvas.diagram.with(|it| it.slots.clone()));
    let target = memo(move || canvas.hand.with(|hand| hand.as_ref()?.over?.zone()));
    let hot = move || {
        // What a list points at shows its path without being selected.
        let part = state.lit.get().unwrap_or_else(|| state.selected.get());
        let mut out = String::new();
        canvas.diagram.with(|it| {
            it.edges
                .iter()
                .filter(|edge| edge.parts.contains(&part))
                .for_each(|edge| markup::lit(&mut out, edge));
        });
        out
    };
    several()
        .child(live(move || several().child(frames.with(|all| all.iter().map(frame_at).collect::<Vec<_>>()))))
        .child(each(move || zones.get(), |zone| format!("{zone:?}"), move |zone| zone_at(&zone, target)))
        .child(live(move || several().child(slots.with(|all| all.iter().map(slot_at).collect::<Vec<_>>()))))
        .child(svg("g").live_markup(move || canvas.diagram.with(markup::lines)))
        .child(svg("g").live_markup(hot))
}

/// Everything over the cards.
pub(super) fn front(canvas: Canvas) -> El {
    svg("g").set("class", "ties").live_markup(move || canvas.diagram.with(markup::ties))
}

fn frame_at(frame: &Frame) -> El {
    let state = use_state();
    let part = frame.part;
    svg("g").set("class", "frame").on("click", move || state.selected.set(part)).markup(&markup::frame(frame))
}

fn zone_at(column: &ZoneColumn, target: Memo<Option<Zone>>) -> El {
    let state = use_state();
    let zone = column.zone;
    let Rect { x, y, width, height } = column.rect;
    let mut title = String::new();
    markup::text(&mut title, &column.title);
    let ground = svg("rect")
        .set("class", "zone")
        .set_number("x", x)
        .set_number("y", y)
        .set_number("width", width)
        .set_number("height", height)
        .set("rx", "8")
        .bind("data-target", move || (target.get() == Some(zone)).then_some("true"));
    svg("g")
        .set("class", "zone-column")
        .set("data-zone", &zone.to_string())
        .child(ground)
        .child(svg("g").markup(&title))
        .child(add_button(&format!("Add a reader in zone {zone}"), column.add, move || {
            add_reader(state, zone);
        }))
}

fn slot_at(slot: &Slot) -> El {
    let state = use_state();
    let Rect { x, y, width, height } = slot.rect;
    let part = slot.part;
    let line = |class, y, text: &str| {
        svg("text").set("class", class).set_number("x", x + 12).set_number("y", y).child(text)
    };
    let ground = svg("rect")
        .set("class", "empty-slot")
        .set_number("x", x)
        .set_number("y", y)
        .set_number("width", width)
        .set_number("height", height)
        .set("rx", "6");
    svg("g")
        .set("class", "slot")
        .child(ground)
        .child(line("dt-name", y + if height < 48 { height / 2 + 4 } else { 24 }, &slot.title))
        .child((height >= 48).then(|| line("dt-cap", y + 42, &slot.sentence)))
        .child(add_button(&slot.title, slot.action, move || fill(state, part)))
}

fn add_button(label: &str, at: Rect, run: impl Fn() + 'static) -> El {
    svg("g")
        .set("class", "add")
        .set("role", "button")
        .set("tabindex", "-1")
        .set("aria-label", label)
        .on("click", run)
        .markup(&markup::plus(at))
}
