//! Designs that came out before: what is written of a design follows from the design alone, so it is looked at once.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// More are not kept, only looked at again.
const MOST: usize = 2_000_000;

thread_local! {
    /// Each reader runs in a thread of its own.
    static SEEN: RefCell<BTreeSet<u64>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether a design, as its `Debug` has it, comes out for the first time.
pub(crate) fn is_new(design: &str) -> bool {
    let mut hasher = DefaultHasher::new();
    design.hash(&mut hasher);
    let number = hasher.finish();
    SEEN.with_borrow_mut(|seen| if seen.len() < MOST { seen.insert(number) } else { !seen.contains(&number) })
}
