//! Files in and out.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

use aurora_designer::formats::yaml;

use super::Failure;
use super::args::Request;

/// More of a spec than this is never read; the reader refuses far less.
pub(super) const SPEC_LIMIT: u64 = 1024 * 1024;

/// A file's name as errors show it.
pub(super) fn name(file: &OsStr) -> String {
    if file == "-" { "<stdin>".to_owned() } else { file.display().to_string() }
}

/// The text of a file or of standard input, up to a limit.
pub(super) fn text(request: &Request, file: &OsStr, limit: u64) -> Result<String, Failure> {
    let name = name(file);
    let mut bytes = Vec::new();
    let read = if file == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::of(&name, format!("can't be read: {error}")))?;
    request.note(format!("{name}: {} bytes read", bytes.len()));
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

/// A spec and the text it was read from.
pub(super) struct Opened {
    pub(super) spec: yaml::Spec,
    name: String,
    text: String,
}

impl Opened {
    /// `FILE:LINE:COLUMN` of a setting, by its path.
    pub(super) fn place(&self, path: &str) -> String {
        let (line, column) = self.locate(path);
        format!("{}:{line}:{column}", self.name)
    }

    /// Line and column of a setting, by its path.
    pub(super) fn locate(&self, path: &str) -> (usize, usize) {
        yaml::locate(&self.text, path)
    }
}

/// The spec in a file or on standard input.
pub(super) fn open(request: &Request, file: &OsStr) -> Result<Opened, Failure> {
    let (text, name) = (text(request, file, SPEC_LIMIT)?, name(file));
    match yaml::read(&text) {
        Ok(spec) => Ok(Opened { spec, name, text }),
        Err(error) => {
            let at = if error.path.is_empty() { String::new() } else { format!("{}: ", error.path) };
            Err(Failure(format!("{name}:{}:{}: {at}{}", error.line, error.column, error.message)))
        }
    }
}

/// The spec alone.
pub(super) fn spec(request: &Request, file: &OsStr) -> Result<yaml::Spec, Failure> {
    open(request, file).map(|opened| opened.spec)
}

/// Writes a file.
pub(super) fn write(request: &Request, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = path.display().to_string();
    std::fs::write(path, bytes).map_err(|error| Failure::of(&name, format!("can't be written: {error}")))?;
    request.note(format!("{name}: {} bytes written", bytes.len()));
    Ok(())
}
