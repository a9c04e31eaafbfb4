//! What is drawn of cards, frames and lines: plain shapes, the same for every painter. A painter turns each into one
//! element and knows nothing else of the drawing.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::design::Part;

use super::glyphs::{Glyph, badge_body, badge_sign};
use super::look::Look;
use super::model::{
    Align, Arrow, Badge, Diagram, Edge, Flow, Frame, Gauge, Line, Node, Point, Rect, Slot, Style, Text, Tie,
    ZoneColumn,
};

/// Where a shape is put, apart from its own numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// Where its numbers say.
    Here,
    /// Half a pixel further: a line of one pixel is sharp between the pixels' edges.
    Half,
    /// Drawn in a square of 16 px, put into this one.
    Square(Rect),
}

impl Place {
    /// As an SVG transform; none where there is nothing to move.
    pub fn transform(self) -> Option<String> {
        match self {
            Self::Here => None,
            Self::Half => Some("translate(.5 .5)".to_owned()),
            Self::Square(Rect { x, y, width: 16, .. }) => Some(format!("translate({x} {y})")),
            // Sixteenths of 1 have at most four digits, so they are written exactly.
            Self::Square(Rect { x, y, width, .. }) => {
                Some(format!("translate({x} {y}) scale({}.{:04})", width / 16, width % 16 * 625))
            }
        }
    }
}

/// One element of a drawing.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// What it stands for.
        look: Look,
        /// Where it is.
        rect: Rect,
        /// Of its corners, in pixels.
        radius: i32,
    },
    /// A rectangle whose outline lies inside it, on whole pixels.
    Outline {
        /// What it stands for.
        look: Look,
        /// The outer edge of the outline.
        rect: Rect,
        /// Of its corners, in pixels.
        radius: i32,
    },
    /// A circle.
    Circle {
        /// What it stands for.
        look: Look,
        /// Its middle.
        center: Point,
        /// In pixels.
        radius: i32,
    },
    /// A path.
    Path {
        /// What it stands for.
        look: Look,
        /// The value of `d`.
        data: Cow<'static, str>,
        /// Where it is put.
        place: Place,
    },
    /// A line of text.
    Text(Text),
    /// Shapes that belong together.
    Group {
        /// What they stand for.
        look: Look,
        /// Where they are put.
        place: Place,
        /// From the back to the front.
        shapes: Vec<Self>,
    },
}

impl Shape {
    /// What is drawn of a button with a plus sign: a place to hit, its frame, the sign.
    pub fn plus(at: Rect) -> [Self; 3] {
        let Point { x, y } = at.center();
        [
            Self::Rect { look: Look::Hit, rect: Rect::new(x - 16, y - 16, 32, 32), radius: 0 },
            Self::Rect { look: Look::Button, rect: at, radius: 4 },
            Self::path(Look::Plus, format!("M{x} {}v10M{} {y}h10", y - 5, x - 5)),
        ]
    }

    fn path(look: Look, data: impl Into<Cow<'static, str>>) -> Self {
        Self::Path { look, data: data.into(), place: Place::Here }
    }

    fn glyph(look: Look, glyph: Glyph, rect: Rect) -> Self {
        Self::Path { look, data: glyph.path().into(), place: Place::Square(rect) }
    }

    fn badge(Badge { severity, rect }: Badge) -> Self {
        let shapes = vec![
            Self::path(Look::BadgeBody(severity), badge_body(severity)),
            Self::path(Look::BadgeSign, badge_sign(severity)),
        ];
        Self::Group { look: Look::Badge(severity), place: Place::Square(rect), shapes }
    }
}

/// Values of `x`, `y`, `width` and `height` of a rectangle whose outline lies inside it.
pub fn outline(Rect { x, y, width, height }: Rect) -> [String; 4] {
    [format!("{x}.5"), format!("{y}.5"), (width - 1).to_string(), (height - 1).to_string()]
}

/// Along the points, as a path.
fn way(points: &[Point]) -> String {
    let mut path = String::new();
    for (Point { x, y }, place) in points.iter().zip(0..) {
        // Writing into a string cannot fail.
        let _ = write!(path, "{}{x} {y}", if place == 0 { 'M' } else { 'L' });
    }
    path
}

/// An arrowhead that ends a pixel before what it points at.
fn head(Point { x, y }: Point, right: bool) -> String {
    if right { format!("M{} {}v8l7-4z", x - 8, y - 4) } else { format!("M{} {}h8l-4 7z", x - 4, y - 8) }
}

