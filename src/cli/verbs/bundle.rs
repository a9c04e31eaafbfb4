//! `bundle`: everything to hand over, in one archive with the same bytes every time.

use std::path::PathBuf;

use aurora_designer::formats::bundle::bundle;
use clap::{Args, ValueHint};

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{self, SpecFile};
use crate::cli::globals::Globals;
use crate::cli::refusal::refusal;

/// Pack main.tf, the spec, the diagram, the bill with its charts and a decision record
///
/// Refused while check has errors.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer bundle aurora.yaml --out orders.zip")]
pub(crate) struct Bundle {
    #[command(flatten)]
    spec: SpecFile,
    /// The archive to write
    #[arg(long, value_name = "X.zip", value_hint = ValueHint::FilePath)]
    out: PathBuf,
}

impl Bundle {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let opened = self.spec.open(globals)?;
        if let Some(refused) = refusal(globals, &opened) {
            return Ok(refused);
        }
        files::write(globals, &self.out, &bundle(&opened.spec.design))?;
        Ok(Answer::default())
    }
}
