//! The command line: the same core and the same bytes as the browser, in a terminal or a CI job.
//!
//! Answers go to standard output; what is wrong goes to standard error as `FILE:LINE:COLUMN: message`. What is wrong
//! with the arguments themselves is said by clap. A verb is a file in `verbs/` and a variant of its enum.

mod answer;
mod args;
mod dropped;
mod files;
mod globals;
mod load;
mod metrics;
mod refusal;
mod rule_id;
mod table;
mod today;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

use answer::Answer;

/// Runs the verb that the arguments name.
pub(crate) fn main() -> ExitCode {
    match args::Cli::try_parse() {
        Ok(cli) => cli.run().unwrap_or_else(Answer::from).print(),
        Err(said) => {
            // Help and version too come this way; nobody is left to be told of a closed pipe.
            let _ = said.print();
            ExitCode::from(u8::try_from(said.exit_code()).unwrap_or(2))
        }
    }
}
