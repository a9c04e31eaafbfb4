//! What a run begins with: the given cases, and the kept corpus.

use std::path::{Path, PathBuf};

use aurora_designer::formats::import::Input;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Every file below a folder, its name relative to it.
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

/// A case of imports, by its name.
pub(crate) fn case(name: &str) -> Vec<Input> {
    let folder = root().join("import/cases").join(name).join("input");
    let mut inputs = Vec::new();
    below(&folder, &folder, &mut inputs);
    inputs
}

/// What is kept for a reader: a file is a seed, and so is a folder with all its files.
pub(crate) fn corpus(name: &str) -> Vec<Vec<Input>> {
    let folder = root().join("fuzz/corpus").join(name);
    let mut entries: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    entries.sort();
    let seed = |path: PathBuf| {
        let mut inputs = Vec::new();
        if path.is_dir() {
            below(&path, &path, &mut inputs);
        } else {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            inputs.push(Input { name, bytes: std::fs::read(&path).unwrap() });
        }
        inputs
    };
    entries.into_iter().map(seed).collect()
}

/// The designs of the other tests, as YAML.
pub(crate) fn designs() -> Vec<Input> {
    let folder = root().join("designs");
    let mut inputs = Vec::new();
    below(&folder, &folder, &mut inputs);
    inputs
}
