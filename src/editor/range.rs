//! A hand and a key on the slider that sets the capacity range, on the scale that every gauge of the page has.

use crate::design::{Edit, Field};
use crate::facts::{Acu, Decimal};
use crate::formats::diagram::{STOPS, gauge_acu, gauge_position};

/// Length of the slider's track, in its own pixels.
pub const TRACK: u32 = 276;

/// A label must keep this far from both ends of the track to stand above its tick.
const LABEL_HALF: u32 = 54;
/// Ticks nearer to each other than this share a label.
const TOGETHER: u32 = 8;

/// An end of the range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// The minimum.
    Min,
    /// The maximum.
    Max,
}

impl End {
    /// The setting it moves.
    pub const fn field(self) -> Field {
        match self {
            Self::Min => Field::MinCapacity,
            Self::Max => Field::MaxCapacity,
        }
    }
}

/// Minimum and maximum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Range {
    /// The minimum.
    pub min: Acu,
    /// The maximum.
    pub max: Acu,
}

/// Pixels from the left end of the track to a capacity.
pub fn position(capacity: Acu) -> u32 {
    gauge_position(capacity.as_decimal(), TRACK)
}

impl Range {
    /// The capacity at an end.
    pub const fn of(self, end: End) -> Acu {
        match end {
            End::Min => self.min,
            End::Max => self.max,
        }
    }

    /// The end that a pointer at a place of the track takes hold of: the nearer one. Where both are as near, the one that
    /// can follow the pointer.
    pub fn end_at(self, place: u32) -> End {
        let far = |capacity| position(capacity).abs_diff(place);
        let (to_min, to_max) = (far(self.min), far(self.max));
        if to_max < to_min || (to_max == to_min && gauge_acu(place, TRACK) > self.max) {
            End::Max
        } else {
            End::Min
        }
    }

    /// The edits that move an end to a capacity; the other end is pushed, never crossed.
    pub fn moved(self, end: End, to: Acu) -> Vec<Edit> {
        // The lowest maximum there is is 1 ACU (ACU-04).
        let to = if end == End::Max { to.max(Acu::whole(1)) } else { to };
        let pushed = match end {
            End::Min => (to > self.max).then_some(End::Max),
            End::Max => (to < self.min).then_some(End::Min),
        };
        std::iter::once(end).chain(pushed).map(|end| Edit::set(end.field(), to)).collect()
    }

    /// [`Range::moved`] to where a pointer is on the track.
    pub fn dragged(self, end: End, place: u32) -> Vec<Edit> {
        self.moved(end, gauge_acu(place, TRACK))
    }

    /// [`Range::moved`] by a key: arrows a half step, page keys to the next stop, `Home` and `End` as far as the other
    /// end leaves room. `None` for a key that means nothing here.
    pub fn pressed(self, end: End, key: &str) -> Option<Vec<Edit>> {
        let to = match (key, end) {
            ("Home", End::Max) => self.min,
            ("End", End::Min) => self.max,
            _ => stepped(key, self.of(end))?,
        };
        Some(self.moved(end, to))
    }
}

fn stepped(key: &str, now: Acu) -> Option<Acu> {
    let halves = now.as_halves();
    match key {
        "ArrowRight" | "ArrowUp" => Some(Acu::halves((halves + 1).min(512))),
        "ArrowLeft" | "ArrowDown" => Some(Acu::halves(halves.saturating_sub(1))),
        "PageUp" => STOPS.iter().copied().find(|stop| *stop > halves).map(Acu::halves),
        "PageDown" => STOPS.iter().rev().copied().find(|stop| *stop < halves).map(Acu::halves),
        "Home" => Some(Acu::ZERO),
        "End" => Some(Acu::whole(256)),
        _ => None,
    }
}

/// The stops of the scale: how far along the track, and how many ACU.
pub fn stops() -> Vec<(u32, String)> {
    STOPS.iter().map(|stop| Acu::halves(*stop)).map(|stop| (position(stop), stop.to_string())).collect()
}

/// Where a label's text is anchored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// The text ends at its place.
    End,
    /// The text stands over its place.
    Middle,
    /// The text begins at its place.
    Start,
}

impl Anchor {
    /// As SVG's `text-anchor` has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::End => "end",
            Self::Middle => "middle",
            Self::Start => "start",
        }
    }
}

/// A mark above the track and its label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tick {
    /// How far along the track, in its pixels.
    pub at: u32,
    /// Where the label is anchored, on the same scale.
    pub label_at: u32,
    /// The label.
    pub label: String,
    /// How it is anchored.
    pub anchor: Anchor,
}

