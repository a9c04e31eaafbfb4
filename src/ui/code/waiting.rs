//! What stands in place of a file that the worker has not written.

use leptos::prelude::*;

use crate::editor::queue::{Failure, Lost};
use crate::ui::state::{Made, use_state};
use crate::ui::widgets::{ShowIf, live};

/// That it comes, or why it does not and how to try again.
#[component]
pub(super) fn Waiting(made: Signal<Made>) -> impl IntoView {
    let state = use_state();
    live(move || match made.get() {
        Made::Coming | Made::Here(_) => {
            view! { <p class="empty" role="status">"Loading\u{2026}"</p> }.into_any()
        }
        Made::Lost(lost) => {
            let again = matches!(lost, Lost::NoWorker(Failure::NotLoaded));
            view! {
                <p class="empty" role="alert">
                    <span>{format!("This file was not written: {}", lost.sentence())}</span>
                    <ShowIf when=move || again>
                        <button type="button" class="button" on:click=move |_| state.worker.retry()>
                            "Try again"
                        </button>
                    </ShowIf>
                </p>
            }
            .into_any()
        }
    })
}
