//! Elements of the page: focus, sizes, what is folded.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, EventTarget, HtmlElement, HtmlInputElement};

/// Moves the keyboard's focus to the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_on(element);
    }
}

fn focus_on(element: Element) {
    // An element that cannot take the focus leaves it where it was.
    drop(match element.dyn_into::<HtmlElement>() {
        Ok(element) => element.focus(),
        Err(other) => other.dyn_into::<web_sys::SvgElement>().map_or(Ok(()), |element| element.focus()),
    });
}

/// What has the keyboard's focus.
#[derive(Clone)]
pub struct Holder(Option<Element>);

/// What has the keyboard's focus now.
pub fn holder() -> Holder {
    Holder(document().active_element())
}

impl Holder {
    /// Gives it the focus again; one that is gone takes none.
    pub fn focus(&self) {
        if let Some(element) = &self.0 {
            focus_on(element.clone());
        }
    }
}

/// Whether the element of that id, or something in it, has the keyboard's focus.
pub fn focus_is_in(id: &str) -> bool {
    let place = document().get_element_by_id(id);
    place.is_some_and(|place| document().active_element().is_some_and(|held| place.contains(Some(&held))))
}

/// Whether an element of that id is on the page.
pub fn is_there(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Whether an event's target is an element or something inside it.
pub fn holds(element: &Element, target: Option<web_sys::EventTarget>) -> bool {
    element.contains(target.and_then(|it| it.dyn_into::<web_sys::Node>().ok()).as_ref())
}

/// Where the focus goes in a row of elements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the next, from the last to the first.
    Next,
    /// To the previous, from the first to the last.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Moves the focus among the elements that a selector finds in one, from elsewhere to an end of them; gives the one that
/// has it now.
pub fn step_focus(within: &Element, selector: &str, step: Step) -> Option<HtmlElement> {
    let found = within.query_selector_all(selector).ok()?;
    let all: Vec<HtmlElement> =
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let active = document().active_element();
    let at = all.iter().position(|element| active.as_ref() == Some(element.as_ref()));
    let next = match (at, step) {
        (None, Step::Next) | (_, Step::First) => all.first(),
        (None, Step::Previous) | (_, Step::Last) => all.last(),
        (Some(at), Step::Next) => all.get(at + 1).or(all.first()),
        (Some(at), Step::Previous) => at.checked_sub(1).and_then(|at| all.get(at)).or(all.last()),
    };
    let element = next?;
    drop(element.focus());
    Some(element.clone())
}

/// Brings an element to the top of what scrolls it.
pub fn scroll_to_top(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Whether the keyboard is in an element that a selector finds, or in something inside it.
pub fn focus_is_within(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Whether the keyboard is nowhere: what had the focus is gone.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls an element into its list, no further than it must.
pub fn scroll_near(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let near = web_sys::ScrollIntoViewOptions::new();
    near.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&near);
}

/// Unfolds a section of the page and brings it to the top.
pub fn open_section(id: &str) {
    if let Some(section) = document().get_element_by_id(id) {
        // `details` is all it takes; another element has nothing to unfold.
        drop(section.set_attribute("open", ""));
        section.scroll_into_view();
    }
}

/// Folds a section.
pub fn close_section(id: &str) {
    if let Some(section) = document().get_element_by_id(id) {
        drop(section.remove_attribute("open"));
    }
}

/// Takes an element out of the page: the shell that was shown until the app could.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Whether the keyboard is in a field, where undo is the browser's own.
pub fn typing() -> bool {
    document().active_element().is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" | "YAML-EDITOR" => true,
        "INPUT" => {
            !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "range" | "file"))
        }
        _ => element.has_attribute("contenteditable"),
    })
}

/// Whether an event is about a field that takes text, also one inside another element's shadow.
pub fn takes_text(target: &EventTarget) -> bool {
    target.dyn_ref::<Element>().is_some_and(|element| {
        element.closest("input, textarea, [contenteditable], yaml-editor").ok().flatten().is_some()
    })
}

/// Width and height of the first element that a selector finds, in CSS pixels with its border.
pub fn extent_of(selector: &str) -> (i32, i32) {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.map_or((0, 0), |it| (it.offset_width(), it.offset_height()))
}

/// Width and height inside the border of the one element, of those that a selector finds, that is shown; in CSS pixels,
/// and nothing where none is.
pub fn shown_size(selector: &str) -> (i32, i32) {
    let found = document().query_selector_all(selector);
    let sizes = found.iter().flat_map(|all| (0..all.length()).filter_map(|nth| all.item(nth)));
    let sizes = sizes
        .filter_map(|it| it.dyn_into::<Element>().ok())
        .map(|it| (it.client_width(), it.client_height()));
    sizes.into_iter().find(|(width, _)| *width > 0).unwrap_or_default()
}

/// Moves the focus into a field and selects what is in it, once it is on the page.
pub fn select_all(field: &HtmlInputElement) {
    let field = field.clone();
    request_animation_frame(move || {
        drop(field.focus());
        field.select();
    });
}

/// Tells the size of an element in CSS pixels, now and whenever it changes, while the owner lives.
pub fn watch_size(element: &Element, tell: impl Fn((f64, f64)) + 'static) {
    let measured = element.clone();
    let measure = Closure::<dyn Fn()>::new(move || {
        tell((f64::from(measured.client_width()), f64::from(measured.client_height())));
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()) {
        observer.observe(element);
        let kept = StoredValue::new_local((observer, measure));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    }
}
