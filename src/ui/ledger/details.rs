//! What one line of the bill rests on: its assumptions, and where its price comes from.

use leptos::prelude::*;

use crate::editor::ledger::Subject;
use crate::estimate::{Line, LineKey};
use crate::ui::widgets::{Disclosure, live};

use super::page::page;

/// The details of a line, computed while they are unfolded.
#[component]
pub(super) fn LineDetails(
    /// The line.
    key: LineKey,
    /// The same as it stands in the bill.
    line: Memo<Option<Line>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let item = move || line.get().map(|line| format!(" of {}", line.item()));
    let summary = move || view! { "Details" <span class="visually-hidden">{live(item)}</span> }.into_any();
    view! {
        <Disclosure class="bill-why" open summary>
            <div class="rests-on">{page(Subject::RestsOn(key))}</div>
        </Disclosure>
    }
}
