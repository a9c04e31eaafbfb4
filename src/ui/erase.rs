//! Memos, lists and conditions with one compiled body each, however many closures use them: they keep the app small.

use leptos::prelude::*;

type Row = (String, Box<dyn FnOnce() -> AnyView + Send>);

/// A memo; compiled once a type of value.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_of(Box::new(read))
}

fn memo_of<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| read())
}

/// Shows its children while the condition holds.
#[component]
pub fn Show<W>(
    /// The condition.
    when: W,
    /// What is shown.
    children: ChildrenFn,
    /// What is shown otherwise.
    #[prop(optional, into)]
    fallback: ViewFn,
) -> impl IntoView
where
    W: Fn() -> bool + Send + Sync + 'static,
{
    shown(memo(when), children, fallback)
}

fn shown(when: Memo<bool>, children: ChildrenFn, fallback: ViewFn) -> AnyView {
    (move || if when.get() { children() } else { fallback.run() }).into_any()
}

/// One row an item; a row stays as long as its key does.
#[component]
pub fn For<I, T, N>(
    /// The items.
    each: impl Fn() -> I + Send + 'static,
    /// What tells one from another.
    key: impl Fn(&T) -> String + Send + 'static,
    /// The row of an item.
    children: impl Fn(T) -> N + Clone + Send + 'static,
) -> impl IntoView
where
    I: IntoIterator<Item = T> + 'static,
    T: Send + 'static,
    N: IntoView + 'static,
{
    rows(Box::new(move || {
        let row = |item: T| -> Row {
            let children = children.clone();
            (key(&item), Box::new(move || children(item).into_any()))
        };
        each().into_iter().map(row).collect()
    }))
}

fn rows(each: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    leptos::control_flow::For(
        leptos::control_flow::ForProps::builder()
            .each(each)
            .key(|row: &Row| row.0.clone())
            .children(|row: Row| (row.1)())
            .build(),
    )
    .into_any()
}

/// [`leptos::view!`] of one type: `Option`s, lists and closures of views are compiled once and not once an element.
macro_rules! view {
    ($($tokens:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::view! { $($tokens)* }.into_inner())
    };
}

pub(super) use view;
