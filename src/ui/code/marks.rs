//! Which lines of a text are new or changed against the text it was.

use crate::formats::diff;

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

/// Beyond this many cells a stretch is taken as changed as a whole: a different design, not an edit of this one.
const CELLS: usize = 400_000;

/// A mark for each line of `now`. Whole blocks are matched first, then the lines between them, so that a file of
/// thousands of lines costs little.
pub fn marks(now: &[&str], then: &[&str]) -> Vec<Option<Mark>> {
    let ends = |line: &&str| line.is_empty();
    let (new, old): (Vec<_>, Vec<_>) =
        (now.split_inclusive(ends).collect(), then.split_inclusive(ends).collect());
    let (new_starts, old_starts) = (starts(&new), starts(&old));
    let mut marked = Vec::with_capacity(now.len());
    let (mut from, mut old_from) = (0, 0);
    for (at, old_at) in common(&new, &old).unwrap_or_default() {
        let (Some(start), Some(old_start), Some(block)) =
            (new_starts.get(at), old_starts.get(old_at), new.get(at))
        else {
            continue;
        };
        marked.extend(between(range(now, from, *start), range(then, old_from, *old_start)));
        marked.extend(block.iter().map(|_| None));
        (from, old_from) = (start + block.len(), old_start + block.len());
    }
    marked.extend(between(range(now, from, now.len()), range(then, old_from, then.len())));
    marked
}

/// Where each block begins, in lines.
fn starts(blocks: &[&[&str]]) -> Vec<usize> {
    blocks
        .iter()
        .scan(0, |next, block| {
            let start = *next;
            *next += block.len();
            Some(start)
        })
        .collect()
}

fn range<T>(all: &[T], from: usize, to: usize) -> &[T] {
    all.get(from..to).unwrap_or_default()
}

/// The marks of lines that stand where other lines stood.
fn between(new: &[&str], old: &[&str]) -> Vec<Option<Mark>> {
    let Some(kept) = common(new, old) else { return vec![Some(Mark::Changed); new.len()] };
    let mut marked = Vec::with_capacity(new.len());
    let (mut at, mut old_at) = (0, 0);
    for (kept_at, old_kept_at) in kept.into_iter().chain([(new.len(), old.len())]) {
        // Lines that take the place of as many that are gone have changed; what goes beyond is new.
        let gone = old_kept_at - old_at;
        marked.extend((0..kept_at - at).map(|nth| Some(if nth < gone { Mark::Changed } else { Mark::New })));
        if kept_at < new.len() {
            marked.push(None);
        }
        (at, old_at) = (kept_at + 1, old_kept_at + 1);
    }
    marked
}

/// The longest run of items that both have in the same order, as pairs of places; `None` where that is too much work.
fn common<T: PartialEq>(new: &[T], old: &[T]) -> Option<Vec<(usize, usize)>> {
    let head = new.iter().zip(old).take_while(|(a, b)| a == b).count();
    let (rest, old_rest) = (range(new, head, new.len()), range(old, head, old.len()));
    let tail = rest.iter().rev().zip(old_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle, old_middle) = (range(rest, 0, rest.len() - tail), range(old_rest, 0, old_rest.len() - tail));
    if middle.len().saturating_mul(old_middle.len()) > CELLS {
        return None;
    }
    let mut pairs: Vec<_> = (0..head).map(|at| (at, at)).collect();
    pairs.extend(longest(middle, old_middle).into_iter().map(|(at, old_at)| (head + at, head + old_at)));
    pairs.extend((0..tail).map(|at| (new.len() - tail + at, old.len() - tail + at)));
    Some(pairs)
}

/// The pairs of the longest common subsequence, by the table of its lengths.
fn longest<T: PartialEq>(new: &[T], old: &[T]) -> Vec<(usize, usize)> {
    let lengths = diff::common(new, old);
    let length = |i: usize, j: usize| lengths.get(i * (old.len() + 1) + j).copied().unwrap_or(0);
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(item), Some(other)) = (new.get(i), old.get(j)) {
        if item == other {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length(i, j + 1) >= length(i + 1, j) {
            j += 1;
        } else {
            i += 1;
        }
    }
    pairs
}
