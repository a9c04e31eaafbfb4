//! A file cut into blocks at its empty lines.

use serde::{Deserialize, Serialize};

use crate::formats::diff::{Mark, marks, unified};

/// One line of a listing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Its text, without the line's end.
    pub text: String,
    /// How it differs from the text as it was opened.
    pub mark: Option<Mark>,
}

/// Lines that are put on the page together.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Block {
    /// The lines with their marks; the last is empty unless the file ends here.
    pub lines: Vec<Line>,
    /// Which of them the latest edit wrote; no line of a block that it left alone.
    pub fresh: Vec<bool>,
    /// How many equal blocks stand above: equal blocks must differ for the page.
    nth: usize,
}

impl Block {
    /// What tells it apart on the page.
    pub fn key(&self) -> (Vec<Line>, usize) {
        (self.lines.clone(), self.nth)
    }

    /// Whether the latest edit wrote any of it.
    pub fn is_fresh(&self) -> bool {
        self.fresh.contains(&true)
    }

    /// How many lines are marked.
    pub fn changed(&self) -> usize {
        self.lines.iter().filter(|line| line.mark.is_some()).count()
    }
}

/// A file that changes, as the worker hands it out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Followed {
    /// Its text.
    pub text: String,
    /// The same in blocks, marked.
    pub blocks: Vec<Block>,
    /// What differs from the text as it was opened, as a unified diff.
    pub diff: String,
}

impl Followed {
    /// A text under its name, after it was another one when opened and before the latest edit; `None` before any edit.
    pub fn new(name: &str, text: String, opened: &str, last: Option<&str>) -> Self {
        let diff = unified((&format!("a/{name}"), opened), (&format!("b/{name}"), &text));
        Self { blocks: blocks_after(&text, opened, last.unwrap_or(&text)), diff, text }
    }
}

/// The blocks of a text, unmarked.
pub fn blocks(text: &str) -> Vec<Block> {
    let line = |text: &str| Line { text: text.to_owned(), mark: None };
    cut(&text.lines().map(line).collect::<Vec<_>>(), &[])
}

/// The blocks of a text, marked against the text it was when opened, with what differs from the text before the latest
/// edit.
fn blocks_after(text: &str, opened: &str, last: &str) -> Vec<Block> {
    let now: Vec<&str> = text.lines().collect();
    let marks_since = |then: &str| marks(&now, &then.lines().collect::<Vec<_>>());
    let edited: Vec<bool> =
        if last == text { Vec::new() } else { marks_since(last).iter().map(Option::is_some).collect() };
    let line = |(text, mark): (&&str, Option<Mark>)| Line { text: (*text).to_owned(), mark };
    let lines: Vec<Line> = now.iter().zip(marks_since(opened)).map(line).collect();
    cut(&lines, &edited)
}

/// Cuts lines after each empty one; `edited` says of each whether the latest edit wrote it, where it wrote any.
fn cut(lines: &[Line], edited: &[bool]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for lines in lines.split_inclusive(|line| line.text.is_empty()) {
        let nth = blocks.iter().filter(|above| above.lines == lines).count();
        let fresh = edited.get(start..start + lines.len()).unwrap_or_default().to_vec();
        start += lines.len();
        blocks.push(Block { lines: lines.to_vec(), fresh, nth });
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_at_its_empty_lines() {
        let text = "a\n\nb\nc\n\nb\nc\n\nd\n";
        let all = blocks(text);
        let texts: Vec<String> = all.iter().map(|it| it.lines[0].text.clone()).collect();
        assert_eq!(texts, ["a", "b", "b", "d"]);
        assert!(all.iter().all(|block| !block.is_fresh() && block.changed() == 0));
        assert_ne!(all[1].key(), all[2].key(), "equal blocks differ for the page");
    }

    #[test]
    fn what_the_latest_edit_wrote_is_fresh_and_what_changed_since_opening_is_marked() {
        let all = blocks_after("a\n\nx\ny\n", "a\n\nb\ny\n", "a\n\nx\nb\n");
        assert_eq!(all[0].changed(), 0);
        assert!(!all[0].is_fresh());
        assert_eq!(all[1].changed(), 1);
        assert_eq!(all[1].fresh, [false, true]);
    }
}
