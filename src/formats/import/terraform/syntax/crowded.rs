//! Finds objects with more keys than can be read in time, before a file is parsed.
//!
//! hcl-edit compares each key of an object with all that stand before it, so one with 100,000 takes minutes: half a file
//! could hang the reading. Attributes of a block are looked up in a set and need no limit.

use std::cell::Cell;

/// The most keys in one pair of braces.
pub(in super::super) const KEYS: usize = 1_000;
/// Comparisons of keys in all that is read together: a tenth of a second.
const COMPARISONS: usize = 4_000_000;
/// Comparisons in the text of one type, of which there may be thousands.
const IN_A_TYPE: usize = 10_000;

/// Bytes of JSON that are read again because they lie in objects and lists of others, in all that is read together.
const AGAIN: usize = 48 * 1024 * 1024;

/// How many comparisons of keys are left, and how many bytes may be read again.
pub(in super::super) struct Budget {
    comparisons: Cell<usize>,
    again: Cell<usize>,
}

impl Budget {
    /// For all files of an input.
    pub(in super::super) const fn of_all() -> Self {
        Self::of(COMPARISONS)
    }

    /// For the text of a type.
    pub(super) const fn of_a_type() -> Self {
        Self::of(IN_A_TYPE)
    }

    const fn of(comparisons: usize) -> Self {
        Self { comparisons: Cell::new(comparisons), again: Cell::new(AGAIN) }
    }

    /// Takes the bytes of a value whose parts are read once more; `false` where nothing is left for them.
    pub(super) fn read_again(&self, bytes: usize) -> bool {
        let left = self.again.get().checked_sub(bytes);
        self.again.set(left.unwrap_or(0));
        left.is_some()
    }

    /// The line, from 1, of the first object that has too many keys, or with which all objects together have.
    ///
    /// It knows of HCL what tells braces from text: strings, templates, heredocs, comments. Where a text is no HCL, it
    /// may count wrongly, and then the parser refuses it.
    pub(super) fn exceeded(&self, text: &str) -> Option<u32> {
        Scan::of(text, self).run(Vec::new())
    }

    /// The same for a template on its own.
    pub(super) fn exceeded_in_template(&self, text: &str) -> Option<u32> {
        Scan::of(text, self).run(vec![Level::Heredoc(b"")])
    }

    /// Takes what another key costs; `false` where nothing is left for it.
    fn take(&self, comparisons: usize) -> bool {
        let left = self.comparisons.get().checked_sub(comparisons);
        self.comparisons.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// What a byte stands in.
enum Level<'a> {
    /// An object: where it begins, how many keys are complete, and whether another one has begun.
    Object {
        line: u32,
        keys: usize,
        open: bool,
    },
    /// Any other brackets: a block, a list, a call, an expression in a template.
    Other,
    Quoted,
    /// With the word that ends it; the empty one is at no line's start.
    Heredoc(&'a [u8]),
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    budget: &'a Budget,
}

impl<'a> Scan<'a> {
    const fn of(text: &'a str, budget: &'a Budget) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1, budget }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The byte that stands so many behind this one; 0 where the text is over.
    fn ahead(&self, count: usize) -> u8 {
        self.bytes.get(self.at + count).copied().unwrap_or_default()
    }

    fn run(mut self, mut levels: Vec<Level<'a>>) -> Option<u32> {
        // The last byte that was no space: it tells a block's brace from an object's.
        let mut before = b' ';
        while let Some(byte) = self.bytes.get(self.at).copied() {
            let mut width = 1;
            if byte == b'\n' {
                self.line += 1;
            }
            match levels.last_mut() {
                Some(Level::Quoted | Level::Heredoc(_)) if matches!(byte, b'$' | b'%') => {
                    if self.ahead(1) == b'{' {
                        levels.push(Level::Other);
                        (width, before) = (2, b'(');
                    } else if self.ahead(1) == byte && self.ahead(2) == b'{' {
                        width = 3;
                    }
                }
                Some(Level::Quoted) => match byte {
                    b'\\' => width = 2,
                    b'"' => {
                        levels.pop();
                        before = byte;
                    }
                    _ => {}
                },
                Some(Level::Heredoc(word)) => {
                    if byte == b'\n' && !word.is_empty() && ends(self.bytes.get(self.at + 1..), word) {
                        levels.pop();
                        before = b'"';
                    }
                }
                mut level => {
                    match (byte, self.ahead(1)) {
                        (b'#', _) | (b'/', b'/') => {
                            let rest = self.rest();
                            width = rest.iter().position(|it| *it == b'\n').unwrap_or(rest.len());
                        }
                        (b'/', b'*') => {
                            let rest = self.rest();
                            // `/*/` has only begun.
                            let end = rest.windows(2).skip(2).position(|it| it == b"*/");
                            width = end.map_or(rest.len(), |end| end + 4);
                            self.line += lines(rest.get(..width).unwrap_or_default());
                        }
                        (b'<', b'<') => {
                            mark(&mut level);
                            if let Some((word, end)) = heredoc(self.rest()) {
                                levels.push(Level::Heredoc(word));
                                width = end;
                            }
                        }
                        (b'"', _) => {
                            mark(&mut level);
                            levels.push(Level::Quoted);
                        }
                        (b'{' | b'(' | b'[', _) => {
                            mark(&mut level);
                            let is_object = byte == b'{' && !is_word(before);
                            levels.push(if is_object {
                                Level::Object { line: self.line, keys: 0, open: false }
                            } else {
                                Level::Other
                            });
                        }
                        (b'}' | b')' | b']', _) => {
                            levels.pop();
                        }
                        (b',' | b'\n', _) => {
                            if let Some(Level::Object { line, keys, open }) = level
                                && std::mem::take(open)
                            {
                                if *keys == KEYS || !self.budget.take(*keys) {
                                    return Some(*line);
                                }
                                *keys += 1;
                            }
                        }
                        (b' ' | b'\t' | b'\r' | b'\x0c', _) => {}
                        _ => mark(&mut level),
                    }
                    if !byte.is_ascii_whitespace() {
                        before = byte;
                    }
                }
            }
            self.at += width;
        }
        None
    }
}

/// Something of a key or its value stands here.
fn mark(level: &mut Option<&mut Level<'_>>) {
    if let Some(Level::Object { open, .. }) = level {
        *open = true;
    }
}

/// What stands before the brace of a block: its name, or a label.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'"' | b'_' | b'-') || !byte.is_ascii()
}

