//! One card of the drawing.

use leptos::prelude::*;

use crate::design::Part;
use crate::formats::diagram::Rect;

use super::super::browser::{El, svg};
use super::super::erase::memo;
use super::super::state::use_state;
use super::{Canvas, markup, node_id};

/// A card, by its key; only a card that changes is drawn anew.
pub(super) fn node_view(canvas: Canvas, key: String) -> El {
    let state = use_state();
    let id = node_id(&key);
    let key = StoredValue::new(key);
    let node = memo(move || {
        canvas
            .diagram
            .with(|diagram| key.with_value(|key| diagram.nodes.iter().find(|node| node.key == *key).cloned()))
    });
    let part = memo(move || node.with(|node| node.as_ref().map_or(Part::Design, |node| node.part)));
    let label = move || node.with(|node| node.as_ref().map(|node| node.label.clone()).unwrap_or_default());
    let selected = memo(move || state.selected.get() == part.get());
    let lit = memo(move || state.lit.get() == Some(part.get()));
    let reachable = memo(move || key.with_value(|key| canvas.focused.with(|focused| focused == key)));
    // While it is carried it is drawn over everything else.
    let carried = memo(move || {
        key.with_value(|key| canvas.carried.with(|it| it.as_ref().is_some_and(|(held, _)| held == key)))
    });
    let place = memo(move || node.with(|node| node.as_ref().map_or_else(Rect::default, |node| node.rect)));
    let card = move || node.with(|node| node.as_ref().map(markup::card).unwrap_or_default());
    // The button is an empty outline over the card: its name says what is on it, and nothing is said twice.
    let outline = svg("rect")
        .set("class", "node-button")
        .set("id", &id)
        .set("role", "button")
        .set("rx", "6")
        .bind("tabindex", move || if reachable.get() { "0" } else { "-1" })
        .bind("aria-label", label)
        .bind("aria-current", move || selected.get().then_some("true"))
        .bind("x", move || place.get().x.to_string())
        .bind("y", move || place.get().y.to_string())
        .bind("width", move || place.get().width.to_string())
        .bind("height", move || place.get().height.to_string())
        .on("focus", move || canvas.focused.set(key.get_value()));
    svg("g")
        .set("class", "node")
        .bind("data-lit", move || lit.get())
        .bind("data-ghost", move || carried.get())
        .on("click", move || state.selected.set(part.get_untracked()))
        .child(svg("g").set("aria-hidden", "true").live_pieces(card))
        .child(outline)
}
