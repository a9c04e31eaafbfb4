//! The diagram on the page: drawn, panned, zoomed, walked by keys and edited in place.

mod drawing;
mod hand;
mod keys;
mod markup;
mod node;
mod view;

pub(super) use markup::text as diagram_text;

use leptos::prelude::*;

use crate::design::{Client, Edit, Field, Part};
use crate::facts::limits::MAX_READERS;
use crate::formats::diagram::{Diagram, Form, layout};

use super::browser::{self, El, KeyboardEvent, PointerEvent, WheelEvent, each, el, svg, words};
use super::erase::{Memo, effect, memo};
use super::glyphs::icon;
use super::state::use_state;

use drawing::{back, front};
use hand::Hand;
use node::node_view;
use view::{View, fit};

/// What the parts of the drawing share.
#[derive(Clone, Copy)]
struct Canvas {
    diagram: Memo<Diagram>,
    view: RwSignal<View>,
    hand: RwSignal<Option<Hand>>,
    /// Key of the card that Tab reaches; the arrows move it.
    focused: RwSignal<String>,
}

/// Id of a card's element.
fn node_id(key: &str) -> String {
    format!("node-{key}")
}

/// The drawing with its legend and its zoom control.
pub fn diagram_canvas() -> El {
    let state = use_state();
    let place = el("div").set("class", "canvas");
    let size = browser::watch_size(&place);
    let form = memo(move || match size.get().0 {
        width if !(1.0..856.0).contains(&width) => Form::Wide,
        width if width >= 480.0 => Form::Narrow,
        _ => Form::Phone,
    });
    let diagram = memo(move || {
        let form = form.get();
        state
            .with(|design| state.bill.with(|bill| state.findings.with(|all| layout(design, bill, all, form))))
    });
    let canvas = Canvas {
        diagram,
        view: RwSignal::new(View::default()),
        hand: RwSignal::new(None),
        focused: RwSignal::new("writer".to_owned()),
    };
    // Until somebody pans or zooms, the drawing fits its place; afterwards it stays where it was put.
    let moved = RwSignal::new(false);
    let extent = memo(move || diagram.with(|diagram| (diagram.width, diagram.height)));
    effect(move || {
        let (size, extent) = (size.get(), extent.get());
        if !moved.get() {
            canvas.view.set(fit(size, extent));
        }
    });
    let phone = memo(move || form.get() == Form::Phone);
    let keys =
        memo(move || diagram.with(|it| it.nodes.iter().map(|node| node.key.clone()).collect::<Vec<_>>()));
    let name = memo(move || diagram.with(|diagram| diagram.title.clone()));
    let about = memo(move || diagram.with(|diagram| diagram.description.clone()));
    let wheel = move |event: WheelEvent| {
        if phone.get() {
            return;
        }
        event.prevent_default();
        moved.set(true);
        let at = browser::wheel_point(&event).unwrap_or_default();
        let (dx, dy) = (event.delta_x(), event.delta_y());
        if event.ctrl_key() || event.meta_key() {
            canvas.view.update(|view| *view = view.zoomed(if dy < 0.0 { 1.1 } else { 1.0 / 1.1 }, at));
        } else {
            canvas.view.update(|view| *view = view.panned(-dx, -dy));
        }
    };
    let zoom = move |factor: f64| {
        let (width, height) = size.get_untracked();
        moved.set(true);
        canvas.view.update(|view| *view = view.zoomed(factor, (width / 2.0, height / 2.0)));
    };
    let whole = move || {
        let (width, height) = size.get_untracked();
        moved.set(true);
        canvas.view.update(|view| *view = view.zoomed(1.0 / view.scale, (width / 2.0, height / 2.0)));
    };
    let down = move |event: PointerEvent| {
        if event.button() == 0 && !phone.get() && canvas.hand.with_untracked(Option::is_none) {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            canvas.hand.set(Some(Hand::panning(at)));
        }
    };
    let pointer = move |event: PointerEvent| {
        if hand::follow(canvas, state, &event) {
            moved.set(true);
        }
    };
    let released = move |event: PointerEvent| hand::release(canvas, state, &event);
    let cancelled = move || canvas.hand.set(None);
    let shortcut = move |event: KeyboardEvent| {
        if keys::pressed(canvas, state, &event) {
            event.prevent_default();
            return;
        }
        match event.key().as_str() {
            "+" | "=" if event.ctrl_key() || event.meta_key() => zoom(1.25),
            "-" if event.ctrl_key() || event.meta_key() => zoom(0.8),
            "0" if event.ctrl_key() || event.meta_key() => whole(),
            "!" | "1" if event.shift_key() => moved.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let transform = move || if phone.get() { String::new() } else { canvas.view.get().transform() };
    // On a phone the drawing is as tall as it must be and scrolls with the page.
    let view_box =
        move || phone.get().then(|| extent.get()).map(|(width, height)| format!("0 0 {width} {height}"));
    let percent = memo(move || format!("{} %", canvas.view.get().percent()));
    let dragging = move || canvas.hand.with(|hand| hand.as_ref().is_some_and(|hand| hand.live));
    let cards = each(move || keys.get(), String::clone, move |key| node_view(canvas, key));
    let drawing = svg("svg")
        .set("class", "diagram")
        .set("id", "drawing")
        .set("tabindex", "-1")
        .set("role", "group")
        .bind("aria-label", move || name.get())
        .set("aria-describedby", "diagram-about")
        .bind("viewBox", view_box)
        .bind("data-dragging", dragging)
        .hear("wheel", wheel)
        .hear("pointerdown", down)
        .hear("pointermove", pointer)
        .hear("pointerup", released)
        .on("pointercancel", cancelled)
        .hear("keydown", shortcut)
        .child(svg("g").bind("transform", transform).child(back(canvas)).child(cards).child(front(canvas)));
    let tool = |label: &str, symbol: &'static str| {
        el("button").set("class", "button button--icon").set("aria-label", label).child(icon(symbol))
    };
    let level = el("button")
        .set("class", "button level")
        .bind("aria-label", move || format!("Zoom to 100 %, now {}", percent.get()))
        .on("click", whole)
        .child(words(move || percent.get()));
    let zooms = el("div")
        .set("class", "zoom")
        .set("role", "group")
        .set("aria-label", "Zoom")
        .bind("hidden", move || phone.get())
        .child(tool("Zoom out", "i-minus").on("click", move || zoom(0.8)))
        .child(level)
        .child(tool("Zoom in", "i-plus").on("click", move || zoom(1.25)))
        .child(tool("Fit to screen", "i-fit").on("click", move || moved.set(false)));
    place
        .bind("data-form", move || if phone.get() { "phone" } else { "wide" })
        .child(drawing)
        .child(el("p").set("class", "visually-hidden").set("id", "diagram-about").child(words(move || about.get())).child(
            " Arrow keys move between the parts, Enter opens one, Alt with arrows moves an instance to another zone or tier, plus and minus change the maximum, Delete removes.",
        ))
        .child(el("div").set("class", "canvas-foot").child(legend()).child(zooms))
}

/// Adds a reader to a zone, and says so.
fn add_reader(state: super::State, zone: crate::design::Zone) {
    let count = state.with(|design| design.cluster.readers.len());
    let beyond = if count >= MAX_READERS { ", more than AWS allows" } else { "" };
    let edit = Edit::AddReader { zone: Some(zone), tier: 1 };
    state.edit_and_tell(&[edit], &format!("Added reader {} in zone {zone}{beyond}", count + 1));
    state.selected.set(Part::Instance(count + 1));
}

/// Fills an empty slot.
fn fill(state: super::State, part: Part) {
    match part {
        Part::Clients => state.edit_and_tell(&[Edit::ToggleClient(Client::Lambda)], "Added Lambda"),
        Part::Secondary(index) => {
            state.edit_and_tell(&[Edit::set(Field::SecondaryReaders(index), 1)], "Added an instance");
        }
        _ => state.selected.set(part),
    }
}

/// What the lines and marks mean.
fn legend() -> El {
    el("ul").set("class", "legend").set("aria-label", "Legend").markup(concat!(
        r#"<li><svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">"#,
        r#"<path class="edge" data-kind="write" d="M0 6H24"/></svg>Writes</li>"#,
        r#"<li><svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">"#,
        r#"<path class="edge" data-kind="read" d="M0 6H24"/></svg>Reads</li>"#,
        r#"<li><svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">"#,
        r#"<path class="tie" d="M0 4H24M0 8H24"/></svg>Scales with the writer</li>"#,
        r#"<li class="legend-more"><svg class="diagram" width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">"#,
        r#"<rect class="gauge-track" y="3" width="40" height="6" rx="3"/>"#,
        r#"<rect class="gauge-band" x="8" y="3" width="22" height="6"/>"#,
        r#"<rect class="gauge-tick" x="17" width="2" height="12"/></svg>Minimum to maximum, typical marked</li>"#,
    ))
}
