//! What a fact is.

use crate::facts::units::Day;

/// The day on which the rules and version tables were compiled; newer values are never an error.
pub const FACTS_DATE: Day = Day::new(2026, 11, 23);

/// The day on which facts were read again that had been wrong or missing.
pub(super) const CORRECTIONS: Day = Day::new(2026, 11, 28);

/// What a design makes of a fact that it meets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// AWS or Terraform refuses the design.
    Error,
    /// It is accepted, and will hurt or has no effect; also what is likely to be refused and unconfirmed.
    Warning,
    /// Worth knowing.
    Note,
    /// No finding: it feeds a table, a default, the export or a text.
    Data,
}

impl Verdict {
    /// `error`, `warning`, `note` or `data`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Data => "data",
        }
    }
}

/// One thing that is so, and who says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Topic, number and, where a subject has two outcomes, a letter: `BAK-09b`. Never given a second meaning.
    pub id: &'static str,
    /// One to three plain sentences, in our own words.
    pub sentence: &'static str,
    /// Where it was read, the best first: addresses, or documents by name. Never empty.
    pub sources: &'static [&'static str],
    /// The day on which the sources were read.
    pub date: Day,
    /// What a design makes of it.
    pub verdict: Verdict,
    /// Whether a primary source says all of it; what is not so confirmed is never an error.
    pub confirmed: bool,
}

impl Fact {
    /// A fact that refuses a design.
    pub(super) const fn error(
        id: &'static str,
        sentence: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Self::new(Verdict::Error, id, sentence, sources)
    }

    /// A fact to warn of.
    pub(super) const fn warning(
        id: &'static str,
        sentence: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Self::new(Verdict::Warning, id, sentence, sources)
    }

    /// A fact worth a note.
    pub(super) const fn note(
        id: &'static str,
        sentence: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Self::new(Verdict::Note, id, sentence, sources)
    }

    /// A fact that is no finding.
    pub(super) const fn data(
        id: &'static str,
        sentence: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Self::new(Verdict::Data, id, sentence, sources)
    }

    const fn new(
        verdict: Verdict,
        id: &'static str,
        sentence: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Self { id, sentence, sources, date: FACTS_DATE, verdict, confirmed: true }
    }

    /// With a part that no primary source says.
    pub(super) const fn unconfirmed(self) -> Self {
        Self { confirmed: false, ..self }
    }

    /// As read on another day than the rest.
    pub(super) const fn read_on(self, date: Day) -> Self {
        Self { date, ..self }
    }
}
