//! What is selected, and the menu on a part.

use leptos::prelude::*;

use crate::design::Part;
use crate::editor::selection::Selection;

use super::State;

/// Where a menu was asked for, and on what.
#[derive(Clone, PartialEq, Debug)]
pub struct Spot {
    /// The part.
    pub part: Part,
    /// Key of its card; empty where it was asked for elsewhere.
    pub key: String,
    /// Where in the window, in CSS pixels.
    pub at: (f64, f64),
}

/// What belongs to the selection.
#[derive(Clone, Copy)]
pub struct Picks {
    /// The instances that were picked with the selected one. Those of an earlier selection mean nothing.
    pub(super) picked: RwSignal<Vec<Part>>,
    /// The menu that is open.
    pub menu: RwSignal<Option<Spot>>,
}

impl Picks {
    pub(super) fn new() -> Self {
        Self { picked: RwSignal::new(Vec::new()), menu: RwSignal::new(None) }
    }

    /// Forgets what was picked.
    pub(super) fn clear(self) {
        if self.picked.with_untracked(|picked| !picked.is_empty()) {
            self.picked.set(Vec::new());
        }
    }
}

impl State {
    /// What is selected, tracked.
    pub fn chosen(self) -> Selection {
        Selection::new(self.selected.get(), self.picks.picked.get())
    }

    /// Selects that and nothing else.
    pub fn pick(self, selection: &Selection) {
        if self.picks.picked.with_untracked(|picked| picked.as_slice() != selection.picked()) {
            self.picks.picked.set(selection.picked().to_vec());
        }
        self.selected.set(selection.now());
    }

    /// A click on a part: selects it alone, or with `more` one instance more or less.
    pub fn choose(self, part: Part, more: bool) {
        let next = if more { untrack(|| self.chosen()).toggled(part) } else { Selection::one(part) };
        self.pick(&next);
    }

    /// Opens the menu on a part, which is selected by that unless it is one of several that are.
    pub fn open_menu(self, part: Part, key: String, at: (f64, f64)) {
        self.pick(&untrack(|| self.chosen()).about(part));
        self.picks.menu.set(Some(Spot { part, key, at }));
    }
}