impl Frame {
    /// What is drawn of it.
    pub fn shapes(&self) -> Vec<Shape> {
        let (look, radius) = if self.dotted { (Look::Vpc, 8) } else { (Look::Region, 10) };
        let mut shapes = vec![Shape::Outline { look, rect: self.rect, radius }];
        shapes.extend(self.opening.map(|rect| Shape::Rect { look: Look::VpcGap, rect, radius: 0 }));
        shapes.extend(self.texts.iter().cloned().map(Shape::Text));
        shapes.extend(self.badge.map(Shape::badge));
        shapes
    }
}

impl ZoneColumn {
    /// Of the ground's corners, in pixels.
    pub const RADIUS: i32 = 8;

    /// What is drawn of it.
    pub fn shapes(&self) -> Vec<Shape> {
        let ground = Shape::Rect { look: Look::Zone, rect: self.rect, radius: Self::RADIUS };
        vec![ground, Shape::Text(self.title.clone())]
    }
}

impl Slot {
    /// What is drawn of it, with room below the words for the button that fills it or around its middle without one.
    pub fn shapes(&self, button: bool) -> Vec<Shape> {
        let (rect, center) = (self.rect, self.rect.center());
        let (title, sentence) =
            if button { (rect.y + 24, rect.y + 42) } else { (center.y - 4, center.y + 13) };
        let text = |y, style, text: &String| {
            Shape::Text(Text {
                at: Point { x: center.x, y },
                align: Align::Middle,
                style,
                text: text.clone(),
            })
        };
        vec![
            Shape::Outline { look: Look::EmptySlot, rect, radius: 6 },
            text(title, Style::Name, &self.title),
            text(sentence, Style::Meta, &self.sentence),
        ]
    }
}

impl Node {
    /// What is drawn of it.
    pub fn shapes(&self) -> Vec<Shape> {
        let mut shapes = vec![Shape::Outline { look: Look::Card, rect: self.rect, radius: 6 }];
        shapes.extend(self.glyphs.iter().map(|(glyph, rect)| Shape::glyph(Look::Glyph, *glyph, *rect)));
        shapes.extend(self.texts.iter().cloned().map(Shape::Text));
        shapes.extend(self.gauge.into_iter().flat_map(Gauge::shapes));
        shapes.extend(copies(&self.copies));
        shapes.extend(self.ports.iter().map(|at| Shape::Circle { look: Look::Port, center: *at, radius: 3 }));
        shapes.extend(self.badge.map(Shape::badge));
        shapes
    }
}

impl Gauge {
    /// The stretch from minimum to maximum; a range of one capacity still shows.
    pub fn band(self) -> Rect {
        let track = self.track;
        let width = (self.max - self.min).max(track.height);
        Rect { x: track.x + self.min.min(track.width - width), width, ..track }
    }

    fn shapes(self) -> [Shape; 3] {
        let track = self.track;
        let radius = track.height / 2;
        let tick = Rect::new(track.x + self.typical - 1, track.y - 3, 2, track.height + 6);
        [
            Shape::Rect { look: Look::GaugeTrack, rect: track, radius },
            Shape::Rect { look: Look::GaugeBand, rect: self.band(), radius },
            Shape::Rect { look: Look::GaugeTick, rect: tick, radius: 0 },
        ]
    }
}

/// The copies of a volume on the line that joins them.
fn copies(copies: &[Rect]) -> Vec<Shape> {
    let (Some(first), Some(last)) = (copies.first(), copies.last()) else { return Vec::new() };
    let mut shapes = vec![Shape::path(Look::CopiesLine, way(&[first.center(), last.center()]))];
    for Rect { x, y, .. } in copies {
        let body = format!("M{x} {y}m0 3.5a9 3.5 0 0 1 18 0v15a9 3.5 0 0 1-18 0z");
        shapes.push(Shape::path(Look::Copy, body));
        shapes.push(Shape::path(Look::CopyLid, format!("M{x} {y}m0 3.5a9 3.5 0 0 0 18 0")));
    }
    shapes
}

impl Line {
    fn shape(&self) -> Shape {
        let look = if self.stub { Look::Stub } else { Look::Line(self.flow) };
        let thin = self.stub || self.flow == Flow::Storage;
        let place = if thin { Place::Half } else { Place::Here };
        Shape::Path { look, data: way(&[self.from, self.to]).into(), place }
    }
}

