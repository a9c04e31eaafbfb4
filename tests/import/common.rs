//! What the tests of imports share.

use std::path::{Path, PathBuf};

use aurora_designer::formats::import::{Import, Input, Options, Refusal, import};

/// The inputs of a given case.
pub(crate) fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases").join(name).join("input")
}

/// Every file below a folder, its name relative to it.
pub(crate) fn folder(root: &Path) -> Vec<Input> {
    fn below(root: &Path, at: &Path, into: &mut Vec<Input>) {
        let mut entries: Vec<_> = std::fs::read_dir(at).unwrap().map(|it| it.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                below(root, &path, into);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                into.push(Input { name, bytes: std::fs::read(&path).unwrap() });
            }
        }
    }
    let mut inputs = Vec::new();
    below(root, root, &mut inputs);
    inputs
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

/// Whether a notice stands at a place and holds every word, in any order and case.
pub(crate) fn says(import: &Import, words: &str) -> bool {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    notices(import).iter().any(|notice| {
        let notice = notice.to_lowercase();
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
