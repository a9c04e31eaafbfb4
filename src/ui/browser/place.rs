//! Places of the page whose elements come and go.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Comment, HtmlElement, Node};

use super::element::{El, Read, nothing, several, watch};
use crate::ui::erase::{Memo, memo};

/// A place that holds what the closure gives, made anew whenever what the closure read changes.
pub fn live(read: impl Fn() -> El + 'static) -> El {
    live_of(Box::new(read))
}

/// [`live`] for what may be missing.
pub fn maybe(read: impl Fn() -> Option<El> + 'static) -> El {
    live_of(Box::new(move || read().unwrap_or_else(nothing)))
}

/// A place that holds an element while the condition does; what the closure reads does not make it anew.
pub fn when(condition: impl Fn() -> bool + Send + Sync + 'static, make: impl Fn() -> El + 'static) -> El {
    either(condition, make, nothing)
}

/// A place that holds the first while the condition does, else the second.
pub fn either(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> El + 'static,
    other: impl Fn() -> El + 'static,
) -> El {
    either_of(memo(condition), Box::new(make), Box::new(other))
}

fn either_of(holds: Memo<bool>, make: Box<dyn Read<El>>, other: Box<dyn Read<El>>) -> El {
    live_of(Box::new(move || {
        let chosen = if holds.get() { &make } else { &other };
        untrack(|| chosen.read())
    }))
}

fn live_of(read: Box<dyn Read<El>>) -> El {
    let place = Place::new();
    let whole = several().child(place.start()).child(place.end());
    watch(Box::new(move || {
        let made = read.read();
        let focus = Focus::held();
        place.clear();
        place.put(made.node(), None);
        focus.back();
    }));
    whole
}

/// A place between two marks.
struct Place {
    start: Comment,
    end: Comment,
}

impl Place {
    fn new() -> Self {
        Self { start: document().create_comment(""), end: document().create_comment("") }
    }

    fn start(&self) -> El {
        El::of(&self.start)
    }

    fn end(&self) -> El {
        El::of(&self.end)
    }

    /// Puts a node before another of the place; without one at its end.
    fn put(&self, node: &Node, before: Option<&Node>) {
        if let Some(parent) = self.end.parent_node() {
            drop(parent.insert_before(node, Some(before.unwrap_or(&self.end))));
        }
    }

    fn clear(&self) {
        let Some(parent) = self.end.parent_node() else { return };
        while let Some(last) =
            self.end.previous_sibling().filter(|node| !node.is_same_node(Some(&self.start)))
        {
            drop(parent.remove_child(&last));
        }
    }
}

/// The focus, which an element loses where its like takes its place.
struct Focus(Option<(HtmlElement, String)>);

impl Focus {
    fn held() -> Self {
        let active = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        Self(active.filter(|it| !it.id().is_empty()).map(|it| (it.clone(), it.id())))
    }

    /// Gives it back to the element that has the id now.
    fn back(self) {
        if let Some((element, id)) = self.0
            && !element.is_connected()
        {
            super::focus(&id);
        }
    }
}

type Make = Box<dyn FnOnce() -> El>;

struct Row {
    key: String,
    node: Node,
    owner: Owner,
}

/// One element an item, in the items' order. An element stays as long as its key does; a row is one element.
pub fn each<T: 'static>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    row: impl Fn(T) -> El + Clone + 'static,
) -> El {
    each_of(Box::new(move || {
        let of_item = |item: T| {
            let row = row.clone();
            (key(&item), Box::new(move || row(item)) as Make)
        };
        items().into_iter().map(of_item).collect()
    }))
}

fn each_of(items: Box<dyn Read<Vec<(String, Make)>>>) -> El {
    let place = Place::new();
    let whole = several().child(place.start()).child(place.end());
    let rows = RefCell::new(Vec::<Row>::new());
    // Rows outlive a run of the effect, so they belong to whoever holds the list.
    let holder = Owner::current().unwrap_or_default();
    watch(Box::new(move || {
        let items = items.read();
        let focus = Focus::held();
        let mut old: Vec<Option<Row>> = rows.take().into_iter().map(Some).collect();
        let mut next = Vec::with_capacity(items.len());
        for (key, make) in items {
            let found = old.iter_mut().find(|row| row.as_ref().is_some_and(|row| row.key == key));
            next.push(found.and_then(Option::take).unwrap_or_else(|| {
                let owner = holder.child();
                let node = owner.with(|| untrack(make)).node().clone();
                Row { key, node, owner }
            }));
        }
        for gone in old.into_iter().flatten() {
            gone.owner.cleanup();
            if let Some(parent) = gone.node.parent_node() {
                drop(parent.remove_child(&gone.node));
            }
        }
        let mut here = place.start.next_sibling();
        for row in &next {
            if here.as_ref().is_some_and(|node| node.is_same_node(Some(&row.node))) {
                here = here.and_then(|node| node.next_sibling());
            } else {
                place.put(&row.node, here.as_ref());
            }
        }
        rows.replace(next);
        focus.back();
    }));
    whole
}
