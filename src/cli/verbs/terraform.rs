//! `terraform`: main.tf, to standard output or into a folder.

use std::path::PathBuf;

use aurora_designer::design::Design;
use aurora_designer::estimate::bill;
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::formats::terraform;
use aurora_designer::rules::{self, Finding, Severity};
use clap::{Args, ValueHint};

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{self, SpecFile};
use crate::cli::globals::Globals;
use crate::cli::refusal::refusal;

/// Print main.tf; refused while check has errors, unless forced
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer terraform aurora.yaml --out infra")]
pub(crate) struct Terraform {
    #[command(flatten)]
    spec: SpecFile,
    /// Write main.tf into this folder, which is made where there is none
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    out: Option<PathBuf>,
    /// Export in spite of errors; they are named at the head of the file
    #[arg(long)]
    force: bool,
}

impl Terraform {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let opened = self.spec.open(globals)?;
        let design = &opened.spec.design;
        if !self.force
            && let Some(refused) = refusal(globals, &opened)
        {
            return Ok(refused);
        }
        let errors = filed_errors(design);
        let text = if self.force && !errors.is_empty() {
            terraform::main_tf_forced(design, &errors)
        } else {
            terraform::main_tf(design)
        };
        let Some(folder) = &self.out else { return Ok(Answer::text(text)) };
        std::fs::create_dir_all(folder)
            .map_err(|error| Failure::of(&folder.display().to_string(), format!("can't be made: {error}")))?;
        files::write(globals, &folder.join("main.tf"), text.as_bytes())?;
        Ok(Answer::default())
    }
}

/// Errors as files see them: on the day of the price book, so that their bytes follow from the design alone.
fn filed_errors(design: &Design) -> Vec<Finding> {
    let mut errors = rules::check(design, &bill(design, PRICE_DATE), PRICE_DATE);
    errors.retain(|finding| finding.severity == Severity::Error);
    errors
}
