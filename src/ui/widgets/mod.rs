//! Pieces of a page that know nothing of this product: icons, menus, tabs, dialogs, fields.

mod callout;
mod disclosure;
mod field;
mod fold;
mod icon;
mod inputs;
mod listing;
mod live;
mod marked;
mod menu;
mod modal;
mod pieces;
mod range;
mod rows;
mod settle;
mod show_if;
mod tabs;
mod toast;

pub use callout::{Callout, Sentences};
pub use disclosure::Disclosure;
pub use field::{FieldShell, described_by};
pub use fold::FoldButton;
pub use icon::Icon;
pub use inputs::{CheckGroup, Choice, Options, OptionsAndOwn, Select, Switch, TextInput};
pub use listing::Listing;
pub use live::live;
pub use marked::Marked;
pub use menu::{CloseMenu, Menu, MenuItem};
pub use modal::Modal;
pub use pieces::{Coming, Piece, Pieces};
pub use range::{Thumb, TwoEndedRange};
pub use rows::ForRows;
pub use settle::{settle, whenever};
pub use show_if::ShowIf;
pub use tabs::{Tab, TabList};
pub use toast::ToastPlace;
