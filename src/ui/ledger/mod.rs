//! The bill: the bar that is always there, and the panel with its lines, charts, alternatives, Regions and budget.
//!
//! One side of the bill is in front; what the others show is computed once they are. Words and figures come from
//! [`crate::editor::ledger`] and [`crate::formats::bill::page`].

mod alternatives;
mod bar;
mod budget;
mod charts;
mod details;
mod drawing;
mod files;
mod lines;
mod lower;
mod price;
mod regions;
mod seed;
mod table;

pub use bar::CostBar;
pub use files::BillFiles;
pub use lines::BillLines;

use leptos::prelude::*;

use crate::editor::ledger::Sheet;
use crate::facts::prices::age_notice;
use crate::ui::browser;
use crate::ui::state::use_state;
use crate::ui::widgets::{Icon, Tab, TabList};

use alternatives::Alternatives;
use budget::Budget;
use charts::Charts;
use regions::Regions;

const SHEET_KEY: &str = "aurora-designer.sheet";
/// Id of the place that the sides share.
const PLACE: &str = "ledger-sheet";

/// The bill, one side at a time; this browser remembers which.
#[component]
pub fn Ledger() -> impl IntoView {
    let front = RwSignal::new(Sheet::named(&browser::remembered(SHEET_KEY).unwrap_or_default()));
    let shown = Memo::new(move |_| front.get());
    let state = use_state();
    let age = age_notice(state.today);
    view! {
        <div class="ledger" data-sheet=move || shown.get().name()>
            <div class="sheet-head">
                <SheetTabs front/>
                <button
                    type="button"
                    class="button button--quiet button--icon button--small push"
                    title="Copy the bill as Markdown"
                    aria-label="Copy the bill as Markdown"
                    on:click=move |_| state.copy_bill()
                >
                    <Icon name="i-copy"/>
                </button>
            </div>
            {age.map(|notice| view! { <p class="age">{notice}</p> })}
            <div class="sheet-body" role="tabpanel" id=PLACE aria-label=move || shown.get().name()>
                {move || match shown.get() {
                    Sheet::Lines => view! { <BillLines/> }.into_any(),
                    Sheet::Charts => view! { <Charts/> }.into_any(),
                    Sheet::Alternatives => view! { <Alternatives/> }.into_any(),
                    Sheet::Regions => view! { <Regions/> }.into_any(),
                    Sheet::Budget => view! { <Budget/> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// The tabs of the sides; arrow keys go from one to the next.
#[component]
fn SheetTabs(front: RwSignal<Sheet>) -> impl IntoView {
    let tab = move |sheet: Sheet| {
        let choose = move || {
            front.set(sheet);
            browser::remember(SHEET_KEY, sheet.name());
        };
        let selected = Signal::derive(move || front.get() == sheet);
        view! { <Tab class="sheet" selected controls=PLACE choose>{sheet.name()}</Tab> }
    };
    view! { <TabList class="sheets" label="The bill">{Sheet::ALL.map(tab).collect_view()}</TabList> }
}
