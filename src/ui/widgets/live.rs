//! A part of a view that follows signals.

use leptos::prelude::*;

/// What `{move || …}` is inside `view!`, for a closure that has a name or is all of a component. Leptos forgets the type
/// of the former alone, so each of the latter would be compiled into the app with all that can be done with a view.
pub fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || draw().into_any());
    view! { {move || draw()} }.into_any()
}
