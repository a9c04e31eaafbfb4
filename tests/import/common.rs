//! What the tests of imports share.

use std::path::{Path, PathBuf};
use std::time::Duration;

use aurora_designer::formats::import::{Import, Input, Notice, Options, Refusal, import};

pub(crate) use super::files::below as folder;
use super::spent::timed;

/// The inputs of a given case.
pub(crate) fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases").join(name).join("input")
}

/// A text by its name.
pub(crate) fn input((name, text): (&str, &str)) -> Input {
    Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// The import of named texts.
pub(crate) fn of(files: &[(&str, &str)]) -> Result<Import, Refusal> {
    let inputs: Vec<Input> = files.iter().copied().map(input).collect();
    import(&inputs, &Options::default())
}

/// Every notice as the command line prints it.
pub(crate) fn notices(import: &Import) -> Vec<String> {
    import.notices.iter().map(ToString::to_string).collect()
}

/// As many texts after each other.
pub(crate) fn many(count: usize, each: impl Fn(usize) -> String) -> String {
    (0..count).map(each).collect()
}

/// All that an import of named texts says, which must be said in less than so many seconds of the processor.
#[track_caller]
pub(crate) fn said_within(seconds: u64, files: &[(&str, &str)]) -> String {
    let (said, took) = timed(|| match of(files) {
        Ok(import) => notices(&import).join("\n"),
        Err(refusal) => refusal.to_string(),
    });
    assert!(took < Duration::from_secs(seconds), "{took:?}");
    said
}

/// Whether a notice stands at a place and holds every word, in any order and case.
pub(crate) fn says(import: &Import, words: &str) -> bool {
    says_one(import, words).is_some()
}

/// The first such notice.
pub(crate) fn says_one<'i>(import: &'i Import, words: &str) -> Option<&'i Notice> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    import.notices.iter().find(|notice| {
        let notice = notice.to_string().to_lowercase();
        words.iter().all(|word| match word.split_once(':') {
            // A place: the notice begins with it, and with no other line.
            Some((file, line)) if line.bytes().all(|it| it.is_ascii_digit()) => {
                notice.starts_with(&format!("{file}:{line}:"))
            }
            _ => notice.contains(word.as_str()),
        })
    })
}

/// As [`says`], and shows every notice where none says it.
#[track_caller]
pub(crate) fn assert_says(import: &Import, words: &str) {
    assert!(says(import, words), "{words} is not said in {:#?}", notices(import));
}
