//! What one line of the bill rests on: its assumptions, and where its price comes from.

use leptos::prelude::*;

use crate::editor::jobs::{Answer, Job};
use crate::editor::ledger::RestsOn;
use crate::estimate::{Line, LineKey};
use crate::ui::state::use_state;
use crate::ui::widgets::{Disclosure, live};

use super::answered::answered;

/// The details of a line, computed while they are unfolded.
#[component]
pub(super) fn LineDetails(
    /// The line.
    key: LineKey,
    /// The same as it stands in the bill.
    line: Memo<Option<Line>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let item = move || line.get().map(|line| format!(" of {}", line.item()));
    let summary = move || view! { "Details" <span class="visually-hidden">{live(item)}</span> }.into_any();
    view! {
        <Disclosure class="bill-why" open summary>
            <Ground key/>
        </Disclosure>
    }
}

#[component]
fn Ground(key: LineKey) -> impl IntoView {
    let state = use_state();
    let job = move || Job::RestsOn(Box::new(state.get()), state.today, key);
    let drawn = answered(state, job, |answer| match answer {
        Answer::RestsOn(ground) => Some(ground_of(ground)),
        _ => None,
    });
    view! { <div class="rests-on">{drawn}</div> }
}

fn ground_of(it: &RestsOn) -> AnyView {
    let assumed = it.assumed.iter().map(assumption).collect_view();
    let sources =
        it.sources.iter().map(|source| view! { <li>{source.clone()}</li> }.into_any()).collect_view();
    view! {
        {list(assumed)}
        <p>{it.price.clone()}</p>
        {list(sources)}
    }
    .into_any()
}

fn list(items: Vec<AnyView>) -> Option<AnyView> {
    (!items.is_empty()).then(|| view! { <ul>{items}</ul> }.into_any())
}

fn assumption((given, text): &(bool, String)) -> AnyView {
    let mark = if *given { "given" } else { "default" };
    view! {
        <li>
            <span class="chip" data-mark=mark>{mark}</span>
            " "
            {text.clone()}
        </li>
    }
    .into_any()
}
