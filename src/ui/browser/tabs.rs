//! This tab among others: what it says to them, what its place in the browser's history is called, when it is hidden.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, History, MessageEvent, VisibilityState};

const CHANNEL: &str = "aurora-designer";

/// What tabs of this app say to each other; it ends when this is dropped.
pub struct Channel {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Channel {
    /// Listens to the other tabs. `None` where the browser has no such thing.
    pub fn open(heard: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(text);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: heard })
    }

    /// Says something to every other tab.
    pub fn tell(&self, text: &str) {
        // Whoever does not hear it looks by itself when it is shown again.
        drop(self.channel.post_message(&JsValue::from_str(text)));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

fn history() -> Option<History> {
    window().history().ok()
}

/// What the tab's place in the browser's history is about, as [`put_place`] wrote it; it survives a reload.
pub fn place() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// Writes the fragment and what it is about into the tab's place in the browser's history, or into a new one after it.
pub fn put_place(fragment: &str, about: &str, new: bool) {
    let Some(history) = history() else { return };
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    let address = if fragment.is_empty() { base.to_owned() } else { format!("{base}#{fragment}") };
    let about = JsValue::from_str(about);
    // A page opened from a place that forbids it keeps its address; "Copy link" still works.
    drop(if new {
        history.push_state_with_url(&about, "", Some(&address))
    } else {
        history.replace_state_with_url(&about, "", Some(&address))
    });
}

/// Runs whenever the page is hidden or left (`true`) and whenever it is shown again (`false`), while the owner lives.
pub fn on_hidden(run: impl Fn(bool) + Clone + 'static) {
    let turned = run.clone();
    let listeners = [
        window_event_listener(ev::visibilitychange, move |_| {
            turned(document().visibility_state() == VisibilityState::Hidden);
        }),
        window_event_listener(ev::pagehide, move |_| run(true)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// Runs when the person went back or forward to a place that [`put_place`] wrote, with what it is about.
pub fn on_return(run: impl Fn(String) + 'static) {
    let listener = window_event_listener(ev::popstate, move |event| {
        if let Some(about) = event.state().as_string() {
            run(about);
        }
    });
    on_cleanup(move || listener.remove());
}
