//! JSON as a terminal shows it.

use serde::Serialize;

/// A value as indented JSON with a line's end.
pub(crate) fn lines(value: &impl Serialize) -> String {
    // Maps have text keys here and numbers are finite, so there is nothing that could fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
