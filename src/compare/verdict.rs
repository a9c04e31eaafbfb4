//! The closed list of what a change does, from harmless to worst.

use serde::{Deserialize, Serialize};

use crate::design::Word;

/// What applying a change does to a cluster that runs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// No call to AWS: our figures, texts, Terraform's own state.
    None,
    /// Done at once while it runs, additions too.
    Live,
    /// AWS keeps it for the next maintenance window.
    Window,
    /// Stored at once, counts only after somebody reboots the instances.
    Reboot,
    /// Something beside the instances is removed or made anew.
    Resource,
    /// A reader, or a secondary's node, is removed or made anew; the data stays.
    Instance,
    /// The writer is interrupted during the apply; the data stays.
    Outage,
    /// AWS or the provider says no until something else was done first.
    Refused,
    /// The primary cluster is destroyed and a new, empty one takes its place.
    DataLoss,
}

impl Word for Verdict {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("none", Self::None),
        ("live", Self::Live),
        ("window", Self::Window),
        ("reboot", Self::Reboot),
        ("resource", Self::Resource),
        ("instance", Self::Instance),
        ("outage", Self::Outage),
        ("refused", Self::Refused),
        ("data_loss", Self::DataLoss),
    ];
}

impl Verdict {
    /// A few words for people: `waits for the maintenance window`.
    pub const fn title(self) -> &'static str {
        match self {
            Self::None => "changes nothing in AWS",
            Self::Live => "at once, while it runs",
            Self::Window => "waits for the maintenance window",
            Self::Reboot => "counts after a reboot",
            Self::Resource => "removes or remakes something beside the instances",
            Self::Instance => "removes or remakes a reader",
            Self::Outage => "interrupts the writer",
            Self::Refused => "is refused until something else is done",
            Self::DataLoss => "replaces the cluster with an empty one",
        }
    }
}

/// What one change does, and where that is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// What it does.
    pub(super) verdict: Verdict,
    /// A sentence for who reviews it.
    pub(super) why: String,
    /// The page, issue or trial that says so.
    pub(super) source: &'static str,
    /// Whether there is no way back.
    pub(super) is_final: bool,
}

impl Row {
    /// A row.
    pub(super) fn new(verdict: Verdict, why: impl Into<String>, source: &'static str) -> Self {
        Self { verdict, why: why.into(), source, is_final: verdict == Verdict::DataLoss }
    }

    /// With a further sentence.
    pub(super) fn and(mut self, more: &str) -> Self {
        self.why.push_str(more);
        self
    }

    /// Something that can't be undone.
    pub(super) fn forever(self) -> Self {
        Self { is_final: true, ..self }
    }

    /// The same where a condition holds that makes it final.
    pub(super) fn forever_if(self, condition: bool) -> Self {
        if condition { self.forever() } else { self }
    }
}
