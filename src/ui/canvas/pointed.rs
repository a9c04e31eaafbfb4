//! Lines under the pointer: they light up, and a click on one selects the part it leaves.

use leptos::prelude::*;

use crate::design::Part;
use crate::formats::diagram::{Edge, Point};

use super::super::browser::{self, MouseEvent};
use super::Canvas;

/// How near the pointer must be, in pixels of the window.
const REACH: f64 = 8.0;

/// Where an event is inside the drawing's place, in CSS pixels.
pub(super) fn place(event: &MouseEvent) -> (f64, f64) {
    let (left, top) = browser::corner("drawing").unwrap_or_default();
    (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
}

/// Selects what the line under the pointer leaves.
pub(super) fn click(canvas: Canvas, event: &MouseEvent) {
    if let Some(part) = under(canvas, event) {
        canvas.state.selected.set(part);
    }
}

/// Lights the way under the pointer.
pub(super) fn hover(canvas: Canvas, event: &MouseEvent) {
    let free = canvas.hand.with_untracked(Option::is_none);
    let part = if free { under(canvas, event) } else { None };
    if canvas.pointed.get_untracked() != part {
        canvas.pointed.set(part);
        canvas.state.lit.set(part);
    }
}

/// The pointer is elsewhere.
pub(super) fn leave(canvas: Canvas) {
    if canvas.pointed.get_untracked().is_some() {
        canvas.pointed.set(None);
        canvas.state.lit.set(None);
    }
}

/// The first part of the line under the pointer; cards and buttons lie over lines.
fn under(canvas: Canvas, event: &MouseEvent) -> Option<Part> {
    if browser::within(event, ".node, .add, .gauge-handle") {
        return None;
    }
    let at = canvas.inside(place(event));
    let reach = REACH / canvas.scale();
    canvas.diagram.with_untracked(|it| {
        let near = it.edges.iter().map(|edge| (distance(edge, at), edge)).filter(|(far, _)| *far <= reach);
        let nearest = near.min_by(|(one, _), (other, _)| one.total_cmp(other));
        nearest.and_then(|(_, edge)| edge.parts.first().copied())
    })
}

/// From a point to the nearest stretch of a line; stretches run along an axis.
fn distance(edge: &Edge, (x, y): (f64, f64)) -> f64 {
    let aside = |at: f64, one: i32, other: i32| {
        let (low, high) = (f64::from(one.min(other)), f64::from(one.max(other)));
        (low - at).max(at - high).max(0.0)
    };
    let stretch = |(from, to): (&Point, &Point)| aside(x, from.x, to.x).hypot(aside(y, from.y, to.y));
    edge.points.iter().zip(edge.points.iter().skip(1)).map(stretch).fold(f64::INFINITY, f64::min)
}
