//! The signs of the product: the symbols of parts and clients, the three shapes of severity, a table of changes,
//! a page of prose, tables and buttons.

mod changes;
mod document;
mod severity;

pub use changes::ChangeTable;
pub use document::{Document, blocks};
pub use severity::SeverityMark;

pub use crate::editor::parts::{client_symbol, part_symbol};
pub use crate::editor::problems::{counted, severity_title};
