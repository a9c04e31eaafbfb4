//! A side of the bill that the worker finds.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::queue::{Failure, Lost};
use crate::ui::state::{Made, State};
use crate::ui::widgets::{ShowIf, live};

/// Has the job done whenever what it is made of changes, and draws what came of it, else how it stands. `draw` takes the
/// answer that belongs to the job.
pub(super) fn answered(
    state: State,
    job: impl Fn() -> Job + Send + Sync + 'static,
    draw: impl Fn(&Answer) -> Option<AnyView> + Send + 'static,
) -> AnyView {
    shown(state, state.worker.follow(job), draw)
}

/// Draws an answer, else how it stands.
pub(super) fn shown(
    state: State,
    made: Signal<Made>,
    draw: impl Fn(&Answer) -> Option<AnyView> + Send + 'static,
) -> AnyView {
    live(move || {
        made.with(|made| match made {
            Made::Here(answer) => draw(answer),
            Made::Lost(lost) => Some(sorry(state, *lost)),
            Made::Coming => None,
        })
        .unwrap_or_else(|| view! { <p role="status">"Looking\u{2026}"</p> }.into_any())
    })
}

fn sorry(state: State, lost: Lost) -> AnyView {
    let again = matches!(lost, Lost::NoWorker(Failure::NotLoaded));
    view! {
        <p role="alert">
            <span>{format!("This was not found: {}", lost.sentence())}</span>
            " "
            <ShowIf when=move || again>
                <button type="button" class="button button--small" on:click=move |_| state.worker.retry()>
                    "Try again"
                </button>
            </ShowIf>
        </p>
    }
    .into_any()
}
