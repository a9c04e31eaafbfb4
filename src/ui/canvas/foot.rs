//! Below the drawing: what its lines mean, and how large it is shown.

use leptos::prelude::*;

use crate::ui::state::{WHAT_IF, use_state};
use crate::ui::widgets::{Icon, ShowIf};

use super::board::Board;

/// Legend, the question what is left when something is lost, and zoom.
#[component]
pub(super) fn Foot(board: Board) -> impl IntoView {
    view! { <div class="canvas-foot"><Legend/><WhatIf/><Zoom board/></div> }
}

/// The button that asks it, and leaves it.
#[component]
fn WhatIf() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--small what-if-open"
            id=WHAT_IF
            data-tip="What is left when something is lost"
            aria-pressed=move || state.asks_what_if().to_string()
            on:click=move |_| state.toggle_what_if()
        >
            "What if\u{2026}"
        </button>
    }
}

/// What the lines and marks mean.
#[component]
fn Legend() -> impl IntoView {
    let replicates = use_state().memo(|design| !design.secondaries().is_empty());
    view! {
        <ul class="legend" aria-label="Legend">
            <li>
                <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                    <path class="edge" data-kind="write" d="M0 6H24"/>
                </svg>
                "Writes"
            </li>
            <li>
                <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                    <path class="edge" data-kind="read" d="M0 6H24"/>
                </svg>
                "Reads"
            </li>
            <li>
                <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                    <path class="tie" d="M0 4H24M0 8H24"/>
                </svg>
                "Scales with the writer"
            </li>
            <ShowIf when=move || replicates.get()>
                <li>
                    <svg class="diagram" width="24" height="12" viewBox="0 0 24 12" aria-hidden="true">
                        <path class="edge" data-kind="replicate" d="M0 6H24"/>
                    </svg>
                    "Replicates"
                </li>
            </ShowIf>
            <li class="legend-more">
                <svg class="diagram" width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">
                    <rect class="gauge-track" y="3" width="40" height="6" rx="3"/>
                    <rect class="gauge-band" x="8" y="3" width="22" height="6" rx="3"/>
                    <rect class="gauge-tick" x="17" width="2" height="12"/>
                </svg>
                "Minimum to maximum, typical marked"
            </li>
        </ul>
    }
}

/// How large the drawing is shown; there is nothing to zoom where it is as wide as its place.
#[component]
fn Zoom(board: Board) -> impl IntoView {
    let viewport = board.viewport;
    let percent = Memo::new(move |_| viewport.view.get().percent());
    view! {
        <div class="zoom" role="group" aria-label="Zoom" hidden=move || viewport.is_whole()>
            <button class="button button--icon" data-tip="Zoom out \u{b7} Ctrl \u{2212}" aria-label="Zoom out" on:click=move |_| viewport.zoom(0.8)>
                <Icon name="i-minus"/>
            </button>
            <button
                class="button level"
                data-tip="100 % \u{b7} Ctrl 0"
                aria-label=move || format!("Zoom to 100 %, now {} %", percent.get())
                on:click=move |_| viewport.to_full_size()
            >
                {move || format!("{} %", percent.get())}
            </button>
            <button class="button button--icon" data-tip="Zoom in \u{b7} Ctrl +" aria-label="Zoom in" on:click=move |_| viewport.zoom(1.25)>
                <Icon name="i-plus"/>
            </button>
            <button class="button button--icon" data-tip="Fit \u{b7} Shift 1" aria-label="Fit to screen" on:click=move |_| viewport.fit()>
                <Icon name="i-fit"/>
            </button>
        </div>
    }
}
