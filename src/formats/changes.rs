//! What differs between two designs, setting by setting: the before and after of a fix.

use crate::design::{Design, Field, Positions};

/// One setting that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Its place in the spec.
    pub path: String,
    /// The effective text before, `None` where there was none.
    pub from: Option<String>,
    /// The effective text after, `None` where there is none.
    pub to: Option<String>,
}

/// Every setting whose effective value differs, in the spec's order.
pub fn changes(before: &Design, after: &Design, positions: &Positions) -> Vec<Change> {
    let text = |field: &Field, design: &Design| {
        let text = field.text(design);
        (!text.is_empty()).then_some(text)
    };
    Field::every_of(before, after)
        .into_iter()
        .filter_map(|field| {
            let (from, to) = (text(&field, before), text(&field, after));
            (from != to).then(|| Change { path: field.path(positions), from, to })
        })
        .collect()
}
