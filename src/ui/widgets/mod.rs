//! Pieces of a page that know nothing of this product: icons, menus, tabs, dialogs, fields.

mod icon;

pub use icon::{Icon, Symbols};
