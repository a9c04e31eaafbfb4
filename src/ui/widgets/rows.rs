//! Lists whose rows stay where they are while what is around them comes and goes.

use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::sync::Arc;

use leptos::prelude::*;

/// What becomes a row: its key, hashed, and what draws it if it is not there yet.
type Row = (u64, Box<dyn FnOnce() -> AnyView + Send>);

/// Leptos' [`For`], with the types of its rows forgotten: `For` is compiled once for each list of a page, which took a
/// twelfth of the app's code, and what is below this once for all of them. Two rows of a list have two keys.
#[component]
pub fn ForRows<I, T, K, N>(
    /// What there is a row for.
    each: impl Fn() -> I + Send + 'static,
    /// What a row is known by when the list changes.
    key: impl Fn(&T) -> K + Send + 'static,
    /// Draws a row.
    children: impl Fn(T) -> N + Send + Sync + 'static,
) -> impl IntoView
where
    I: IntoIterator<Item = T>,
    T: Send + 'static,
    K: Hash,
    N: IntoView + 'static,
{
    let children = Arc::new(children);
    let row = move |item: T| -> Row {
        let mut hasher = DefaultHasher::new();
        key(&item).hash(&mut hasher);
        let children = Arc::clone(&children);
        (hasher.finish(), Box::new(move || children(item).into_any()))
    };
    keyed(Box::new(move || each().into_iter().map(&row).collect()))
}

fn keyed(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|(key, _)| *key children=|(_, draw)| draw()/> }.into_any()
}
