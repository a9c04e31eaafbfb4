//! What CloudWatch measured becomes usage.

use super::{Input, Notice, Refusal};
use crate::design::Design;

/// Who is who in the series.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Members {
    /// The cluster's identifier.
    pub cluster: Option<String>,
    /// The writer's identifier.
    pub writer: Option<String>,
    /// The readers' identifiers, as far as they are known.
    pub readers: Vec<String>,
    /// Whether an input gives the capacity range; where none does, the series' own range is taken.
    pub range_given: bool,
}

/// Fills the usage of a design from series, and says what they say of its range.
///
/// # Errors
/// Where a text holds no series.
pub fn fill(
    _inputs: &[&Input],
    _members: &Members,
    design: Design,
) -> Result<(Design, Vec<Notice>), Refusal> {
    Ok((design, Vec::new()))
}
