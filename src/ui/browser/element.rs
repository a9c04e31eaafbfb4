//! Elements of the page, of one type whatever they are: made at once, and kept current where a closure says what stands
//! in them.
//!
//! Leptos' own views have a type for every shape of markup and compile a body for each; here all elements share one. It
//! is what lets the whole app be loaded in a blink: see the crate's documentation for the figures. Signals, memos,
//! effects and contexts are Leptos'.

use std::borrow::Cow;

use crate::formats::svg::escaped;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

/// An element, or several that stand side by side ([`several`]). Cheap to clone: it is a handle.
#[derive(Clone, Debug)]
#[must_use = "an element shows only where it is put"]
pub struct El(Node);

/// A new HTML element.
pub fn el(tag: &str) -> El {
    El(document().create_element(tag).map_or_else(|_| blank(), Node::from))
}

/// A new SVG element.
pub fn svg(tag: &str) -> El {
    let made = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    El(made.map_or_else(|_| blank(), Node::from))
}

/// A place for elements side by side, without one around them.
pub fn several() -> El {
    El(document().create_document_fragment().into())
}

/// Nothing at all.
pub fn nothing() -> El {
    several()
}

/// A button that submits nothing.
pub fn button(class: &str) -> El {
    el("button").set("type", "button").set("class", class)
}

// Stands where the browser refuses an element, which it does for no name of ours.
fn blank() -> Node {
    document().create_comment("").into()
}

/// What an attribute is set to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Attr {
    /// It is not there.
    Absent,
    /// It is there, with this text.
    Text(Cow<'static, str>),
}

impl From<&'static str> for Attr {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Attr {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Attr {
    /// An attribute such as `hidden`, which is there or not.
    fn from(there: bool) -> Self {
        if there { Self::Text(Cow::Borrowed("")) } else { Self::Absent }
    }
}

impl<T: Into<Self>> From<Option<T>> for Attr {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl El {
    pub(super) fn of(node: &Node) -> Self {
        Self(node.clone())
    }

    /// The browser's own handle.
    pub fn node(&self) -> &Node {
        &self.0
    }

    /// The browser's own handle, of the kind the element is known to be.
    pub fn dom<T: JsCast>(&self) -> T {
        self.0.clone().unchecked_into()
    }

    fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    /// Sets an attribute.
    pub fn set(self, name: &str, text: &str) -> Self {
        // Refused for a malformed name alone, and names are ours.
        drop(self.element().set_attribute(name, text));
        self
    }

    /// Sets an attribute to a number.
    pub fn set_number(self, name: &str, number: i32) -> Self {
        self.set(name, &number.to_string())
    }

    /// Keeps an attribute at what the closure gives.
    pub fn bind<V: Into<Attr>>(self, name: &'static str, read: impl Fn() -> V + 'static) -> Self {
        self.bind_attr(name, Box::new(move || read().into()))
    }

    fn bind_attr(self, name: &'static str, read: Box<dyn Read<Attr>>) -> Self {
        let element: Element = self.dom();
        let mut before = Attr::Absent;
        watch(Box::new(move || {
            let now = read.read();
            if now != before {
                drop(match &now {
                    Attr::Absent => element.remove_attribute(name),
                    Attr::Text(text) => element.set_attribute(name, text),
                });
                before = now;
            }
        }));
        self
    }

    /// Keeps the text in a field, or the choice of a list, at what the closure gives.
    pub fn value(self, read: impl Fn() -> String + 'static) -> Self {
        self.property("value", Box::new(move || JsValue::from_str(&read())))
    }

    /// Keeps a box checked as the closure says.
    pub fn checked(self, read: impl Fn() -> bool + 'static) -> Self {
        self.property("checked", Box::new(move || JsValue::from_bool(read())))
    }

    fn property(self, name: &'static str, read: Box<dyn Read<JsValue>>) -> Self {
        let target = self.0.clone();
        let set = move || {
            let now = read.read();
            // What somebody types stands there already; setting it again would move the cursor.
            if js_sys::Reflect::get(&target, &name.into()).as_ref() != Ok(&now) {
                drop(js_sys::Reflect::set(&target, &name.into(), &now));
            }
        };
        watch(Box::new(set));
        self
    }

    /// Has the class while the closure says so.
    pub fn class_if(self, class: &'static str, read: impl Fn() -> bool + 'static) -> Self {
        self.class_while(class, Box::new(read))
    }

    fn class_while(self, class: &'static str, read: Box<dyn Read<bool>>) -> Self {
        let element: Element = self.dom();
        watch(Box::new(move || drop(element.class_list().toggle_with_force(class, read.read()))));
        self
    }

    /// Keeps the element at a place of its container: left, top and width in CSS pixels.
    pub fn placed(self, read: impl Fn() -> [i32; 3] + 'static) -> Self {
        let element: web_sys::HtmlElement = self.dom();
        watch(Box::new(move || {
            for (name, pixels) in ["left", "top", "width"].into_iter().zip(read()) {
                // Refused for an unknown name alone.
                drop(element.style().set_property(name, &format!("{pixels}px")));
            }
        }));
        self
    }

    /// Keeps the element where a CSS transform puts it, which lays out and paints nothing anew.
    pub fn transformed(self, read: impl Fn() -> String + 'static) -> Self {
        let element: web_sys::HtmlElement = self.dom();
        // Refused for an unknown name alone.
        watch(Box::new(move || drop(element.style().set_property("transform", &read()))));
        self
    }

    /// Runs at an event.
    pub fn on(self, event: &'static str, mut run: impl FnMut() + 'static) -> Self {
        self.listen(event, Box::new(move |_| run()))
    }

