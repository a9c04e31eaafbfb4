//! The diagram on the page: drawn, panned, zoomed, walked by keys and edited in place.

mod aim;
mod drawing;
mod hand;
mod keys;
mod markup;
mod node;
mod paper;
mod pointed;
mod rename;
mod targets;
mod tools;
mod view;

pub(super) use markup::text as diagram_text;

use leptos::prelude::*;

use crate::design::{Client, Edit, Field, Part};
use crate::facts::limits::MAX_READERS;
use crate::formats::diagram::{Diagram, Form, Node, layout};

use super::browser::{self, El, Event, each, el, maybe, svg, words};
use super::erase::{Memo, effect, memo};
use super::glyphs::icon;
use super::state::{State, use_state};

use drawing::{back, front};
use hand::Hand;
use node::node_view;
use view::{View, fit};

pub use tools::{act, tools};

/// What the parts of the drawing share.
#[derive(Clone, Copy)]
pub struct Canvas {
    state: State,
    diagram: Memo<Diagram>,
    /// Size of the drawing's place, in CSS pixels.
    size: Signal<(f64, f64)>,
    view: RwSignal<View>,
    /// Whether somebody panned or zoomed; until then the drawing fits its place, afterwards it stays where it was put.
    moved: RwSignal<bool>,
    phone: Memo<bool>,
    /// Whether it is about to be printed.
    paper: RwSignal<bool>,
    hand: RwSignal<Option<Hand>>,
    /// The card that is carried: its key and its part.
    carried: Memo<Option<(String, Part)>>,
    /// Until the hand has rested for a moment.
    rest: browser::Later,
    /// Whether the last press became a drag, which is no click.
    dragged: RwSignal<bool>,
    /// Key of the card that Tab reaches; the arrows move it.
    focused: RwSignal<String>,
    /// Key of the card whose name is being written.
    renaming: RwSignal<Option<String>>,
    /// What the line under the pointer leaves.
    pointed: RwSignal<Option<Part>>,
}

impl Canvas {
    /// Zooms about the middle.
    fn zoom(self, factor: f64) {
        let (width, height) = self.size.get_untracked();
        self.moved.set(true);
        self.view.update(|view| *view = view.zoomed(factor, (width / 2.0, height / 2.0)));
    }

    /// CSS pixels to a pixel of the drawing.
    fn scale(self) -> f64 {
        if self.phone.get_untracked() {
            let width = self.diagram.with_untracked(|it| f64::from(it.width.max(1)));
            self.size.get_untracked().0 / width
        } else {
            self.view.with_untracked(|view| view.scale)
        }
    }

    /// Where a point of the drawing lies in its place, in CSS pixels.
    fn outside(self, (x, y): (f64, f64)) -> (f64, f64) {
        if self.phone.get_untracked() {
            (x * self.scale(), y * self.scale())
        } else {
            self.view.with_untracked(|view| view.outside((x, y)))
        }
    }

    /// What point of the drawing lies at a place, in its pixels.
    fn inside(self, (x, y): (f64, f64)) -> (f64, f64) {
        if self.phone.get_untracked() {
            (x / self.scale(), y / self.scale())
        } else {
            self.view.with_untracked(|view| view.inside((x, y)))
        }
    }

    /// The card that an event is about.
    fn card_of(self, event: &Event) -> Option<Node> {
        let id = browser::target_id(event)?;
        let key = id.strip_prefix("node-")?;
        self.diagram.with_untracked(|it| it.nodes.iter().find(|node| node.key == key).cloned())
    }
}

/// Id of a card's element.
fn node_id(key: &str) -> String {
    format!("node-{key}")
}

