//! Files: what is chosen or dropped, and what is handed out.

use js_sys::{Array, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, File, FileList, FileSystemDirectoryEntry,
    FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry, HtmlAnchorElement, HtmlInputElement,
    Url,
};

/// A file that somebody handed in. It is read where it is needed, not here.
#[derive(Clone)]
pub struct Handed {
    /// Its name, with the folders it lies in where a folder was handed in.
    pub name: String,
    /// The file.
    pub file: File,
}

impl Handed {
    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        size(&self.file)
    }
}

/// A file's size in bytes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the browser counts bytes in a double"
)]
pub(super) fn size(file: &File) -> u64 {
    file.size() as u64
}

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
    let Some(field) = file_field() else { return };
    field.set_accept(accept);
    pick(&field, move |files| {
        if let Some(first) = files.into_iter().next() {
            take(first.file);
        }
    });
}

/// Lets somebody choose files, or one folder with all that is in it, and takes them.
pub fn pick_files(folder: bool, take: impl Fn(Vec<Handed>) + 'static) {
    let Some(field) = file_field() else { return };
    field.set_multiple(true);
    field.set_webkitdirectory(folder);
    pick(&field, take);
}

fn file_field() -> Option<HtmlInputElement> {
    let field = document().create_element("input").ok()?.dyn_into::<HtmlInputElement>().ok()?;
    field.set_type("file");
    Some(field)
}

fn pick(field: &HtmlInputElement, take: impl Fn(Vec<Handed>) + 'static) {
    let chosen = field.clone();
    let changed = Closure::once_into_js(move || {
        let files: Vec<Handed> = chosen.files().map(|files| listed(&files).collect()).unwrap_or_default();
        if !files.is_empty() {
            take(files);
        }
    });
    field.set_onchange(Some(changed.unchecked_ref()));
    field.click();
}

fn listed(files: &FileList) -> impl Iterator<Item = Handed> + '_ {
    (0..files.length()).filter_map(|at| files.get(at)).map(|file| {
        let within = Reflect::get(&file, &JsValue::from_str("webkitRelativePath")).ok();
        let within = within.and_then(|path| path.as_string()).filter(|path| !path.is_empty());
        Handed { name: within.unwrap_or_else(|| file.name()), file }
    })
}

/// Whether a drag carries files.
pub fn has_files(event: &DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// Reads a chosen file as text. What is far beyond the most bytes that make sense is not even loaded; `limit` says so.
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

/// What a drop holds: its files, and those of its folders. More than `most` are not looked up.
pub fn dropped(event: &DragEvent, most: usize, take: impl FnOnce(Vec<Handed>) + 'static) {
    let Some(data) = event.data_transfer() else { return };
    let items = data.items();
    // Before the first wait: a drop is readable only while it is told.
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|at| items.get(at).and_then(|item| item.webkit_get_as_entry().ok().flatten()))
        .collect();
    let plain: Vec<Handed> = data.files().map(|files| listed(&files).collect()).unwrap_or_default();
    if entries.iter().all(FileSystemEntry::is_file) {
        take(plain);
        return;
    }
    spawn_local(async move {
        let mut found = Vec::new();
        let mut open = entries;
        while let Some(entry) = open.pop() {
            if found.len() >= most {
                break;
            }
            if entry.is_directory() {
                if hidden(&entry.name()) {
                    continue;
                }
                // Chromium has no class of that name to ask for; what an entry is, it says by itself.
                let folder = entry.unchecked_into::<FileSystemDirectoryEntry>();
                open.extend(entries_of(&folder.create_reader()).await);
            } else if let Some(file) = file_of(&entry).await {
                found.push(Handed { name: entry.full_path().trim_start_matches('/').to_owned(), file });
            }
        }
        take(found);
    });
}

/// Folders that tools keep for themselves, with copies of other people's modules in them.
fn hidden(name: &str) -> bool {
    name.starts_with('.') || name == "node_modules"
}

async fn entries_of(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut all = Vec::new();
    loop {
        let promise = Promise::new(&mut |done, failed| {
            drop(reader.read_entries_with_callback_and_callback(&done, &failed));
        });
        let some = JsFuture::from(promise).await.map(|list| Array::from(&list)).unwrap_or_default();
        if some.length() == 0 {
            return all;
        }
        all.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: &FileSystemEntry) -> Option<File> {
    let entry = entry.unchecked_ref::<FileSystemFileEntry>();
    let promise = Promise::new(&mut |done, failed| {
        entry.file_with_callback_and_callback(&done, &failed);
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// What the clipboard hands over: files, else its text.
pub fn pasted(event: &ClipboardEvent) -> (Vec<Handed>, String) {
    let Some(data) = event.clipboard_data() else { return (Vec::new(), String::new()) };
    let files = data.files().map(|files| listed(&files).collect()).unwrap_or_default();
    (files, data.get_data("text/plain").unwrap_or_default())
}
