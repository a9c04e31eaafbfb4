//! What a run begins with: the given cases, and the kept corpus.

use std::path::{Path, PathBuf};

use aurora_designer::formats::import::Input;

use super::files;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A case of imports, by its name.
pub(crate) fn case(name: &str) -> Vec<Input> {
    files::below(&root().join("import/cases").join(name).join("input"))
}

/// What is kept for a reader: a file is a seed, and so is a folder with all its files.
pub(crate) fn corpus(name: &str) -> Vec<Vec<Input>> {
    let folder = root().join("fuzz/corpus").join(name);
    let mut entries: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    entries.sort();
    let seed = |path: PathBuf| {
        if path.is_dir() {
            return files::below(&path);
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        vec![Input { name, bytes: std::fs::read(&path).unwrap() }]
    };
    entries.into_iter().map(seed).collect()
}

/// The designs of the other tests, as YAML.
pub(crate) fn designs() -> Vec<Input> {
    files::below(&root().join("designs"))
}
