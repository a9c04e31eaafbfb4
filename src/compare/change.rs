//! One setting that differs, as the table looks at it.

use crate::design::Design;

/// The designs and what a setting says in each; empty where it says nothing.
pub(super) struct Change<'a> {
    /// The design that runs.
    pub(super) a: &'a Design,
    /// The design that is wanted.
    pub(super) b: &'a Design,
    /// The effective value that runs.
    pub(super) from: &'a str,
    /// The effective value that is wanted.
    pub(super) to: &'a str,
}

impl Change<'_> {
    /// Whether a switch goes on.
    pub(super) fn on(&self) -> bool {
        self.to == "true"
    }

    /// Whether both designs have a Global Database.
    pub(super) fn stays_global(&self) -> bool {
        self.a.global.is_some() && self.b.global.is_some()
    }

    /// Whether both designs have a proxy.
    pub(super) fn keeps_proxy(&self) -> bool {
        self.a.proxy.is_some() && self.b.proxy.is_some()
    }

    /// Numbers on both sides, where they are.
    pub(super) fn grows(&self) -> bool {
        let number = |text: &str| text.parse::<u64>().unwrap_or(0);
        number(self.to) > number(self.from)
    }
}