/// The typical averages of writer and readers as ticks. Their labels leave outwards so that neighbors never meet, and
/// join where they are close. Without a reader (`None`) there is the writer's alone.
pub fn ticks(writer: Decimal, readers: Option<Decimal>) -> Vec<Tick> {
    let place = |average| gauge_position(average, TRACK);
    let at = place(writer);
    let alone = |label: String| {
        // A label over its tick must not leave the drawing at its ends.
        let label_at = at.clamp(LABEL_HALF, TRACK - LABEL_HALF);
        vec![Tick { at, label_at, label, anchor: Anchor::Middle }]
    };
    let Some(readers) = readers else { return alone(format!("writer {writer}")) };
    if at.abs_diff(place(readers)) <= TOGETHER {
        return alone(format!("writer and readers {writer}"));
    }
    let tick = |at, label, anchor| Tick { at, label_at: at, label, anchor };
    let (by_writer, by_readers) =
        if at < place(readers) { (Anchor::End, Anchor::Start) } else { (Anchor::Start, Anchor::End) };
    let by_writer = tick(at, format!("writer {writer}"), by_writer);
    let by_readers = tick(place(readers), format!("readers {readers}"), by_readers);
    if place(readers) < at { vec![by_readers, by_writer] } else { vec![by_writer, by_readers] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(min: u32, max: u32) -> Range {
        Range { min: Acu::whole(min), max: Acu::whole(max) }
    }

    #[test]
    fn an_end_pushes_the_other_and_never_crosses_it() {
        let set = |end: End, acu| Edit::set(end.field(), Acu::whole(acu));
        assert_eq!(range(1, 16).moved(End::Min, Acu::whole(4)), [set(End::Min, 4)]);
        assert_eq!(range(1, 16).moved(End::Min, Acu::whole(32)), [set(End::Min, 32), set(End::Max, 32)]);
        assert_eq!(range(8, 16).moved(End::Max, Acu::whole(2)), [set(End::Max, 2), set(End::Min, 2)]);
    }

    #[test]
    fn the_maximum_stays_at_one_acu() {
        let edits = range(0, 16).dragged(End::Max, 0);
        assert_eq!(edits, [Edit::set(Field::MaxCapacity, Acu::whole(1))]);
        assert_eq!(range(0, 16).pressed(End::Max, "Home"), Some(edits));
    }

    #[test]
    fn home_and_end_stop_at_the_other_end() {
        let set = |end: End, acu| Some(vec![Edit::set(end.field(), Acu::whole(acu))]);
        assert_eq!(range(2, 16).pressed(End::Min, "End"), set(End::Min, 16));
        assert_eq!(range(2, 16).pressed(End::Min, "Home"), set(End::Min, 0));
        assert_eq!(range(2, 16).pressed(End::Max, "Home"), set(End::Max, 2));
        assert_eq!(range(2, 16).pressed(End::Max, "End"), set(End::Max, 256));
    }

    #[test]
    fn a_pointer_takes_the_nearer_end() {
        let ends = range(1, 64);
        assert_eq!(ends.end_at(position(Acu::whole(2))), End::Min);
        assert_eq!(ends.end_at(position(Acu::whole(32))), End::Max);
        let closed = range(8, 8);
        assert_eq!(closed.end_at(position(Acu::whole(16))), End::Max);
        assert_eq!(closed.end_at(position(Acu::whole(4))), End::Min);
    }

    #[test]
    fn keys_step_by_halves_and_by_stops() {
        let to = |key: &str| stepped(key, Acu::whole(4)).map(|acu| acu.to_string());
        let said = ["ArrowUp", "ArrowLeft", "PageUp", "PageDown", "Home", "End", "a"].map(to);
        let meant = [Some("4.5"), Some("3.5"), Some("8"), Some("2"), Some("0"), Some("256"), None];
        assert_eq!(said, meant.map(|text| text.map(str::to_owned)));
        assert_eq!(stepped("ArrowDown", Acu::ZERO), Some(Acu::ZERO));
        assert_eq!(stepped("PageDown", Acu::ZERO), None);
        assert_eq!(stepped("ArrowRight", Acu::whole(256)), Some(Acu::whole(256)));
    }

    #[test]
    fn labels_of_averages_never_meet() {
        let said = |ticks: Vec<Tick>| -> Vec<(String, Anchor)> {
            ticks.into_iter().map(|tick| (tick.label, tick.anchor)).collect()
        };
        let acu = Decimal::whole;
        assert_eq!(said(ticks(acu(4), None)), [("writer 4".to_owned(), Anchor::Middle)]);
        assert_eq!(said(ticks(acu(4), Some(acu(4)))), [("writer and readers 4".to_owned(), Anchor::Middle)]);
        let lower = [("writer 2".to_owned(), Anchor::End), ("readers 64".to_owned(), Anchor::Start)];
        assert_eq!(said(ticks(acu(2), Some(acu(64)))), lower);
        let higher = [("readers 2".to_owned(), Anchor::End), ("writer 64".to_owned(), Anchor::Start)];
        assert_eq!(said(ticks(acu(64), Some(acu(2)))), higher);
        assert!(ticks(acu(0), None).iter().all(|tick| tick.at == 0 && tick.label_at == LABEL_HALF));
    }
}
