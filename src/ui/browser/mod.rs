//! The one door to the browser: fragment, storage, clipboard, files, time, measuring. Nothing here panics; what the
//! browser refuses comes back as `None` or an error to tell.

mod element;
mod picture;
mod place;
mod pointer;

use js_sys::{Array, Date};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Storage, Url};

/// The browser's own types that views hold; named through this door alone.
pub use web_sys::{
    DragEvent, Element, Event, EventTarget, File, FocusEvent, HtmlDialogElement, HtmlElement,
    HtmlInputElement, KeyboardEvent, MouseEvent, Node, PointerEvent, SubmitEvent, WheelEvent,
};

pub use element::{Attr, Child, El, Piece, button, el, nothing, several, svg, words};
pub use picture::{Drawing, copy_png, download_png};
pub use place::{each, either, live, maybe, when};
pub use pointer::{capture, capture_by_drawing, corner, data_of, target_id, within, within_place};

use crate::facts::{Day, FACTS_DATE};

/// The browser's date, local time.
pub fn today() -> Day {
    let now = Date::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    Day::parse(&text).unwrap_or(FACTS_DATE)
}

/// The address' fragment without its `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Writes the fragment without adding to the browser's history.
pub fn replace_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        // A page opened from a place that forbids it keeps its address; "Copy link" still works.
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}"))));
    }
}

/// The whole address with another fragment: what "Copy link" copies.
pub fn link_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}#{fragment}")
}

/// Calls back whenever somebody changes the fragment.
pub fn on_hash_change(callback: impl Fn() + 'static) {
    on_window("hashchange", move |_: Event| callback());
}

/// Runs at an event anywhere in the window, until the part of the page that asked for it goes.
pub fn on_window<E: wasm_bindgen::JsCast + 'static>(event: &'static str, mut run: impl FnMut(E) + 'static) {
    let run = Box::new(move |event: Event| run(event.unchecked_into()));
    element::Listener::start(window().unchecked_ref(), event, run);
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

/// Runs what has to wait.
pub fn spawn(future: std::pin::Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(future);
}

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
    spawn(Box::pin(async move { done(JsFuture::from(promise).await.is_ok()) }));
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

