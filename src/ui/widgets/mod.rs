//! Pieces of a page that know nothing of this product: icons, menus, tabs, dialogs, fields.

mod icon;
mod listing;

pub use icon::{Icon, Symbols};
pub use listing::Listing;
