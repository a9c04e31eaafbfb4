//! One message at a time at the foot of the page.

use leptos::prelude::*;

use super::live;

use crate::ui::browser;

/// How long a message stays, in milliseconds.
const STAYS: u64 = 8_000;

/// The place of a message. It stays eight seconds, longer while somebody is at it; `children` stand beside the words.
#[component]
pub fn ToastPlace(
    /// The message; every time it is set, its time begins anew.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// Told when its time is over.
    #[prop(into)]
    on_end: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let held = RwSignal::new(false);
    let later = browser::Later::new();
    Effect::new(move || {
        if text.with(Option::is_none) {
            // What was held is gone, and no pointer leaves it any more.
            held.set(false);
            later.cancel();
        } else if held.get() {
            later.cancel();
        } else {
            later.run(STAYS, move || on_end.run(()));
        }
    });
    let toast = move || {
        let text = text.get()?;
        Some(view! { <div class="toast"><p>{text}</p>{children()}</div> }.into_any())
    };
    view! {
        <div
            class="toasts"
            role="status"
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            {live(toast)}
        </div>
    }
}
