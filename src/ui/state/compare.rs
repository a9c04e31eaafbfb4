//! What the design is compared with.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::compare::Sheet;
use crate::editor::jobs::{Answer, Job};

use super::{Made, State};

/// A design to compare with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Base {
    /// Where it comes from, inside a sentence: `the base set here`, `orders.yaml`.
    pub name: String,
    /// The design.
    pub design: Design,
}

/// The base and what differs from it.
#[derive(Clone, Copy)]
pub struct Compare {
    /// The base that somebody chose; without one it is the design as it was opened or last shared.
    pub base: RwSignal<Option<Base>>,
    /// What differs from it, as far as the worker has said, while somebody looks or a base is chosen.
    pub made: RwSignal<Made>,
}

impl Compare {
    pub(super) fn new() -> Self {
        Self { base: RwSignal::new(None), made: RwSignal::new(Made::Coming) }
    }

    /// Whether the design has a base that somebody chose; tracked.
    pub fn has_base(self) -> bool {
        self.base.with(Option::is_some)
    }

    /// Whether it has, in answer to a click.
    pub fn has_base_untracked(self) -> bool {
        self.base.with_untracked(Option::is_some)
    }

    /// Since when the page counts changes; tracked.
    pub fn since(self) -> &'static str {
        if self.has_base() { "since the base" } else { "since opened" }
    }

    /// Reads what differs; nothing while the worker has not said; tracked.
    pub fn read<T>(self, read: impl FnOnce(&Sheet) -> T) -> Option<T> {
        self.made.with(|made| match made {
            Made::Here(Answer::Compared(sheet)) => Some(read(sheet)),
            Made::Here(_) | Made::Coming | Made::Lost(_) => None,
        })
    }
}

impl State {
    /// Compares with another design from here on: a file, a link, a step, another design of the shelf. The bill and the
    /// fields count from it too.
    pub fn compare_with(self, name: impl Into<String>, design: Design) {
        self.opened.set(design.clone());
        self.compare.base.set(Some(Base { name: name.into(), design }));
    }

    /// Lets the base go: changes count from the design as it is now, as after a link to it was copied.
    pub fn forget_base(self) {
        self.opened.set(self.peek(Clone::clone));
        self.compare.base.set(None);
    }

    /// Has the worker say what differs, for as long as the calling part of the page is there.
    pub fn follow_base(self) {
        let compare = self.compare;
        // What was said of another base is over.
        compare.made.set(Made::Coming);
        self.worker.follow_into(compare.made, move || {
            let base = compare.base.with(|base| base.as_ref().map(|base| base.design.clone()));
            let base = base.unwrap_or_else(|| self.opened.get());
            // The drawings are in the page's colors.
            Job::Compare(Box::new(base), Box::new(self.get()), self.today, self.theme.is_dark())
        });
    }
}
