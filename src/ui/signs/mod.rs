//! The signs of the product: the symbols of parts and clients, the three shapes of severity, a table of changes,
//! a page of prose, tables and buttons, what stands in place of something that did not come.

mod changes;
mod document;
mod missing;
mod severity;

pub use changes::ChangeTable;
pub use document::{Document, blocks};
pub use missing::Missing;
pub use severity::SeverityMark;

pub use crate::editor::parts::{client_symbol, part_symbol};
pub use crate::editor::problems::{counted, severity_title};
