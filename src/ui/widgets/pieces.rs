//! The page in pieces, each mounted in a task of its own, so that no task is long.

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

/// A piece that is still to come; where nobody counts, nothing waits for it.
#[derive(Clone, Copy)]
pub struct Coming(Option<Pieces>);

impl Coming {
    /// Has it waited for.
    pub fn expect() -> Self {
        let pieces = use_context::<Pieces>();
        if let Some(Pieces(left)) = pieces {
            left.update(|left| *left += 1);
        }
        Self(pieces)
    }

    /// Says that it is there, with the pieces in it counted.
    pub fn here(self) {
        if let Some(Pieces(left)) = self.0 {
            // The page may be gone.
            let _gone = left.try_update(|left| *left = left.saturating_sub(1));
        }
    }
}

/// Renders its content in a task of its own, once. What the browser has painted until then stays until all of it is there.
#[component]
pub fn Piece(children: ChildrenFn) -> impl IntoView {
    let coming = Coming::expect();
    let is_due = RwSignal::new(false);
    set_timeout(
        move || {
            // Whoever is gone by then needs nothing.
            let _gone = is_due.try_set(true);
        },
        Duration::ZERO,
    );
    view! {
        <ShowIf when=move || is_due.get()>
            {children()}
            {coming.here()}
        </ShowIf>
    }
}
