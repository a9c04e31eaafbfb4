//! A file cut into blocks at its empty lines.

use std::collections::BTreeMap;

use super::marks::{Mark, marks};

/// Lines that are put on the page together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// The lines with their marks; the last is empty unless the file ends here.
    pub lines: Vec<(String, Option<Mark>)>,
    /// How many equal blocks stand above: equal blocks must differ for the page.
    nth: usize,
}

impl Block {
    /// What tells it apart on the page.
    pub fn key(&self) -> (Vec<(String, Option<Mark>)>, usize) {
        (self.lines.clone(), self.nth)
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
    let marked = marks(&now, &then);
    let mut seen: BTreeMap<Vec<(String, Option<Mark>)>, usize> = BTreeMap::new();
    let mut blocks = Vec::new();
    let mut lines = Vec::new();
    let mut close = |lines: &mut Vec<(String, Option<Mark>)>| {
        if lines.is_empty() {
            return;
        }
        let lines = std::mem::take(lines);
        let nth = seen.entry(lines.clone()).or_default();
        blocks.push(Block { lines, nth: *nth });
        *nth += 1;
    };
    for (line, mark) in now.into_iter().zip(marked) {
        lines.push((line.to_owned(), mark));
        if line.is_empty() {
            close(&mut lines);
        }
    }
    close(&mut lines);
    blocks
}
