//! `diagram`: the drawing.

use aurora_designer::estimate::bill;
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::formats::bundle::picture;
use clap::Args;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::SpecFile;
use crate::cli::globals::Globals;

/// Print the diagram as a standalone SVG
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer diagram aurora.yaml")]
pub(crate) struct Diagram {
    #[command(flatten)]
    spec: SpecFile,
}

impl Diagram {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let design = self.spec.open(globals)?.spec.design;
        Ok(Answer::text(picture(&design, &bill(&design, PRICE_DATE))))
    }
}
