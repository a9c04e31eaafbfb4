//! Memos, lists and conditions with one compiled body each, however many closures use them: they keep the app small.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

type Row = (String, Box<dyn FnOnce() -> AnyView + Send>);

/// What a memo holds, and how two of its kind compare.
#[derive(Clone)]
struct Held {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, two: &dyn Any) -> bool {
    one.downcast_ref::<T>() == two.downcast_ref::<T>()
}

/// [`leptos::prelude::Memo`], compiled once for all types of values.
pub struct Memo<T> {
    held: leptos::prelude::Memo<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: 'static> Memo<T> {
    /// Reads the value, tracked.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(value(&tracked(self.held)))
    }

    /// Reads the value without following it.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(value(&untracked(self.held)))
    }

    /// The value, tracked.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, not followed.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        self.held.track();
    }
}

#[inline(never)]
fn tracked(held: leptos::prelude::Memo<Held>) -> Held {
    held.get()
}

#[inline(never)]
fn untracked(held: leptos::prelude::Memo<Held>) -> Held {
    held.get_untracked()
}

fn value<T: 'static>(held: &Held) -> &T {
    match held.value.downcast_ref() {
        Some(value) => value,
        // Never comes: a memo holds what it was made of.
        None => std::process::abort(),
    }
}

/// A memo of what a closure reads.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_after(move |_| read())
}

/// A memo of what a closure makes of the value before.
pub fn memo_after<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let read =
        move |before: Option<&Held>| Held { value: Arc::new(read(before.map(value))), same: same::<T> };
    Memo { held: held(Box::new(read)), of: PhantomData }
}

type ReadHeld = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

fn held(read: ReadHeld) -> leptos::prelude::Memo<Held> {
    leptos::prelude::Memo::new(move |before: Option<&Held>| read(before))
}

/// Runs now and whenever what it read changes.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

fn effect_of(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
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
