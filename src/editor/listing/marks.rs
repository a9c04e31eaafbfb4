//! Which lines of a text are new or changed against the text it was.

use similar::{Algorithm, DiffOp, capture_diff_slices};

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
    pub const fn sign(self) -> &'static str {
        match self {
            Self::New => "+",
            Self::Changed => "~",
        }
    }
}

/// A mark for each line of `now`, `None` where it stands as it stood.
pub fn marks(now: &[&str], then: &[&str]) -> Vec<Option<Mark>> {
    let mut marked = Vec::with_capacity(now.len());
    for part in capture_diff_slices(Algorithm::Myers, then, now) {
        match part {
            DiffOp::Equal { len, .. } => marked.resize(marked.len() + len, None),
            DiffOp::Insert { new_len, .. } => marked.resize(marked.len() + new_len, Some(Mark::New)),
            DiffOp::Delete { .. } => {}
            DiffOp::Replace { old_len, new_len, .. } => {
                // Lines that take the place of as many that are gone have changed; what goes beyond is new.
                let end = marked.len() + new_len;
                marked.resize(marked.len() + new_len.min(old_len), Some(Mark::Changed));
                marked.resize(end, Some(Mark::New));
            }
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_line_is_told_from_a_new_one() {
        let then = ["a", "b", "c"];
        assert_eq!(marks(&["a", "b", "c"], &then), [None, None, None]);
        assert_eq!(marks(&["a", "x", "c"], &then), [None, Some(Mark::Changed), None]);
        assert_eq!(marks(&["a", "b", "x", "c"], &then), [None, None, Some(Mark::New), None]);
        assert_eq!(marks(&["a", "c"], &then), [None, None]);
        assert_eq!(
            marks(&["n", "a", "y", "z", "c"], &then),
            [Some(Mark::New), None, Some(Mark::Changed), Some(Mark::New), None]
        );
    }

    #[test]
    fn a_line_at_each_end_of_a_long_file_marks_those_two() {
        let then: Vec<String> =
            (0..4000).map(|at| if at % 8 == 0 { String::new() } else { format!("line {at}") }).collect();
        let mut now = then.clone();
        "first".clone_into(&mut now[1]);
        "last".clone_into(&mut now[3998]);
        let (new, old): (Vec<&str>, Vec<&str>) =
            (now.iter().map(String::as_str).collect(), then.iter().map(String::as_str).collect());
        let marked = marks(&new, &old);
        let found: Vec<_> = (0..).zip(&marked).filter_map(|(at, mark)| mark.map(|mark| (at, mark))).collect();
        assert_eq!(found, [(1, Mark::Changed), (3998, Mark::Changed)]);
    }
}
