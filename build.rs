//! Gives every build a name of its own, so that the page and its worker know whether they belong together.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    // The editor is kept by the same name as the worker: `yaml-editor.js?…`.
    let named = ["Cargo.lock", "Cargo.toml", "public/yaml-editor.js"];
    let mut files: Vec<PathBuf> = named.iter().map(PathBuf::from).collect();
    collect(Path::new("src"), &mut files)?;
    // The order in which a disk lists its files is its own.
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        file.hash(&mut hasher);
        fs::read(file)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=AURORA_BUILD={:016x}", hasher.finish());
    println!("cargo::rerun-if-changed=src");
    for file in named {
        println!("cargo::rerun-if-changed={file}");
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
