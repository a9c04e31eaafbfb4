//! The one door to the browser: fragment, storage, clipboard, files, time, measuring. Nothing here panics; what the
//! browser refuses comes back as `None` or an error to tell.

mod clipboard;
mod elements;
mod files;
mod picture;
mod pointer;
mod time;
mod window;
mod worker;

/// The browser's own types that views hold; named through this door alone.
pub use web_sys::{
    ClipboardEvent, DragEvent, Element, Event, EventTarget, File, FocusEvent, HtmlDialogElement, HtmlElement,
    HtmlInputElement, KeyboardEvent, MouseEvent, Node, PointerEvent, SubmitEvent, SvgElement, WheelEvent,
};

pub use clipboard::{copy, put, text_of};
pub use elements::{
    Holder, extent_of, focus, focus_is_in, focus_is_lost, holder, holds, is_there, open_section, remove,
    scroll_near, select_all, step_focus, typing, watch_size,
};
pub use files::{download, download_bytes, dropped_file, has_files, pick_file, read_file};
pub use picture::{Drawing, copy_png, download_png};
pub use pointer::{across, capture, capture_by, corner, data_of, target_id, within, within_place};
pub use time::{Later, today};
pub use window::{
    fragment, lengths, link_with, matches, remember, remembered, replace_fragment, set_length, set_lengths,
    set_theme,
};
pub use worker::{Thread, serve};
