//! An end of a card's gauge in the hand: what it would set and cost shows beside it, and is set when the hand rests. An edit
//! at every pixel would keep a slow machine from following the hand.

use leptos::prelude::*;

use crate::design::{Edit, Field};
use crate::estimate::{Month, bill};
use crate::facts::Acu;
use crate::formats::diagram::{Gauge, Node, Rect, gauge_acu, gauge_position};

use super::super::browser::{self, El, el, maybe, several, svg, words};
use super::super::erase::{Memo, effect, memo};
use super::hand::Grip;
use super::targets::part_of;
use super::view::{shift, stretched};
use super::{Canvas, Hand};

/// How long a hand rests before what it aims at is set, in milliseconds.
const REST: u64 = 400;

/// Between two readings, in milliseconds: nobody reads faster, and text is dear to draw.
const PACE: u64 = 80;

/// What the reading beside the end takes, in CSS pixels.
const READING: (f64, f64) = (320.0, 56.0);

/// An end of a gauge in the hand.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Pull {
    /// The setting it stands for.
    field: Field,
    gauge: Gauge,
    /// The range as it was.
    before: (Acu, Acu),
    /// The range that the hand aims at.
    now: (Acu, Acu),
}

/// Takes hold of an end of a card's gauge.
pub(super) fn take(canvas: Canvas, field: Field, node: &Node) -> Option<Pull> {
    let before = range(canvas);
    Some(Pull { field, gauge: node.gauge?, before, now: before })
}

fn range(canvas: Canvas) -> (Acu, Acu) {
    canvas.state.peek(|design| (design.cluster.min_capacity, design.cluster.max_capacity))
}

impl Pull {
    fn width(&self) -> u32 {
        u32::try_from(self.gauge.track.width).unwrap_or_default()
    }

    /// Where an end lies, in pixels of the drawing.
    fn place(&self, capacity: Acu) -> i32 {
        let along = gauge_position(capacity.as_decimal(), self.width());
        self.gauge.track.x + i32::try_from(along).unwrap_or_default()
    }

    /// Aims at what lies so many pixels of the drawing from where the end was; the other end is pushed, never crossed.
    fn aim(&mut self, carried: f64) {
        let is_min = self.field == Field::MinCapacity;
        let from = if is_min { self.gauge.min } else { self.gauge.max };
        let place = (f64::from(from) + carried).clamp(0.0, f64::from(self.width())).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held inside the gauge")]
        let to = gauge_acu(place as u32, self.width());
        let (min, max) = self.before;
        // The lowest maximum there is is 1 ACU (ACU-04).
        let most = to.max(Acu::whole(1));
        self.now = if is_min { (to, max.max(to)) } else { (min.min(most), most) };
    }
}

/// Follows the hand, which carried the end so many CSS pixels.
pub(super) fn follow(canvas: Canvas, pull: &mut Pull, carried: f64) {
    pull.aim(carried / canvas.scale());
    canvas.rest.run(REST, move || settle(canvas));
}

/// Sets what the hand aims at.
pub(super) fn settle(canvas: Canvas) {
    if let Some(pull) = held(canvas).filter(|pull| pull.now != range(canvas)) {
        canvas.state.slide(&pull.field, &edits(pull.now));
    }
}

/// Puts the range back as it was before the hand took it.
pub(super) fn put_back(canvas: Canvas, pull: &Pull) {
    if range(canvas) != pull.before {
        canvas.state.undo();
    }
}

fn edits((min, max): (Acu, Acu)) -> [Edit; 2] {
    [Edit::set(Field::MinCapacity, min), Edit::set(Field::MaxCapacity, max)]
}

fn held(canvas: Canvas) -> Option<Pull> {
    canvas.hand.with_untracked(|hand| pull_of(hand.as_ref()))
}

fn pull_of(hand: Option<&Hand>) -> Option<Pull> {
    match hand {
        Some(Hand { grip: Grip::Gauge(pull), live: true, .. }) => Some(pull.clone()),
        _ => None,
    }
}

/// The gauge as the hand would have it, and the reading beside its end.
pub(super) fn overlay(canvas: Canvas) -> El {
    let pull = memo(move || canvas.hand.with(|hand| pull_of(hand.as_ref())));
    let taken = aiming(canvas);
    maybe(move || {
        taken.get().then(|| untrack(|| several().child(gauge(canvas, pull)).child(reading(canvas, pull))))
    })
}

