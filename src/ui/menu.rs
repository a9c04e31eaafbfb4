//! A button that opens a list under itself: closes on Escape, on a click outside and when the focus leaves it.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::browser::{
    self, El, EventTarget, FocusEvent, HtmlElement, KeyboardEvent, Node, PointerEvent, button, el, maybe,
};
use super::glyphs::icon;

/// Closes the menu that an item stands in.
#[derive(Clone, Copy)]
pub struct CloseMenu(RwSignal<bool>);

impl CloseMenu {
    /// Closes it.
    pub fn close(self) {
        self.0.set(false);
    }
}

/// A menu's button.
#[derive(Clone, Copy, Default)]
pub struct Menu {
    /// Id of the list.
    pub id: &'static str,
    /// Words on the button.
    pub label: &'static str,
    /// Symbol before them.
    pub icon: &'static str,
    /// Further classes of the button.
    pub class: &'static str,
    /// Whether the list ends where the button ends.
    pub at_end: bool,
}

/// A menu and what it opens; the content is made whenever it opens.
pub fn menu(menu: Menu, make: impl Fn() -> El + 'static) -> El {
    menu_of(menu, Box::new(make))
}

fn menu_of(Menu { id, label, icon: symbol, class, at_end }: Menu, make: Box<dyn Fn() -> El>) -> El {
    let open = RwSignal::new(false);
    let opener = button(format!("button {class}").as_str())
        .bind("aria-expanded", move || open.get().to_string())
        .set("aria-controls", id)
        .set("aria-label", label)
        .on("click", move || open.update(|open| *open = !*open))
        .child(icon(symbol))
        .child(el("span").set("class", "button-words").child(label))
        .child(icon("i-down"));
    let back: HtmlElement = opener.dom();
    let content = move || {
        open.get().then(|| {
            provide_context(CloseMenu(open));
            untrack(&make)
        })
    };
    let root = el("div")
        .set("class", if at_end { "menu-place menu-place--end" } else { "menu-place" })
        .child(opener)
        .child(
            el("div")
                .set("class", "menu")
                .set("id", id)
                .bind("hidden", move || !open.get())
                .child(maybe(content)),
        );
    let place: HtmlElement = root.dom();
    let within = place.clone();
    let inside = move |target: Option<EventTarget>| {
        within.contains(target.and_then(|it| it.dyn_into::<Node>().ok()).as_ref())
    };
    let inside_place = inside.clone();
    browser::on_window("pointerdown", move |event: PointerEvent| {
        if open.get_untracked() && !inside(event.target()) {
            open.set(false);
        }
    });
    let left = move |event: FocusEvent| {
        // No new target means the window lost the focus or a button took none: neither closes.
        let target = event.related_target();
        if target.is_some() && !inside_place(target) {
            open.set(false);
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => {
            open.set(false);
            event.stop_propagation();
            drop(back.focus());
        }
        "ArrowDown" | "ArrowUp" if !typing(&event) => {
            event.prevent_default();
            open.set(true);
            step(&place, event.key() == "ArrowDown");
        }
        _ => {}
    };
    root.hear("keydown", key).hear("focusout", left)
}

/// One entry of a menu, under construction.
#[must_use = "an entry shows once it is done"]
pub struct Item {
    entry: El,
    words: El,
    end: Option<El>,
}

/// An entry of a menu: its words, the symbol before them and what it does; choosing it closes the menu.
pub fn menu_item(label: &str, symbol: &'static str, choose: impl Fn() + 'static) -> Item {
    let menu = use_context::<CloseMenu>();
    let chosen = move || {
        if let Some(menu) = menu {
            menu.close();
        }
        choose();
    };
    Item {
        entry: button("menu-item").on("click", chosen).child(icon(symbol)),
        words: el("span").set("class", "menu-words").child(el("span").child(label)),
        end: None,
    }
}

impl Item {
    /// A second line.
    pub fn hint(mut self, text: &str) -> Self {
        self.words = self.words.child(el("small").child(text));
        self
    }

    /// What stands at the right: a price, a shortcut.
    pub fn end(mut self, text: &str) -> Self {
        self.end = Some(el("span").set("class", "end").child(text));
        self
    }

    /// The entry.
    pub fn done(self) -> El {
        self.entry.child(self.words).child(self.end)
    }
}

fn typing(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok())
        .is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"))
}

/// Moves the focus to the next or previous entry, around the ends.
fn step(root: &HtmlElement, down: bool) {
    let Ok(items) = root.query_selector_all(".menu-item") else { return };
    let items: Vec<HtmlElement> =
        (0..items.length()).filter_map(|at| items.get(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let active = document().active_element();
    let at = items.iter().position(|item| active.as_ref() == Some(item.as_ref()));
    let next = match (at, down) {
        (None, true) => items.first(),
        (None, false) => items.last(),
        (Some(at), true) => items.get(at + 1).or(items.first()),
        (Some(at), false) => at.checked_sub(1).and_then(|at| items.get(at)).or(items.last()),
    };
    if let Some(item) = next {
        drop(item.focus());
    }
}