    /// Runs at an event, with it.
    pub fn hear<E: JsCast + 'static>(self, event: &'static str, mut run: impl FnMut(E) + 'static) -> Self {
        self.listen(event, Box::new(move |event: Event| run(event.unchecked_into())))
    }

    fn listen(self, event: &'static str, run: Box<dyn Run>) -> Self {
        Listener::start(self.0.unchecked_ref(), event, run);
        self
    }

    /// Puts something into the element, after what is in it.
    pub fn child(self, child: impl Child) -> Self {
        child.put_into(&self.0);
        self
    }

    /// Sets what is in the element from markup that is our own or escaped.
    pub fn markup(self, markup: &str) -> Self {
        self.element().set_inner_html(markup);
        self
    }

    /// [`El::live_markup`] for markup of which little changes at a time: each piece is one element.
    pub fn live_pieces(self, read: impl Fn() -> Vec<Piece> + 'static) -> Self {
        self.live_pieces_of(Box::new(read))
    }

    fn live_pieces_of(self, read: Box<dyn Read<Vec<Piece>>>) -> Self {
        let element: Element = self.dom();
        let mut before = Vec::new();
        watch(Box::new(move || {
            let now = read.read();
            set_pieces(&element, &before, &now);
            before = now;
        }));
        self
    }

    /// Keeps what is in the element at the markup the closure gives; it is our own or escaped.
    pub fn live_markup(self, read: impl Fn() -> String + 'static) -> Self {
        self.live_markup_of(Box::new(read))
    }

    fn live_markup_of(self, read: Box<dyn Read<String>>) -> Self {
        let element: Element = self.dom();
        let mut before = String::new();
        watch(Box::new(move || {
            let now = read.read();
            if now != before {
                element.set_inner_html(&now);
                before = now;
            }
        }));
        self
    }
}

/// One element as markup: its tags, and the text between them, which is escaped here.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Piece {
    /// What opens it; the whole of an element without text.
    pub open: String,
    /// The text in it.
    pub text: String,
    /// What closes it.
    pub close: &'static str,
}

impl Piece {
    fn markup(&self) -> String {
        format!("{}{}{}", self.open, escaped(&self.text), self.close)
    }
}

/// Puts markup in place of what an element holds; pieces that are as they were stay, and where only a text is new only
/// the text is set.
fn set_pieces(element: &Element, before: &[Piece], now: &[Piece]) {
    if before.len() != now.len() {
        element.set_inner_html(&now.iter().map(Piece::markup).collect::<String>());
        return;
    }
    let changed = (0..).zip(before.iter().zip(now)).filter(|(_, (was, is))| was != is);
    let children = element.children();
    for (at, (was, is)) in changed {
        if let Some(child) = children.item(at) {
            if was.open == is.open && was.close == is.close {
                child.set_text_content(Some(&is.text));
            } else {
                child.set_outer_html(&is.markup());
            }
        }
    }
}

/// A closure that is read again and again. A trait of its own, because the table of a boxed `Fn` also holds the two
/// other ways to call it, with a body each.
pub trait Read<T> {
    /// What it gives now.
    fn read(&self) -> T;
}

impl<T, F: Fn() -> T> Read<T> for F {
    fn read(&self) -> T {
        self()
    }
}

/// A closure that runs at an event.
pub(super) trait Run {
    fn run(&mut self, event: Event);
}

impl<F: FnMut(Event)> Run for F {
    fn run(&mut self, event: Event) {
        self(event);
    }
}

/// What can be put into an element.
pub trait Child {
    /// Puts it at the end of a node's children.
    fn put_into(self, parent: &Node);
}

// Fails only where a node would contain itself, which no new node can.
fn append(parent: &Node, child: &Node) {
    drop(parent.append_child(child));
}

impl Child for El {
    fn put_into(self, parent: &Node) {
        append(parent, &self.0);
    }
}

impl Child for &str {
    fn put_into(self, parent: &Node) {
        append(parent, &document().create_text_node(self));
    }
}

impl Child for String {
    fn put_into(self, parent: &Node) {
        self.as_str().put_into(parent);
    }
}

impl<C: Child> Child for Option<C> {
    fn put_into(self, parent: &Node) {
        if let Some(child) = self {
            child.put_into(parent);
        }
    }
}

impl<C: Child> Child for Vec<C> {
    fn put_into(self, parent: &Node) {
        for child in self {
            child.put_into(parent);
        }
    }
}

/// Text that stays at what the closure gives.
pub fn words<T: Into<Cow<'static, str>>>(read: impl Fn() -> T + 'static) -> El {
    words_of(Box::new(move || read().into()))
}

fn words_of(read: Box<dyn Read<Cow<'static, str>>>) -> El {
    let text = document().create_text_node("");
    let shown = text.clone();
    let mut before = Cow::Borrowed("");
    watch(Box::new(move || {
        let now = read.read();
        if now != before {
            shown.set_data(&now);
            before = now;
        }
    }));
    El(text.into())
}

/// Runs now and whenever what it read changes, until the part of the page that made it goes.
pub(super) fn watch(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| run());
    StoredValue::new_local(effect);
}

/// A listener at an element or at the window; it ends with the part of the page that made it.
pub(super) struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    run: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn start(target: &web_sys::EventTarget, event: &'static str, mut run: Box<dyn Run>) {
        let run = Closure::new(move |event: Event| run.run(event));
        let listener = Self { target: target.clone(), event, run };
        let callback = listener.run.as_ref().unchecked_ref();
        // Fails for no target and no callback there is.
        drop(target.add_event_listener_with_callback(event, callback));
        StoredValue::new_local(listener);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.run.as_ref().unchecked_ref();
        drop(self.target.remove_event_listener_with_callback(self.event, callback));
    }
}
