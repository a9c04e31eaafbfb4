//! `schema`: the spec as a JSON Schema, for editors.

use aurora_designer::formats::yaml::schema;
use clap::Args;

use crate::cli::answer::Answer;

/// Print the JSON Schema of the spec, for an editor that completes and checks it
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  aurora-designer schema")]
pub(crate) struct Schema {}

impl Schema {
    pub(crate) fn run() -> Answer {
        Answer::text(schema())
    }
}