fn lines(text: &[u8]) -> u32 {
    text.iter().map(|byte| u32::from(*byte == b'\n')).sum()
}

/// The word that ends a heredoc which begins here, and where its first line ends.
fn heredoc(text: &[u8]) -> Option<(&[u8], usize)> {
    let after = text.strip_prefix(b"<<")?;
    let after = after.strip_prefix(b"-").unwrap_or(after);
    let end = after.iter().position(|it| *it == b'\n')?;
    let word = after.get(..end)?.trim_ascii_end();
    let is_one = !word.is_empty() && word.iter().all(|it| is_word(*it) && *it != b'"');
    is_one.then_some((word, text.len() - after.len() + end))
}

/// Whether a heredoc ends in the line that begins here.
fn ends(line: Option<&[u8]>, word: &[u8]) -> bool {
    let Some(line) = line else { return false };
    let indent = line.iter().position(|it| !matches!(it, b' ' | b'\t')).unwrap_or(line.len());
    let after = line.get(indent..).and_then(|line| line.strip_prefix(word));
    after.is_some_and(|after| !after.first().is_some_and(|next| is_word(*next) && *next != b'"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Option<u32> {
        Budget::of_all().exceeded(text)
    }

    fn find_in_template(text: &str) -> Option<u32> {
        Budget::of_all().exceeded_in_template(text)
    }

    fn keys(count: usize, between: &str) -> String {
        (0..count)
            .flat_map(|key| ["k".to_owned(), key.to_string(), " = 1".to_owned(), between.to_owned()])
            .collect()
    }

    #[test]
    fn an_object_of_too_many_keys_is_found_with_its_line() {
        for between in ["\n", ",", ",\n", " # }\n", ", // {\n", "\r\n"] {
            let over = format!("locals {{\n\n  a = {{\n{}}}\n}}\n", keys(KEYS + 1, between));
            assert_eq!(find(&over), Some(3), "{between:?}");
            let at_most = format!("locals {{\n\n  a = {{\n{}}}\n}}\n", keys(KEYS, between));
            assert_eq!(find(&at_most), None, "{between:?}");
        }
    }

    #[test]
    fn it_is_found_within_templates_heredocs_lists_and_calls() {
        let object = format!("{{\n{}}}", keys(KEYS + 1, "\n"));
        for (text, line) in [
            (format!("a = \"${{ {object} }}\"\n"), 1),
            (format!("a = <<-E\n  it's \"{{\n  ${{ {object} }}\n  E\n"), 3),
            (format!("a = [1, {object}]\n"), 1),
            (format!("a = merge(b, {object})\n"), 1),
            (format!("a = [for x in y : {object}]\n"), 1),
            (format!("a = b ? c : {object}\n"), 1),
            (format!("/* \" \n { } */ a =\n{object}\n", "{"), 3),
            (format!("/*/ \" */ a =\n{object}\n"), 2),
            (format!("a = \"\\\"$${{ %%{{\"\nb = {object}\n"), 2),
            (format!("a = <<E\nE1\n }}}}\n  E\nb = {object}\n"), 5),
        ] {
            assert_eq!(find(&text), Some(line), "{}", text.chars().take(60).collect::<String>());
        }
        assert_eq!(find_in_template(&format!("it's ${{ {object} }}")), Some(1));
    }

    #[test]
    fn blocks_lists_texts_and_comments_have_no_keys() {
        let many = keys(KEYS * 3, "\n");
        for text in [
            format!("locals {{\n{many}}}\n"),
            format!("resource \"a\" \"b\" {{\n{many}}}\n"),
            format!("a = {{ b = [\n{}] }}\n", "1,\n".repeat(KEYS * 3)),
            format!("a = {{ b = <<E\n{many}E\n}}\n"),
            format!("a = {{ b = \"{}\" }}\n", ",".repeat(KEYS * 3)),
            format!("a = {{\n{}}}\n", "# b = 1\n\n".repeat(KEYS * 3)),
        ] {
            assert_eq!(find(&text), None, "{}", text.chars().take(40).collect::<String>());
        }
    }

    #[test]
    fn objects_share_what_all_files_may_cost() {
        let object = format!("a = [{{\n{}}}]\n", keys(KEYS, "\n"));
        let budget = Budget::of_all();
        let fit = (0..100).take_while(|_| budget.exceeded(&object).is_none()).count();
        assert_eq!(fit, COMPARISONS / (KEYS * (KEYS - 1) / 2));
        assert_eq!(budget.exceeded("a = {}\n"), None);
    }

    #[test]
    fn a_text_that_is_no_terraform_is_scanned_to_its_end() {
        for text in ["", "\"", "}}}", "<<", "<<E", "<<E\n", "${", "/*", "//", "\\", "ü{", "\"\\", "a = {\"${"]
        {
            assert_eq!(find(text), None, "{text}");
            assert_eq!(find_in_template(text), None, "{text}");
        }
    }
}
