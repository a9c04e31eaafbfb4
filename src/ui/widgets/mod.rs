//! Pieces of a page that know nothing of this product: icons, menus, tabs, dialogs, fields.

mod after_paint;
mod fold;
mod icon;
mod listing;
mod menu;
mod modal;
mod tabs;
mod toast;

pub use after_paint::AfterPaint;
pub use fold::FoldButton;
pub use icon::{Icon, LiveIcon, Symbols};
pub use listing::Listing;
pub use menu::{CloseMenu, Menu, MenuItem};
pub use modal::Modal;
pub use tabs::{Tab, TabList};
pub use toast::ToastPlace;
