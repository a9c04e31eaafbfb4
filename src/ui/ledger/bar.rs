//! The bar at the foot of the page: the three months, how they changed, how old the prices are.

use leptos::prelude::*;

use crate::editor::shelf::Saving;
use crate::estimate::Month;
use crate::formats::bill::page::{lead, month_name, prices_words, since, unknown_words};
use crate::ui::state::{Tab, use_state};
use crate::ui::widgets::{ShowIf, live};

/// The bar at the foot of the page.
#[component]
pub fn CostBar() -> impl IntoView {
    let state = use_state();
    let lead = Memo::new(move |_| state.bill.with(|bill| lead(bill.total(Month::Typical))));
    let unknown = Memo::new(move |_| state.bill.with(unknown_words));
    let prices = Memo::new(move |_| state.bill.with(|bill| prices_words(bill, state.today)));
    let saving = state.shelf.saving;
    let kept = move || saving.with(Saving::words);
    view! {
        <footer class="cost" aria-label="Monthly cost">
            <span class="cost-lead">{lead}</span>
            <dl>{Month::ALL.map(|month| view! { <Figure month/> }.into_any()).collect_view()}</dl>
            <Since/>
            <ShowIf when=move || unknown.with(Option::is_some)>
                <button type="button" class="link" on:click=move |_| state.frame.bring(Tab::Cost)>
                    {unknown}
                </button>
            </ShowIf>
            <p class="cost-state push">
                <span>{prices}</span>
                " · "
                <span
                    class="kept"
                    data-kept=move || saving.with(|it| !matches!(it, Saving::Not(_))).to_string()
                    title=move || saving.with(Saving::sentence)
                >
                    {live(kept)}
                </span>
            </p>
        </footer>
    }
}

/// What a month costs.
#[component]
fn Figure(month: Month) -> impl IntoView {
    let state = use_state();
    let total = Memo::new(move |_| state.bill.with(|bill| bill.total(month).usd));
    view! {
        <div class=(month == Month::Typical).then_some("main-figure")>
            <dt>{month_name(month)}</dt>
            <dd>{move || total.get().to_string()}</dd>
        </div>
    }
}

/// How the typical month differs from that of the opened design; nothing where it does not.
#[component]
fn Since() -> impl IntoView {
    let state = use_state();
    let since = Memo::new(move |_| state.bill.with(|now| state.opened_bill.with(|then| since(now, then))));
    view! {
        <ShowIf when=move || since.with(Option::is_some)>
            <span class="delta">
                <span class="rule"></span>
                <strong>{move || since.get().map(|change| format!("{change} typical"))}</strong>
                {move || state.compare.since()}
            </span>
        </ShowIf>
    }
}
