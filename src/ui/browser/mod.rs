//! The one door to the browser: fragment, storage, clipboard, files, time, measuring. Nothing here panics; what the
//! browser refuses comes back as `None` or an error to tell.

mod clipboard;
mod element;
mod elements;
mod files;
mod offline;
mod picture;
mod pointer;
mod store;
mod tabs;
mod time;
mod window;
mod worker;

/// The browser's own types that views hold; named through this door alone.
pub use web_sys::{
    ClipboardEvent, DragEvent, Element, Event, EventTarget, File, FocusEvent, HtmlDialogElement, HtmlElement,
    HtmlInputElement, KeyboardEvent, MouseEvent, Node, PointerEvent, SubmitEvent, SvgElement, WheelEvent,
};

pub use clipboard::{copy, put, text_of};
pub use element::{is_defined, load_module, reach_line, written};
pub use elements::{
    Holder, Step, close_section, extent_of, focus, focus_is_in, focus_is_lost, focus_is_within, holder,
    holds, is_there, open_section, remove, scroll_near, scroll_to_top, select_all, shown_size, step_focus,
    takes_text, typing, watch_size,
};
pub use files::{
    Handed, download, download_bytes, dropped, has_files, pasted, pick_file, pick_files, read_file,
};
pub use offline::keep_files;
pub use picture::{copy_png, download_png, picture_address};
pub use pointer::{
    across, across_and_up, capture, capture_by, corner, data_of, target_id, within, within_place,
};
pub use store::{Loaded, Store, Unsaved};
pub use tabs::{Channel, on_hidden, on_return, place, put_place};
pub use time::{Later, after_frame, local, new_id, now, today};
pub use window::{
    fragment, lengths, link_with, matches, reload, remember, remembered, set_length, set_lengths, set_theme,
};
pub use worker::{Thread, serve};
