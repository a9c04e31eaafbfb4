//! Files and folders as one input.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use aurora_designer::formats::import::{Import, Input, Options, Refusal, import, is_spec, recognizes};

use super::answer::Failure;
use super::globals::Globals;

/// More of a file than this is never read; the reader refuses one byte less.
const LIMIT: u64 = 64 * 1024 * 1024 + 1;
/// More files of a folder than this are never listed; the reader refuses far fewer.
const FILES: usize = 5000;
/// How deep folders are followed.
const DEPTH: usize = 16;

/// Endings of files that are looked into where a folder was given.
const ENDINGS: [&str; 10] =
    [".tf", ".tf.json", ".tfvars", ".tfvars.json", ".tfstate", ".json", ".yaml", ".yml", ".template", ".csv"];

/// Folders that hold what other programs fetched or made.
const PASSED: [&str; 3] = ["node_modules", "cdk.out.cache", "target"];

/// What is imported: a file, a folder or standard input.
#[derive(Clone, Debug)]
pub(crate) enum Dropped {
    Stdin,
    Path(PathBuf),
}

impl From<OsString> for Dropped {
    fn from(text: OsString) -> Self {
        if text == "-" { Self::Stdin } else { Self::Path(text.into()) }
    }
}

/// Every file, and the names of those that hold the chosen variables.
pub(crate) fn dropped(
    paths: &[Dropped],
    var_files: &[PathBuf],
    globals: &Globals,
) -> Result<(Vec<Input>, Vec<String>), Failure> {
    let folders = paths.iter().filter(|it| matches!(it, Dropped::Path(path) if path.is_dir())).count();
    let mut all = Files { globals, inputs: Vec::new(), names: BTreeMap::new() };
    for it in paths {
        match it {
            Dropped::Stdin => {
                let bytes = read(std::io::stdin().lock()).map_err(|error| unread("<stdin>", &error))?;
                globals.note(format!("<stdin>: {} bytes read", bytes.len()));
                all.inputs.push(Input { name: "<stdin>".to_owned(), bytes });
            }
            Dropped::Path(path) if path.is_dir() => {
                // Names below the only folder need no more than their way inside it.
                let base = if folders == 1 { path.as_path() } else { Path::new("") };
                for file in listed(path)? {
                    all.of_folder(&file, base)?;
                }
            }
            Dropped::Path(path) => {
                all.add(path, &path.to_string_lossy())?;
            }
        }
    }
    let mut chosen = Vec::new();
    for path in var_files {
        chosen.push(all.add(path, &path.to_string_lossy())?);
    }
    Ok((all.inputs, chosen))
}

struct Files<'g> {
    globals: &'g Globals,
    inputs: Vec<Input>,
    /// The name of each file that was read, by where it really is.
    names: BTreeMap<PathBuf, String>,
}

impl Files<'_> {
    /// Reads a file once; gives the name it goes by.
    fn add(&mut self, path: &Path, name: &str) -> Result<String, Failure> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Some(known) = self.names.get(&real) {
            return Ok(known.clone());
        }
        let input = self.open(path, name)?;
        self.inputs.push(input);
        self.names.insert(real, name.to_owned());
        Ok(name.to_owned())
    }

    /// Reads a file of a folder, where it is one of the kinds.
    fn of_folder(&mut self, path: &Path, base: &Path) -> Result<(), Failure> {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if self.names.contains_key(&real) {
            return Ok(());
        }
        let inside = path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let input = self.open(path, &inside)?;
        if recognizes(&input) {
            self.names.insert(real, inside);
            self.inputs.push(input);
        } else {
            self.globals.note(format!("{inside}: none of the kinds, passed over"));
        }
        Ok(())
    }

    fn open(&self, path: &Path, name: &str) -> Result<Input, Failure> {
        let bytes = std::fs::File::open(path).and_then(read).map_err(|error| unread(name, &error))?;
        self.globals.note(format!("{name}: {} bytes read", bytes.len()));
        Ok(Input { name: name.to_owned(), bytes })
    }
}

fn read(from: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LIMIT).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unread(name: &str, error: &std::io::Error) -> Failure {
    Failure::of(name, format!("can't be read: {error}"))
}

/// The files of a folder and of those below it, by name; hidden ones are passed over.
fn listed(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut open = vec![(root.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        let name = folder.to_string_lossy().into_owned();
        let entries = std::fs::read_dir(&folder).map_err(|error| unread(&name, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| unread(&name, &error))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
            if name.starts_with('.') || PASSED.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                if depth < DEPTH && !path.is_symlink() {
                    open.push((path, depth + 1));
                }
            } else if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
                files.push(path);
            }
        }
        if files.len() > FILES {
            let message = format!("these are more than {FILES} files; give the folder of the cluster alone");
            return Err(Failure::of(&root.to_string_lossy(), message));
        }
    }
    files.sort();
    Ok(files)
}

/// The design of an operand that is no spec: a folder, a state, a template; none where it is a spec.
pub(crate) fn imported(operand: &str, globals: &Globals) -> Result<Option<Import>, Failure> {
    let path = Dropped::from(OsString::from(operand));
    // Standard input can be read once, and there it is a spec.
    if matches!(path, Dropped::Stdin) {
        return Ok(None);
    }
    let (inputs, _) = dropped(&[path], &[], globals)?;
    if let [only] = inputs.as_slice()
        && (is_spec(only) || !recognizes(only))
    {
        return Ok(None);
    }
    import(&inputs, &Options::default()).map(Some).map_err(|refusal| failure(&refusal, &inputs))
}

/// A refusal as the line of an error; one about the whole input names its first file.
pub(crate) fn failure(refusal: &Refusal, inputs: &[Input]) -> Failure {
    let first = inputs.first().map_or("<input>", |it| it.name.as_str());
    let (file, line) = match &refusal.place {
        Some(place) => (place.file.as_str(), place.line.unwrap_or(1)),
        None => (first, 1),
    };
    Failure(format!("{file}:{line}:1: {}", refusal.message))
}
