//! What the first painted frame does without.

use std::time::Duration;

use leptos::prelude::*;

/// Renders its content one painted frame after its place, so that what is looked at first is seen first. Once.
#[component]
pub fn AfterPaint(children: ChildrenFn) -> impl IntoView {
    let painted = RwSignal::new(false);
    // A frame's callbacks run before it is painted, a task that they put off runs after.
    request_animation_frame(move || {
        set_timeout(
            move || {
                // Whoever is gone by then needs nothing.
                let _gone = painted.try_set(true);
            },
            Duration::ZERO,
        );
    });
    view! { <Show when=move || painted.get()>{children()}</Show> }
}
