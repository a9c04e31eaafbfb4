//! The page in a real browser: what is typed, undone, fixed and selected is seen where it should be.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// The app in a section of its own, taken down at the end of the test.
struct Page {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Page {
    async fn open() -> Self {
        if let Ok(Some(storage)) = window().local_storage() {
            storage.clear().unwrap();
        }
        // The page that was here before closes its store when it hears of this.
        idb::Factory::new().unwrap().delete("aurora-designer").unwrap().await.unwrap();
        let history = window().history().unwrap();
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some("#")).unwrap();
        let root: HtmlElement = document().create_element("section").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = aurora_designer::ui::mount(root.clone());
        let page = Self { root, _mounted: Box::new(mounted) };
        // The pieces of the page come one after the other.
        page.until("the page comes whole", |page| {
            [MAXIMUM, ".cost dl", ".standing", "#design-name"].iter().all(|it| page.find(it).is_some())
        })
        .await;
        settled().await;
        page
    }

    /// Waits for what a page comes to: nobody promises in how many frames.
    async fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..300 {
            if holds(self) {
                return;
            }
            settled().await;
        }
        panic!("waited in vain: {what}: {}", self.root.inner_html());
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).unwrap().map(Element::unchecked_into)
    }

    fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector).unwrap_or_else(|| panic!("{selector} is not on the page"))
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.get(at)).map(wasm_bindgen::JsCast::unchecked_into).collect()
    }

    async fn click(&self, selector: &str) {
        self.get(selector).click();
        settled().await;
    }

    /// Types a text into a field, as one input event.
    async fn enter(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.get(selector).unchecked_into();
        field.set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap()).unwrap();
        settled().await;
    }

    fn text(&self, selector: &str) -> String {
        said(&self.get(selector))
    }

    fn rows(&self) -> String {
        self.all(".tree-row").iter().map(said).collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn said(element: &HtmlElement) -> String {
    element.text_content().unwrap_or_default()
}

/// After everything that follows from an event has been painted.
async fn settled() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |done, _| {
            window().request_animation_frame(&done).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
}

const MAXIMUM: &str = "#field-resources-0--config-serverless-v2-max-capacity";

#[wasm_bindgen_test]
async fn a_field_edits_the_design_and_undo_takes_it_back() {
    let page = Page::open().await;
    // The figures alone: beside them stands whether the design is saved.
    let before = page.text(".cost dl");
    page.enter(MAXIMUM, "32").await;
    page.until("the bill follows", |page| page.text(".cost dl") != before).await;
    assert!(page.text(".cost").contains("since opened"));
    page.click("button[aria-label='Undo']").await;
    page.until("the bill is back", |page| page.text(".cost dl") == before).await;
    let value: HtmlInputElement = page.get(MAXIMUM).unchecked_into();
    assert_eq!(value.value(), "16");
}

#[wasm_bindgen_test]
async fn the_outline_follows_a_reader_that_comes_and_goes() {
    let page = Page::open().await;
    // A small window starts with the outline folded.
    if page.find(".outline[data-open='false']").is_some() {
        page.click("#open-outline").await;
    }
    assert!(!page.rows().contains("Reader 2"));
    page.click("button[aria-label='Add reader']").await;
    page.until("the reader is listed", |page| page.rows().contains("Reader 2")).await;
    assert!(page.text(".tree-row[aria-current='true']").contains("Reader 2"));
    page.click("button[aria-label='Remove Reader 2']").await;
    page.until("the reader is gone", |page| !page.rows().contains("Reader 2")).await;
    page.until("its saving is told", |page| {
        page.all(".toast").iter().any(|it| said(it).contains("Typical month"))
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_fix_mends_its_finding() {
    let page = Page::open().await;
    page.enter(MAXIMUM, "1").await;
    let listed =
        |page: &Page| page.all(".problem code").iter().any(|it| said(it) == "capacity/max-below-min");
    page.until("the finding is listed", listed).await;
    let row =
        page.all(".problem").into_iter().find(|row| said(row).contains("capacity/max-below-min")).unwrap();
    row.query_selector(".problem-acts button").unwrap().unwrap().unchecked_into::<HtmlElement>().click();
    page.until("the finding is gone", |page| !listed(page)).await;
}

#[wasm_bindgen_test]
async fn the_code_is_refused_while_an_error_stands() {
    let page = Page::open().await;
    page.enter(MAXIMUM, "1").await;
    page.click("button[aria-label='Export']").await;
    page.click("#export-menu .menu-item").await;
    page.until("the refusal is open", |page| page.find(".dialog[open]").is_some()).await;
    assert!(page.text(".dialog").contains("Maximum capacity is below the minimum"));
    page.click(".dialog .acts button").await;
    assert!(!page.get(".dialog").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn a_preset_replaces_the_design_and_its_menu_closes() {
    let page = Page::open().await;
    page.click("button[aria-label='Presets']").await;
    page.click("#preset-menu .menu-item").await;
    page.until("the preset is open", |page| page.text("#design-name") == "dev").await;
    page.until("its menu is closed", |page| page.find("#preset-menu .menu-item").is_none()).await;
}