impl Edge {
    fn lit(&self) -> Vec<Shape> {
        let mut shapes = vec![Shape::path(Look::Lit(self.flow), way(&self.points))];
        if let (true, [.., before, tip]) = (self.arrow, self.points.as_slice()) {
            shapes.push(Shape::path(Look::LitArrow, head(*tip, before.y == tip.y)));
        }
        shapes
    }
}

impl Tie {
    fn shapes(&self) -> Vec<Shape> {
        let path = way(&self.points);
        let mut shapes = vec![Shape::path(Look::TieOuter, path.clone()), Shape::path(Look::TieCore, path)];
        shapes.extend(self.link.into_iter().flat_map(|rect| sign(rect, Glyph::Link, 12)));
        shapes
    }
}

/// A circle with an icon of that size in it.
fn sign(rect: Rect, glyph: Glyph, size: i32) -> [Shape; 2] {
    let center = rect.center();
    let inside = Rect::new(center.x - size / 2, center.y - size / 2, size, size);
    [
        Shape::Circle { look: Look::TieLink, center, radius: rect.width / 2 },
        Shape::glyph(Look::Sign, glyph, inside),
    ]
}

impl Diagram {
    /// The lines at rest, reads first, so that a write that crosses them lies on clean ground.
    pub fn line_shapes(&self) -> Vec<Shape> {
        let (reads, others): (Vec<&Line>, Vec<&Line>) =
            self.lines.iter().partition(|line| line.flow == Flow::Read);
        let halo = |Line { from, to, .. }: &Line| Shape::path(Look::Halo, way(&[*from, *to]));
        let arrow = |Arrow { tip, right }: &Arrow| Shape::path(Look::Arrow, head(*tip, *right));
        let mut shapes: Vec<Shape> = reads.into_iter().map(Line::shape).collect();
        shapes.extend(self.crossings.iter().map(halo));
        shapes.extend(others.into_iter().map(Line::shape));
        shapes.extend(self.arrows.iter().map(arrow));
        shapes
    }

    /// Every flow of a part, over the lines at rest.
    pub fn lit_shapes(&self, part: Part) -> Vec<Shape> {
        self.edges.iter().filter(|edge| edge.parts.contains(&part)).flat_map(Edge::lit).collect()
    }

    /// What lies over the cards: what scales together, and the mark of a Global Database.
    pub fn tie_shapes(&self) -> Vec<Shape> {
        let mut shapes: Vec<Shape> = self.ties.iter().flat_map(Tie::shapes).collect();
        shapes.extend(self.globe.into_iter().flat_map(|rect| sign(rect, Glyph::Globe, 16)));
        shapes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_of_another_size_scales_exactly() {
        let placed = |size| Place::Square(Rect::new(1, 2, size, size)).transform();
        assert_eq!(placed(16).as_deref(), Some("translate(1 2)"));
        assert_eq!(placed(12).as_deref(), Some("translate(1 2) scale(0.7500)"));
        assert_eq!(placed(14).as_deref(), Some("translate(1 2) scale(0.8750)"));
    }

    #[test]
    fn a_range_of_one_capacity_shows_and_stays_on_its_track() {
        let track = Rect::new(10, 0, 100, 6);
        let band = |min, max| Gauge { track, min, max, typical: min }.band();
        assert_eq!(band(20, 60), Rect::new(30, 0, 40, 6));
        assert_eq!(band(20, 20), Rect::new(30, 0, 6, 6));
        assert_eq!(band(100, 100), Rect::new(104, 0, 6, 6));
    }

    #[test]
    fn words_make_room_for_the_button_that_fills_a_slot() {
        let slot = Slot {
            part: Part::Secondary(0),
            rect: Rect::new(0, 100, 200, 88),
            title: "No instances".to_owned(),
            sentence: "Add one.".to_owned(),
            action: Rect::new(54, 154, 92, 24),
        };
        let lowest = |button| {
            let texts = slot.shapes(button).into_iter().filter_map(|shape| match shape {
                Shape::Text(text) => Some(text.at.y),
                _ => None,
            });
            texts.max()
        };
        assert!(lowest(true) < Some(slot.action.y));
        assert_eq!(lowest(false), Some(157));
    }
}
