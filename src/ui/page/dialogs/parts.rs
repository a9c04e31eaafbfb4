//! What dialogs are made of.

use leptos::prelude::*;

use crate::ui::state::use_state;

/// The row of buttons; the first leaves everything as it is.
#[component]
pub(super) fn Acts(
    /// The word on the first.
    leave: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let asking = use_state().asking;
    view! {
        <div class="acts">
            <button type="button" class="button" on:click=move |_| asking.set(None)>
                {leave}
            </button>
            {children.map(|children| children())}
        </div>
    }
}

/// A field under its label.
#[component]
pub(super) fn Labelled(
    label: &'static str,
    /// What stands beneath the field; nothing where it is empty.
    #[prop(optional)]
    hint: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <span class="input">{children()}</span>
            {(!hint.is_empty()).then(|| view! { <span class="aws">{hint}</span> }.into_any())}
        </label>
    }
}
