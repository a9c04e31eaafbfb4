//! `completions`: what a shell needs to complete verbs, options and the ids of rules.

use clap::{Args, Command};
use clap_complete::{Shell, generate};

use crate::cli::answer::Answer;

/// Print the completions of a shell
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer completions bash")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, mut program: Command) -> Answer {
        let name = program.get_name().to_owned();
        let mut bytes = Vec::new();
        generate(self.shell, &mut program, name, &mut bytes);
        Answer::text(String::from_utf8_lossy(&bytes).into_owned())
    }
}
