//! A file cut into blocks at its empty lines.

use crate::facts::sorted::Map;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::marks::{Mark, marks};

/// Lines that are put on the page together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The lines with their marks; the last is empty unless the file ends here.
    pub lines: Vec<(String, Option<Mark>)>,
    digest: u64,
    /// How many equal blocks stand above: equal blocks must differ for the page.
    nth: usize,
}

impl Block {
    /// What tells it apart on the page.
    pub fn key(&self) -> (u64, usize) {
        (self.digest, self.nth)
    }

    /// How many lines are marked.
    pub fn changed(&self) -> usize {
        self.lines.iter().filter(|(_, mark)| mark.is_some()).count()
    }
}

/// The blocks of a text, marked against the text it was.
pub fn blocks(text: &str, before: &str) -> Vec<Block> {
    let now: Vec<&str> = text.lines().collect();
    let then: Vec<&str> = before.lines().collect();
    let marked: Vec<_> = now.iter().copied().zip(marks(&now, &then)).collect();
    let mut seen = Map::<u64, usize>::new();
    marked
        .split_inclusive(|(line, _)| line.is_empty())
        .map(|lines| {
            let mut hasher = DefaultHasher::new();
            lines.hash(&mut hasher);
            let digest = hasher.finish();
            let nth = seen.get(&digest).copied().unwrap_or(0);
            seen.insert(digest, nth + 1);
            Block {
                lines: lines.iter().map(|(line, mark)| ((*line).to_owned(), *mark)).collect(),
                digest,
                nth,
            }
        })
        .collect()
}
