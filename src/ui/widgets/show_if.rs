//! What is there only while something holds.

use leptos::prelude::*;

/// Leptos' [`Show`], with the types of its condition and its content forgotten, as in [`super::ForRows`].
#[component]
pub fn ShowIf(
    /// Whether the content is there.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is there instead.
    #[prop(optional, into)]
    fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    shown(Box::new(when), fallback, children)
}

fn shown(when: Box<dyn Fn() -> bool + Send + Sync>, fallback: ViewFn, children: ChildrenFn) -> AnyView {
    view! { <Show when fallback>{children()}</Show> }.into_any()
}
