//! The edges between panels: dragged, moved by keys, put back by a double click.

use leptos::prelude::*;

use super::browser::{self, El, KeyboardEvent, PointerEvent, el, on_window};
use super::frame::{Frame, SIZES, Side, use_frame};

/// A panel with an edge that moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Edge {
    Outline,
    Side,
    Dock,
}

/// The size of a panel in CSS pixels, and the smallest and largest it may have in this window.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Size {
    now: i32,
    least: i32,
    most: i32,
}

/// A step of an arrow key, in CSS pixels.
const STEP: i32 = 16;

/// The three edges, each over the line it moves.
pub fn edges() -> El {
    el("section")
        .set("class", "splitters")
        .set("aria-label", "Sizes of the panels")
        .child(edge(Edge::Outline))
        .child(edge(Edge::Side))
        .child(edge(Edge::Dock))
}

impl Edge {
    const fn word(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Side => "side",
            Self::Dock => "dock",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Outline => "Width of the outline",
            Self::Side => "Width of the settings",
            Self::Dock => "Height of the dock",
        }
    }

    const fn panel(self) -> &'static str {
        match self {
            Self::Outline => ".app > .outline",
            Self::Side => ".app > .inspector",
            Self::Dock => ".dock",
        }
    }

    const fn open(self, frame: Frame) -> RwSignal<bool> {
        match self {
            Self::Outline => frame.outline,
            Self::Side => frame.inspector,
            Self::Dock => frame.dock,
        }
    }

    /// Which size it changes: code is wider than settings, and both are remembered.
    fn size_name(self, frame: Frame) -> &'static str {
        match self {
            Self::Outline => "outline-size",
            Self::Side if frame.side.get_untracked() == Side::Settings => "side-size",
            Self::Side => "code-size",
            Self::Dock => "dock-size",
        }
    }

    /// The size as it is. The shares of the window are those of the style.
    fn measure(self, frame: Frame) -> Size {
        let (width, height) = browser::extent_of("html");
        let (panel_width, panel_height) = browser::extent_of(self.panel());
        let code = frame.side.get_untracked() != Side::Settings;
        let (now, least, most) = match self {
            Self::Outline => (panel_width, 176, (width * 45 / 100).min(420)),
            Self::Side if code => (panel_width, 320, width * 60 / 100),
            Self::Side => (panel_width, 264, (width * 45 / 100).min(560)),
            Self::Dock => (panel_height, 88, height * 60 / 100),
        };
        Size { now, least, most: most.max(least) }
    }

    /// How far the panel grows when the pointer moves: its edge lies on the side of the drawing.
    fn growth(self, (from_x, from_y): (i32, i32), event: &PointerEvent) -> i32 {
        match self {
            Self::Outline => event.client_x() - from_x,
            Self::Side => from_x - event.client_x(),
            Self::Dock => from_y - event.client_y(),
        }
    }
}

fn edge(edge: Edge) -> El {
    let frame = use_frame();
    let size = RwSignal::new(Size { now: 0, least: 0, most: 0 });
    // Where the pointer went down, and how large the panel was.
    let grabbed = StoredValue::new(None::<((i32, i32), i32)>);
    let measure = move || {
        let now = edge.measure(frame);
        if size.get_untracked() != now {
            size.set(now);
        }
    };
    let give = move |pixels: i32| {
        let Size { least, most, .. } = size.get_untracked();
        let pixels = pixels.clamp(least, most);
        browser::set_length(edge.size_name(frame), &format!("{pixels}px"));
        size.update(|size| size.now = pixels);
    };
    let keep = || {
        browser::remember(SIZES, &browser::lengths());
    };
    let reset = move || {
        browser::set_length(edge.size_name(frame), "");
        keep();
        request_animation_frame(measure);
    };
    let key = move |event: KeyboardEvent| {
        measure();
        let Size { now, least, most } = size.get_untracked();
        let (grow, shrink) = match edge {
            Edge::Outline => ("ArrowRight", "ArrowLeft"),
            Edge::Side => ("ArrowLeft", "ArrowRight"),
            Edge::Dock => ("ArrowUp", "ArrowDown"),
        };
        match event.key().as_str() {
            "Escape" => {
                let Some((_, before)) = grabbed.get_value() else { return };
                grabbed.set_value(None);
                give(before);
            }
            "Home" => give(least),
            "End" => give(most),
            "Delete" | "Backspace" => {
                reset();
                event.prevent_default();
                return;
            }
            "Enter" => edge.open(frame).set(false),
            pressed if pressed == grow => give(now + STEP),
            pressed if pressed == shrink => give(now - STEP),
            _ => return,
        }
        event.prevent_default();
        keep();
    };
    let down = move |event: PointerEvent| {
        if event.button() == 0 {
            measure();
            browser::capture(&event);
            grabbed.set_value(Some(((event.client_x(), event.client_y()), size.get_untracked().now)));
        }
    };
    let moved = move |event: PointerEvent| {
        if let Some((from, before)) = grabbed.get_value() {
            give(before + edge.growth(from, &event));
        }
    };
    let up = move || {
        let was = grabbed.try_update_value(Option::take).flatten();
        // A click moves nothing and decides nothing.
        if was.is_some_and(|(_, before)| before != size.get_untracked().now) {
            keep();
        }
    };
    on_window("resize", move |_: browser::Event| measure());
    request_animation_frame(measure);
    el("div")
        .set("class", "splitter")
        .set("role", "separator")
        .set("tabindex", "0")
        .set("data-edge", edge.word())
        .set("aria-label", edge.label())
        .set("aria-orientation", if edge == Edge::Dock { "horizontal" } else { "vertical" })
        .set("title", "Drag, or use the arrow keys. A double click puts it back.")
        .bind("aria-valuenow", move || size.get().now.to_string())
        .bind("aria-valuemin", move || size.get().least.to_string())
        .bind("aria-valuemax", move || size.get().most.to_string())
        .bind("aria-valuetext", move || format!("{} pixels", size.get().now))
        .bind("hidden", move || !edge.open(frame).get())
        .on("focus", measure)
        .hear("keydown", key)
        .hear("pointerdown", down)
        .hear("pointermove", moved)
        .on("pointerup", up)
        .on("pointercancel", up)
        .on("dblclick", reset)
}
