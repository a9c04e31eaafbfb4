//! What the tests of imports share.

use std::path::Path;

use aurora_designer::formats::import::{Import, Input, Options, Refusal, import};

/// Every file below a folder, its name relative to it.
pub fn folder(root: &Path) -> Vec<Input> {
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

/// The import of named texts.
pub fn of(files: &[(&str, &str)]) -> Result<Import, Refusal> {
    let inputs: Vec<Input> = files
        .iter()
        .map(|(name, text)| Input { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect();
    import(&inputs, &Options::default())
}

/// Every notice as the command line prints it.
pub fn notices(import: &Import) -> Vec<String> {
    import.notices.iter().map(ToString::to_string).collect()
}

/// Whether a notice stands at a place and holds every word, in any order and case.
pub fn says(import: &Import, words: &str) -> bool {
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
