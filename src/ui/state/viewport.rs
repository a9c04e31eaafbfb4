//! Where the drawing lies under its window: what zooming and fitting do, for buttons, keys and commands alike.

use leptos::prelude::*;

use crate::editor::view::{View, fit};

/// Pan and zoom of the drawing.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// Offset and scale.
    pub view: RwSignal<View>,
    /// Whether somebody panned or zoomed; until then the drawing fits its place, afterwards it stays where it was put.
    pub moved: RwSignal<bool>,
    /// Size of the drawing's place, in CSS pixels.
    pub size: RwSignal<(f64, f64)>,
    /// Size of the drawing, in its own pixels.
    pub extent: RwSignal<(i32, i32)>,
}

impl Viewport {
    pub(super) fn new() -> Self {
        let viewport = Self {
            view: RwSignal::new(View::default()),
            moved: RwSignal::new(false),
            size: RwSignal::new((0.0, 0.0)),
            extent: RwSignal::new((0, 0)),
        };
        Effect::new(move || {
            let (size, extent) = (viewport.size.get(), viewport.extent.get());
            if !viewport.moved.get() {
                viewport.view.set(fit(size, extent));
            }
        });
        viewport
    }

    /// Zooms about the middle.
    pub fn zoom(self, factor: f64) {
        let (width, height) = self.size.get_untracked();
        self.moved.set(true);
        self.view.update(|view| *view = view.zoomed(factor, (width / 2.0, height / 2.0)));
    }

    /// Shows the drawing at its own size.
    pub fn to_full_size(self) {
        self.zoom(1.0 / self.view.get_untracked().scale);
    }

    /// Shows all of the drawing, and keeps it so.
    pub fn fit(self) {
        self.moved.set(false);
    }
}
