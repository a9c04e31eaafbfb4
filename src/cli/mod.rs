//! The command line: the same core and the same bytes as the browser, in a terminal or a CI job.
//!
//! Answers go to standard output; what is wrong goes to standard error as `FILE:LINE:COLUMN: message`.

mod about;
mod args;
mod bundle;
mod catalogue;
mod costs;
mod files;
mod findings;
mod offer;
mod sarif;
mod table;
mod today;
mod verbs;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// What a command has to say, and its exit code.
#[derive(Debug, Default)]
struct Answer {
    /// For standard output.
    text: String,
    /// Lines for standard error.
    errors: Vec<String>,
    /// Exit code.
    code: u8,
}

impl Answer {
    /// Everything went well.
    const fn text(text: String) -> Self {
        Self { text, errors: Vec::new(), code: 0 }
    }
}

/// Why a command could not answer at all: one line for standard error, and exit code 2.
#[derive(Debug)]
struct Failure(String);

impl Failure {
    /// Something about a whole file.
    fn of(file: &str, message: impl std::fmt::Display) -> Self {
        Self(format!("{file}:1:1: {message}"))
    }

    /// Something about the arguments themselves.
    fn arguments(message: impl std::fmt::Display) -> Self {
        Self::of("arguments", format!("{message}; see aurora-designer --help"))
    }
}

/// Runs the command that the arguments name.
pub(crate) fn main() -> ExitCode {
    let answer = args::parse(std::env::args_os())
        .and_then(|request| (request.verb.run)(&request))
        .unwrap_or_else(|Failure(line)| Answer { errors: vec![line], code: 2, ..Answer::default() });
    let mut errors = std::io::stderr().lock();
    for line in &answer.errors {
        // Nobody is left to be told that standard error is closed.
        let _ = writeln!(errors, "{line}");
    }
    let mut out = std::io::stdout().lock();
    match out.write_all(answer.text.as_bytes()).and_then(|()| out.flush()) {
        // Whoever read has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(errors, "<stdout>:1:1: can't be written: {error}");
            ExitCode::from(2)
        }
        Ok(()) => ExitCode::from(answer.code),
    }
}
