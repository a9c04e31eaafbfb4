//! What comes in and goes out: presets, whatever the door takes, the link, the exported files and pictures.

mod door;
mod export;
mod menus;
mod open;
mod opening;
mod picture;

pub use door::{Door, use_door};
pub use export::{copy, copy_link, copy_text, download, refused};
pub use menus::{ExportMenu, OpenButton, PresetMenu, ShareButton};
pub use open::{DropZone, take_preset};
pub use opening::OpenDialog;
