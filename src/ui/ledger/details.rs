//! What one line of the bill rests on: its assumptions, and where its price comes from.

use leptos::prelude::*;

use crate::editor::ledger::rests_on;
use crate::estimate::{Assumption, Line};
use crate::ui::state::use_state;
use crate::ui::widgets::{Disclosure, live};

/// The details of a line, computed while they are unfolded.
#[component]
pub(super) fn LineDetails(line: Memo<Option<Line>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let item = move || line.get().map(|line| format!(" of {}", line.item()));
    let summary = move || view! { "Details" <span class="visually-hidden">{live(item)}</span> };
    view! {
        <Disclosure class="bill-why" open summary>
            <Ground line/>
        </Disclosure>
    }
}

#[component]
fn Ground(line: Memo<Option<Line>>) -> impl IntoView {
    let state = use_state();
    let ground = Memo::new(move |_| {
        let line = line.get()?;
        Some(state.with(|design| rests_on(design, &line)))
    });
    let drawn = move || {
        let ground = ground.get()?;
        let assumed = (!ground.assumed.is_empty())
            .then(|| view! { <ul>{ground.assumed.into_iter().map(assumption).collect_view()}</ul> });
        let sources = (!ground.sources.is_empty()).then(|| {
            let sources = ground.sources.into_iter().map(|source| view! { <li>{source}</li> });
            view! { <ul>{sources.collect_view()}</ul> }
        });
        Some(view! {
            {assumed}
            <p>{ground.price}</p>
            {sources}
        })
    };
    view! { <div class="rests-on">{live(drawn)}</div> }
}

fn assumption(it: Assumption) -> impl IntoView {
    let mark = if it.given { "given" } else { "default" };
    view! {
        <li>
            <span class="chip" data-mark=mark>{mark}</span>
            " "
            {it.text}
        </li>
    }
}
