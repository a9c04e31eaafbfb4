//! What stands under the drawing on paper: the bill, the findings, the day, and the link that opens the design again.

use leptos::prelude::*;

use crate::design::Word as _;
use crate::formats::bill::page::{day_words, prices_words};
use crate::ui::browser;
use crate::ui::ledger::BillLines;
use crate::ui::signs::severity_title;
use crate::ui::state::use_state;

/// The page that is printed, below its drawing; as the design is at that moment.
#[component]
pub(super) fn Paper() -> impl IntoView {
    let state = use_state();
    let findings = state.findings.get_untracked();
    let none = findings.is_empty();
    let rows = findings.into_iter().map(|it| {
        view! {
            <li>
                <strong data-severity=it.severity.word()>{severity_title(it.severity)}</strong>
                " "
                {it.rule.title}
                ". "
                {it.message}
                " "
                <code>{it.rule.id}</code>
            </li>
        }
        .into_any()
    });
    let prices = state.bill.with_untracked(|bill| prices_words(bill, state.today));
    let link = state.link.get_untracked().map(|fragment| browser::link_with(&fragment));
    view! {
        <BillLines/>
        <h2>"Findings"</h2>
        <ul class="paper-findings">{rows.collect_view()}</ul>
        {none.then(|| view! { <p>"No problems."</p> }.into_any())}
        <p class="paper-foot">
            {format!("Printed on {}. {prices}.", day_words(state.today))}
            <br/>
            {link.unwrap_or_else(|why| why)}
        </p>
    }
}
