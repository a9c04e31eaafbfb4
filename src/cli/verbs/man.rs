//! `man`: the manual, a page for the program and one for each verb.

use aurora_designer::design::values::nearest_word;
use clap::{Args, Command};

use crate::cli::answer::{Answer, Failure};

/// Print the manual page, or that of one verb
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer man check")]
pub(crate) struct Man {
    /// The verb whose page it is
    verb: Option<String>,
}

impl Man {
    pub(crate) fn run(&self, mut program: Command) -> Result<Answer, Failure> {
        program.build();
        let page = match &self.verb {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                let nearest = nearest_word(name, program.get_subcommands().map(Command::get_name));
                let nearest = nearest.map(|it| format!("; the nearest is {it}")).unwrap_or_default();
                Failure::of("arguments", format!("{name} is no verb{nearest}"))
            })?,
        };
        let mut bytes = Vec::new();
        let rendered = clap_mangen::Man::new(page).render(&mut bytes);
        rendered.map_err(|error| Failure::of("man", error))?;
        Ok(Answer::text(String::from_utf8_lossy(&bytes).into_owned()))
    }
}
