//! What is told: notices that stay until they are dismissed, and one toast at a time with Undo.

use leptos::prelude::*;

use crate::rules::Severity;
use crate::ui::signs::SeverityMark;
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, ShowIf, ToastPlace, live};

/// What could not be read of a link or a file.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let state = use_state();
    let items = move || state.notices.get().into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <div class="notices" role="alert">
            <ShowIf when=move || state.notices.with(|all| !all.is_empty())>
                <div class="notice">
                    <SeverityMark severity=Severity::Warning/>
                    <ul>{live(items)}</ul>
                    <button
                        type="button"
                        class="button button--quiet button--icon"
                        aria-label="Dismiss"
                        on:click=move |_| state.notices.set(Vec::new())
                    >
                        <Icon name="i-close"/>
                    </button>
                </div>
            </ShowIf>
        </div>
    }
}

/// The toast.
#[component]
pub(super) fn Toasts() -> impl IntoView {
    let state = use_state();
    let text = Signal::derive(move || state.toast.with(|toast| toast.as_ref().map(|it| it.text.clone())));
    let undoes = move || state.toast.with(|toast| toast.as_ref().is_some_and(|it| it.undo));
    let undo = move |_| {
        state.undo();
        state.toast.set(None);
    };
    view! {
        <ToastPlace text on_end=move |()| state.toast.set(None)>
            <ShowIf when=undoes>
                <button type="button" class="button button--quiet" on:click=undo>
                    "Undo"
                </button>
            </ShowIf>
        </ToastPlace>
    }
}
