//! The web worker, from both sides: the page starts one and speaks to it, and the worker's own program answers.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::editor::jobs::{BUILD, Order, Report};

/// `public/worker_loader.js`, which loads what trunk built.
const LOADER: &str = "worker_loader.js";

/// A running worker; it stops when this is dropped.
pub struct Thread {
    worker: Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(ErrorEvent)>,
}

impl Thread {
    /// Starts one. `heard` takes each of its reports, `None` for a message that is none; `died` runs where it does not
    /// start and whenever it fails. `None` where the browser refuses workers.
    pub fn start(heard: impl Fn(Option<Report>) + 'static, died: impl Fn() + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        // The name carries no hash, so the address does: a browser must not join an old worker to a new page.
        let base = document().base_uri().ok().flatten().unwrap_or_default();
        let address = web_sys::Url::new_with_base(&format!("{LOADER}?{BUILD}"), &base).ok()?;
        let worker = Worker::new_with_options(&address.href(), &options).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>().ok();
            heard(bytes.and_then(|bytes| Report::from_bytes(&bytes.to_vec()).ok()));
        });
        let failed = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            // It is answered here; the console need not tell it again.
            event.prevent_default();
            died();
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Self { worker, _heard: heard, _failed: failed })
    }

    /// Sends it an order; what can't be sent is never answered.
    pub fn send(&self, order: &Order) {
        if let Some(bytes) = order.to_bytes() {
            drop(post(&bytes, |data, transfer| self.worker.post_message_with_transfer(data, transfer)));
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Hands over bytes without copying them a second time.
fn post(bytes: &[u8], send: impl FnOnce(&JsValue, &JsValue) -> Result<(), JsValue>) -> Result<(), JsValue> {
    let data = Uint8Array::from(bytes);
    let transfer = Array::of1(&data.buffer());
    send(&data, &transfer)
}

/// The worker's own program: says that it is up, then does one order after the other.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let report = {
        let scope = scope.clone();
        move |report: &Report| {
            if let Some(bytes) = report.to_bytes() {
                drop(post(&bytes, |data, transfer| scope.post_message_with_transfer(data, transfer)));
            }
        }
    };
    report(&Report::Ready(BUILD.to_owned()));
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = event.data().dyn_into::<Uint8Array>().ok();
        if let Some(Ok(order)) = bytes.map(|bytes| Order::from_bytes(&bytes.to_vec())) {
            report(&Report::Done(order.number, order.job.done()));
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker is nothing but this listener, and ends with it.
    std::mem::forget(heard);
}
