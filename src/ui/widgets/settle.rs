//! Signals that are told of changes alone.

use leptos::prelude::*;

/// Runs a moment later, and again whenever what it read is another. Leptos' [`Effect`] is compiled once for each closure, what
/// is below this once for all of them.
pub fn whenever(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}

/// Gives a signal its value, and tells whoever follows it only if that is another.
pub fn settle<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: &T) {
    if signal.with_untracked(|before| before != now) {
        signal.set(now.clone());
    }
}
