//! The panel of the load: what is played, what comes of it, which range carries it, and what all of it rests on.
//!
//! Everything is computed and worded by the worker ([`crate::editor::load`]); here it is placed.

mod chart;
mod convert;
mod day;
mod figures;
mod head;
mod rests;
mod sheet;
mod size;
mod source;

use leptos::prelude::*;

use crate::ui::state::use_state;
use crate::ui::widgets::{Tab, TabList};

use chart::Chart;
use figures::Figures;
use rests::Rests;
use size::Size;
use source::Source;

/// Id of the place that the sides share.
const PLACE: &str = "load-side";

/// A side of the panel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Play,
    Size,
    Evidence,
    Accuracy,
}

impl Side {
    const ALL: [Self; 4] = [Self::Play, Self::Size, Self::Evidence, Self::Accuracy];

    const fn name(self) -> &'static str {
        match self {
            Self::Play => "Simulate",
            Self::Size => "Size",
            Self::Evidence => "Evidence",
            Self::Accuracy => "Accuracy",
        }
    }
}

/// The panel, one side at a time.
#[component]
pub fn LoadPanel() -> impl IntoView {
    use_state().follow_load();
    let front = RwSignal::new(Side::Play);
    let tab = move |side: Side| {
        let selected = Signal::derive(move || front.get() == side);
        view! {
            <Tab class="sheet" selected controls=PLACE choose=move || front.set(side)>
                {side.name()}
            </Tab>
        }
        .into_any()
    };
    let name = move || front.get().name();
    view! {
        <div class="load" data-side=name>
            <TabList class="sheets" label="The load">
                {Side::ALL.map(tab).collect_view()}
            </TabList>
            <div role="tabpanel" id=PLACE aria-label=name>
                {move || match front.get() {
                    Side::Play => view! { <Play open=move || front.set(Side::Evidence)/> }.into_any(),
                    Side::Size => view! { <Size/> }.into_any(),
                    Side::Evidence => view! { <Rests accuracy=false/> }.into_any(),
                    Side::Accuracy => view! { <Rests accuracy=true/> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// The load, its picture and its figures.
#[component]
fn Play(
    /// Opens what the figures rest on.
    open: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <div class="load-play">
            <Source/>
            <div class="load-shown">
                <Chart/>
                <Figures open=open/>
            </div>
        </div>
    }
}
