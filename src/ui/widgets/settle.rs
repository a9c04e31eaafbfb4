//! Signals that are told of changes alone.

use leptos::prelude::*;

/// Gives a signal its value, and tells whoever follows it only if that is another.
pub fn settle<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: &T) {
    if signal.with_untracked(|before| before != now) {
        signal.set(now.clone());
    }
}
