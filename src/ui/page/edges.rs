//! The edges between panels: dragged, moved by keys, put back by a double click.

use leptos::ev;
use leptos::prelude::*;

use crate::editor::edges::{Edge, Push, Size};
use crate::ui::browser::{self, KeyboardEvent, PointerEvent};
use crate::ui::state::{Frame, Side, use_state};

/// What this browser remembers the sizes of panels under.
const SIZES: &str = "aurora-designer.sizes";

/// Gives the panels the sizes that this browser remembers.
pub(super) fn restore() {
    if let Some(sizes) = browser::remembered(SIZES) {
        browser::set_lengths(&sizes);
    }
}

/// The three edges, each over the line it moves.
#[component]
pub(super) fn Edges() -> impl IntoView {
    view! {
        <section class="splitters" aria-label="Sizes of the panels">
            {Edge::ALL.map(|edge| view! { <Splitter edge/> }.into_any()).collect_view()}
        </section>
    }
}

const fn panel(edge: Edge) -> &'static str {
    match edge {
        Edge::Outline => ".app > .outline",
        Edge::Side => ".app > .inspector",
        Edge::Dock => ".dock",
    }
}

/// An edge in somebody's hand.
#[derive(Clone, Copy)]
struct Held {
    edge: Edge,
    frame: Frame,
    size: RwSignal<Size>,
    /// Where the pointer went down, and how large the panel was.
    grabbed: StoredValue<Option<((i32, i32), i32)>>,
}

impl Held {
    fn is_code(self) -> bool {
        self.frame.side.get_untracked() != Side::Settings
    }

    fn open(self) -> RwSignal<bool> {
        match self.edge {
            Edge::Outline => self.frame.outline,
            Edge::Side => self.frame.inspector,
            Edge::Dock => self.frame.dock,
        }
    }

    fn measure(self) {
        let (panel, window) = (browser::extent_of(panel(self.edge)), browser::extent_of("html"));
        let now = self.edge.size(panel, window, self.is_code());
        // Its owner may be gone by the frame that measures.
        if self.size.try_get_untracked().is_some_and(|size| size != now) {
            self.size.set(now);
        }
    }

    /// Gives the panel a size in CSS pixels, within its bounds.
    fn give(self, pixels: i32) {
        let Size { least, most, .. } = self.size.get_untracked();
        let pixels = pixels.clamp(least, most);
        browser::set_length(self.edge.length(self.is_code()), &format!("{pixels}px"));
        self.size.update(|size| size.now = pixels);
    }

    fn reset(self) {
        browser::set_length(self.edge.length(self.is_code()), "");
        keep();
        request_animation_frame(move || self.measure());
    }

    fn press(self, event: &KeyboardEvent) {
        self.measure();
        let Some(push) = self.edge.pushed(&event.key(), self.size.get_untracked()) else { return };
        match push {
            Push::To(pixels) => {
                self.give(pixels);
                keep();
            }
            Push::Reset => self.reset(),
            Push::Fold => self.open().set(false),
            Push::Cancel => {
                let Some((_, before)) = self.grabbed.get_value() else { return };
                self.grabbed.set_value(None);
                self.give(before);
            }
        }
        event.prevent_default();
    }

    fn grab(self, event: &PointerEvent) {
        if event.button() == 0 {
            self.measure();
            browser::capture(event);
            self.grabbed.set_value(Some((place(event), self.size.get_untracked().now)));
        }
    }

    fn drag(self, event: &PointerEvent) {
        if let Some((from, before)) = self.grabbed.get_value() {
            self.give(before + self.edge.growth(from, place(event)));
        }
    }

    fn release(self) {
        let was = self.grabbed.try_update_value(Option::take).flatten();
        // A click moves nothing and decides nothing.
        if was.is_some_and(|(_, before)| before != self.size.get_untracked().now) {
            keep();
        }
    }
}

fn place(event: &PointerEvent) -> (i32, i32) {
    (event.client_x(), event.client_y())
}

fn keep() {
    browser::remember(SIZES, &browser::lengths());
}

#[component]
fn Splitter(edge: Edge) -> impl IntoView {
    let held = Held {
        edge,
        frame: use_state().frame,
        size: RwSignal::new(Size::default()),
        grabbed: StoredValue::new(None),
    };
    let size = held.size;
    let listener = window_event_listener(ev::resize, move |_| held.measure());
    on_cleanup(move || listener.remove());
    request_animation_frame(move || held.measure());
    view! {
        <div
            class="splitter"
            role="separator"
            tabindex="0"
            data-edge=edge.word()
            aria-label=edge.label()
            aria-orientation=if edge == Edge::Dock { "horizontal" } else { "vertical" }
            title="Drag, or use the arrow keys. A double click puts it back."
            aria-valuenow=move || size.get().now.to_string()
            aria-valuemin=move || size.get().least.to_string()
            aria-valuemax=move || size.get().most.to_string()
            aria-valuetext=move || format!("{} pixels", size.get().now)
            hidden=move || !held.open().get()
            on:focus=move |_| held.measure()
            on:keydown=move |event| held.press(&event)
            on:pointerdown=move |event| held.grab(&event)
            on:pointermove=move |event| held.drag(&event)
            on:pointerup=move |_| held.release()
            on:pointercancel=move |_| held.release()
            on:dblclick=move |_| held.reset()
        ></div>
    }
}