/// Pieces that only move and stretch, which paints nothing anew.
fn gauge(canvas: Canvas, pull: Memo<Option<Pull>>) -> El {
    let track = pull.with_untracked(|pull| pull.as_ref().map_or_else(Rect::default, |pull| pull.gauge.track));
    let ends = memo(move || {
        pull.with(|pull| {
            pull.as_ref().map_or((0, 0), |pull| (pull.place(pull.now.0), pull.place(pull.now.1)))
        })
    });
    let ((x, y), scale) = (canvas.outside((0.0, 0.0)), canvas.scale());
    let piece = move |class: &str, read: Box<dyn Fn() -> Rect>| {
        el("i").set("class", class).transformed(move || {
            let Rect { x: left, y: top, width, height } = read();
            let corner = (x + f64::from(left) * scale, y + f64::from(top) * scale);
            stretched(corner, (f64::from(width) * scale, f64::from(height) * scale))
        })
    };
    let band = move || {
        let (min, max) = ends.get();
        Rect { x: min, width: (max - min).max(2), ..track }
    };
    let middle = track.y + track.height / 2;
    let knob = move |at: i32| Rect::new(at - 4, middle - 7, 8, 14);
    several()
        .child(piece("aim-track", Box::new(move || track)))
        .child(piece("aim-band", Box::new(band)))
        .child(piece("aim-knob", Box::new(move || knob(ends.get().0))))
        .child(piece("aim-knob", Box::new(move || knob(ends.get().1))))
}

fn reading(canvas: Canvas, pull: Memo<Option<Pull>>) -> El {
    let range = memo(move || pull.with(|pull| pull.as_ref().map(|pull| pull.now)).unwrap_or_default());
    let shown = RwSignal::new(range.get_untracked());
    let (waiting, later) = (StoredValue::new(false), browser::Later::default());
    effect(move || {
        range.track();
        if !waiting.get_value() {
            waiting.set_value(true);
            later.run(PACE, move || {
                if waiting.try_set_value(false).is_none() {
                    shown.set(range.get_untracked());
                }
            });
        }
    });
    let capacity = move || {
        let (min, max) = shown.get();
        format!("{min} to {max} ACU")
    };
    let cost = move || {
        let edits = edits(shown.get());
        let design = canvas.state.peek(|design| design.with_all(&edits)).ok()?;
        let bill = bill(&design, canvas.state.today);
        let [typical, ceiling] = [Month::Typical, Month::Ceiling].map(|month| bill.total(month));
        let least = if typical.complete { "" } else { "at least " };
        Some(format!("{least}{} typical, {} ceiling, a month", typical.usd, ceiling.usd))
    };
    let place = move || {
        let (x, y) = pull.with(|pull| {
            pull.as_ref().map_or((0, 0), |pull| {
                let end = if pull.field == Field::MinCapacity { pull.now.0 } else { pull.now.1 };
                (pull.place(end), pull.gauge.track.y)
            })
        });
        let (x, y) = canvas.outside((f64::from(x), f64::from(y)));
        let (wide, high) = READING;
        let most = (canvas.size.get_untracked().0 - wide - 8.0).max(8.0);
        // Its foot; where there is no room above the end it stands below.
        let y = if y < high + 16.0 { y + high + 28.0 } else { y - 12.0 };
        shift((x - wide / 2.0).clamp(8.0, most), y)
    };
    el("div")
        .set("class", "reading")
        .set("aria-hidden", "true")
        .transformed(place)
        .child(el("strong").child(words(capacity)))
        .child(el("span").child(words(move || cost().unwrap_or_default())))
}

/// The ends of the selected card's gauge, to be taken.
pub(super) fn ends(node: &Node) -> Option<El> {
    let gauge = node.gauge?;
    let middle = gauge.track.y + gauge.track.height / 2;
    let handle = |end: &str, at: i32| {
        let x = gauge.track.x + at;
        svg("g")
            .set("class", "gauge-handle")
            .set("data-end", end)
            .child(part_of("gauge-hit", Rect::new(x - 12, middle - 12, 24, 24)))
            .child(part_of("gauge-knob", Rect::new(x - 4, middle - 7, 8, 14)).set("rx", "3"))
    };
    Some(several().child(handle("min", gauge.min)).child(handle("max", gauge.max)))
}

/// Whether an end is in the hand.
pub(super) fn aiming(canvas: Canvas) -> Memo<bool> {
    memo(move || canvas.hand.with(|hand| pull_of(hand.as_ref()).is_some()))
}
