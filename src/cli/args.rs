//! What can be asked for, as clap reads it.

use clap::{CommandFactory, Parser};

use super::answer::{Answer, Failure};
use super::globals::Globals;
use super::verbs::Verb;

/// Designs, checks, prices and exports Aurora Serverless v2 clusters.
#[derive(Parser, Debug)]
#[command(
    version,
    disable_help_subcommand = true,
    after_help = "Exit codes: 0 done; 1 done, and something is an error; 2 can't be read or written."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    verb: Verb,
}

impl Cli {
    /// Runs the verb.
    pub(crate) fn run(&self) -> Result<Answer, Failure> {
        self.verb.run(&self.globals, Self::command())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clap_finds_no_fault_with_the_arguments() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_example_of_every_verb_is_read_as_that_verb() {
        for verb in Cli::command().get_subcommands() {
            let help = verb.get_after_help().map(ToString::to_string).unwrap_or_default();
            let example = help.strip_prefix("Example:\n  ").unwrap().lines().next().unwrap();
            let words = example.split(' ').map(|word| word.trim_matches('\''));
            let matches = Cli::command().try_get_matches_from(words).unwrap();
            assert_eq!(matches.subcommand_name(), Some(verb.get_name()));
        }
    }
}
