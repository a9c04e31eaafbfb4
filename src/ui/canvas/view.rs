//! Where the drawing lies under the window: pan and zoom.

const SMALLEST: f64 = 0.25;
const LARGEST: f64 = 3.0;

/// Offset in CSS pixels and scale.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct View {
    x: f64,
    y: f64,
    pub(super) scale: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { x: 16.0, y: 12.0, scale: 1.0 }
    }
}

impl View {
    /// As an SVG transform.
    pub(super) fn transform(self) -> String {
        format!("translate({:.1} {:.1}) scale({:.4})", self.x, self.y, self.scale)
    }

    /// Moved by so many pixels of the window.
    pub(super) fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Zoomed so that what lies at a point of the window stays there.
    pub(super) fn zoomed(self, factor: f64, (at_x, at_y): (f64, f64)) -> Self {
        let scale = (self.scale * factor).clamp(SMALLEST, LARGEST);
        let ratio = scale / self.scale;
        Self { x: at_x - (at_x - self.x) * ratio, y: at_y - (at_y - self.y) * ratio, scale }
    }
}

/// The view in which all of the drawing shows, never larger than it is drawn: 12 above, 16 at the sides, 52 below.
pub(super) fn fit((width, height): (f64, f64), (of_width, of_height): (i32, i32)) -> View {
    let (of_width, of_height) = (f64::from(of_width.max(1)), f64::from(of_height.max(1)));
    let scale = ((width - 32.0) / of_width).min((height - 64.0) / of_height).clamp(SMALLEST, 1.0);
    let x = ((width - of_width * scale) / 2.0).max(16.0);
    View { x: x.round(), y: 12.0, scale }
}
