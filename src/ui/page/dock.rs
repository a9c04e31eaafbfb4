//! The dock below the drawing: problems, cost, pausing.

use leptos::prelude::*;

use crate::ui::inspector::Pausing;
use crate::ui::ledger::Ledger;
use crate::ui::problems::{AllRulesButton, CopyButton, Counts, FixAllButton, Grouping, Problems};
use crate::ui::state::{self, use_state};
use crate::ui::widgets::{AfterPaint, FoldButton, ShowIf, Tab, TabList, live};

/// Id of the place that its panels share.
const PANEL: &str = "dock-panel";

/// The dock.
#[component]
pub(super) fn Dock() -> impl IntoView {
    let frame = use_state().frame;
    let label = move || match frame.docked.get() {
        state::Tab::Cost => "Cost",
        state::Tab::Pausing => "Pausing",
        _ => "Problems",
    };
    let is = move |tab: state::Tab| Signal::derive(move || frame.docked.get() == tab);
    let bring = move |tab: state::Tab| move || frame.bring(tab);
    let arrow = Signal::derive(move || if frame.dock.get() { "i-down" } else { "i-up" });
    view! {
            <section class="dock" aria-label=label>
                <div class="tabs">
                    <TabList label="Dock">
                        <Tab selected=is(state::Tab::Problems) controls=PANEL choose=bring(state::Tab::Problems)>
                            <span>"Problems"</span>
                            <Counts/>
                        </Tab>
                        <Tab selected=is(state::Tab::Cost) controls=PANEL choose=bring(state::Tab::Cost)>
                            <span>"Cost"</span>
                        </Tab>
                        <Tab selected=is(state::Tab::Pausing) controls=PANEL choose=bring(state::Tab::Pausing)>
                            <span>"Pausing"</span>
                        </Tab>
                    </TabList>
                    <span class="push"></span>
                    <ShowIf when=move || frame.docked.get() == state::Tab::Problems>
                        <Grouping/>
    <CopyButton/>
                        <FixAllButton/>
                        <AllRulesButton/>
                        <span class="hint">"F8 next problem"</span>
                    </ShowIf>
                    <FoldButton open=frame.dock panel="dock" icon=arrow/>
                </div>
                <AfterPaint>
                    <ShowIf when=move || frame.dock.get()>
                        <div class="dock-body" role="tabpanel" id=PANEL aria-label=label tabindex="0">
                            <Docked/>
                        </div>
                    </ShowIf>
                </AfterPaint>
            </section>
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
        _ => view! { <Problems/> }.into_any(),
    })
}
