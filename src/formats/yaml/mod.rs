//! The spec file: reads it with the place of everything that is wrong, and writes it in one canonical form.
//!
//! The settings' rows say what a spec may say, in the order of `keys.rs`; reader and writer both walk them.

mod keys;
mod place;
mod read;
mod schema;
mod tree;
mod value;
mod write;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::design::{Design, Positions};

pub use schema::schema;
pub use write::write;

use place::Step;

/// A design and where its parts stand in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spec {
    /// The design, normalized.
    pub design: Design,
    /// The file's own order, which paths of findings name.
    pub positions: Positions,
}

/// Why a file is no spec, and where.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SpecError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Key path, `resources[0].config.engine`; empty for the file as a whole.
    pub path: String,
    /// What is so, and what to do.
    pub message: String,
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for SpecError {}

/// Reads a spec. What AWS thinks of its values is the rules' matter.
///
/// # Errors
/// For anything that is no spec: not YAML, two documents, an unknown key, a wrong type, a value that its type can't
/// hold, too large, too deep.
pub fn read(text: &str) -> Result<Spec, SpecError> {
    // Some editors begin a file with an invisible mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let spec = tree::parse(text).and_then(|root| read::spec(&root).map_err(|fault| fault.placed(text)));
    spec.map_err(|error| {
        let (line, column) = place::inside(text, (error.line, error.column));
        SpecError { line, column, ..error }
    })
}

/// Line and column, from 1, of a setting in the text it was read from, by its path; where it is left out, of the key
/// it would stand under.
pub fn locate(text: &str, path: &str) -> (usize, usize) {
    let steps = place::steps(path);
    let known = |count: usize| {
        let way = steps.get(..count)?;
        let key = count < steps.len() && matches!(way.last(), Some(Step::Key(_)));
        place::find(text, way, key)
    };
    (0..=steps.len()).rev().find_map(known).unwrap_or((1, 1))
}

/// What a fault points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum At {
    /// The value behind the way.
    Value,
    /// The last key of the way.
    Key,
    /// What the last key of the way is missing from.
    Parent,
}

/// What is wrong, before its line is known.
#[derive(Debug)]
struct Fault {
    /// The way back to the root, innermost first.
    way: Vec<Step>,
    at: At,
    message: String,
}

impl Fault {
    fn at(at: At, message: impl Into<String>) -> Self {
        Self { way: Vec::new(), at, message: message.into() }
    }

    fn value(message: impl Into<String>) -> Self {
        Self::at(At::Value, message)
    }

    fn within(mut self, step: Step) -> Self {
        self.way.push(step);
        self
    }

    fn placed(mut self, text: &str) -> SpecError {
        self.way.reverse();
        let known = match self.at {
            At::Parent => self.way.len().saturating_sub(1),
            At::Value | At::Key => self.way.len(),
        };
        let steps = self.way.get(..known).unwrap_or_default();
        let (line, column) = place::find(text, steps, self.at == At::Key).unwrap_or((1, 1));
        SpecError { line, column, path: place::path(&self.way), message: self.message }
    }
}
