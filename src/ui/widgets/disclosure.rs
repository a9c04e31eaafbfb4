//! A summary that unfolds what is behind it.

use leptos::prelude::*;

use super::ShowIf;

/// `details` whose content is there only while it is unfolded.
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
    view! {
        <details
            class=class
            prop:open=open
            on:toggle:target=move |event| open.set(event.target().open())
        >
            <summary>{summary.run()}</summary>
            <ShowIf when=move || open.get()>{children.with_value(|children| children())}</ShowIf>
        </details>
    }
}
