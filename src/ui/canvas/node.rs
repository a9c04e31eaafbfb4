//! One card of the drawing.

use leptos::prelude::*;

use crate::design::{Field, Part};
use crate::formats::diagram::{Node, Rect};

use super::super::browser::{El, PointerEvent, maybe, several, svg};
use super::super::erase::memo;
use super::super::state::use_state;
use super::hand::{Grip, Hand};
use super::view::translate;
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
    let carried = memo(move || {
        canvas.hand.with(|hand| {
            let hand = hand.as_ref().filter(|hand| hand.live)?;
            let mine = matches!(hand.grip, Grip::Instance(index) if part.get() == Part::Instance(index));
            let scale = canvas.view.with(|view| view.scale);
            mine.then(|| translate(hand.carried().0 / scale, hand.carried().1 / scale))
        })
    });
    let down = move |event: PointerEvent| {
        if let (Part::Instance(index), 0) = (part.get_untracked(), event.button()) {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            canvas.hand.set(Some(Hand::carrying(index, at)));
        }
    };
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
        .bind("data-ghost", move || carried.with(Option::is_some))
        .bind("transform", move || carried.get())
        .hear("pointerdown", down)
        .on("click", move || state.selected.set(part.get_untracked()))
        .child(svg("g").set("aria-hidden", "true").live_pieces(card))
        .child(outline)
        .child(maybe(move || {
            selected.get().then(|| node.get().and_then(|node| handles(canvas, &node))).flatten()
        }))
}

/// The ends of a selected card's gauge, to be dragged; the inspector's slider is their equal by keyboard.
fn handles(canvas: Canvas, node: &Node) -> Option<El> {
    let gauge = node.gauge.filter(|_| matches!(node.part, Part::Instance(_)))?;
    let middle = gauge.track.y + gauge.track.height / 2;
    let handle = |field: Field, at: i32| {
        let node = node.clone();
        let down = move |event: PointerEvent| {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            if let Some(hand) = Hand::pulling(field.clone(), &node, at) {
                // The card below would take the press for a move to another zone.
                event.stop_propagation();
                canvas.hand.set(Some(hand));
            }
        };
        let x = gauge.track.x + at;
        let part = |class: &str, rect: Rect| {
            svg("rect")
                .set("class", class)
                .set_number("x", rect.x)
                .set_number("y", rect.y)
                .set_number("width", rect.width)
                .set_number("height", rect.height)
        };
        svg("g")
            .set("class", "gauge-handle")
            .hear("pointerdown", down)
            .child(part("gauge-hit", Rect::new(x - 12, middle - 12, 24, 24)))
            .child(part("gauge-knob", Rect::new(x - 4, middle - 7, 8, 14)).set("rx", "3"))
    };
    Some(several().child(handle(Field::MinCapacity, gauge.min)).child(handle(Field::MaxCapacity, gauge.max)))
}
