//! A button that opens a list under itself: closes on Escape, on a click outside and when the focus leaves it.

use leptos::context::Provider;
use leptos::ev::{FocusEvent, KeyboardEvent, PointerEvent};
use leptos::html::{Button, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::browser::{HtmlElement, Node};
use super::erase::view;
use super::glyphs::Icon;

/// Closes the menu that an item stands in.
#[derive(Clone, Copy)]
pub struct CloseMenu(RwSignal<bool>);

impl CloseMenu {
    /// Closes it.
    pub fn close(self) {
        self.0.set(false);
    }
}

/// A menu: the button's words and icon, and what it opens. The content is made when it is first needed.
#[component]
pub fn Menu(
    /// Id of the list.
    id: &'static str,
    /// Words on the button.
    label: &'static str,
    /// Symbol before them.
    icon: &'static str,
    /// Further classes of the button.
    #[prop(optional)]
    class: &'static str,
    /// Whether the list ends where the button ends.
    #[prop(optional)]
    at_end: bool,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<Div>::new();
    let button = NodeRef::<Button>::new();
    let inside =
        move |node: Option<Node>| root.get_untracked().is_some_and(|root| root.contains(node.as_ref()));
    let outside = window_event_listener(leptos::ev::pointerdown, move |event: PointerEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Node>().ok());
        if open.get_untracked() && !inside(target) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let left = move |event: FocusEvent| {
        // No new target means the window lost the focus or a button took none: neither closes.
        let target = event.related_target().and_then(|it| it.dyn_into::<Node>().ok());
        if target.is_some() && !inside(target) {
            open.set(false);
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => {
            open.set(false);
            event.stop_propagation();
            if let Some(button) = button.get_untracked() {
                drop(button.focus());
            }
        }
        "ArrowDown" | "ArrowUp" if !typing(&event) => {
            event.prevent_default();
            open.set(true);
            if let Some(root) = root.get_untracked() {
                step(&root, event.key() == "ArrowDown");
            }
        }
        _ => {}
    };
    view! {
        <div class="menu-place" class:menu-place--end=at_end node_ref=root on:keydown=key on:focusout=left>
            <button
                type="button"
                class=format!("button {class}")
                node_ref=button
                aria-expanded=move || open.get().to_string()
                aria-controls=id
                aria-label=label
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name=icon />
                <span class="button-words">{label}</span>
                <Icon name="i-down" />
            </button>
            <div class="menu" id=id hidden=move || !open.get()>
                <Provider value=CloseMenu(open)>{let children = children.clone(); move || open.get().then(|| children())}</Provider>
            </div>
        </div>
    }
}

/// One entry of a menu; choosing it closes the menu.
#[component]
pub fn MenuItem(
    /// Words.
    #[prop(into)]
    label: String,
    /// Symbol before them.
    icon: &'static str,
    /// What stands at the right: a price, a shortcut.
    #[prop(optional, into)]
    end: String,
    /// A second line.
    #[prop(optional, into)]
    hint: String,
    /// What it does.
    choose: impl Fn() + 'static,
) -> impl IntoView {
    let menu = use_context::<CloseMenu>();
    let chosen = move |_| {
        if let Some(menu) = menu {
            menu.close();
        }
        choose();
    };
    view! {
        <button type="button" class="menu-item" on:click=chosen>
            <Icon name=icon />
            <span class="menu-words">
                <span>{label}</span>
                {(!hint.is_empty()).then(|| view! { <small>{hint}</small> })}
            </span>
            {(!end.is_empty()).then(|| view! { <span class="end">{end}</span> })}
        </button>
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