/// What comes to the drawing; the panels' part knows what to do.
const EVENTS: [&str; 10] = [
    "click",
    "dblclick",
    "keydown",
    "lostpointercapture",
    "pointercancel",
    "pointerdown",
    "pointerleave",
    "pointermove",
    "pointerup",
    "wheel",
];

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
    let hand = RwSignal::new(None::<Hand>);
    let canvas = Canvas {
        state,
        diagram,
        size,
        view: RwSignal::new(View::default()),
        moved: RwSignal::new(false),
        phone: memo(move || form.get() == Form::Phone),
        paper: RwSignal::new(false),
        hand,
        carried: memo(move || {
            hand.with(|hand| hand.as_ref()?.card().map(|(key, part)| (key.to_owned(), part)))
        }),
        rest: browser::Later::default(),
        dragged: RwSignal::new(false),
        focused: RwSignal::new("writer".to_owned()),
        renaming: RwSignal::new(None),
        pointed: RwSignal::new(None),
    };
    let Canvas { moved, phone, .. } = canvas;
    let extent = memo(move || diagram.with(|diagram| (diagram.width, diagram.height)));
    effect(move || {
        let (size, extent) = (size.get(), extent.get());
        if !moved.get() {
            canvas.view.set(fit(size, extent));
        }
    });
    let keys =
        memo(move || diagram.with(|it| it.nodes.iter().map(|node| node.key.clone()).collect::<Vec<_>>()));
    let name = memo(move || diagram.with(|diagram| diagram.title.clone()));
    let about = memo(move || diagram.with(|diagram| diagram.description.clone()));
    // On a phone the drawing is as tall as it must be and scrolls with the page; on paper it is as wide as the paper.
    let whole = move || phone.get() || canvas.paper.get();
    let transform = move || if whole() { String::new() } else { canvas.view.get().transform() };
    let view_box =
        move || whole().then(|| extent.get()).map(|(width, height)| format!("0 0 {width} {height}"));
    let percent = memo(move || format!("{} %", canvas.view.get().percent()));
    let dragging = move || canvas.hand.with(|hand| hand.as_ref().is_some_and(|hand| hand.live));
    let cards = each(move || keys.get(), String::clone, move |key| node_view(canvas, key));
    let drawn = svg("g").bind("transform", transform).child(back(canvas)).child(cards).child(front(canvas));
    let mut drawing = svg("svg")
        .set("class", "diagram")
        .set("id", "drawing")
        .set("tabindex", "-1")
        .set("role", "group")
        .bind("aria-label", move || name.get())
        .set("aria-describedby", "diagram-about")
        .bind("viewBox", view_box)
        .bind("data-dragging", dragging)
        .child(drawn.clone());
    let heard = move |event: Event| state.panels.then(move |panels| (panels.drawing)(canvas, event));
    for event in EVENTS {
        drawing = drawing.hear(event, heard);
    }
    let tools = move || state.panels.get().map(|panels| untrack(|| (panels.tools)(canvas, &drawn)));
    let tool = |label: &str, symbol: &'static str| {
        el("button").set("class", "button button--icon").set("aria-label", label).child(icon(symbol))
    };
    let level = el("button")
        .set("class", "button level")
        .bind("aria-label", move || format!("Zoom to 100 %, now {}", percent.get()))
        .on("click", move || canvas.zoom(1.0 / canvas.scale()))
        .child(words(move || percent.get()));
    let zooms = el("div")
        .set("class", "zoom")
        .set("role", "group")
        .set("aria-label", "Zoom")
        .bind("hidden", move || phone.get())
        .child(tool("Zoom out", "i-minus").on("click", move || canvas.zoom(0.8)))
        .child(level)
        .child(tool("Zoom in", "i-plus").on("click", move || canvas.zoom(1.25)))
        .child(tool("Fit to screen", "i-fit").on("click", move || moved.set(false)));
    place
        .bind("data-form", move || if phone.get() { "phone" } else { "wide" })
        .child(drawing)
        .child(el("p").set("class", "visually-hidden").set("id", "diagram-about").child(words(move || about.get())).child(
            " Arrow keys move between the parts, Enter opens one, F2 renames it, Alt with arrows moves an instance to another zone or tier, plus and minus change the maximum, Delete removes.",
        ))
        .child(el("div").set("class", "canvas-foot").child(legend()).child(zooms))
        .child(maybe(tools))
}

/// Adds a reader to a zone, and says so.
fn add_reader(state: State, zone: crate::design::Zone) {
    let count = state.with(|design| design.cluster.readers.len());
    let beyond = if count >= MAX_READERS { ", more than AWS allows" } else { "" };
    let edit = Edit::AddReader { zone: Some(zone), tier: 1 };
    state.edit_and_tell(&[edit], &format!("Added reader {} in zone {zone}{beyond}", count + 1));
    state.selected.set(Part::Instance(count + 1));
}

/// Fills an empty slot.
fn fill(state: State, part: Part) {
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
