//! What differs between two texts, as a unified diff: what `diff -u` prints, `git apply` and `patch` read.

use std::fmt::Write as _;

/// Lines that stay, shown around each change.
const CONTEXT: usize = 3;

/// Beyond this many pairs of lines, 16 MB of memory, one text stands for the other as a whole.
const MOST_CELLS: usize = 8_000_000;

/// A line of one text, of the other, or of both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Line<'a> {
    Kept(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// The diff under these two names; nothing where the texts are the same.
pub fn unified((old_name, old): (&str, &str), (new_name, new): (&str, &str)) -> String {
    let lines = lines(&split(old), &split(new));
    let changed: Vec<usize> =
        (0..lines.len()).filter(|at| !matches!(lines.get(*at), Some(Line::Kept(_)))).collect();
    let mut out = String::new();
    if changed.is_empty() {
        return out;
    }
    // Writing to a String can't fail, here and below.
    let _ = writeln!(out, "--- {old_name}\n+++ {new_name}");
    let (mut old_line, mut new_line, mut done) = (1, 1, 0);
    let mut rest = changed.as_slice();
    while let Some(first) = rest.first() {
        // Changes with little between them stand in one piece.
        let last = rest
            .windows(2)
            .take_while(|pair| matches!(pair, [one, two] if two - one <= 2 * CONTEXT + 1))
            .count();
        let end = rest.get(last).unwrap_or(first) + 1 + CONTEXT;
        let (start, end) = (first.saturating_sub(CONTEXT).max(done), end.min(lines.len()));
        let (skipped, piece) =
            (lines.get(done..start).unwrap_or_default(), lines.get(start..end).unwrap_or_default());
        (old_line, new_line) = (old_line + skipped.len(), new_line + skipped.len());
        let olds = piece.iter().filter(|line| !matches!(line, Line::New(_))).count();
        let news = piece.iter().filter(|line| !matches!(line, Line::Gone(_))).count();
        let _ = writeln!(out, "@@ -{} +{} @@", range(old_line, olds), range(new_line, news));
        for line in piece {
            write(&mut out, *line);
        }
        (old_line, new_line, done) = (old_line + olds, new_line + news, end);
        rest = rest.get(last + 1..).unwrap_or_default();
    }
    out
}

/// Lines with their ends, so that a last line without one is another line.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn range(start: usize, count: usize) -> String {
    // Of nothing, the line before it is named.
    if count == 0 { format!("{},0", start - 1) } else { format!("{start},{count}") }
}

fn write(out: &mut String, line: Line<'_>) {
    let (sign, text) = match line {
        Line::Kept(text) => (' ', text),
        Line::Gone(text) => ('-', text),
        Line::New(text) => ('+', text),
    };
    out.push(sign);
    out.push_str(text);
    if !text.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

/// Both texts as one list, with as few changes as there can be.
fn lines<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Line<'a>> {
    let same = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let (head, old) = old.split_at_checked(same).unwrap_or((&[], old));
    let new = new.get(same..).unwrap_or_default();
    let mut lines: Vec<Line<'a>> = head.iter().map(|line| Line::Kept(line)).collect();
    let width = new.len() + 1;
    if old.len().saturating_mul(width) > MOST_CELLS {
        lines.extend(old.iter().map(|line| Line::Gone(line)));
        lines.extend(new.iter().map(|line| Line::New(line)));
        return lines;
    }
    let common = common(old, new);
    let most = |x: usize, y: usize| common.get(x * width + y).copied().unwrap_or_default();
    let (mut x, mut y) = (0, 0);
    loop {
        match (old.get(x), new.get(y)) {
            (Some(one), Some(other)) if one == other => {
                lines.push(Line::Kept(one));
                (x, y) = (x + 1, y + 1);
            }
            (Some(one), other) if other.is_none() || most(x + 1, y) >= most(x, y + 1) => {
                lines.push(Line::Gone(one));
                x += 1;
            }
            (_, Some(other)) => {
                lines.push(Line::New(other));
                y += 1;
            }
            _ => return lines,
        }
    }
}

/// How many items the rests of both lists have in common in their order, from each of the old and each of the new on:
/// a row of `new.len() + 1` for each of the old and one more. It counts to 65,535.
pub fn common<T: PartialEq>(old: &[T], new: &[T]) -> Vec<u16> {
    let width = new.len() + 1;
    let mut table = vec![0_u16; (old.len() + 1) * width];
    for (x, one) in old.iter().enumerate().rev() {
        let (above, below) = table.split_at_mut((x + 1) * width);
        let row = above.get_mut(x * width..).unwrap_or_default();
        let mut right = 0;
        for (y, other) in new.iter().enumerate().rev() {
            let (under, diagonal) = (below.get(y).copied(), below.get(y + 1).copied());
            let most = if one == other {
                diagonal.unwrap_or_default().saturating_add(1)
            } else {
                under.unwrap_or_default().max(right)
            };
            right = most;
            if let Some(cell) = row.get_mut(y) {
                *cell = most;
            }
        }
    }
    table
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
                    let (start, count) = numbers.split_once(',').unwrap();
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
    fn nothing_is_told_by_the_line_before_it() {
        assert_eq!(diff("", "a\n"), "--- a\n+++ b\n@@ -0,0 +1,1 @@\n+a\n");
        assert_eq!(diff("a\n", ""), "--- a\n+++ b\n@@ -1,1 +0,0 @@\n-a\n");
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
}
