//! The bill from every side: its lines, charts, alternatives, Regions and the budget.

mod alternatives;
mod budget;
mod charts;
mod details;
mod files;
mod regions;
mod seed;
mod table;

pub use details::details;
pub use files::exports;

use leptos::prelude::*;

use crate::facts::prices::age_notice;

use super::browser::{self, El, button, el, live};
use super::money::cost_table;
use super::state::use_state;

const SHEET_KEY: &str = "aurora-designer.sheet";

/// One side of the bill.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sheet {
    Lines,
    Charts,
    Alternatives,
    Regions,
    Budget,
}

impl Sheet {
    const ALL: [Self; 5] = [Self::Lines, Self::Charts, Self::Alternatives, Self::Regions, Self::Budget];

    const fn name(self) -> &'static str {
        match self {
            Self::Lines => "Lines",
            Self::Charts => "Charts",
            Self::Alternatives => "Alternatives",
            Self::Regions => "Regions",
            Self::Budget => "Budget",
        }
    }

    /// The one that was in front when this browser last showed the bill.
    fn remembered() -> Self {
        let name = browser::remembered(SHEET_KEY).unwrap_or_default();
        Self::ALL.into_iter().find(|sheet| sheet.name() == name).unwrap_or(Self::Lines)
    }

    fn show(self) -> El {
        match self {
            Self::Lines => cost_table(),
            Self::Charts => charts::charts(),
            Self::Alternatives => alternatives::alternatives(),
            Self::Regions => regions::regions(),
            Self::Budget => budget::budget(),
        }
    }
}

/// The bill, one side at a time.
pub fn bill() -> El {
    let front = RwSignal::new(Sheet::remembered());
    let tab = |sheet: Sheet| {
        let choose = move || {
            front.set(sheet);
            browser::remember(SHEET_KEY, sheet.name());
        };
        button("sheet")
            .set("role", "tab")
            .set("aria-controls", "ledger-sheet")
            .bind("aria-selected", move || (front.get() == sheet).to_string())
            .on("click", choose)
            .child(sheet.name())
    };
    let tabs = el("div")
        .set("class", "sheets")
        .set("role", "tablist")
        .set("aria-label", "The bill")
        .child(Sheet::ALL.map(tab).to_vec());
    let age = age_notice(use_state().today).map(|notice| el("p").set("class", "age").child(notice));
    let sheet = el("div")
        .set("class", "sheet-body")
        .set("role", "tabpanel")
        .set("id", "ledger-sheet")
        .bind("aria-label", move || front.get().name())
        .child(live(move || {
            let sheet = front.get();
            untrack(|| sheet.show())
        }));
    el("div")
        .set("class", "ledger")
        .bind("data-sheet", move || front.get().name())
        .child(tabs)
        .child(age)
        .child(sheet)
}

/// A heading and what stands below it.
fn section(title: &'static str, content: El) -> El {
    el("section").set("class", "ledger-part").child(el("h3").child(title)).child(content)
}

/// A sentence.
fn sentence(text: impl Into<String>) -> El {
    el("p").child(text.into())
}
