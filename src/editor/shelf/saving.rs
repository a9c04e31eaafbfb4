//! What is told about saving, and what becomes of a design that two tabs edit.

/// Whether the shelf has the design as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Saving {
    /// Not yet; it is on its way.
    Saving,
    /// Since that time of day.
    Saved {
        /// Hour, 0 to 23.
        hour: u32,
        /// Minute.
        minute: u32,
    },
    /// It does not.
    Not(Trouble),
}

/// Why this browser does not keep a design.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// It refuses a store.
    Denied,
    /// It did not take what was written: most often there is no room.
    Full,
    /// The store is of a later version of this app.
    Newer,
}

impl Saving {
    /// In a word or two, beside the bill.
    pub fn words(&self) -> String {
        match self {
            Self::Saving => "saving\u{2026}".to_owned(),
            Self::Saved { hour, minute } => format!("saved {hour:02}:{minute:02}"),
            Self::Not(_) => "not saved".to_owned(),
        }
    }

    /// What it means, in a sentence.
    pub const fn sentence(&self) -> &'static str {
        match self {
            Self::Saving => "This browser is about to keep the design with its history.",
            Self::Saved { .. } => {
                "This browser keeps the design with its history. Nothing was sent anywhere."
            }
            Self::Not(trouble) => trouble.sentence(),
        }
    }
}

impl Trouble {
    /// What is so, and what to do.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Denied => {
                "This browser refuses to keep anything for this page. The design is in this tab and, where it is short enough, in the address. Download it to be safe."
            }
            Self::Full => {
                "This browser did not take what was to be saved; it may have no room left. What was saved before is as it was. Download the design, or delete others for good."
            }
            Self::Newer => {
                "A newer version of this app keeps the designs of this browser. They are untouched. Load the page anew for that version, and download this design if you have edited it here."
            }
        }
    }
}

/// What becomes of a design that another tab saved as well.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// The shelf is as this tab knows it: nothing becomes of it.
    Stay,
    /// The other tab is ahead and nothing was edited here: this one shows what the other saved.
    Follow,
    /// Both were edited: this one goes on as a design of its own, and both are kept.
    Part,
}

/// What becomes of a design: `known` is the save that this tab has seen last, `saved` the one on the shelf (`None` where
/// it is gone), and `edited` whether something was edited here since.
pub fn fate(known: u64, saved: Option<u64>, edited: bool) -> Fate {
    match saved {
        Some(saved) if saved == known => Fate::Stay,
        Some(_) if edited => Fate::Part,
        Some(_) => Fate::Follow,
        // Whoever edits what was taken away brings it back.
        None => Fate::Stay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_edited_is_ever_given_up() {
        assert_eq!(fate(3, Some(3), true), Fate::Stay);
        assert_eq!(fate(3, Some(4), false), Fate::Follow);
        assert_eq!(fate(3, Some(4), true), Fate::Part);
        // A store that was put back from a copy is behind.
        assert_eq!(fate(3, Some(1), true), Fate::Part);
        assert_eq!(fate(3, None, true), Fate::Stay);
    }

    #[test]
    fn the_words_say_no_more_than_is_so() {
        assert_eq!(Saving::Saved { hour: 9, minute: 5 }.words(), "saved 09:05");
        assert_eq!(Saving::Saving.words(), "saving\u{2026}");
        for trouble in [Trouble::Denied, Trouble::Full, Trouble::Newer] {
            let saving = Saving::Not(trouble);
            assert_eq!(saving.words(), "not saved");
            assert!(saving.sentence().to_lowercase().contains("download"), "{trouble:?}");
        }
    }
}
