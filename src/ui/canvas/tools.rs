//! What the drawing does when somebody touches it. All of it comes with the panels' part, at the first touch.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::super::browser::{self, El, Event, KeyboardEvent, MouseEvent, WheelEvent, on_window, several};
use super::{Canvas, aim, hand, keys, paper, pointed, rename, targets};

/// Answers an event at the drawing.
pub fn act(canvas: Canvas, event: Event) {
    let pointer = event.unchecked_ref();
    match event.type_().as_str() {
        "pointerdown" => hand::press(canvas, pointer),
        "pointermove" => {
            hand::follow(canvas, pointer);
            pointed::hover(canvas, pointer);
        }
        "pointerup" => hand::release(canvas, pointer),
        "pointercancel" => hand::lost(canvas, pointer),
        // A finger's first element loses it to the drawing, which is no loss.
        "lostpointercapture" if browser::target_id(&event).as_deref() == Some("drawing") => {
            hand::lost(canvas, pointer);
        }
        "pointerleave" => pointed::leave(canvas),
        "click" if !canvas.dragged.get_untracked() => pointed::click(canvas, pointer),
        "dblclick" => double_click(canvas, pointer),
        "wheel" => wheel(canvas, event.unchecked_ref()),
        "keydown" if keys::pressed(canvas, event.unchecked_ref()) => event.prevent_default(),
        _ => {}
    }
}

fn double_click(canvas: Canvas, event: &MouseEvent) {
    if let Some(node) = canvas.card_of(event) {
        event.prevent_default();
        rename::begin(canvas, &node);
    }
}

fn wheel(canvas: Canvas, event: &WheelEvent) {
    if canvas.phone.get_untracked() {
        return;
    }
    event.prevent_default();
    canvas.moved.set(true);
    let (dx, dy) = (event.delta_x(), event.delta_y());
    if event.ctrl_key() || event.meta_key() {
        let at = pointed::place(event);
        canvas.view.update(|view| *view = view.zoomed(if dy < 0.0 { 1.1 } else { 1.0 / 1.1 }, at));
    } else {
        canvas.view.update(|view| *view = view.panned(-dx, -dy));
    }
}

/// What lies over the drawing while it is edited; `stage` holds what is drawn.
pub fn tools(canvas: Canvas, stage: &El) -> El {
    drop(stage.clone().child(targets::layer(canvas)));
    on_window("keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" && hand::cancel(canvas) {
            event.prevent_default();
        }
    });
    on_window("blur", move |_: Event| {
        hand::cancel(canvas);
    });
    on_window("beforeprint", move |_: Event| canvas.paper.set(true));
    on_window("afterprint", move |_: Event| canvas.paper.set(false));
    several()
        .child(targets::ghost(canvas))
        .child(aim::overlay(canvas))
        .child(targets::bin(canvas))
        .child(rename::field(canvas))
        .child(paper::bill(canvas))
}
