//! The frame around everything: panels side by side where there is room, one column of sections where there is not.

mod dialogs;
mod dock;
mod edges;
mod name;
mod notices;
mod paper;
mod phone;
mod side;
mod summary;
mod toolbar;
mod wide;

pub use dialogs::Dialogs;

use leptos::prelude::*;

use crate::ui::widgets::ShowIf;

use super::browser;
use super::compare::Following;
use super::state::use_state;

use phone::Phone;
use wide::Wide;

/// The page in the form that fits the window.
#[component]
pub fn Page() -> impl IntoView {
    let state = use_state();
    let phone = state.frame.phone;
    // Before anything is laid out with other sizes.
    edges::restore();
    view! {
        // What a change does is said at every field while there is a base.
        <ShowIf when=move || state.compare.has_base()>
            <Following/>
        </ShowIf>
        <ShowIf when=move || phone.get() fallback=Wide>
            <Phone/>
        </ShowIf>
    }
}

/// The way past everything to the diagram, for who walks by the tab key.
#[component]
pub fn SkipLink() -> impl IntoView {
    let skip = |event: leptos::ev::MouseEvent| {
        // The address holds the design.
        event.prevent_default();
        browser::focus("diagram");
    };
    view! {
        <a class="skip" href="#diagram" on:click=skip>
            "Skip to the diagram"
        </a>
    }
}
