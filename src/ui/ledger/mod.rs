//! The bill: the bar that is always there, and the panel with its lines, charts, alternatives, Regions and budget.
//!
//! One side of the bill is in front; what the others show is computed once they are. Words and figures come from
//! [`crate::editor::ledger`] and [`crate::formats::bill::page`].

mod bar;
mod budget;
mod charts;
mod details;
mod drawing;
mod files;
mod lines;
mod page;
mod price;
mod table;

pub use bar::CostBar;
pub use files::BillFiles;
pub use lines::BillLines;

use leptos::prelude::*;

use crate::editor::ledger::{Sheet, Subject};
use crate::facts::prices::age_notice;
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, Tab, TabList};

use budget::Budget;
use charts::Charts;
use page::page;

/// Id of the place that the sides share.
const PLACE: &str = "ledger-sheet";

/// The bill, one side at a time; [`SheetTabs`] turn to the others.
#[component]
pub fn Ledger() -> impl IntoView {
    let state = use_state();
    let shown = Memo::new(move |_| state.frame.sheet.get());
    let age = age_notice(state.today);
    view! {
        <div class="ledger" data-sheet=move || shown.get().name()>
            {age.map(|notice| view! { <p class="age">{notice}</p> }.into_any())}
            <div class="sheet-body" role="tabpanel" id=PLACE aria-label=move || shown.get().name()>
                {move || match shown.get() {
                    Sheet::Lines => view! { <BillLines/> }.into_any(),
                    Sheet::Charts => view! { <Charts/> }.into_any(),
                    Sheet::Alternatives => view! { <Alternatives/> }.into_any(),
                    Sheet::Regions => page(Subject::Regions),
                    Sheet::Budget => view! { <Budget/> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// What else the same month could be paid for with. What lowers the bill takes longer to find, and comes when it does.
#[component]
fn Alternatives() -> impl IntoView {
    view! {
        <div class="ledger-parts">
            <section class="ledger-part">
                <h3>"Lower this bill"</h3>
                {page(Subject::Lower)}
            </section>
            {page(Subject::Alternatives)}
        </div>
    }
}

/// The button that copies the bill as Markdown.
#[component]
pub fn CopyBillButton() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            type="button"
            class="button button--quiet button--icon button--small"
            data-tip="Copy the bill as Markdown"
            aria-label="Copy the bill as Markdown"
            on:click=move |_| state.copy_bill()
        >
            <Icon name="i-copy"/>
        </button>
    }
}

/// The tabs of the sides; arrow keys go from one to the next.
#[component]
pub fn SheetTabs() -> impl IntoView {
    let frame = use_state().frame;
    let tab = move |sheet: Sheet| {
        let selected = Signal::derive(move || frame.sheet.get() == sheet);
        view! {
            <Tab class="sheet" selected controls=PLACE choose=move || frame.turn_to(sheet)>
                {sheet.name()}
            </Tab>
        }
    };
    view! { <TabList class="sheets" label="The bill">{Sheet::ALL.map(tab).collect_view()}</TabList> }
}
