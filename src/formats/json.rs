//! JSON as people and programs read it in a terminal.

use serde::Serialize;

/// A value as indented JSON, two spaces a step, with a line's end.
pub fn lines(value: &impl Serialize) -> String {
    // What is written here has texts for keys and finite numbers, so there is nothing that could fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
