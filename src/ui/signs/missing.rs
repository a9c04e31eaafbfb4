//! What stands in place of something that the worker did not make.

use leptos::prelude::*;

use crate::editor::queue::{Failure, Lost};

/// What is missing and why, and the way to try again where that may help.
#[component]
pub fn Missing(
    /// What is missing: `This file was not written`.
    what: &'static str,
    /// Why.
    lost: Lost,
    /// Whether it is all that its panel shows.
    #[prop(optional)]
    alone: bool,
    /// Starts the worker again.
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let again = matches!(lost, Lost::NoWorker(Failure::NotLoaded)).then(|| {
        let class = if alone { "button" } else { "button button--small" };
        view! {
            <button type="button" class=class on:click=move |_| retry()>
                "Try again"
            </button>
        }
        .into_any()
    });
    view! {
        <p class=alone.then_some("empty") role="alert">
            <span>{format!("{what}: {}", lost.sentence())}</span>
            " "
            {again}
        </p>
    }
}
