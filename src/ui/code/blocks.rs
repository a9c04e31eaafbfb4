//! A file cut into blocks at its empty lines.

use crate::facts::sorted::Map;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::marks::{Mark, marks};

/// Lines that are put on the page together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The lines with their marks; the last is empty unless the file ends here.
    pub lines: Vec<(String, Option<Mark>)>,
    /// Which of them the latest edit wrote; no line of a block that it left alone.
    pub fresh: Vec<bool>,
    digest: u64,
    /// How many equal blocks stand above: equal blocks must differ for the page.
    nth: usize,
}

impl Block {
    /// What tells it apart on the page.
    pub fn key(&self) -> (u64, usize) {
        (self.digest, self.nth)
    }

    /// Whether the latest edit wrote any of it.
    pub fn is_fresh(&self) -> bool {
        self.fresh.contains(&true)
    }

    /// How many lines are marked.
    pub fn changed(&self) -> usize {
        self.lines.iter().filter(|(_, mark)| mark.is_some()).count()
    }
}

/// The blocks of a text, marked against the text it was when opened.
pub fn blocks(text: &str, opened: &str) -> Vec<Block> {
    blocks_after(text, opened, text)
}

/// The same, with what differs from the text before the latest edit.
pub fn blocks_after(text: &str, opened: &str, last: &str) -> Vec<Block> {
    let now: Vec<&str> = text.lines().collect();
    let marks_since = |then: &str| marks(&now, &then.lines().collect::<Vec<_>>());
    let marked: Vec<_> = now.iter().copied().zip(marks_since(opened)).collect();
    let edited: Vec<bool> =
        if last == text { Vec::new() } else { marks_since(last).iter().map(Option::is_some).collect() };
    let mut seen = Map::<u64, usize>::new();
    let mut start = 0;
    marked
        .split_inclusive(|(line, _)| line.is_empty())
        .map(|lines| {
            let mut hasher = DefaultHasher::new();
            lines.hash(&mut hasher);
            let digest = hasher.finish();
            let nth = seen.get(&digest).copied().unwrap_or(0);
            seen.insert(digest, nth + 1);
            let fresh = edited.get(start..start + lines.len()).unwrap_or_default().to_vec();
            start += lines.len();
            Block {
                fresh,
                lines: lines.iter().map(|(line, mark)| ((*line).to_owned(), *mark)).collect(),
                digest,
                nth,
            }
        })
        .collect()
}
