//! The frame around everything: panels side by side where there is room, one column of sections where there is not.

use leptos::prelude::*;

use super::canvas::Canvas;
use super::inspector::Inspector;

/// The page in the form that fits the window.
#[component]
pub fn Page() -> impl IntoView {
    view! {
        <div class="app">
            <main class="stage" id="diagram" tabindex="-1" aria-label="Diagram"><Canvas/></main>
            <aside class="inspector"><Inspector/></aside>
        </div>
    }
}
