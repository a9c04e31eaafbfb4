//! `link`: a spec as the fragment of an address.

use aurora_designer::formats::link;
use clap::Args;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::SpecFile;
use crate::cli::globals::Globals;

/// Print the fragment that opens the spec in the browser
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer link aurora.yaml")]
pub(crate) struct Link {
    #[command(flatten)]
    spec: SpecFile,
}

impl Link {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let opened = self.spec.open(globals)?;
        Ok(match link::encode(&opened.spec.design) {
            Ok(fragment) => Answer::text(format!("{fragment}\n")),
            Err(error) => Answer::refused(vec![format!("{}:1:1: {error}", opened.name)]),
        })
    }
}
