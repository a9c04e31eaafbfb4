//! What differs between two texts, as a unified diff: what `diff -u` prints, `git apply` and `patch` read; and which
//! lines are new or changed.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, DiffOp, group_diff_ops};

/// Lines that stay, shown around each change.
const CONTEXT: usize = 3;

/// The diff under these two names; nothing where the texts are the same.
pub fn unified((old_name, old): (&str, &str), (new_name, new): (&str, &str)) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let mut out = String::new();
    for hunk in group_diff_ops(changes(&old, &new), CONTEXT) {
        if out.is_empty() {
            out = format!("--- {old_name}\n+++ {new_name}\n");
        }
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{}", UnifiedHunkHeader::new(&hunk));
        for (tag, lines) in hunk.iter().flat_map(|change| change.iter_slices(&*old, &*new)) {
            for line in lines {
                add(&mut out, tag, line);
            }
        }
    }
    out
}

fn add(out: &mut String, tag: ChangeTag, line: &str) {
    let end = if line.ends_with('\n') { "" } else { "\n\\ No newline at end of file\n" };
    // Writing into a string cannot fail.
    let _ = write!(out, "{tag}{line}{end}");
}

/// What turns one text into the other, line by line. `similar`'s own ways in choose among all its algorithms, and so
/// put 200 KB of them into the app; this is the one that they take.
fn changes(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let mut taken = Compact::new(Replace::new(Capture::new()), old, new);
    let Ok(()) = myers::diff(&mut taken, old, 0..old.len(), new, 0..new.len());
    taken.into_inner().into_inner().into_ops()
}

/// How a line differs from the text that it stands for now.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
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

/// A mark for each line of `now`; `None` for one that was there `then`.
pub fn marks(now: &[&str], then: &[&str]) -> Vec<Option<Mark>> {
    let mut marks = Vec::with_capacity(now.len());
    for op in changes(then, now) {
        match op {
            DiffOp::Equal { len, .. } => marks.extend((0..len).map(|_| None)),
            DiffOp::Delete { .. } => (),
            DiffOp::Insert { new_len, .. } => marks.extend((0..new_len).map(|_| Some(Mark::New))),
            // Lines that take the place of as many that are gone have changed; what goes beyond is new.
            DiffOp::Replace { old_len, new_len, .. } => {
                let mark = |nth| Some(if nth < old_len { Mark::Changed } else { Mark::New });
                marks.extend((0..new_len).map(mark));
            }
        }
    }
    marks
}

/// The lines of a unified diff, each with its sign: `+`, `-`, `@`, or none. The two names have none.
pub fn signed_lines(diff: &str) -> impl Iterator<Item = (Option<char>, &str)> {
    let sign = |line: &str| line.chars().next().filter(|sign| "+-@".contains(*sign));
    diff.lines().enumerate().map(move |(at, line)| (sign(line).filter(|_| at > 1), line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(old: &str, new: &str) -> String {
        unified(("a", old), ("b", new))
    }

    /// The new text, as the old one and the diff give it.
    fn applied(old: &str, diff: &str) -> String {
        let olds: Vec<&str> = old.split_inclusive('\n').collect();
        let (mut out, mut at) = (String::new(), 0);
        for line in diff.split_inclusive('\n').skip(2) {
            let (sign, text) = line.split_at(1);
            match sign {
                "@" => {
                    let numbers = text.split(' ').nth(1).unwrap().trim_start_matches('-');
                    let (start, count) = numbers.split_once(',').unwrap_or((numbers, "1"));
                    let start: usize = start.parse().unwrap();
                    let start = if count == "0" { start } else { start - 1 };
                    out.extend(olds[at..start].iter().copied());
                    at = start;
                }
                "-" | " " => {
                    assert_eq!(olds[at].trim_end_matches('\n'), text.trim_end_matches('\n'));
                    out.push_str(if sign == " " { olds[at] } else { "" });
                    at += 1;
                }
                "+" => out.push_str(text),
                _ => assert!(out.pop() == Some('\n') || !out.ends_with('\n')),
            }
        }
        out.extend(olds[at..].iter().copied());
        out
    }

    #[test]
    fn the_same_text_differs_in_nothing() {
        assert_eq!(diff("a\nb\n", "a\nb\n"), "");
        assert_eq!(diff("", ""), "");
    }

    #[test]
    fn a_change_stands_among_its_neighbors() {
        let old = (1..=20).map(|line| line.to_string()).collect::<Vec<_>>().join("\n") + "\n";
        let new = old.replace("10\n", "ten\n").replace("16\n", "16\nand a half\n");
        let wanted = "--- a\n+++ b\n@@ -7,13 +7,14 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n 14\n 15\n 16\n+and a half\n 17\n 18\n 19\n";
        assert_eq!(diff(&old, &new), wanted);
        let far = old.replace("2\n", "two\n").replace("19\n", "nineteen\n");
        assert_eq!(diff(&old, &far).matches("@@ -").count(), 2, "{}", diff(&old, &far));
    }

    #[test]
    fn a_last_line_without_an_end_is_told() {
        let wanted = "--- a\n+++ b\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n";
        assert_eq!(diff("a\n", "a"), wanted);
    }

    #[test]
    fn new_lines_and_changed_ones_are_marked() {
        let (then, now) = (["a", "b", "c", "d"], ["a", "B", "B2", "c", "d", "e"]);
        let signs: String = marks(&now, &then).iter().map(|mark| mark.map_or(' ', Mark::sign)).collect();
        assert_eq!(signs, " ~+  +");
        assert_eq!(marks(&then, &then), [None; 4]);
        assert_eq!(marks(&now[..1], &then), [None]);
        assert_eq!(marks(&["x"], &[]), [Some(Mark::New)]);
    }

    #[test]
    fn a_line_of_the_diff_has_its_sign_and_a_name_has_none() {
        let diff = diff("a\n", "b\n");
        let signs: Vec<Option<char>> = signed_lines(&diff).map(|(sign, _)| sign).collect();
        assert_eq!(signs, [None, None, Some('@'), Some('-'), Some('+')]);
    }

    #[test]
    fn nothing_is_told_by_the_line_before_it() {
        assert_eq!(diff("", "a\n"), "--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n");
        assert_eq!(diff("a\n", ""), "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n");
    }

    #[test]
    fn texts_of_other_sizes_are_replaced_as_a_whole() {
        let (old, new) = ("a\n".repeat(4000), "b\n".repeat(4000));
        assert_eq!(applied(&old, &diff(&old, &new)), new);
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_old_text_and_the_diff_give_the_new_text(
            old in proptest::collection::vec("[abc]", 0..40), new in proptest::collection::vec("[abc]", 0..40),
        ) {
            let (old, new) = (old.join("\n") + "\n", new.join("\n") + "\n");
            proptest::prop_assert_eq!(applied(&old, &diff(&old, &new)), new);
        }
    }

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
