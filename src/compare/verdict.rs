//! What a change does to what runs, as one word of a closed list.

use serde::{Deserialize, Serialize};

use crate::design::Word;

/// What Terraform and AWS do with one change, from harmless to worst: the order is that of [`Ord`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// No call to AWS: our figures, texts, Terraform's own state.
    None,
    /// Done at once while the cluster runs.
    Live,
    /// AWS keeps it for the next maintenance window.
    Window,
    /// Stored at once, counts only after somebody reboots the instances.
    Reboot,
    /// Something beside the instances is removed or made anew; what uses it breaks.
    Resource,
    /// A reader is removed or made anew; the data stays.
    Instance,
    /// The writer is interrupted during the apply; the data stays.
    Outage,
    /// AWS or the provider refuses it until something else was done; what came earlier in the apply stays done.
    Refused,
    /// The primary cluster is destroyed, and a new and empty one takes its place.
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
    /// In a few words, for people.
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "nothing in AWS",
            Self::Live => "in place, at once",
            Self::Window => "at the next maintenance window",
            Self::Reboot => "after a reboot",
            Self::Resource => "replaces or removes a part",
            Self::Instance => "replaces or removes an instance",
            Self::Outage => "interrupts the writer",
            Self::Refused => "refused as it is",
            Self::DataLoss => "replaces the cluster: data loss",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_go_from_harmless_to_worst() {
        assert!(Verdict::WORDS.is_sorted_by_key(|(_, verdict)| *verdict));
        assert!(Verdict::Refused < Verdict::DataLoss && Verdict::Window < Verdict::Reboot);
    }
}
