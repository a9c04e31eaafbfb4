//! What is told: notices that stay until they are dismissed, and one toast at a time with Undo.

use leptos::prelude::*;

use super::erase::{Show, effect, view};
use super::glyphs::{Icon, SeverityMark};
use super::{browser, use_state};
use crate::rules::Severity;

/// What could not be read of a link or a file.
#[component]
pub fn Notices() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="notices" role="alert">
            <Show when=move || state.notices.with(|all| !all.is_empty())>
                <div class="notice">
                    <SeverityMark severity=Severity::Warning />
                    <ul>
                        {move || state.notices.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
                    </ul>
                    <button
                        type="button"
                        class="button button--quiet button--icon"
                        aria-label="Dismiss"
                        on:click=move |_| state.notices.set(Vec::new())
                    >
                        <Icon name="i-close" />
                    </button>
                </div>
            </Show>
        </div>
    }
}

/// The toast; stays eight seconds, longer while somebody is at it.
#[component]
pub fn Toasts() -> impl IntoView {
    let state = use_state();
    let held = RwSignal::new(false);
    let later = browser::Later::default();
    effect(move || {
        let shown = state.toast.with(Option::is_some);
        if shown && !held.get() {
            later.run(8000, move || {
                if !held.get_untracked() {
                    state.toast.set(None);
                }
            });
        }
    });
    let undo = move |_| {
        state.undo();
        held.set(false);
        state.toast.set(None);
    };
    view! {
        <div
            class="toasts"
            role="status"
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            {move || {
                state.toast.get()
                    .map(|toast| {
                        view! {
                            <div class="toast">
                                <p>{toast.text}</p>
                                {toast.undo.then(|| view! { <button type="button" class="button button--quiet" on:click=undo>"Undo"</button> })}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
