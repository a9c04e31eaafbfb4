//! Tables that the page makes itself: the place of one, and its rows through every edit.

use leptos::prelude::*;

/// A place for a table that scrolls by itself where it is narrower than its figures; the keyboard can get hold of it.
#[component]
pub(super) fn FiguresPlace(
    /// What the table is, for who does not see it.
    #[prop(into)]
    label: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="figures-place" role="region" aria-label=label tabindex="0">
            {children()}
        </div>
    }
}

/// The row of a list that a row of the table shows, followed through every edit, so that the table keeps its elements and
/// the keyboard its place. One that is about to go shows what it last was.
pub(super) fn followed<T>(
    rows: Memo<Vec<T>>,
    first: T,
    is_it: impl Fn(&T) -> bool + Send + Sync + 'static,
) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |before: Option<&T>| {
        let now = rows.with(|rows| rows.iter().find(|row| is_it(row)).cloned());
        now.unwrap_or_else(|| before.unwrap_or(&first).clone())
    })
}
