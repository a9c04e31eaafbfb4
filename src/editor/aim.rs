//! An end of a card's gauge in the hand: what it would set and cost shows beside it, and is set when the hand rests. An
//! edit at every pixel would keep a slow machine from following the hand.

use crate::design::{Design, Edit, Field};
use crate::estimate::{Month, bill};
use crate::facts::{Acu, Day};
use crate::formats::diagram::{Gauge, Node, Rect, gauge_acu, gauge_position};

use super::view::View;

/// How long a hand rests before what it aims at is set, in milliseconds.
pub const REST: u64 = 400;

/// Between two readings, in milliseconds: nobody reads faster, and text is dear to draw.
pub const PACE: u64 = 80;

/// What the reading beside the end takes, in CSS pixels.
const READING: (f64, f64) = (320.0, 56.0);

/// A capacity range, from minimum to maximum.
pub type Range = (Acu, Acu);

/// The range of a design's cluster.
pub const fn range(design: &Design) -> Range {
    (design.cluster.min_capacity, design.cluster.max_capacity)
}

/// What sets both ends.
pub fn edits((min, max): Range) -> [Edit; 2] {
    [Edit::set(Field::MinCapacity, min), Edit::set(Field::MaxCapacity, max)]
}

/// An end of a gauge in the hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pull {
    /// The setting it stands for.
    pub field: Field,
    gauge: Gauge,
    /// The range as it was.
    pub before: Range,
    /// The range that the hand aims at.
    pub now: Range,
}

impl Pull {
    /// Takes hold of an end of a card's gauge; a card without a gauge has none.
    pub fn take(field: Field, node: &Node, before: Range) -> Option<Self> {
        Some(Self { field, gauge: node.gauge?, before, now: before })
    }

    /// Aims at what lies so many pixels of the drawing from where the end was; the other end is pushed, never crossed.
    pub fn aim(&mut self, carried: f64) {
        let is_min = self.field == Field::MinCapacity;
        let from = if is_min { self.gauge.min } else { self.gauge.max };
        let place = (f64::from(from) + carried).min(f64::from(self.width())).max(0.0).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held inside the gauge")]
        let to = gauge_acu(place as u32, self.width());
        let (min, max) = self.before;
        // The lowest maximum there is is 1 ACU (ACU-04).
        let most = to.max(Acu::whole(1));
        self.now = if is_min { (to, max.max(to)) } else { (min.min(most), most) };
    }

    /// All of the gauge's scale, in pixels of the drawing.
    pub const fn track(&self) -> Rect {
        self.gauge.track
    }

    /// From end to end as the hand would have it.
    pub fn band(&self) -> Rect {
        let (min, max) = self.now;
        Gauge { min: self.along(min), max: self.along(max), ..self.gauge }.band()
    }

    /// The knobs at both ends as the hand would have them.
    pub fn knobs(&self) -> [Rect; 2] {
        let (min, max) = self.now;
        [min, max].map(|end| knob(self.gauge, self.along(end)))
    }

    /// Where the end in the hand lies, in pixels of the drawing.
    fn end(&self) -> (f64, f64) {
        let end = if self.field == Field::MinCapacity { self.now.0 } else { self.now.1 };
        (f64::from(self.gauge.track.x + self.along(end)), f64::from(self.gauge.track.y))
    }

    fn width(&self) -> u32 {
        u32::try_from(self.gauge.track.width).unwrap_or_default()
    }

    fn along(&self, capacity: Acu) -> i32 {
        i32::try_from(gauge_position(capacity.as_decimal(), self.width())).unwrap_or_default()
    }

    /// Where the left end of the reading's foot stands in a place of that width, in CSS pixels.
    pub fn reading_place(&self, view: View, width: f64) -> (f64, f64) {
        let (x, y) = view.outside(self.end());
        let (wide, high) = READING;
        let most = (width - wide - 8.0).max(8.0);
        // Where there is no room above the end it stands below.
        let foot = if y < high + 16.0 { y + high + 28.0 } else { y - 12.0 };
        ((x - wide / 2.0).min(most).max(8.0), foot)
    }
}

/// The knob so many pixels along a gauge.
pub const fn knob(gauge: Gauge, along: i32) -> Rect {
    Rect::new(gauge.track.x + along - 4, gauge.track.center().y - 7, 8, 14)
}

/// A range as it is read: `2 to 16 ACU`.
pub fn capacity((min, max): Range) -> String {
    format!("{min} to {max} ACU")
}

/// What a design costs with that range; `None` where it is no range.
pub fn cost(design: &Design, range: Range, today: Day) -> Option<String> {
    let design = design.with_all(&edits(range)).ok()?;
    let bill = bill(&design, today);
    let [typical, ceiling] = [Month::Typical, Month::Ceiling].map(|month| bill.total(month));
    let least = if typical.complete { "" } else { "at least " };
    Some(format!("{least}{} typical, {} ceiling, a month", typical.usd, ceiling.usd))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::examples::drawing;
    use crate::facts::FACTS_DATE;

    fn pull(field: Field) -> Option<Pull> {
        let (design, diagram) = drawing();
        let writer = diagram.nodes.iter().find(|node| node.key == "writer")?;
        Pull::take(field, writer, range(&design))
    }

    #[test]
    fn the_other_end_is_pushed_and_never_crossed() {
        let mut max = pull(Field::MaxCapacity).unwrap();
        max.aim(-500.0);
        assert_eq!(max.now, (Acu::whole(1), Acu::whole(1)), "the lowest maximum is 1 ACU");
        max.aim(500.0);
        assert_eq!(max.now, (Acu::whole(2), Acu::whole(256)));
        let mut min = pull(Field::MinCapacity).unwrap();
        min.aim(500.0);
        assert_eq!(min.now, (Acu::whole(256), Acu::whole(256)));
        min.aim(0.0);
        assert_eq!(min.now, min.before);
    }

    #[test]
    fn only_a_card_with_a_gauge_has_ends() {
        let (design, diagram) = drawing();
        let storage = diagram.nodes.iter().find(|node| node.key == "storage").unwrap();
        assert_eq!(Pull::take(Field::MaxCapacity, storage, range(&design)), None);
    }

    #[test]
    fn the_reading_stays_inside_its_place() {
        let pull = pull(Field::MaxCapacity).unwrap();
        let place = |view, width| pull.reading_place(view, width);
        let (x, y) = place(View::at((0.0, 0.0), 1.0), 1000.0);
        assert!(x >= 8.0 && y < f64::from(pull.track().y));
        assert!((place(View::at((900.0, 0.0), 1.0), 1000.0).0 - 672.0).abs() < 0.01);
        let (_, below) = place(View::at((0.0, -280.0), 1.0), 1000.0);
        assert!(below > 56.0, "above the end there is no room");
    }

    #[test]
    fn a_range_is_read_with_what_it_costs() {
        let (design, _) = drawing();
        let dear = cost(&design, (Acu::whole(2), Acu::whole(64)), FACTS_DATE).unwrap();
        assert!(dear.contains(" typical, $") && dear.ends_with(" ceiling, a month"), "{dear}");
        assert_ne!(Some(dear), cost(&design, range(&design), FACTS_DATE));
        assert_eq!(capacity((Acu::HALF, Acu::whole(3))), "0.5 to 3 ACU");
    }
}
