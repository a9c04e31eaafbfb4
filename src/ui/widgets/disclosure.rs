//! A summary that unfolds what is behind it.

use leptos::prelude::*;

/// `details` whose content is made when it is first unfolded, and stays.
#[component]
pub fn Disclosure(
    /// Class of the whole.
    class: &'static str,
    /// Whether it is unfolded; somebody's click is written back.
    open: RwSignal<bool>,
    /// What always shows.
    #[prop(into)]
    summary: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let was_open = Memo::new(move |before| open.get() || before.copied().unwrap_or(false));
    view! {
        <details
            class=class
            prop:open=open
            on:toggle:target=move |event| open.set(event.target().open())
        >
            <summary>{summary.run()}</summary>
            <Show when=move || was_open.get()>{children.with_value(|children| children())}</Show>
        </details>
    }
}
