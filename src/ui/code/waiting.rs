//! What stands in place of a file that the worker has not written.

use leptos::prelude::*;

use crate::ui::signs::Missing;
use crate::ui::state::{Made, use_state};
use crate::ui::widgets::live;

/// That it comes, or why it does not and how to try again.
#[component]
pub(super) fn Waiting(made: Signal<Made>) -> impl IntoView {
    let state = use_state();
    live(move || {
        made.with(|made| match *made {
            Made::Coming | Made::Here(_) => {
                view! { <p class="empty" role="status">"Loading\u{2026}"</p> }.into_any()
            }
            Made::Lost(lost) => {
                let retry = move || state.worker.retry();
                view! { <Missing what="This file was not written" lost alone=true retry/> }.into_any()
            }
        })
    })
}
