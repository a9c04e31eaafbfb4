//! What lies under the pointer.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The id of what an event is about.
pub fn target_id(event: &Event) -> Option<String> {
    target(event).map(|element| element.id())
}

/// Whether an event is about something inside an element that the selector finds.
pub fn within(event: &Event, selector: &str) -> bool {
    target(event).is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// The `data-…` value of the nearest element around an event's target that has one.
pub fn data_of(event: &Event, name: &str) -> Option<String> {
    data(&target(event)?, &format!("data-{name}"))
}

fn data(element: &Element, attribute: &str) -> Option<String> {
    element.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(attribute)
}

/// The `data-…` value of the nearest element under the pointer that has one, cards being carried left out.
pub fn data_under(event: &MouseEvent, name: &str) -> Option<String> {
    let under = document().elements_from_point(coordinate(event.client_x()), coordinate(event.client_y()));
    let attribute = format!("data-{name}");
    let mut elements = under.iter().filter_map(|it| it.dyn_into::<Element>().ok());
    elements.find_map(|element| data(&element, &attribute))
}

/// A pixel of the window as the browser wants it; windows are far smaller than what a float holds exactly.
#[expect(clippy::cast_precision_loss, reason = "windows are smaller than 2^24 pixels")]
const fn coordinate(pixels: i32) -> f32 {
    pixels as f32
}

/// Sends the pointer's further events to the element that handles this one, until it is released.
pub fn capture(event: &PointerEvent) {
    let element = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // Without capture a drag ends at the element's edge, no more.
        drop(element.set_pointer_capture(event.pointer_id()));
    }
}

/// Sends the pointer's further events to the drawing, until it is released.
pub fn capture_by_drawing(event: &PointerEvent) {
    if let Some(drawing) = document().get_element_by_id("drawing") {
        // Without capture a drag ends at the element's edge, no more.
        drop(drawing.set_pointer_capture(event.pointer_id()));
    }
}

/// Where the upper left corner of the element of that id lies in the window, in CSS pixels.
pub fn corner(id: &str) -> Option<(f64, f64)> {
    let rect = document().get_element_by_id(id)?.get_bounding_client_rect();
    Some((rect.left(), rect.top()))
}
