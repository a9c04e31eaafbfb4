//! The dock below the drawing: problems, cost, pausing, load, what differs from a base.

use leptos::prelude::*;

use crate::ui::compare::Compare;
use crate::ui::inspector::Pausing;
use crate::ui::ledger::{CopyBillButton, Ledger, SheetTabs};
use crate::ui::load::LoadPanel;
use crate::ui::problems::{AllRulesButton, CopyButton, Counts, FixAllButton, Grouping, Problems, Severities};
use crate::ui::state::{self, use_state};
use crate::ui::whatif::WhatIf;
use crate::ui::widgets::{FoldButton, Icon, Piece, ShowIf, Tab, TabList, live};

/// Id of the place that its panels share.
const PANEL: &str = "dock-panel";

const TABS: [state::Tab; 5] =
    [state::Tab::Problems, state::Tab::Cost, state::Tab::Pausing, state::Tab::Load, state::Tab::Compare];

const fn name(tab: state::Tab) -> &'static str {
    match tab {
        state::Tab::Cost => "Cost",
        state::Tab::Pausing => "Pausing",
        state::Tab::Load => "Load",
        state::Tab::Compare => "Compare",
        state::Tab::WhatIf => "What if",
        _ => "Problems",
    }
}

/// The dock.
#[component]
pub(super) fn Dock() -> impl IntoView {
    let frame = use_state().frame;
    let label = move || name(frame.docked.get());
    view! {
        <section class="dock" aria-label=label>
            <Piece>
                <Head/>
            </Piece>
            <Piece>
                <ShowIf when=move || frame.dock.get()>
                    <div class="dock-body" role="tabpanel" id=PANEL aria-label=label tabindex="0">
                        <Docked/>
                    </div>
                </ShowIf>
            </Piece>
        </section>
    }
}

/// Its tabs, and what can be done with the panel in front.
#[component]
fn Head() -> impl IntoView {
    let frame = use_state().frame;
    let tab = move |tab: state::Tab| {
        let selected = Signal::derive(move || frame.docked.get() == tab);
        view! {
            <Tab selected controls=PANEL choose=move || frame.bring(tab)>
                <span>{name(tab)}</span>
                {(tab == state::Tab::Problems).then(|| view! { <Counts/> }.into_any())}
            </Tab>
        }
        .into_any()
    };
    let arrow = Signal::derive(move || if frame.dock.get() { "i-down" } else { "i-up" });
    view! {
        <div class="tabs">
            <TabList label="Dock">
                {TABS.map(tab).collect_view()}
                // Only while it is asked: the way there is under the drawing.
                <ShowIf when=move || frame.docked.get() == state::Tab::WhatIf>
                    {tab(state::Tab::WhatIf)}
                </ShowIf>
            </TabList>
            <span class="push"></span>
            <ShowIf when=move || frame.docked.get() == state::Tab::Cost>
                <SheetTabs/>
                <CopyBillButton/>
            </ShowIf>
            <ShowIf when=move || frame.docked.get() == state::Tab::Problems>
                <Severities/>
                <Grouping/>
                <CopyButton/>
                <FixAllButton/>
                <AllRulesButton/>
                <span class="hint">"F8 next problem"</span>
            </ShowIf>
            <ShowIf when=move || frame.dock.get()>
                <Enlarge/>
            </ShowIf>
            <FoldButton open=frame.dock panel="dock" icon=arrow/>
        </div>
    }
}

/// The button that gives the dock all the height there is, and takes it back.
#[component]
fn Enlarge() -> impl IntoView {
    let tall = use_state().frame.tall;
    let name = move || if tall.get() { "Make the dock smaller" } else { "Make the dock taller" };
    view! {
        <button
            type="button"
            class="button button--quiet button--icon"
            data-tip=name
            aria-label=name
            aria-pressed=move || tall.get().to_string()
            on:click=move |_| tall.update(|tall| *tall = !*tall)
        >
            <Icon name="i-fit"/>
        </button>
    }
}

/// The panel in front.
#[component]
fn Docked() -> impl IntoView {
    let frame = use_state().frame;
    let shown = Memo::new(move |_| frame.docked.get());
    live(move || match shown.get() {
        state::Tab::Cost => view! { <Ledger/> }.into_any(),
        state::Tab::Pausing => view! { <Pausing/> }.into_any(),
        state::Tab::Load => view! { <LoadPanel/> }.into_any(),
        state::Tab::Compare => view! { <Compare/> }.into_any(),
        state::Tab::WhatIf => view! { <WhatIf/> }.into_any(),
        _ => view! { <Problems/> }.into_any(),
    })
}
