//! The diagram on the page: drawn, panned, zoomed, walked by keys and edited in place.

mod drawing;
mod hand;
mod keys;
mod node;
mod view;

use leptos::prelude::*;

use crate::design::{Client, Edit, Field, Part};
use crate::facts::limits::MAX_READERS;
use crate::formats::diagram::{Diagram, Form, layout};

use super::browser;
use super::erase::{For, Memo, effect, memo, view};
use super::glyphs::Icon;
use super::state::use_state;

use drawing::{Back, Front};
use hand::Hand;
use node::NodeView;
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
#[component]
pub fn DiagramCanvas() -> impl IntoView {
    let state = use_state();
    let element = NodeRef::<leptos::html::Div>::new();
    let size = browser::watch_size(element);
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
    let phone = move || form.get() == Form::Phone;
    let keys =
        memo(move || diagram.with(|it| it.nodes.iter().map(|node| node.key.clone()).collect::<Vec<_>>()));
    let name = memo(move || diagram.with(|diagram| diagram.title.clone()));
    let about = memo(move || diagram.with(|diagram| diagram.description.clone()));
    let wheel = move |event: leptos::ev::WheelEvent| {
        if phone() {
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
    let down = move |event: leptos::ev::PointerEvent| {
        if event.button() == 0 && !phone() && canvas.hand.with_untracked(Option::is_none) {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            canvas.hand.set(Some(Hand::panning(at)));
        }
    };
    let pointer = move |event: leptos::ev::PointerEvent| {
        if hand::follow(canvas, state, &event) {
            moved.set(true);
        }
    };
    let released = move |event: leptos::ev::PointerEvent| hand::release(canvas, state, &event);
    let cancelled = move |_| canvas.hand.set(None);
    let shortcut = move |event: leptos::ev::KeyboardEvent| {
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
    let transform = move || if phone() { String::new() } else { canvas.view.get().transform() };
    // On a phone the drawing is as tall as it must be and scrolls with the page.
    let view_box =
        move || phone().then(|| extent.get()).map(|(width, height)| format!("0 0 {width} {height}"));
    let percent = move || format!("{} %", (canvas.view.get().scale * 100.0).round());
    view! {
        <div class="canvas" data-form=move || if phone() { "phone" } else { "wide" } node_ref=element>
            <svg
                class="diagram"
                id="drawing"
                tabindex="-1"
                role="group"
                aria-label=move || name.get()
                aria-describedby="diagram-about"
                viewBox=view_box
                data-dragging=move || canvas.hand.with(|hand| hand.as_ref().is_some_and(|hand| hand.live)).then_some("")
                on:wheel=wheel
                on:pointerdown=down
                on:pointermove=pointer
                on:pointerup=released
                on:pointercancel=cancelled
                on:keydown=shortcut
            >
                <g transform=transform>
                    <Back canvas />
                    <For each=move || keys.get() key=String::clone let:key>
                        <NodeView canvas node=key />
                    </For>
                    <Front canvas />
                </g>
            </svg>
            <p class="visually-hidden" id="diagram-about">
                {move || about.get()}
                " Arrow keys move between the parts, Enter opens one, Alt with arrows moves an instance to another zone or tier, plus and minus change the maximum, Delete removes."
            </p>
            <div class="canvas-foot">
                <Legend />
                <div class="zoom" role="group" aria-label="Zoom" hidden=phone>
                    <button class="button button--icon" aria-label="Zoom out" on:click=move |_| zoom(0.8)>
                        <Icon name="i-minus" />
                    </button>
                    <button class="button level" aria-label=move || format!("Zoom to 100 %, now {}", percent()) on:click=move |_| whole()>
                        {percent}
                    </button>
                    <button class="button button--icon" aria-label="Zoom in" on:click=move |_| zoom(1.25)>
                        <Icon name="i-plus" />
                    </button>
                    <button class="button button--icon" aria-label="Fit to screen" on:click=move |_| moved.set(false)>
                        <Icon name="i-fit" />
                    </button>
                </div>
            </div>
        </div>
    }
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
#[component]
fn Legend() -> impl IntoView {
    view! {
        <ul class="legend" aria-label="Legend">
            <li>
                <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                    <path class="edge" data-kind="write" d="M0 6H24"></path>
                </svg>
                "Writes"
            </li>
            <li>
                <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                    <path class="edge" data-kind="read" d="M0 6H24"></path>
                </svg>
                "Reads"
            </li>
            <li>
                <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                    <path class="tie" d="M0 4H24M0 8H24"></path>
                </svg>
                "Scales with the writer"
            </li>
            <li class="legend-more">
                <svg class="diagram" width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">
                    <rect class="gauge-track" y="3" width="40" height="6" rx="3"></rect>
                    <rect class="gauge-band" x="8" y="3" width="22" height="6"></rect>
                    <rect class="gauge-tick" x="17" width="2" height="12"></rect>
                </svg>
                "Minimum to maximum, typical marked"
            </li>
        </ul>
    }
}
