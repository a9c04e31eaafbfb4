//! Where the drawing lies in its place: what panning, zooming and fitting do, for buttons, keys and commands alike.

use leptos::prelude::*;

use crate::editor::view::{View, fit};
use crate::formats::diagram::Form;
use crate::ui::browser;

/// Widths from which the drawing has another form, in CSS pixels.
const NARROW: f64 = 480.0;
const WIDE: f64 = 856.0;

/// Pan and zoom of the drawing.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// Offset and scale.
    pub view: RwSignal<View>,
    /// Whether somebody panned or zoomed; until then the drawing fits its place, afterwards it stays where it was put.
    pub moved: RwSignal<bool>,
    /// Size of the drawing's place, in CSS pixels; nothing until it has been measured, by the shell that was there before.
    pub size: RwSignal<(f64, f64)>,
    /// Size of the drawing, in its own pixels.
    pub extent: RwSignal<(i32, i32)>,
    /// The form that suits the place.
    pub form: Memo<Form>,
}

impl Viewport {
    pub(super) fn new() -> Self {
        let (width, height) = browser::shown_size("#shell .canvas");
        let size = RwSignal::new((f64::from(width), f64::from(height)));
        let viewport = Self {
            view: RwSignal::new(View::default()),
            moved: RwSignal::new(false),
            size,
            extent: RwSignal::new((0, 0)),
            form: Memo::new(move |_| match size.get().0 {
                width if !(1.0..WIDE).contains(&width) => Form::Wide,
                width if width >= NARROW => Form::Narrow,
                _ => Form::Phone,
            }),
        };
        Effect::new(move || {
            let (size, extent) = (viewport.size.get(), viewport.extent.get());
            if !viewport.moved.get() {
                viewport.view.set(fit(size, extent));
            }
        });
        viewport
    }

    /// Whether the place has been measured, so that there is something to draw in; tracked.
    pub fn is_known(self) -> bool {
        self.size.with(|(width, _)| *width > 0.0)
    }

    /// Whether the drawing is as wide as its place and scrolls with the page; tracked.
    pub fn is_whole(self) -> bool {
        self.form.get() == Form::Phone
    }

    /// Where the drawing lies, whatever its form; tracked.
    pub fn lens(self) -> View {
        if self.is_whole() { View::whole(self.size.get().0, self.extent.get().0) } else { self.view.get() }
    }

    /// Moves the drawing by so many CSS pixels.
    pub fn pan(self, dx: f64, dy: f64) {
        self.moved.set(true);
        self.view.update(|view| *view = view.panned(dx, dy));
    }

    /// Zooms so that what lies at a point of the place stays there.
    pub fn zoom_at(self, factor: f64, at: (f64, f64)) {
        self.moved.set(true);
        self.view.update(|view| *view = view.zoomed(factor, at));
    }

    /// Zooms about the middle.
    pub fn zoom(self, factor: f64) {
        let (width, height) = self.size.get_untracked();
        self.zoom_at(factor, (width / 2.0, height / 2.0));
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
