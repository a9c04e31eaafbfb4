//! An element that a script of its own defines, loaded when it is first needed.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlScriptElement};

use crate::editor::jobs::BUILD;

/// Whether the browser knows an element of that name.
pub fn is_defined(name: &str) -> bool {
    !window().custom_elements().get(name).is_undefined()
}

/// Loads a module that lies beside the app; `done` learns whether it came.
///
/// Browsers remember a module that failed, so a further try has an address of its own.
pub fn load_module(file: &str, again: bool, done: impl Fn(bool) + Clone + 'static) {
    let script =
        document().create_element("script").ok().and_then(|it| it.dyn_into::<HtmlScriptElement>().ok());
    let Some(script) = script else { return done(false) };
    script.set_type("module");
    let again = if again { format!("&{}", super::now()) } else { String::new() };
    script.set_src(&format!("{file}?{BUILD}{again}"));
    let loaded = done.clone();
    script.set_onload(Some(Closure::once_into_js(move || loaded(true)).unchecked_ref()));
    let refused = script.clone();
    let failed = Closure::once_into_js(move || {
        refused.remove();
        done(false);
    });
    script.set_onerror(Some(failed.unchecked_ref()));
    if let Some(head) = document().head() {
        drop(head.append_child(&script));
    }
}

/// The `text` of an element.
pub fn written(element: &Element) -> String {
    Reflect::get(element, &JsValue::from_str("text"))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// Has an editor move to a line and column, both from 1.
pub fn reach_line(element: &Element, line: usize, column: usize) {
    let reach =
        Reflect::get(element, &JsValue::from_str("reach")).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(reach) = reach {
        let place = Array::of2(&JsValue::from(line), &JsValue::from(column));
        drop(reach.apply(element, &place));
    }
}
