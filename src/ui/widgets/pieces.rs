//! The page in pieces, each mounted in a task of its own, so that no task is long.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::browser;

use super::ShowIf;

/// Counts the pieces that are still to come.
#[derive(Clone, Copy)]
pub struct Pieces {
    left: RwSignal<usize>,
    /// Those that wait for the frame of what comes first; nothing once they no longer do.
    held: StoredValue<Option<Vec<RwSignal<bool>>>>,
    /// Whether all are there: what comes after that comes at once.
    done: StoredValue<bool>,
}

impl Pieces {
    /// Provides the count to what is below, and runs once when every piece is there. Where something comes `first`, that is
    /// mounted at once, and everything else behind the frame that shows it.
    pub fn provide(first: bool, all_here: impl Fn() + Send + Sync + 'static) {
        let pieces = Self {
            left: RwSignal::new(0),
            held: StoredValue::new(first.then(Vec::new)),
            done: StoredValue::new(false),
        };
        provide_context(pieces);
        Effect::new(move || {
            if pieces.left.get() > 0 || pieces.done.get_value() {
                return;
            }
            if pieces.holds() {
                browser::after_frame(move || pieces.release());
            } else {
                pieces.done.set_value(true);
                all_here();
            }
        });
    }

    /// Whether what comes first is yet to come.
    fn holds(self) -> bool {
        self.held.with_value(Option::is_some)
    }

    fn release(self) {
        // The page may be gone.
        let held = self.held.try_update_value(Option::take).flatten().unwrap_or_default();
        let _gone = self.left.try_update(|left| *left += held.len());
        held.into_iter().for_each(come);
    }
}

/// A piece that is still to come; where nobody counts, nothing waits for it.
#[derive(Clone, Copy)]
pub struct Coming(Option<Pieces>);

impl Coming {
    /// Has it waited for.
    pub fn expect() -> Self {
        let pieces = use_context::<Pieces>();
        if let Some(Pieces { left, .. }) = pieces {
            left.update(|left| *left += 1);
        }
        Self(pieces)
    }

    /// Says that it is there, with the pieces in it counted.
    pub fn here(self) {
        if let Some(Pieces { left, .. }) = self.0 {
            // The page may be gone.
            let _gone = left.try_update(|left| *left = left.saturating_sub(1));
        }
    }
}

/// When a piece is mounted.
enum Turn {
    /// At once.
    Now,
    /// In a task of its own.
    Task,
    /// In a task of its own, behind what comes first.
    Behind(Pieces),
}

impl Turn {
    fn of(pieces: Option<Pieces>, first: bool) -> Self {
        match pieces {
            Some(pieces) if pieces.done.get_value() => Self::Now,
            Some(pieces) if pieces.holds() => {
                if first {
                    Self::Now
                } else {
                    Self::Behind(pieces)
                }
            }
            _ => Self::Task,
        }
    }
}

/// Renders its content once: in a task of its own while the page comes to stand, later at once. What the browser has
/// painted until the page stands stays until then.
#[component]
pub fn Piece(
    /// Whether it is what comes first, where something does.
    #[prop(optional)]
    first: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let turn = Turn::of(use_context::<Pieces>(), first);
    let is_due = RwSignal::new(matches!(turn, Turn::Now));
    let coming = match turn {
        Turn::Now => Coming::expect(),
        Turn::Task => {
            come(is_due);
            Coming::expect()
        }
        Turn::Behind(pieces) => {
            pieces.held.update_value(|held| held.iter_mut().for_each(|held| held.push(is_due)));
            Coming(Some(pieces))
        }
    };
    view! {
        <ShowIf when=move || is_due.get()>
            {children()}
            {coming.here()}
        </ShowIf>
    }
}

/// Has a piece mounted in a task of its own.
fn come(is_due: RwSignal<bool>) {
    set_timeout(
        move || {
            // Whoever is gone by then needs nothing.
            let _gone = is_due.try_set(true);
        },
        Duration::ZERO,
    );
}
