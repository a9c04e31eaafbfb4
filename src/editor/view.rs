//! Where the drawing lies under the window: pan and zoom.

const SMALLEST: f64 = 0.25;
const LARGEST: f64 = 3.0;

/// Offset in CSS pixels and scale.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct View {
    x: f64,
    y: f64,
    /// CSS pixels to a pixel of the drawing.
    pub scale: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { x: 16.0, y: 12.0, scale: 1.0 }
    }
}

impl View {
    /// With the drawing's corner at a place, in CSS pixels.
    pub const fn at((x, y): (f64, f64), scale: f64) -> Self {
        Self { x, y, scale }
    }

    /// Of a drawing that is as wide as its place and scrolls with the page.
    pub fn whole(place: f64, drawing: i32) -> Self {
        Self { x: 0.0, y: 0.0, scale: place / f64::from(drawing.max(1)) }
    }

    /// As an SVG transform.
    pub fn transform(self) -> String {
        format!("{} scale({})", translate(self.x, self.y), fixed(self.scale, 10_000))
    }

    /// The scale as people read it.
    #[expect(clippy::cast_possible_truncation, reason = "a scale is between 0.25 and 3")]
    pub fn percent(self) -> i32 {
        (self.scale * 100.0).round() as i32
    }

    /// Moved by so many pixels of the window.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Where a point of the drawing lies in its place, in CSS pixels.
    pub fn outside(self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.x + x * self.scale, self.y + y * self.scale)
    }

    /// What point of the drawing lies at a place, in its pixels.
    pub fn inside(self, (x, y): (f64, f64)) -> (f64, f64) {
        ((x - self.x) / self.scale, (y - self.y) / self.scale)
    }

    /// Zoomed so that what lies at a point of the window stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, (at_x, at_y): (f64, f64)) -> Self {
        let scale = (self.scale * factor).clamp(SMALLEST, LARGEST);
        let ratio = scale / self.scale;
        Self { x: at_x - (at_x - self.x) * ratio, y: at_y - (at_y - self.y) * ratio, scale }
    }
}

/// A shift as an SVG transform, to a tenth of a pixel.
pub fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", fixed(x, 10), fixed(y, 10))
}

/// A shift as a CSS transform, on whole pixels so that text stays sharp.
pub fn shift(x: f64, y: f64) -> String {
    let [x, y] = [x, y].map(|it| fixed(it.round(), 10));
    format!("translate({x}px, {y}px)")
}

/// A piece of 100 by 100 CSS pixels, put at a place and stretched to a size.
pub fn stretched((x, y): (f64, f64), (width, height): (f64, f64)) -> String {
    let [x, y] = [x, y].map(|it| fixed(it, 10));
    let [wide, high] = [width, height].map(|it| fixed(it / 100.0, 10_000));
    format!("translate({x}px, {y}px) scale({wide}, {high})")
}

/// A length in CSS, in whole pixels.
pub fn pixels(length: f64) -> String {
    format!("{}px", fixed(length.round(), 10))
}

/// A number in whole parts of a unit, such as tenths.
fn fixed(value: f64, parts: i32) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "pixels and scales are small, and the cast saturates"
    )]
    let whole = (value * f64::from(parts)).round() as i32;
    let sign = if whole < 0 { "-" } else { "" };
    let digits = (parts + whole.unsigned_abs().wrapping_rem(parts.unsigned_abs()).cast_signed()).to_string();
    format!("{sign}{}.{}", whole.unsigned_abs() / parts.unsigned_abs(), digits.get(1..).unwrap_or_default())
}

/// The view in which all of the drawing shows, never larger than it is drawn: 12 above, 16 at the sides, 52 below.
pub fn fit((width, height): (f64, f64), (of_width, of_height): (i32, i32)) -> View {
    let (of_width, of_height) = (f64::from(of_width.max(1)), f64::from(of_height.max(1)));
    let scale = ((width - 32.0) / of_width).min((height - 64.0) / of_height).clamp(SMALLEST, 1.0);
    let x = ((width - of_width * scale) / 2.0).max(16.0);
    View { x: x.round(), y: 12.0, scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_under_the_fingers_stays_there() {
        let before = View::at((16.0, 12.0), 1.0);
        let point = before.inside((200.0, 100.0));
        let zoomed = before.zoomed(1.5, (200.0, 100.0));
        assert_eq!(zoomed.outside(point), (200.0, 100.0));
        assert_eq!(zoomed.percent(), 150);
        assert_eq!(before.zoomed(100.0, (0.0, 0.0)).percent(), 300);
        assert_eq!(before.zoomed(0.001, (0.0, 0.0)).percent(), 25);
    }

    #[test]
    fn a_drawing_fits_its_place_and_is_never_enlarged() {
        assert_eq!(fit((1000.0, 700.0), (840, 536)), View::at((80.0, 12.0), 1.0));
        assert_eq!(fit((452.0, 700.0), (840, 536)), View::at((16.0, 12.0), 0.5));
        assert_eq!(View::whole(179.0, 358).outside((10.0, 20.0)), (5.0, 10.0));
    }

    #[test]
    fn transforms_are_written_without_noise() {
        assert_eq!(View::at((-0.25, 12.0), 0.5).transform(), "translate(-0.3 12.0) scale(0.5000)");
        assert_eq!(shift(3.4, -7.6), "translate(3.0px, -8.0px)");
        assert_eq!(stretched((1.0, 2.0), (50.0, 25.0)), "translate(1.0px, 2.0px) scale(0.5000, 0.2500)");
    }
}
