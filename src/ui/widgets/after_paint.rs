//! What the first painted frame does without: pieces of the page, each mounted in a task of its own.

use std::time::Duration;

use leptos::prelude::*;

use super::ShowIf;

/// Counts the pieces that are still to come.
#[derive(Clone, Copy)]
pub struct Pieces(RwSignal<usize>);

impl Pieces {
    /// Provides the count to what is below, and runs once when every piece is there.
    pub fn provide(all_here: impl Fn() + Send + Sync + 'static) {
        let pieces = Self(RwSignal::new(0));
        provide_context(pieces);
        let told = StoredValue::new(false);
        Effect::watch(
            move || pieces.0.get(),
            move |left, before, _| {
                if *left == 0 && before.is_some() && !told.get_value() {
                    told.set_value(true);
                    all_here();
                }
            },
            false,
        );
    }
}

/// Renders its content after the frame that its place is painted in, in a task of its own, so that what is looked at
/// first is seen first and no task is long. Once.
#[component]
pub fn AfterPaint(children: ChildrenFn) -> impl IntoView {
    let pieces = use_context::<Pieces>();
    if let Some(Pieces(left)) = pieces {
        left.update(|left| *left += 1);
    }
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
    view! {
        <ShowIf when=move || painted.get()>
            {children()}
            <Arrived pieces/>
        </ShowIf>
    }
}

/// Says that what stands before it is there, with the pieces in it counted.
#[component]
fn Arrived(pieces: Option<Pieces>) -> impl IntoView {
    if let Some(Pieces(left)) = pieces {
        left.update(|left| *left = left.saturating_sub(1));
    }
}
