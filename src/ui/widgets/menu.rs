//! A button that opens a list under itself: closes on Escape, on a click outside and when the focus leaves it.

use leptos::context::Provider;
use leptos::ev::{self, FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

use super::ShowIf;

use super::icon::Icon;
use crate::ui::browser::{self, Step};

/// Closes the menu that an item or a form stands in.
#[derive(Clone, Copy)]
pub struct CloseMenu(RwSignal<bool>);

impl CloseMenu {
    /// Closes it.
    pub fn close(self) {
        self.0.set(false);
    }
}

/// A menu's button and what it opens; the content is made whenever it opens.
#[component]
pub fn Menu(
    /// Id of the list; that of the button is the same with `-button`.
    id: &'static str,
    /// Words on the button.
    label: &'static str,
    /// Id of the symbol before them.
    icon: &'static str,
    /// Further classes of the button.
    #[prop(optional)]
    class: &'static str,
    /// Whether the list ends where the button ends.
    #[prop(optional)]
    at_end: bool,
    /// Whether it is open, where others open it too.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    children: ChildrenFn,
) -> impl IntoView {
    let open = open.unwrap_or_else(|| RwSignal::new(false));
    let place = NodeRef::<html::Div>::new();
    let opener = NodeRef::<html::Button>::new();
    let listener = window_event_listener(ev::pointerdown, move |event| {
        if open.get_untracked()
            && place.get_untracked().is_some_and(|place| !browser::holds(&place, event.target()))
        {
            open.set(false);
        }
    });
    on_cleanup(move || listener.remove());
    let left = move |event: FocusEvent| {
        // No new target means the window lost the focus or a button took none: neither closes.
        let target = event.related_target();
        if target.is_some() && place.get_untracked().is_some_and(|place| !browser::holds(&place, target)) {
            open.set(false);
        }
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => {
            open.set(false);
            event.stop_propagation();
            if let Some(opener) = opener.get_untracked() {
                drop(opener.focus());
            }
        }
        pressed @ ("ArrowDown" | "ArrowUp" | "Home" | "End") if !browser::typing() => {
            event.prevent_default();
            let step = match pressed {
                "ArrowDown" => Step::Next,
                "ArrowUp" => Step::Previous,
                "Home" => Step::First,
                _ => Step::Last,
            };
            let go = move || {
                if let Some(place) = place.get_untracked() {
                    browser::step_focus(&place, ".menu-item", step);
                }
            };
            if open.get_untracked() {
                go();
            } else {
                // The entries are made in answer to the signal.
                open.set(true);
                request_animation_frame(go);
            }
        }
        _ => {}
    };
    let children = StoredValue::new(children);
    view! {
        <div
            class=if at_end { "menu-place menu-place--end" } else { "menu-place" }
            node_ref=place
            on:keydown=key
            on:focusout=left
        >
            <button
                type="button"
                class=format!("button {class}")
                id=format!("{id}-button")
                aria-expanded=move || open.get().to_string()
                aria-controls=id
                aria-label=label
                node_ref=opener
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name=icon/>
                <span class="button-words">{label}</span>
                <Icon name="i-down"/>
            </button>
            <div class="menu" id=id hidden=move || !open.get()>
                <ShowIf when=move || open.get()>
                    <Provider value=CloseMenu(open)>{children.with_value(|children| children())}</Provider>
                </ShowIf>
            </div>
        </div>
    }
}

/// An entry of a menu; choosing it closes the menu.
#[component]
pub fn MenuItem(
    /// Its words.
    #[prop(into)]
    label: String,
    /// Id of the symbol before them.
    icon: &'static str,
    /// A second line; none where it is empty.
    #[prop(optional, into)]
    hint: String,
    /// What stands at the right, a price or a shortcut; nothing where it is empty.
    #[prop(optional, into)]
    end: String,
    /// What it does.
    choose: impl Fn() + Send + 'static,
) -> impl IntoView {
    item(label, icon, hint, end, Box::new(choose))
}

/// An entry, whatever it does.
fn item(
    label: String,
    icon: &'static str,
    hint: String,
    end: String,
    choose: Box<dyn Fn() + Send>,
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
            <Icon name=icon/>
            <span class="menu-words">
                <span>{label}</span>
                {(!hint.is_empty()).then(|| view! { <small>{hint}</small> }.into_any())}
            </span>
            {(!end.is_empty()).then(|| view! { <span class="end">{end}</span> }.into_any())}
        </button>
    }
}
