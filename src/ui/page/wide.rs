//! The page where there is room: outline, drawing and dock, settings, side by side.

use leptos::prelude::*;

use crate::ui::canvas::Canvas;
use crate::ui::ledger::CostBar;
use crate::ui::outline::Outline;
use crate::ui::state::{Side, use_state};
use crate::ui::widgets::Piece;

use super::dock::Dock;
use super::edges::Edges;
use super::notices::{Notices, Toasts};
use super::paper::Paper;
use super::side::SidePanel;
use super::toolbar::Toolbar;

/// The page in its wide form.
#[component]
pub(super) fn Wide() -> impl IntoView {
    let frame = use_state().frame;
    let side = move || if frame.side.get() == Side::Settings { "settings" } else { "code" };
    view! {
        <div
            class="app"
            data-outline=move || folded(frame.outline.get())
            data-inspector=move || folded(frame.inspector.get())
            data-side=side
            data-dock=move || if frame.tall.get() && frame.dock.get() { "tall" } else { folded(frame.dock.get()) }
        >
            <Toolbar/>
            <Piece>
                <Outline/>
            </Piece>
            <div class="middle">
                <main class="stage" id="diagram" tabindex="-1" aria-label="Diagram">
                    <Piece first=true>
                        <Canvas on_paper=|| view! { <Paper/> }.into_any()/>
                    </Piece>
                </main>
                <Notices/>
                <Dock/>
                <Piece>
                    <Toasts/>
                </Piece>
            </div>
            <SidePanel/>
            <Piece>
                <Edges/>
            </Piece>
            <Piece>
                <CostBar/>
            </Piece>
        </div>
    }
}

const fn folded(open: bool) -> &'static str {
    if open { "open" } else { "folded" }
}
