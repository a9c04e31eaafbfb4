//! The records of the shelf as bytes, and back.
//!
//! The first byte is the version of the form, the rest is postcard. A later form gets another number and is read beside
//! this one; what a later build wrote is left as it is.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::editor::history::KeptStep;

/// The version written, and the newest one read.
const VERSION: u8 = 1;

/// What the shelf says of a design. Its history lies beside it, step by step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Head {
    /// What it is kept under, unique on the shelf.
    pub id: String,
    /// The name somebody gave it on the shelf; without one it goes by its project's.
    pub name: Option<String>,
    /// Its project's name.
    pub project: String,
    /// Counts every save: who saves must have seen the one before.
    pub revision: u64,
    /// When it came onto the shelf, in milliseconds since 1970.
    pub made: u64,
    /// When it was last edited, in milliseconds since 1970; 0 where it was only opened.
    pub edited: u64,
    /// When it was deleted, in milliseconds since 1970. It stays until somebody takes it away for good.
    pub deleted: Option<u64>,
    /// Number of its oldest step.
    pub first: u64,
    /// Number of the step that is shown.
    pub at: u64,
    /// Number of its newest step.
    pub last: u64,
    /// The design that is shown, as [`crate::formats::link::keep`] writes it.
    pub text: String,
    /// The design that changes are counted against, in the same form.
    pub opened: String,
}

/// A step as bytes, under the key it is kept by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepRecord {
    /// Id of its design and its number, see [`step_key`].
    pub key: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why bytes of the shelf can't be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unread {
    /// A later build wrote them.
    Newer,
    /// They are cut or damaged.
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct StepForm {
    number: u64,
    made: u64,
    text: String,
}

impl Head {
    /// What people call it.
    pub fn title(&self) -> &str {
        let named = self.name.as_deref().unwrap_or(&self.project);
        if named.trim().is_empty() { "unnamed" } else { named }
    }

    /// When somebody last did something to it, in milliseconds since 1970.
    pub fn touched(&self) -> u64 {
        self.edited.max(self.made)
    }

    /// As bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        written(self)
    }

    /// From bytes.
    ///
    /// # Errors
    /// Where a later build wrote them, or where they are no head.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unread> {
        read(bytes)
    }
}

impl StepRecord {
    /// The record of a step.
    pub fn of(id: &str, step: &KeptStep) -> Self {
        let form = StepForm { number: step.number, made: step.made, text: step.text.clone() };
        Self { key: step_key(id, step.number), bytes: written(&form) }
    }
}

/// What a step is kept by. In the order of these keys the steps of a design follow each other.
pub fn step_key(id: &str, number: u64) -> String {
    format!("{id}/{number:020}")
}

/// The steps of a design from their bytes, as they follow each other. Where some can't be read, those of the unbroken run
/// around `at` are left; `None` where that one itself can't.
pub fn steps_from<'a>(all: impl IntoIterator<Item = &'a [u8]>, at: u64) -> Option<Vec<KeptStep>> {
    let step =
        |bytes| read(bytes).ok().map(|StepForm { number, made, text }| KeptStep { number, made, text });
    let steps: Vec<KeptStep> = all.into_iter().filter_map(step).collect();
    let runs = steps.chunk_by(|one, two| one.number.checked_add(1) == Some(two.number));
    runs.into_iter().find(|run| run.iter().any(|step| step.number == at)).map(<[KeptStep]>::to_vec)
}

fn written(value: &impl Serialize) -> Vec<u8> {
    // Only a value that refuses to be written fails, and none here does.
    postcard::to_extend(value, vec![VERSION]).unwrap_or_default()
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unread> {
    match bytes.split_first() {
        Some((&VERSION, rest)) => match postcard::take_from_bytes(rest) {
            Ok((value, [])) => Ok(value),
            Ok(_) | Err(_) => Err(Unread::Damaged),
        },
        Some((version, _)) if *version > VERSION => Err(Unread::Newer),
        _ => Err(Unread::Damaged),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A head of that id, edited then.
    pub(crate) fn head(id: &str, edited: u64, text: &str) -> Head {
        Head {
            id: id.to_owned(),
            name: None,
            project: format!("project-{id}"),
            revision: 3,
            made: 1,
            edited,
            deleted: None,
            first: 0,
            at: 2,
            last: 4,
            text: text.to_owned(),
            opened: text.to_owned(),
        }
    }

    fn record(number: u64) -> StepRecord {
        StepRecord::of("a", &KeptStep { number, made: 7, text: "v=1".to_owned() })
    }

    #[test]
    fn a_head_comes_back_as_it_was() {
        let mut head = head("a", 5, "v=1&k=1");
        head.name = Some("Orders \u{1f980}".to_owned());
        head.deleted = Some(9);
        assert_eq!(Head::from_bytes(&head.to_bytes()), Ok(head));
    }

    #[test]
    fn what_a_later_build_wrote_is_told_from_what_is_damaged() {
        let bytes = head("a", 5, "v=1").to_bytes();
        let mut later = bytes.clone();
        later[0] = VERSION + 1;
        assert_eq!(Head::from_bytes(&later), Err(Unread::Newer));
        for end in 0..bytes.len() {
            assert_eq!(Head::from_bytes(&bytes[..end]), Err(Unread::Damaged), "{end}");
        }
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(Head::from_bytes(&longer), Err(Unread::Damaged));
        assert_eq!(Head::from_bytes(&[0; 9]), Err(Unread::Damaged));
    }

    #[test]
    fn keys_follow_the_numbers() {
        assert!(step_key("a", 9) < step_key("a", 10));
        assert!(step_key("a", u64::MAX) < step_key("b", 0));
    }

    #[test]
    fn steps_around_the_one_that_is_shown_survive_a_damaged_one() {
        let mut records: Vec<StepRecord> = (0..6).map(record).collect();
        records[2].bytes.truncate(3);
        let read = |at| {
            let all = records.iter().map(|it| it.bytes.as_slice());
            steps_from(all, at).map(|steps| steps.into_iter().map(|it| it.number).collect::<Vec<_>>())
        };
        assert_eq!(read(4), Some(vec![3, 4, 5]));
        assert_eq!(read(0), Some(vec![0, 1]));
        assert_eq!(read(2), None);
    }

    #[test]
    fn an_unnamed_design_has_a_title_too() {
        let mut head = head("a", 5, "v=1");
        assert_eq!(head.title(), "project-a");
        head.project = " ".to_owned();
        assert_eq!(head.title(), "unnamed");
        head.name = Some("Mine".to_owned());
        assert_eq!(head.title(), "Mine");
    }
}
