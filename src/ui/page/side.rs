//! The place at the right: the settings of what is selected, the files, the commands that deploy them.

use leptos::prelude::*;

use crate::editor::product::Listed;
use crate::ui::code::{Code, Deploy, Spec};
use crate::ui::inspector::Inspector;
use crate::ui::state::{Side, use_state};
use crate::ui::widgets::{FoldButton, Piece, ShowIf, Tab, TabList, live};

/// Id of the place that its panels share.
const PANEL: &str = "side-panel";

const TABS: [Side; 4] = [Side::Settings, Side::Terraform, Side::Yaml, Side::Deploy];

const fn name(side: Side) -> &'static str {
    match side {
        Side::Settings => "Settings",
        Side::Terraform => "Terraform",
        Side::Yaml => "YAML",
        Side::Deploy => "Deploy",
    }
}

/// The place at the right.
#[component]
pub(super) fn SidePanel() -> impl IntoView {
    let frame = use_state().frame;
    let label = move || name(frame.side.get());
    view! {
        <aside class="inspector" aria-label=label>
            <Piece>
                <h2 class="visually-hidden">{live(label)}</h2>
                <Head/>
            </Piece>
            <Piece>
                <ShowIf when=move || frame.inspector.get()>
                    <div class="side-body" role="tabpanel" id=PANEL aria-label=label>
                        <InFront/>
                    </div>
                </ShowIf>
            </Piece>
        </aside>
    }
}

/// Its tabs.
#[component]
fn Head() -> impl IntoView {
    let frame = use_state().frame;
    let tab = move |side: Side| {
        let choose = move || {
            frame.side.set(side);
            frame.inspector.set(true);
        };
        let selected = Signal::derive(move || frame.side.get() == side);
        view! {
            <Tab selected controls=PANEL choose>
                {name(side)}
            </Tab>
        }
        .into_any()
    };
    view! {
        <div class="tabs">
            <ShowIf when=move || frame.inspector.get()>
                <TabList label="Settings and code">{TABS.map(tab).collect_view()}</TabList>
                <span class="push"></span>
            </ShowIf>
            <FoldButton open=frame.inspector panel="settings" icon="i-fold"/>
        </div>
    }
}

/// The panel in front.
#[component]
fn InFront() -> impl IntoView {
    let frame = use_state().frame;
    let shown = Memo::new(move |_| frame.side.get());
    live(move || match shown.get() {
        Side::Settings => view! { <Inspector/> }.into_any(),
        Side::Terraform => view! { <Code file=Listed::Terraform/> }.into_any(),
        Side::Yaml => view! { <Spec/> }.into_any(),
        Side::Deploy => view! { <Deploy/> }.into_any(),
    })
}
