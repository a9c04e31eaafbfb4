//! How much work the evaluation of an input may be: one count for all its folders and modules, so that what ends does so
//! soon, whatever it is that repeats.

use std::cell::Cell;

/// Steps of all evaluation; each takes some hundred nanoseconds.
pub(super) const STEPS: usize = 1_000_000;

/// Steps that were taken.
#[derive(Default)]
pub(super) struct Work(Cell<usize>);

impl Work {
    /// Takes steps; `false` where they are too many.
    pub(super) fn take(&self, steps: usize) -> bool {
        self.0.set(self.0.get().saturating_add(steps));
        self.0.get() <= STEPS
    }
}
