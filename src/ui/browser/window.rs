//! The window: its address, what it remembers, its media, its theme.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, Storage};

/// The address' fragment without its `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The whole address with another fragment: what "Copy link" copies.
pub fn link_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}#{fragment}")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What this browser remembers under a key; `None` where storage is denied or empty.
pub fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers a text; returns whether the browser let us.
pub fn remember(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Loads the page anew.
pub fn reload() {
    // Refused only where the page may not be left, and then it stays.
    drop(window().location().reload());
}

/// Whether the window answers to a media query; follows changes while its owner lives.
pub fn matches(query: &str) -> Signal<bool> {
    let query = window().match_media(query).ok().flatten();
    let (now, set) = signal(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let watched = query.clone();
        let changed = Closure::<dyn Fn()>::new(move || set.set(watched.matches()));
        let heard = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        let kept = StoredValue::new_local((query, changed));
        if heard.is_ok() {
            on_cleanup(move || {
                kept.with_value(|(query, changed)| {
                    drop(
                        query.remove_event_listener_with_callback("change", changed.as_ref().unchecked_ref()),
                    );
                });
            });
        }
    }
    now.into()
}

/// Sets `data-theme` on the page: `light`, `dark`, or none to follow the system.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().document_element() {
        drop(match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        });
    }
}

fn root_style() -> Option<web_sys::CssStyleDeclaration> {
    let root = document().document_element()?.dyn_into::<HtmlElement>().ok()?;
    Some(root.style())
}

/// Sets a length of the style, such as `dock-size`; without a text the style's own stands again.
pub fn set_length(name: &str, length: &str) {
    if let Some(style) = root_style() {
        // An empty text takes the property away.
        drop(style.set_property(&format!("--{name}"), length));
    }
}

/// Every length that was set, as one text.
pub fn lengths() -> String {
    root_style().map(|style| style.css_text()).unwrap_or_default()
}

/// Sets the lengths of a text that [`lengths`] gave.
pub fn set_lengths(lengths: &str) {
    if let Some(style) = root_style() {
        style.set_css_text(lengths);
    }
}
