//! What the pointer does: pans the drawing, carries an instance to another zone, moves an end of a gauge.

use crate::design::{Edit, Field, Zone};
use crate::formats::diagram::{Node, gauge_acu};

use super::super::browser;
use super::super::state::State;
use super::Canvas;

/// Pixels of the window before a press becomes a drag.
const THRESHOLD: f64 = 4.0;

/// What was taken hold of.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Grip {
    /// The desk itself.
    Desk,
    /// An instance, by its place; writer first.
    Instance(usize),
    /// An end of a card's gauge: the setting it stands for, and the gauge's width in pixels of the drawing.
    Gauge(Field, u32),
}

/// A press that may become a drag.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Hand {
    pub(super) grip: Grip,
    start: (f64, f64),
    now: (f64, f64),
    /// Position of the gauge's end when it was taken, in pixels of the drawing.
    from: f64,
    /// Whether the threshold was passed.
    pub(super) live: bool,
    /// The zone under the pointer.
    pub(super) over: Option<Zone>,
}

impl Hand {
    fn new(grip: Grip, at: (f64, f64), from: f64) -> Self {
        Self { grip, start: at, now: at, from, live: false, over: None }
    }

    pub(super) fn panning(at: (f64, f64)) -> Self {
        Self::new(Grip::Desk, at, 0.0)
    }

    pub(super) fn carrying(instance: usize, at: (f64, f64)) -> Self {
        Self::new(Grip::Instance(instance), at, 0.0)
    }

    pub(super) fn pulling(field: Field, node: &Node, at: (f64, f64)) -> Option<Self> {
        let gauge = node.gauge?;
        let end = if field == Field::MinCapacity { gauge.min } else { gauge.max };
        let width = u32::try_from(gauge.track.width).ok()?;
        Some(Self::new(Grip::Gauge(field, width), at, f64::from(end)))
    }

    /// How far it was carried, in pixels of the window.
    pub(super) fn carried(&self) -> (f64, f64) {
        (self.now.0 - self.start.0, self.now.1 - self.start.1)
    }
}

/// Follows the pointer; returns whether the view was moved.
pub(super) fn follow(canvas: Canvas, state: State, event: &browser::PointerEvent) -> bool {
    use leptos::prelude::{GetUntracked as _, Set as _, Update as _, WithUntracked as _};
    let Some(mut hand) = canvas.hand.get_untracked() else { return false };
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    let (dx, dy) = (at.0 - hand.now.0, at.1 - hand.now.1);
    if !hand.live {
        if (at.0 - hand.start.0).hypot(at.1 - hand.start.1) < THRESHOLD {
            return false;
        }
        hand.live = true;
        browser::capture(event);
    }
    hand.now = at;
    let scale = canvas.view.with_untracked(|view| view.scale);
    let mut panned = false;
    match &hand.grip {
        Grip::Desk => {
            canvas.view.update(|view| *view = view.panned(dx, dy));
            panned = true;
        }
        Grip::Instance(_) => hand.over = zone_under(canvas, event),
        Grip::Gauge(field, width) => {
            let place = (hand.from + hand.carried().0 / scale).clamp(0.0, f64::from(*width)).round();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "held inside the gauge"
            )]
            let to = gauge_acu(place as u32, *width);
            state.slide(field, &super::super::range::moved(field, to, state));
        }
    }
    canvas.hand.set(Some(hand));
    panned
}

/// Ends a drag: an instance over another zone moves there.
pub(super) fn release(canvas: Canvas, state: State, event: &browser::PointerEvent) {
    use leptos::prelude::{GetUntracked as _, Set as _};
    let Some(hand) = canvas.hand.get_untracked() else { return };
    canvas.hand.set(None);
    state.end_typing();
    if let (Grip::Instance(index), true) = (&hand.grip, hand.live)
        && let Some(zone) = zone_under(canvas, event)
    {
        move_to(state, *index, zone);
    }
}

/// Moves an instance to a zone and says so; nothing happens where it is there already.
pub(super) fn move_to(state: State, index: usize, zone: Zone) {
    let field = Field::InstanceZone(index);
    if state.with_untracked(|design| field.text(design)) != zone.to_string() {
        let name = if index == 0 { "the writer".to_owned() } else { format!("reader {index}") };
        state.edit_and_tell(&[Edit::set(field, zone)], &format!("Moved {name} to zone {zone}"));
    }
}

/// The zone whose column lies under the pointer.
fn zone_under(canvas: Canvas, event: &browser::PointerEvent) -> Option<Zone> {
    let letter = browser::data_under(event, "zone")?;
    let zone = Zone::parse(&letter).ok()?;
    canvas
        .diagram
        .with_untracked(|diagram| diagram.zones.iter().any(|column| column.zone == zone))
        .then_some(zone)
}
