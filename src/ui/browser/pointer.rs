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

/// Sends the pointer's further events to the element that handles this one, until it is released.
pub fn capture(event: &PointerEvent) {
    let element = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // Without capture a drag ends at the element's edge, no more.
        drop(element.set_pointer_capture(event.pointer_id()));
    }
}

/// Sends the pointer's further events to the element of that id, until it is released.
pub fn capture_by(id: &str, event: &PointerEvent) {
    if let Some(element) = document().get_element_by_id(id) {
        // Without capture a drag ends at the element's edge, no more.
        drop(element.set_pointer_capture(event.pointer_id()));
    }
}

/// Where in the element of that id the pointer is, in CSS pixels from its upper left corner; `None` outside of it.
pub fn within_place(id: &str, event: &MouseEvent) -> Option<(f64, f64)> {
    let rect = rect(id)?;
    let (x, y) = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
    ((0.0..rect.width()).contains(&x) && (0.0..rect.height()).contains(&y)).then_some((x, y))
}

/// Where the upper left corner of the element of that id lies in the window, in CSS pixels.
pub fn corner(id: &str) -> Option<(f64, f64)> {
    rect(id).map(|rect| (rect.left(), rect.top()))
}

fn rect(id: &str) -> Option<web_sys::DomRect> {
    Some(document().get_element_by_id(id)?.get_bounding_client_rect())
}

/// Where a pointer is across the element that handles its event, from 0 at the left edge to 1 at the right.
pub fn across(event: &PointerEvent) -> Option<f64> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let rect = element.get_bounding_client_rect();
    (rect.width() > 0.0).then(|| (f64::from(event.client_x()) - rect.left()) / rect.width())
}

/// Where a pointer is in the element that handles its event: across from 0 at the left to 1 at the right, and up from 0 at
/// the foot to 1 at the head.
pub fn across_and_up(event: &PointerEvent) -> Option<(f64, f64)> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let rect = element.get_bounding_client_rect();
    let up = |height: f64| 1.0 - (f64::from(event.client_y()) - rect.top()) / height;
    across(event).zip((rect.height() > 0.0).then(|| up(rect.height())))
}
