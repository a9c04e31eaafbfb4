//! Files in and out.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use aurora_designer::formats::yaml;
use clap::{Args, ValueHint};

use super::answer::Failure;
use super::globals::Globals;

/// More of a spec than this is never read; the reader refuses far less.
pub(crate) const SPEC_LIMIT: u64 = 1024 * 1024;

/// Where text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl From<OsString> for Input {
    fn from(text: OsString) -> Self {
        if text == "-" { Self::Stdin } else { Self::File(text.into()) }
    }
}

impl Input {
    /// Its name as errors show it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Its text, up to a limit in bytes.
    pub(crate) fn text(&self, globals: &Globals, limit: u64) -> Result<String, Failure> {
        let name = self.name();
        let mut bytes = Vec::new();
        let read = match self {
            Self::Stdin => std::io::stdin().lock().take(limit).read_to_end(&mut bytes),
            Self::File(path) => {
                std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
            }
        };
        read.map_err(|error| Failure::of(&name, format!("can't be read: {error}")))?;
        globals.note(format!("{name}: {} bytes read", bytes.len()));
        String::from_utf8(bytes).or_else(|error| {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            // A letter that the limit cut in two is no fault of the file's.
            if bytes.len() as u64 == limit && bytes.len() - valid < 4 {
                return Ok(String::from_utf8_lossy(&bytes).into_owned());
            }
            let before = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default()).into_owned();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
            Err(Failure(format!("{name}:{line}:{column}: the file is not UTF-8; save it as UTF-8")))
        })
    }

    /// The spec in it.
    pub(crate) fn open(&self, globals: &Globals) -> Result<Opened, Failure> {
        let (text, name) = (self.text(globals, SPEC_LIMIT)?, self.name());
        match yaml::read(&text) {
            Ok(spec) => Ok(Opened { spec, name, text }),
            Err(error) => {
                let at = if error.path.is_empty() { String::new() } else { format!("{}: ", error.path) };
                Err(Failure(format!("{name}:{}:{}: {at}{}", error.line, error.column, error.message)))
            }
        }
    }
}

/// The operand of every verb that reads a spec.
#[derive(Args, Debug)]
pub(crate) struct SpecFile {
    /// The spec, or `-` for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: Input,
}

impl SpecFile {
    /// The spec with the text it was read from.
    pub(crate) fn open(&self, globals: &Globals) -> Result<Opened, Failure> {
        self.file.open(globals)
    }
}

/// A spec and the text it was read from.
pub(crate) struct Opened {
    pub(crate) spec: yaml::Spec,
    /// The file's name as errors show it.
    pub(crate) name: String,
    text: String,
}

impl Opened {
    /// `FILE:LINE:COLUMN` of a setting, by its path.
    pub(crate) fn place(&self, path: &str) -> String {
        let (line, column) = self.locate(path);
        format!("{}:{line}:{column}", self.name)
    }

    /// Line and column of a setting, by its path.
    pub(crate) fn locate(&self, path: &str) -> (usize, usize) {
        yaml::locate(&self.text, path)
    }
}

/// Writes a file.
pub(crate) fn write(globals: &Globals, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = path.display().to_string();
    std::fs::write(path, bytes).map_err(|error| Failure::of(&name, format!("can't be written: {error}")))?;
    globals.note(format!("{name}: {} bytes written", bytes.len()));
    Ok(())
}
