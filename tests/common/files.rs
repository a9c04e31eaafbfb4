//! Files as inputs of an import.

use std::path::Path;

use aurora_designer::formats::import::Input;

/// Every file below a folder, its name relative to it.
pub(crate) fn below(root: &Path) -> Vec<Input> {
    fn into(root: &Path, at: &Path, inputs: &mut Vec<Input>) {
        let mut entries: Vec<_> = std::fs::read_dir(at).unwrap().map(|it| it.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                into(root, &path, inputs);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                inputs.push(Input { name, bytes: std::fs::read(&path).unwrap() });
            }
        }
    }
    let mut inputs = Vec::new();
    into(root, root, &mut inputs);
    inputs
}
