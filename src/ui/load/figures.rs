//! What came of a load, each figure with what may be promised of it, and what must be said beside them.

use leptos::prelude::*;

use crate::editor::load::Figure;
use crate::ui::state::use_state;
use crate::ui::widgets::Sentences;

use super::sheet::shown;

/// The figures and the notes.
#[component]
pub(super) fn Figures(
    /// Opens what they rest on.
    open: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let state = use_state();
    let figures = shown(state, |sheet| sheet.figures.clone());
    let notes = shown(state, |sheet| sheet.notes.clone());
    view! {
        <dl class="load-figures">
            {move || figures.with(|all| all.iter().map(figure).collect_view())}
        </dl>
        <section class="load-notes" aria-label="What must be said">
            <Sentences lines=notes/>
            <button type="button" class="link" on:click=move |_| open()>
                "The constants behind these figures, each with its source"
            </button>
        </section>
    }
}

fn figure(it: &Figure) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>{it.name.clone()}</dt>
            <dd>
                <strong>{it.value.clone()}</strong>
                <small>{it.words.clone()}</small>
            </dd>
        </div>
    }
}
