//! The web worker, from both sides: the page starts one and speaks to it, and the worker's own program answers.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    DedicatedWorkerGlobalScope, ErrorEvent, File, FileReaderSync, MessageChannel, MessageEvent, MessagePort,
    Worker, WorkerOptions, WorkerType,
};

use crate::editor::jobs::{BUILD, Order, Report};
use crate::editor::opening::Amount;

use super::Handed;
use super::files::size;

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

    /// Sends it an order, with the files it is about; what can't be sent is never answered.
    pub fn send(&self, order: &Order, files: &[Handed]) {
        if let Some(bytes) = order.to_bytes() {
            let bytes = Uint8Array::from(bytes.as_slice());
            let transfer = Array::of1(&bytes.buffer());
            let message = Array::of1(&bytes);
            for handed in files {
                message.push(&handed.file);
            }
            drop(self.worker.post_message_with_transfer(&message, &transfer));
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

/// An order out of a message, with the bytes of the files that came with it; `None` for one that can't be read.
fn order_in(event: &MessageEvent, report: impl Fn(&Report)) -> Option<Order> {
    let message = event.data().dyn_into::<Array>().ok()?;
    let bytes = message.get(0).dyn_into::<Uint8Array>().ok()?;
    let mut order = Order::from_bytes(&bytes.to_vec()).ok()?;
    let files: Vec<File> = message.iter().skip(1).filter_map(|file| file.dyn_into().ok()).collect();
    if !files.is_empty() {
        let number = order.number;
        order.job.attach(read(&files, |amount| report(&Report::Read(number, amount))));
    }
    Some(order)
}

/// Bytes of a file that are read at once: so many lie in memory twice.
const PIECE: i32 = 2 << 20;

/// What stands in files, in their order; `None` for one that can't be read. Says how far it is some fifty times at most,
/// and when all is read.
fn read(files: &[File], report: impl Fn(Amount)) -> Vec<Option<Vec<u8>>> {
    let every = (files.iter().map(size).sum::<u64>() / 50).max(256 << 10);
    let (mut amount, mut told) = (Amount::default(), 0);
    let mut all = Vec::with_capacity(files.len());
    let drain = files.iter().any(|file| !is_small(file)).then(drain).flatten();
    for file in files {
        all.push(pieces(file, drain.as_ref(), |piece| {
            amount.bytes += u64::from(piece);
            if amount.bytes - told >= every {
                told = amount.bytes;
                report(amount);
            }
        }));
        amount.files += 1;
    }
    report(amount);
    all
}

/// A port that nobody hears. A buffer that goes there is freed at once; left to the collector, the pieces of a file of
/// 50 MB lie in memory a second time until long after the last one is read.
fn drain() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    channel.port2().close();
    Some(channel.port1())
}

/// Whether a file is read in one piece.
fn is_small(file: &File) -> bool {
    i32::try_from(size(file)).is_ok_and(|bytes| bytes <= PIECE)
}

/// What stands in a file; `take` hears of each of its pieces.
fn pieces(file: &File, drain: Option<&MessagePort>, mut take: impl FnMut(u32)) -> Option<Vec<u8>> {
    let reader = FileReaderSync::new().ok()?;
    let mut bytes = Vec::new();
    let whole = usize::try_from(size(file)).ok()?;
    bytes.try_reserve_exact(whole).ok()?;
    let is_small = is_small(file);
    while bytes.len() < whole {
        let from = bytes.len();
        let start = i32::try_from(from).ok()?;
        // A piece is a file of its own to the browser, which takes longer than to read a small one.
        let piece = if is_small {
            None
        } else {
            Some(file.slice_with_i32_and_i32(start, start.checked_add(PIECE)?).ok()?)
        };
        let buffer = reader.read_as_array_buffer(piece.as_ref().unwrap_or(file)).ok()?;
        let piece = Uint8Array::new(&buffer);
        let many = piece.length();
        if many == 0 {
            return None; // it has become shorter
        }
        bytes.resize(from + usize::try_from(many).ok()?, 0);
        piece.copy_to(bytes.get_mut(from..)?);
        if let Some(drain) = drain {
            drop(drain.post_message_with_transferable(&JsValue::NULL, &Array::of1(&buffer)));
        }
        take(many);
    }
    Some(bytes)
}

/// The worker's own program: says that it is up, then does one order after the other.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let report = {
        let scope = scope.clone();
        move |report: &Report| {
            if let Some(bytes) = report.to_bytes() {
                let data = Uint8Array::from(bytes.as_slice());
                drop(scope.post_message_with_transfer(&data, &Array::of1(&data.buffer())));
            }
        }
    };
    report(&Report::Ready(BUILD.to_owned()));
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(order) = order_in(&event, &report) {
            report(&Report::Done(order.number, order.job.done()));
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker is nothing but this listener, and ends with it.
    std::mem::forget(heard);
}