fn download_blob(name: &str, blob: &Blob) -> bool {
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

/// Reads a chosen or dropped file as text.
pub fn read_file(file: &web_sys::File, done: impl Fn(Result<String, String>) + 'static) {
    // The spec's own limit is 256 KiB; what is far beyond it is not even loaded.
    if file.size() > 4_194_304.0 {
        done(Err("The file is larger than 4 MiB; a spec has at most 256 KiB.".to_owned()));
        return;
    }
    let promise = file.text();
    spawn(Box::pin(async move {
        let read = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
        done(read.ok_or_else(|| "The browser could not read the file.".to_owned()));
    }));
}

/// The file of a drop or of a file input, the first if there are several.
pub fn first_file(files: Option<web_sys::FileList>) -> Option<web_sys::File> {
    files.and_then(|files| files.get(0))
}

/// Where a pointer is across the element that handles its event, from 0 at the left edge to 1 at the right.
pub fn across(event: &web_sys::PointerEvent) -> Option<f64> {
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let rect = element.get_bounding_client_rect();
    (rect.width() > 0.0).then(|| (f64::from(event.client_x()) - rect.left()) / rect.width())
}

/// The size of an element in CSS pixels, kept current.
pub fn watch_size(element: &El) -> Signal<(f64, f64)> {
    let (size, set) = signal((0.0, 0.0));
    let measured: Element = element.dom();
    let observed = measured.clone();
    let measure = Closure::<dyn Fn()>::new(move || {
        let now = (f64::from(measured.client_width()), f64::from(measured.client_height()));
        // The browser may report once more after the element is gone, and then there is nobody to tell.
        if size.try_get_untracked().is_some_and(|before| before != now) {
            let _gone = set.try_set(now);
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref()) {
        observer.observe(&observed);
    }
    // Lives as long as the page: there is one canvas.
    measure.forget();
    size.into()
}

/// Moves the keyboard's focus to the element of that id.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    // An element that cannot take the focus leaves it where it was.
    drop(match element.dyn_into::<HtmlElement>() {
        Ok(element) => element.focus(),
        Err(other) => other.dyn_into::<web_sys::SvgElement>().map_or(Ok(()), |element| element.focus()),
    });
}

/// Whether an element of that id is on the page.
pub fn is_there(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Whether the keyboard is nowhere: what had the focus is gone.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Presses the first shown element that a selector finds, as a pointer would.
pub fn press(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Empties a field as if somebody had deleted what is in it.
pub fn empty_field(id: &str) {
    let field = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field.filter(|field| !field.value().is_empty()) {
        field.set_value("");
        if let Ok(event) = Event::new("input") {
            drop(field.dispatch_event(&event));
        }
    }
}

/// Scrolls an element into its list, no further than it must.
pub fn scroll_near(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let near = web_sys::ScrollIntoViewOptions::new();
    near.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&near);
}

/// Adds a sheet of rules that came with a part of the app. The policy allows no `style` element; this is no element.
pub fn adopt_style(css: &str) {
    let adopt = || -> Result<(), JsValue> {
        let class: js_sys::Function =
            js_sys::Reflect::get(&window(), &"CSSStyleSheet".into())?.unchecked_into();
        let sheet = js_sys::Reflect::construct(&class, &Array::new())?;
        let replace: js_sys::Function = js_sys::Reflect::get(&sheet, &"replaceSync".into())?.unchecked_into();
        replace.call1(&sheet, &css.into())?;
        let sheets: Array = js_sys::Reflect::get(&document(), &"adoptedStyleSheets".into())?.unchecked_into();
        sheets.push(&sheet);
        Ok(())
    };
    // A browser too old for it shows the part plainly.
    drop(adopt());
}

/// Unfolds a section of the page and brings it to the top.
pub fn open_section(id: &str) {
    if let Some(section) = document().get_element_by_id(id) {
        // `details` is all it takes; another element has nothing to unfold.
        drop(section.set_attribute("open", ""));
        section.scroll_into_view();
    }
}

/// Moves the focus to a field once it is on the page, and selects what is in it.
pub fn focus_field(field: &El) {
    let field: HtmlInputElement = field.dom();
    request_animation_frame(move || {
        drop(field.focus());
        field.select();
    });
}

/// Puts an element at the end of another.
pub fn put(into: &HtmlElement, element: &El) {
    drop(into.append_child(element.node()));
}

/// Takes an element out of the page: the shell that was shown until the app could.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Whether the keyboard is in a field, where undo is the browser's own.
pub fn typing() -> bool {
    document().active_element().is_some_and(|element| match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "range" | "file"))
        }
        _ => element.has_attribute("contenteditable"),
    })
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

/// Width and height of the first element that a selector finds, in CSS pixels with its border.
pub fn extent_of(selector: &str) -> (i32, i32) {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.map_or((0, 0), |it| (it.offset_width(), it.offset_height()))
}

/// Runs a task later, once; a second call before it ran replaces the first.
#[derive(Clone, Copy)]
pub struct Later(StoredValue<Option<TimeoutHandle>>);

impl Default for Later {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

impl Later {
    /// After so many milliseconds.
    pub fn run(self, milliseconds: u64, task: impl FnOnce() + 'static) {
        if let Some(waiting) = self.0.get_value() {
            waiting.clear();
        }
        let wait = std::time::Duration::from_millis(milliseconds);
        self.0.set_value(set_timeout_with_handle(task, wait).ok());
    }
}

/// Whether the window answers to a media query; follows changes.
pub fn matches(query: &str) -> Signal<bool> {
    let query = window().match_media(query).ok().flatten();
    let (now, set) = signal(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let watched = query.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            let _gone = set.try_set(watched.matches());
        });
        query.set_onchange(Some(changed.as_ref().unchecked_ref()));
        // Lives as long as the page: the layout is asked for once.
        changed.forget();
    }
    now.into()
}
