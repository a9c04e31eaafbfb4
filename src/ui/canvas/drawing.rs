//! What lies behind and over the cards: frames, zones, lines, ties.

use std::fmt::Write as _;

use leptos::prelude::*;

use crate::design::Part;
use crate::formats::diagram::{
    Arrow, Diagram, Edge, Flow, Frame, Glyph, Line, Point, Rect, Slot, Tie, ZoneColumn,
};

use super::super::erase::{Memo, memo, view};
use super::super::state::use_state;
use super::node::{badge, glyph_at, text_at};
use super::{Canvas, add_reader, fill};

/// A list of the drawing as a memo of its own, so that a change elsewhere leaves it alone.
fn part_of<T: PartialEq + Send + Sync + 'static>(
    canvas: Canvas,
    read: impl Fn(&Diagram) -> T + Send + Sync + 'static,
) -> Memo<T> {
    memo(move || canvas.diagram.with(&read))
}

/// Everything under the cards.
#[component]
pub(super) fn Back(canvas: Canvas) -> impl IntoView {
    let state = use_state();
    let frames = part_of(canvas, |it| it.frames.clone());
    let zones = part_of(canvas, |it| it.zones.clone());
    let slots = part_of(canvas, |it| it.slots.clone());
    let lines = part_of(canvas, |it| it.lines.clone());
    let crossings = part_of(canvas, |it| it.crossings.clone());
    let arrows = part_of(canvas, |it| it.arrows.clone());
    let hot = memo(move || {
        // What a list points at shows its path without being selected.
        let part = state.lit.get().unwrap_or_else(|| state.selected.get());
        canvas
            .diagram
            .with(|it| it.edges.iter().filter(|edge| edge.parts.contains(&part)).cloned().collect::<Vec<_>>())
    });
    let target = memo(move || canvas.hand.with(|hand| hand.as_ref().and_then(|hand| hand.over)));
    view! {
        {move || frames.get().into_iter().map(|frame| frame_at(&frame)).collect_view()}
        {move || zones.get().into_iter().map(|zone| zone_at(&zone, target)).collect_view()}
        {move || slots.get().into_iter().map(|slot| slot_at(&slot)).collect_view()}
        {move || lines.with(|all| all.iter().filter(|line| line.flow == Flow::Read).map(line_at).collect_view())}
        {move || crossings.with(|all| all.iter().map(crossing_at).collect_view())}
        {move || lines.with(|all| all.iter().filter(|line| line.flow != Flow::Read).map(line_at).collect_view())}
        {move || arrows.get().into_iter().map(arrow_at).collect_view()}
        {move || hot.with(|all| all.iter().map(lit).collect_view())}
    }
}

/// Everything over the cards.
#[component]
pub(super) fn Front(canvas: Canvas) -> impl IntoView {
    let ties = part_of(canvas, |it| it.ties.clone());
    let globe = part_of(canvas, |it| it.globe);
    view! {
        {move || ties.get().into_iter().map(|tie| tie_at(&tie)).collect_view()}
        {move || globe.get().map(globe_at)}
    }
}

fn frame_at(frame: &Frame) -> impl IntoView + use<> {
    let state = use_state();
    let Rect { x, y, width, height } = frame.rect;
    let (class, radius) = if frame.dotted { ("vpc", 8) } else { ("region", 10) };
    let part = frame.part;
    let opening = frame
        .opening
        .map(|gap| view! { <rect class="vpc-gap" x=gap.x y=gap.y width=gap.width height=gap.height></rect> });
    view! {
        <g class="frame" on:click=move |_| state.selected.set(part)>
            <rect class=class x=x y=y width=width height=height rx=radius></rect>
            {opening}
            {frame.texts.iter().map(text_at).collect_view()}
            {frame.badge.map(badge)}
        </g>
    }
}

fn zone_at(column: &ZoneColumn, target: Memo<Option<crate::design::Zone>>) -> impl IntoView + use<> {
    let state = use_state();
    let zone = column.zone;
    let Rect { x, y, width, height } = column.rect;
    let add = column.add;
    let center = add.center();
    let plus = format!("M{} {}v10M{} {}h10", center.x, center.y - 5, center.x - 5, center.y);
    view! {
        <g class="zone-column" data-zone=zone.to_string()>
            <rect
                class="zone"
                x=x
                y=y
                width=width
                height=height
                rx="8"
                data-target=move || (target.get() == Some(zone)).then_some("true")
            ></rect>
            {text_at(&column.title)}
            <g
                class="add"
                role="button"
                tabindex="-1"
                aria-label=format!("Add a reader in zone {zone}")
                on:pointerdown=|event| event.stop_propagation()
                on:click=move |_| add_reader(state, zone)
            >
                <rect class="hit" x=center.x - 16 y=center.y - 16 width="32" height="32"></rect>
                <rect x=add.x y=add.y width=add.width height=add.height rx="4"></rect>
                <path d=plus></path>
            </g>
        </g>
    }
}

