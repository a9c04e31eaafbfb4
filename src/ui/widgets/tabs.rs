//! Tabs: panels that share a place, one of them in front.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::ui::browser::{self, Step};

/// The row of tabs: one stop for the tab key, arrow keys, Home and End go from one to the next and bring its panel.
#[component]
pub fn TabList(
    /// What the panels are, for who does not see them.
    label: &'static str,
    /// Its class.
    #[prop(default = "tablist")]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => Step::Next,
            "ArrowLeft" => Step::Previous,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        if let Some(list) = list.get_untracked() {
            event.prevent_default();
            if let Some(tab) = browser::step_focus(&list, "[role=tab]", step) {
                tab.click();
            }
        }
    };
    view! {
        <div class=class role="tablist" aria-label=label node_ref=list on:keydown=key>
            {children()}
        </div>
    }
}

/// A tab.
#[component]
pub fn Tab(
    /// Whether its panel is in front.
    #[prop(into)]
    selected: Signal<bool>,
    /// Id of the place that the panels share.
    controls: &'static str,
    /// Its class.
    #[prop(default = "tab")]
    class: &'static str,
    /// Brings its panel to the front.
    choose: impl Fn() + Send + 'static,
    children: Children,
) -> impl IntoView {
    tab(selected, controls, class, Box::new(choose), children)
}

/// A tab, whatever brings it to the front.
fn tab(
    selected: Signal<bool>,
    controls: &'static str,
    class: &'static str,
    choose: Box<dyn Fn() + Send>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=class
            role="tab"
            aria-controls=controls
            aria-selected=move || selected.get().to_string()
            tabindex=move || if selected.get() { "0" } else { "-1" }
            on:click=move |_| choose()
        >
            {children()}
        </button>
    }
}
