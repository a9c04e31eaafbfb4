//! One card of the drawing.

use leptos::prelude::*;

use crate::design::{Field, Part, Word as _};
use crate::formats::diagram::{Align, Badge, Glyph, Node, Rect, Style, Text, badge_body, badge_sign};

use super::super::erase::{memo, view};
use super::super::state::use_state;
use super::hand::{Grip, Hand};
use super::{Canvas, node_id};

/// A card, by its key; only a card that changes is drawn anew.
#[component]
pub(super) fn NodeView(canvas: Canvas, node: String) -> impl IntoView {
    let state = use_state();
    let key = StoredValue::new(node.clone());
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
    let carried = move || {
        canvas.hand.with(|hand| {
            let hand = hand.as_ref().filter(|hand| hand.live)?;
            let mine = matches!(hand.grip, Grip::Instance(index) if part.get() == Part::Instance(index));
            let scale = canvas.view.with(|view| view.scale);
            mine.then(|| format!("translate({} {})", hand.carried().0 / scale, hand.carried().1 / scale))
        })
    };
    let down = move |event: leptos::ev::PointerEvent| {
        if let (Part::Instance(index), 0) = (part.get_untracked(), event.button()) {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            canvas.hand.set(Some(Hand::carrying(index, at)));
        }
    };
    let place = move || node.with(|node| node.as_ref().map_or_else(Rect::default, |node| node.rect));
    // The button is an empty outline over the card: its name says what is on it, and nothing is said twice.
    view! {
        <g
            class="node"
            data-lit=move || lit.get().then_some("")
            data-ghost=move || carried().is_some().then_some("")
            transform=carried
            on:pointerdown=down
            on:click=move |_| state.selected.set(part.get_untracked())
        >
            <g aria-hidden="true">{move || node.get().map(|node| card(&node))}</g>
            <rect
                class="node-button"
                id=key.with_value(|key| node_id(key))
                role="button"
                tabindex=move || if reachable.get() { "0" } else { "-1" }
                aria-label=label
                aria-current=move || selected.get().then_some("true")
                x=move || place().x
                y=move || place().y
                width=move || place().width
                height=move || place().height
                rx="6"
                on:focus=move |_| canvas.focused.set(key.get_value())
            ></rect>
            {move || selected.get().then(|| node.get().and_then(|node| handles(canvas, &node)))}
        </g>
    }
}

/// What stands on a card.
fn card(node: &Node) -> impl IntoView + use<> {
    let Rect { x, y, width, height } = node.rect;
    let gauge = node.gauge.map(|gauge| {
        let track = gauge.track;
        let radius = track.height / 2;
        let end = (gauge.max - gauge.min).max(2);
        view! {
            <rect class="gauge-track" x=track.x y=track.y width=track.width height=track.height rx=radius></rect>
            <rect class="gauge-band" x=track.x + gauge.min y=track.y width=end height=track.height rx="2"></rect>
            <rect class="gauge-tick" x=track.x + gauge.typical - 1 y=track.y - 3 width="2" height=track.height + 6></rect>
        }
    });
    let ports = node.ports.iter().map(|at| view! { <circle class="port" cx=at.x cy=at.y r="4"></circle> });
    let copies = copies(&node.copies);
    view! {
        <rect class="card" x=x y=y width=width height=height rx="6"></rect>
        {node.glyphs.iter().map(|(glyph, rect)| glyph_at(*glyph, *rect)).collect_view()}
        {node.texts.iter().map(text_at).collect_view()}
        {gauge}
        {copies}
        {ports.collect_view()}
        {node.badge.map(badge)}
    }
}

/// The six copies of a volume on the line that joins them.
fn copies(copies: &[Rect]) -> Option<impl IntoView + use<>> {
    let (first, last) = (copies.first()?, copies.last()?);
    let line = format!("M{} {}H{}", first.center().x, first.center().y, last.center().x);
    let cylinders = copies.iter().map(|copy| {
        let (x, y, right, bottom) = (copy.x, copy.y + 4, copy.right(), copy.bottom() - 4);
        let half = copy.width / 2;
        let body = format!(
            "M{x} {y}a{half} 4 0 0 1 {width} 0V{bottom}a{half} 4 0 0 1 -{width} 0z",
            width = right - x
        );
        let lid = format!("M{x} {y}a{half} 4 0 0 0 {} 0", right - x);
        view! {
            <path class="copy" d=body></path>
            <path class="copy-lid" d=lid></path>
        }
    });
    Some(view! {
        <path class="copies-line" d=line></path>
        {cylinders.collect_view()}
    })
}

/// The ends of a selected card's gauge, to be dragged; the inspector's slider is their equal by keyboard.
fn handles(canvas: Canvas, node: &Node) -> Option<impl IntoView + use<>> {
    let gauge = node.gauge.filter(|_| matches!(node.part, Part::Instance(_)))?;
    let middle = gauge.track.y + gauge.track.height / 2;
    let handle = |field: Field, at: i32| {
        let node = node.clone();
        let down = move |event: leptos::ev::PointerEvent| {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            if let Some(hand) = Hand::pulling(field.clone(), &node, at) {
                // The card below would take the press for a move to another zone.
                event.stop_propagation();
                canvas.hand.set(Some(hand));
            }
        };
        let x = gauge.track.x + at;
        view! {
            <g class="gauge-handle" on:pointerdown=down>
                <rect class="gauge-hit" x=x - 12 y=middle - 12 width="24" height="24"></rect>
                <rect class="gauge-knob" x=x - 4 y=middle - 7 width="8" height="14" rx="3"></rect>
            </g>
        }
    };
    Some(view! {
        {handle(Field::MinCapacity, gauge.min)}
        {handle(Field::MaxCapacity, gauge.max)}
    })
}

pub(super) fn glyph_at(glyph: Glyph, rect: Rect) -> impl IntoView + use<> {
    let scale = f64::from(rect.width) / 16.0;
    view! { <path class="glyph" d=glyph.path() transform=format!("translate({} {}) scale({scale})", rect.x, rect.y)></path> }
}

pub(super) fn text_at(text: &Text) -> impl IntoView + use<> {
    let class = match text.style {
        Style::Title => "dt-title",
        Style::Name => "dt-name",
        Style::Figure => "dt-figure",
        Style::Meta => "dt-meta",
        Style::Caption => "dt-cap",
    };
    let anchor = match text.align {
        Align::Start => None,
        Align::Middle => Some("middle"),
        Align::End => Some("end"),
    };
    view! { <text class=class x=text.at.x y=text.at.y text-anchor=anchor>{text.text.clone()}</text> }
}

pub(super) fn badge(badge: Badge) -> impl IntoView + use<> {
    let Rect { x, y, width, .. } = badge.rect;
    let place = format!("translate({x} {y}) scale({})", f64::from(width) / 16.0);
    view! {
        <g class="badge" data-severity=badge.severity.word() transform=place>
            <path class="badge-body" d=badge_body(badge.severity)></path>
            <path class="badge-sign" d=badge_sign(badge.severity)></path>
        </g>
    }
}
