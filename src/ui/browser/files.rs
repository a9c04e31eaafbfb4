//! Files: what is chosen or dropped, and what is handed out.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Offers a text as a file; returns whether the browser let us.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    offer(name, mime, &JsValue::from_str(text))
}

/// Offers bytes as a file; returns whether the browser let us.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) -> bool {
    offer(name, mime, &js_sys::Uint8Array::from(bytes))
}

fn offer(name: &str, mime: &str, content: &JsValue) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| download_blob(name, &blob))
}

pub(super) fn download_blob(name: &str, blob: &Blob) -> bool {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return false };
    let anchor = document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(anchor) = &anchor {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    drop(Url::revoke_object_url(&url));
    anchor.is_some()
}

/// Lets somebody choose a file of one of the endings, such as `.yaml,.yml`, and takes it.
pub fn pick_file(accept: &str, take: impl Fn(File) + 'static) {
    let field = document().create_element("input").ok().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    field.set_type("file");
    field.set_accept(accept);
    let chosen = field.clone();
    let changed = Closure::once_into_js(move || {
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            take(file);
        }
    });
    field.set_onchange(Some(changed.unchecked_ref()));
    field.click();
}

/// Whether a drag carries files.
pub fn has_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// The first file of a drop.
pub fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a chosen or dropped file as text. What is far beyond the most bytes that make sense is not even loaded; `limit`
/// says so.
pub fn read_file(
    file: &File,
    most: f64,
    limit: &'static str,
    done: impl Fn(Result<String, String>) + 'static,
) {
    if file.size() > most {
        done(Err(limit.to_owned()));
        return;
    }
    let promise = file.text();
    spawn_local(async move {
        let read = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
        done(read.ok_or_else(|| "The browser could not read the file.".to_owned()));
    });
}
