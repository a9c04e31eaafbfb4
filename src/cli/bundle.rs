//! `bundle`: everything to hand over, in one archive with the same bytes every time.

use std::path::Path;

use aurora_designer::formats::bundle::bundle;

use super::args::Request;
use super::verbs::refusal;
use super::{Answer, Failure, files};

/// Writes the archive.
pub(super) fn run(request: &Request) -> Result<Answer, Failure> {
    let Some(out) = &request.out else {
        return Err(Failure::arguments("bundle needs --out X.zip"));
    };
    let opened = files::open(request, request.operand())?;
    if let Some(refused) = refusal(request, &opened) {
        return Ok(refused);
    }
    files::write(request, Path::new(out), &bundle(&opened.spec.design))?;
    Ok(Answer::default())
}
