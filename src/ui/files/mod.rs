//! What comes in and goes out: presets, specs by button or drop, the link, the exported files and pictures.

mod export;
mod menus;
mod open;
mod picture;

pub use export::{copy, copy_link, copy_text, download, refused};
pub use menus::{ExportMenu, OpenButton, PresetMenu, ShareButton};
pub use open::{DropZone, open, read_other, take_preset};