fn slot_at(slot: &Slot) -> impl IntoView + use<> {
    let state = use_state();
    let Rect { x, y, width, height } = slot.rect;
    let action = slot.action;
    let center = action.center();
    let plus = format!("M{} {}v10M{} {}h10", center.x, center.y - 5, center.x - 5, center.y);
    let part: Part = slot.part;
    view! {
        <g class="slot">
            <rect class="empty-slot" x=x y=y width=width height=height rx="6"></rect>
            <text class="dt-name" x=x + 12 y=y + if height < 48 { height / 2 + 4 } else { 24 }>{slot.title.clone()}</text>
            {(height >= 48).then(|| view! { <text class="dt-cap" x=x + 12 y=y + 42>{slot.sentence.clone()}</text> })}
            <g
                class="add"
                role="button"
                tabindex="-1"
                aria-label=slot.title.clone()
                on:pointerdown=|event| event.stop_propagation()
                on:click=move |_| fill(state, part)
            >
                <rect class="hit" x=center.x - 16 y=center.y - 16 width="32" height="32"></rect>
                <rect x=action.x y=action.y width=action.width height=action.height rx="4"></rect>
                <path d=plus></path>
            </g>
        </g>
    }
}

const fn kind(flow: Flow) -> &'static str {
    match flow {
        Flow::Read => "read",
        Flow::Write => "write",
        Flow::Storage => "storage",
        Flow::Replication => "replicate",
    }
}

fn line_at(line: &Line) -> impl IntoView + use<> {
    let path = format!("M{} {}L{} {}", line.from.x, line.from.y, line.to.x, line.to.y);
    let kind = if line.stub { "stub" } else { kind(line.flow) };
    view! { <path class="edge" data-kind=kind d=path></path> }
}

/// The ground between a read line and the write that crosses it.
fn crossing_at(line: &Line) -> impl IntoView + use<> {
    view! { <path class="edge-halo" d=format!("M{} {}L{} {}", line.from.x, line.from.y, line.to.x, line.to.y)></path> }
}

fn head(tip: Point, right: bool) -> String {
    if right { format!("M{} {}l-8 -4v8z", tip.x, tip.y) } else { format!("M{} {}l-4 -8h8z", tip.x, tip.y) }
}

fn arrow_at(arrow: Arrow) -> impl IntoView + use<> {
    view! { <path class="arrow" d=head(arrow.tip, arrow.right)></path> }
}

fn way(points: &[Point]) -> String {
    let mut path = String::new();
    for (place, point) in points.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(path, "{}{} {}", if place == 0 { 'M' } else { 'L' }, point.x, point.y);
    }
    path
}

/// A flow of the selected part, over everything but the cards.
fn lit(edge: &Edge) -> impl IntoView + use<> {
    let tip = edge.points.last().copied().filter(|_| edge.arrow).map(|tip| {
        let before = edge.points.iter().rev().nth(1).copied().unwrap_or(tip);
        view! { <path class="arrow-hot" d=head(tip, before.y == tip.y)></path> }
    });
    view! {
        <path class="edge" data-hot="true" data-kind=kind(edge.flow) d=way(&edge.points)></path>
        {tip}
    }
}

fn tie_at(tie: &Tie) -> impl IntoView + use<> {
    let path = way(&tie.points);
    let link = tie.link.map(|rect| {
        let center = rect.center();
        let inner = Rect::new(center.x - 6, center.y - 6, 12, 12);
        view! {
            <circle class="tie-link" cx=center.x cy=center.y r="10"></circle>
            {glyph_at(Glyph::Link, inner)}
        }
    });
    view! {
        <g class="ties">
            <path class="tie-outer" d=path.clone()></path>
            <path class="tie-core" d=path></path>
            {link}
        </g>
    }
}

fn globe_at(rect: Rect) -> impl IntoView + use<> {
    let center = rect.center();
    view! {
        <g class="ties">
            <circle class="tie-link" cx=center.x cy=center.y r=rect.width / 2></circle>
            {glyph_at(Glyph::Globe, Rect::new(center.x - 8, center.y - 8, 16, 16))}
        </g>
    }
}
