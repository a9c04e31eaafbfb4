//! Which lines of a text are new or changed against the text it was.

/// How a line differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Mark {
    /// It was not there.
    New,
    /// It stands in place of another.
    Changed,
}

impl Mark {
    /// The sign in the margin.
    pub const fn sign(self) -> char {
        match self {
            Self::New => '+',
            Self::Changed => '~',
        }
    }
}

/// Beyond this many cells, the middle is taken as changed as a whole: a different design, not an edit of this one.
const CELLS: usize = 400_000;

/// A mark for each line of `now`, by the longest common run of lines.
pub fn marks(now: &[&str], then: &[&str]) -> Vec<Option<Mark>> {
    let head = now.iter().zip(then).take_while(|(a, b)| a == b).count();
    let (now_rest, then_rest) = (now.get(head..).unwrap_or_default(), then.get(head..).unwrap_or_default());
    let tail = now_rest.iter().rev().zip(then_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let new = now_rest.get(..now_rest.len() - tail).unwrap_or_default();
    let old = then_rest.get(..then_rest.len() - tail).unwrap_or_default();
    let mut marked = vec![None; head];
    marked.extend(middle(new, old));
    marked.resize(now.len(), None);
    marked
}

/// The marks between the first and the last difference.
fn middle(new: &[&str], old: &[&str]) -> Vec<Option<Mark>> {
    if new.len().saturating_mul(old.len()) > CELLS {
        return vec![Some(Mark::Changed); new.len()];
    }
    let width = old.len() + 1;
    // longest[i][j]: the common lines of new[i..] and old[j..].
    let mut longest = vec![0_u32; (new.len() + 1) * width];
    let at = |cells: &[u32], i: usize, j: usize| cells.get(i * width + j).copied().unwrap_or(0);
    for (i, line) in new.iter().enumerate().rev() {
        for (j, other) in old.iter().enumerate().rev() {
            let common = if line == other {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = common;
            }
        }
    }
    let (mut i, mut j, mut gone) = (0, 0, 0_usize);
    let mut marked = Vec::with_capacity(new.len());
    while let Some(line) = new.get(i) {
        match old.get(j) {
            Some(other) if line == other => {
                marked.push(None);
                (i, j, gone) = (i + 1, j + 1, 0);
            }
            Some(_) if at(&longest, i, j + 1) >= at(&longest, i + 1, j) => {
                (j, gone) = (j + 1, gone + 1);
            }
            _ => {
                // A line that takes the place of one just gone has changed; what goes beyond is new.
                marked.push(Some(if gone > 0 { Mark::Changed } else { Mark::New }));
                (i, gone) = (i + 1, gone.saturating_sub(1));
            }
        }
    }
    marked
}
