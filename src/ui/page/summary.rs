//! What the design is, in a sentence, and how it stands: the head of the narrow page.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::plain::engine;
use crate::editor::problems::tally;
use crate::estimate::pause;
use crate::formats::bill::page::since;
use crate::ui::signs::{SeverityMark, counted};
use crate::ui::state::use_state;
use crate::ui::widgets::live;

/// The summary.
#[component]
pub(super) fn Summary() -> impl IntoView {
    let state = use_state();
    let facts = state.memo(sentence);
    let tallied = Memo::new(move |_| state.listed.with(|all| tally(all)));
    let found = move || {
        let of_severity = |(severity, count)| {
            view! {
                <li>
                    <SeverityMark severity/>
                    {counted(count, severity)}
                </li>
            }
            .into_any()
        };
        tallied.get().into_iter().map(of_severity).collect_view()
    };
    let change = Memo::new(move |_| state.bill.with(|now| state.opened_bill.with(|then| since(now, then))));
    let changed = move || {
        change.get().map(|change| {
            view! { <li><strong>{change}</strong>" " {move || state.compare.since()}</li> }.into_any()
        })
    };
    view! {
        <section class="summary" aria-label="Summary">
            <p class="facts">{facts}</p>
            <ul class="counts">{live(found)}{live(changed)}</ul>
        </section>
    }
}

fn sentence(design: &Design) -> String {
    let zones = design.zones_in_use().len();
    let cluster = &design.cluster;
    let sleeps = if pause(design, 0).pauses() { "Pauses when idle." } else { "Never pauses." };
    format!(
        "{} in {}, {} to {} ACU, {zones} {}. {sleeps}",
        engine(design),
        design.region.code,
        cluster.min_capacity,
        cluster.max_capacity,
        if zones == 1 { "zone" } else { "zones" },
    )
}
