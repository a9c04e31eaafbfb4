//! Memos and effects with one compiled body each, however many closures use them: they keep the app small.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

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
    let make: Box<dyn Make> = Box::new(Reads { read, of: PhantomData });
    Memo { held: held(make), of: PhantomData }
}

/// What makes a memo's next value of the one before. A trait of its own, because the table of a boxed `Fn` also holds
/// the two other ways to call it, with a body each.
trait Make: Send + Sync {
    fn make(&self, before: Option<&Held>) -> Held;
}

struct Reads<T, F> {
    read: F,
    of: PhantomData<fn() -> T>,
}

impl<T: PartialEq + Send + Sync + 'static, F: Fn(Option<&T>) -> T + Send + Sync> Make for Reads<T, F> {
    fn make(&self, before: Option<&Held>) -> Held {
        Held { value: Arc::new((self.read)(before.map(value))), same: same::<T> }
    }
}

fn held(make: Box<dyn Make>) -> leptos::prelude::Memo<Held> {
    leptos::prelude::Memo::new(move |before: Option<&Held>| make.make(before))
}

/// Runs now and whenever what it read changes.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

fn effect_of(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}
