//! The clipboard.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ClipboardEvent;

/// Copies a text and says whether that worked.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    // Without a secure context there is no clipboard, and asking for one would throw.
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() || clipboard.is_null() {
        done(false);
        return;
    }
    let promise = navigator.clipboard().write_text(text);
    spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Has a text copied in answer to the browser's own copying.
pub fn put(event: &ClipboardEvent, text: &str) {
    // Without data there is nothing to put it into, and the browser copies what it would have.
    if let Some(data) = event.clipboard_data()
        && data.set_data("text/plain", text).is_ok()
    {
        event.prevent_default();
    }
}

/// The text that is pasted.
pub fn text_of(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}
