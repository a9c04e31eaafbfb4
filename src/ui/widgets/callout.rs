//! A note on a quiet ground.

use leptos::prelude::*;

use super::{ForRows, Icon};

/// An icon and a sentence: the first line in bold, then what follows.
#[component]
pub fn Callout(
    /// Id of its symbol.
    icon: &'static str,
    /// The first line.
    #[prop(into)]
    title: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="callout">
            <Icon name=icon/>
            <div><strong>{title}</strong>{children()}</div>
        </div>
    }
}

/// Sentences in a list.
#[component]
pub fn Sentences(#[prop(into)] lines: Signal<Vec<String>>) -> impl IntoView {
    view! {
        <ul>
            <ForRows each=move || 0..lines.with(Vec::len) key=|nth| *nth let(nth)>
                <li>{move || lines.with(|lines| lines.get(nth).cloned())}</li>
            </ForRows>
        </ul>
    }
}
