//! The drawing as pixels: an SVG becomes a PNG, as a file or on the clipboard.

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsError, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, ClipboardItem, HtmlCanvasElement, HtmlImageElement};

use super::files::download_blob;

/// Offers an SVG, drawn at a multiple of its size, as a PNG and says whether the browser let us.
pub fn download_png(name: &'static str, svg: String, scale: u32, done: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let blob = png(&svg, scale).await.ok();
        done(blob.is_some_and(|blob| download_blob(name, &blob)));
    });
}

/// Copies an SVG that is still to be made, drawn at a multiple of its size, as a PNG and says whether the browser let us.
/// Where nobody ever makes it, nobody is told either.
pub fn copy_png(make: impl FnOnce(Box<dyn FnOnce(String)>), scale: u32, done: impl FnOnce(bool) + 'static) {
    let mut make = Some(make);
    let svg = Promise::new(&mut |made, _| {
        if let Some(make) = make.take() {
            make(Box::new(move |svg| drop(made.call1(&JsValue::NULL, &svg.into()))));
        }
    });
    // Asked for at once, while the click still counts; the pixels follow.
    let promise = future_to_promise(async move {
        let svg = JsFuture::from(svg).await?.as_string().unwrap_or_default();
        png(&svg, scale).await.map(JsValue::from)
    });
    let writing = write(&promise);
    spawn_local(async move {
        done(match writing {
            Ok(writing) => JsFuture::from(writing).await.is_ok(),
            Err(_) => false,
        });
    });
}

fn write(png: &Promise) -> Result<Promise, JsValue> {
    let navigator = window().navigator();
    // Without a secure context there is no clipboard, and asking for one would throw.
    if !Reflect::get(&navigator, &"clipboard".into())?.is_object() {
        return Err(JsValue::NULL);
    }
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), png)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?;
    Ok(navigator.clipboard().write(&js_sys::Array::of1(&item)))
}

async fn png(svg: &str, scale: u32) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&picture_address(svg));
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.natural_width() * scale, image.natural_height() * scale);
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or_else(|| JsError::new("no canvas"))?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let (across, down) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, across, down)?;
    let made = Promise::new(&mut |resolve, reject| {
        let give = Closure::once_into_js(move |blob: JsValue| {
            drop(resolve.call1(&JsValue::NULL, &blob));
        });
        if let Err(error) = canvas.to_blob(give.unchecked_ref()) {
            drop(reject.call1(&JsValue::NULL, &error));
        }
    });
    // A drawing that is too large for the browser gives no blob.
    JsFuture::from(made).await?.dyn_into()
}

/// An SVG as an address that an image can show.
pub fn picture_address(svg: &str) -> String {
    format!("data:image/svg+xml,{}", String::from(js_sys::encode_uri_component(svg)))
}
