//! What the pieces of the panel read off the latest sheet.

use leptos::prelude::*;

use crate::editor::load::Sheet;
use crate::ui::state::State;

/// Something read off the latest sheet.
pub(super) fn shown<T: Default + PartialEq + Send + Sync + 'static>(
    state: State,
    read: impl Fn(&Sheet) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |_| {
        state
            .load
            .sheet
            .with(|sheet| sheet.as_ref().and_then(|it| it.as_ref().ok()).map(&read).unwrap_or_default())
    })
}
