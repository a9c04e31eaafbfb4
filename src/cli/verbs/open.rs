//! `open`: the spec that a link holds.

use aurora_designer::formats::{link, yaml};
use clap::Args;

use crate::cli::answer::{Answer, Failure};
use crate::cli::files::{Input, SPEC_LIMIT};
use crate::cli::globals::Globals;

/// Print the spec of a fragment or a whole address
///
/// Exit code 1 where a part of it was not understood.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer open 'v=1&p=2026-10&k=3fb6'")]
pub(crate) struct Open {
    /// The fragment or address, or `-` for standard input
    link: String,
}

impl Open {
    pub(crate) fn run(&self, globals: &Globals) -> Result<Answer, Failure> {
        let text = match self.link.as_str() {
            "-" => Input::Stdin.text(globals, SPEC_LIMIT)?,
            link => link.to_owned(),
        };
        let (design, notices) = link::decode(&text);
        let errors: Vec<String> =
            notices.iter().map(|notice| format!("link:1:1: {}", notice.message)).collect();
        Ok(Answer { text: yaml::write(&design), code: u8::from(!errors.is_empty()), errors })
    }
}
