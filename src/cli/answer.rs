//! What a verb says: text, lines for standard error and an exit code; or why it can say nothing.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// What a verb has to say, and its exit code.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// For standard output.
    pub(crate) text: String,
    /// Lines for standard error.
    pub(crate) errors: Vec<String>,
    /// 0 done; 1 done, and something is an error; 2 can't be read or written.
    pub(crate) code: u8,
}

impl Answer {
    /// Everything went well.
    pub(crate) const fn text(text: String) -> Self {
        Self { text, errors: Vec::new(), code: 0 }
    }

    /// Nothing but what stands in the way, with exit code 1.
    pub(crate) const fn refused(errors: Vec<String>) -> Self {
        Self { text: String::new(), errors, code: 1 }
    }

    /// Writes it to both streams and gives the exit code; a reader that has read enough is no error.
    pub(crate) fn print(&self) -> ExitCode {
        let mut errors = std::io::stderr().lock();
        for line in &self.errors {
            // Nobody is left to be told that standard error is closed.
            let _ = writeln!(errors, "{line}");
        }
        let mut out = std::io::stdout().lock();
        match out.write_all(self.text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(errors, "<stdout>:1:1: can't be written: {error}");
                ExitCode::from(2)
            }
            Ok(()) => ExitCode::from(self.code),
        }
    }
}

/// Why a verb could not answer at all: one line `FILE:LINE:COLUMN: message` for standard error, and exit code 2.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

impl Failure {
    /// Something about a whole file.
    pub(crate) fn of(file: &str, message: impl std::fmt::Display) -> Self {
        Self(format!("{file}:1:1: {message}"))
    }
}

impl From<Failure> for Answer {
    fn from(Failure(line): Failure) -> Self {
        Self { errors: vec![line], code: 2, ..Self::default() }
    }
}
