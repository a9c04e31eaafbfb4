//! Tables of figures: the first column says what a row is, the others are numbers.

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

/// A table of figures; its children are the rows.
#[component]
pub(super) fn FiguresTable(
    /// What it is, for who does not see it.
    caption: &'static str,
    /// The heads of its columns.
    columns: &'static [&'static str],
    children: Children,
) -> impl IntoView {
    // The months beside the typical one leave the table where there is no room for them.
    let side = |title: &str| matches!(title, "Idle" | "Ceiling").then_some("side-figure");
    let head = columns
        .iter()
        .map(|title| view! { <th scope="col" class=side(title)>{*title}</th> }.into_any())
        .collect_view();
    view! {
        <FiguresPlace label=caption.to_owned()>
            <table class="bill figures">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </FiguresPlace>
    }
}

/// A part of a side, with its heading.
#[component]
pub(super) fn LedgerPart(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="ledger-part">
            <h3>{title}</h3>
            {children()}
        </section>
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
