//! `yaml`: the canonical spec.

use aurora_designer::formats::yaml;
use clap::Args;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::SpecFile;
use crate::cli::globals::Globals;

/// Print the canonical spec
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer yaml aurora.yaml")]
pub(crate) struct Yaml {
    #[command(flatten)]
    spec: SpecFile,
}

impl Yaml {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        Ok(Answer::text(yaml::write(&self.spec.open(globals)?.spec.design)))
    }
}
