//! What the pointer does: pans and pinches the drawing, carries a card to a zone, a tier or the bin, moves an end of a
//! gauge.

use leptos::prelude::{GetUntracked as _, Set as _, Update as _, WithUntracked as _};

use crate::design::{Edit, Field, Part, Zone};

use super::super::browser::{self, PointerEvent};
use super::aim::{self, Pull};
use super::{Canvas, keys, targets};

/// Pixels of the window before a press becomes a drag.
const THRESHOLD: f64 = 4.0;

/// A place in the window, in CSS pixels.
type Place = (f64, f64);

/// What was taken hold of.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Grip {
    /// The desk itself.
    Desk,
    /// The desk with a second finger: the pointer and where it is.
    Pinch(i32, Place),
    /// A card, by its key, and the part it shows.
    Card(String, Part),
    /// An end of a card's gauge.
    Gauge(Pull),
}

/// Where a carried card may be dropped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Goal {
    /// In a zone, with the tier it has.
    Zone(Zone),
    /// In a zone, scaling with the writer or on its own.
    Tier(Zone, bool),
    /// In the bin.
    Bin,
}

impl Goal {
    /// The zone it lies in.
    pub(super) const fn zone(self) -> Option<Zone> {
        match self {
            Self::Zone(zone) | Self::Tier(zone, _) => Some(zone),
            Self::Bin => None,
        }
    }
}

/// A press that may become a drag.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Hand {
    pub(super) grip: Grip,
    pointer: i32,
    touch: bool,
    start: Place,
    now: Place,
    /// Whether the threshold was passed.
    pub(super) live: bool,
    /// What the card is over.
    pub(super) over: Option<Goal>,
}

impl Hand {
    fn new(grip: Grip, event: &PointerEvent) -> Self {
        let at = at(event);
        let touch = event.pointer_type() == "touch";
        Self { grip, pointer: event.pointer_id(), touch, start: at, now: at, live: false, over: None }
    }

    /// How far it was carried, in pixels of the window.
    pub(super) fn carried(&self) -> Place {
        (self.now.0 - self.start.0, self.now.1 - self.start.1)
    }

    /// The card that is carried, once it is.
    pub(super) fn card(&self) -> Option<(&str, Part)> {
        match &self.grip {
            Grip::Card(key, part) if self.live => Some((key, *part)),
            _ => None,
        }
    }
}

fn at(event: &PointerEvent) -> Place {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Takes hold of what lies under the pointer.
pub(super) fn press(canvas: Canvas, event: &PointerEvent) {
    canvas.dragged.set(false);
    if event.button() != 0 || browser::within(event, ".add") {
        return;
    }
    let hand = match canvas.hand.get_untracked() {
        None => take(canvas, event).map(|grip| Hand::new(grip, event)),
        Some(first) if first.touch && event.pointer_type() == "touch" && !canvas.phone.get_untracked() => {
            let grip = Grip::Pinch(event.pointer_id(), at(event));
            canvas.dragged.set(true);
            browser::capture_by_drawing(event);
            Some(Hand { grip, live: true, over: None, ..first })
        }
        // Another mouse or pen leaves what is in the hand alone.
        first => first,
    };
    canvas.hand.set(hand);
}

fn take(canvas: Canvas, event: &PointerEvent) -> Option<Grip> {
    if let Some(end) = browser::data_of(event, "end") {
        let field = if end == "min" { Field::MinCapacity } else { Field::MaxCapacity };
        let part = canvas.state.selected.get_untracked();
        return canvas.diagram.with_untracked(|it| {
            aim::take(canvas, field, it.nodes.iter().find(|node| node.part == part)?).map(Grip::Gauge)
        });
    }
    if let Some(node) = canvas.card_of(event) {
        return Some(Grip::Card(node.key, node.part));
    }
    (!canvas.phone.get_untracked()).then_some(Grip::Desk)
}

/// Follows the pointer.
pub(super) fn follow(canvas: Canvas, event: &PointerEvent) {
    let Some(mut hand) = canvas.hand.get_untracked() else { return };
    let place = at(event);
    if let Grip::Pinch(second, other) = hand.grip {
        let now = match event.pointer_id() {
            id if id == second => (hand.now, place),
            id if id == hand.pointer => (place, other),
            _ => return,
        };
        pinch(canvas, (hand.now, other), now);
        canvas.hand.set(Some(Hand { grip: Grip::Pinch(second, now.1), now: now.0, ..hand }));
        return;
    }
    if event.pointer_id() != hand.pointer {
        return;
    }
    if event.buttons() == 0 {
        // The button was let go where the page could not see it.
        cancel(canvas);
        return;
    }
    let (dx, dy) = (place.0 - hand.now.0, place.1 - hand.now.1);
    if !hand.live {
        if (place.0 - hand.start.0).hypot(place.1 - hand.start.1) < THRESHOLD {
            return;
        }
        hand.live = true;
        canvas.dragged.set(true);
        browser::capture_by_drawing(event);
    }
    hand.now = place;
    let carried = hand.carried();
    match &mut hand.grip {
        Grip::Desk => {
            canvas.moved.set(true);
            canvas.view.update(|view| *view = view.panned(dx, dy));
        }
        Grip::Card(key, part) => hand.over = goal_under(canvas, event, key, *part),
        Grip::Gauge(pull) => aim::follow(canvas, pull, carried.0),
        Grip::Pinch(..) => {}
    }
    canvas.hand.set(Some(hand));
}

/// Zooms and pans as two fingers moved.
fn pinch(canvas: Canvas, before: (Place, Place), now: (Place, Place)) {
    let span = |(one, other): (Place, Place)| (one.0 - other.0).hypot(one.1 - other.1).max(1.0);
    let middle =
        |(one, other): (Place, Place)| (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1));
    let (from, to) = (middle(before), middle(now));
    let corner = browser::corner("drawing").unwrap_or_default();
    let point = (to.0 - corner.0, to.1 - corner.1);
    canvas.moved.set(true);
    canvas.view.update(|view| {
        *view = view.panned(to.0 - from.0, to.1 - from.1).zoomed(span(now) / span(before), point);
    });
}

/// Ends a drag: what was carried goes where it was dropped.
pub(super) fn release(canvas: Canvas, event: &PointerEvent) {
    let Some(hand) = canvas.hand.get_untracked() else { return };
    if let Grip::Pinch(second, other) = hand.grip {
        // The finger that stays goes on panning.
        let left = match event.pointer_id() {
            id if id == second => hand.pointer,
            id if id == hand.pointer => second,
            _ => return,
        };
        let now = if left == second { other } else { hand.now };
        canvas.hand.set(Some(Hand { grip: Grip::Desk, pointer: left, start: now, now, ..hand }));
        return;
    }
    if event.pointer_id() != hand.pointer {
        return;
    }
    aim::settle(canvas);
    canvas.hand.set(None);
    canvas.state.end_typing();
    if let Some((key, part)) = hand.card()
        && let Some(goal) = goal_under(canvas, event, key, part)
    {
        put(canvas, key, part, goal);
    }
}

/// The pointer is gone: what was carried goes back to where it was.
pub(super) fn lost(canvas: Canvas, event: &PointerEvent) {
    let held = |hand: &Hand| match hand.grip {
        Grip::Pinch(second, _) => event.pointer_id() == second || event.pointer_id() == hand.pointer,
        _ => event.pointer_id() == hand.pointer,
    };
    if canvas.hand.with_untracked(|hand| hand.as_ref().is_some_and(held)) {
        cancel(canvas);
    }
}

/// Leaves everything as it was before the drag; returns whether there was one.
pub(super) fn cancel(canvas: Canvas) -> bool {
    let Some(hand) = canvas.hand.get_untracked() else { return false };
    canvas.hand.set(None);
    if let Grip::Gauge(pull) = &hand.grip {
        aim::put_back(canvas, pull);
    }
    canvas.state.end_typing();
    true
}

fn put(canvas: Canvas, key: &str, part: Part, goal: Goal) {
    match (goal, part) {
        (Goal::Bin, _) => {
            keys::remove(canvas, key, part);
        }
        (Goal::Zone(zone), Part::Instance(index)) => move_to(canvas, index, zone, None),
        (Goal::Tier(zone, tied), Part::Instance(index)) => {
            let now: u32 =
                canvas.state.peek(|design| Field::InstanceTier(index).text(design)).parse().unwrap_or(1);
            // Within its kind a reader keeps the tier it has.
            let next = if tied { now.min(1) } else { now.max(2) };
            move_to(canvas, index, zone, Some(next).filter(|next| *next != now));
        }
        _ => {}
    }
}

/// Moves an instance to a zone, and to another tier, and says so; nothing happens where it is there already.
pub(super) fn move_to(canvas: Canvas, index: usize, zone: Zone, tier: Option<u32>) {
    let state = canvas.state;
    let field = Field::InstanceZone(index);
    let elsewhere = state.peek(|design| field.text(design)) != zone.to_string();
    let mut edits = Vec::new();
    let mut places = Vec::new();
    if elsewhere {
        edits.push(Edit::set(field, zone));
        places.push(format!("zone {zone}"));
    }
    if let Some(tier) = tier {
        edits.push(Edit::set(Field::InstanceTier(index), tier));
        places.push(format!("tier {tier}"));
    }
    if !edits.is_empty() {
        let name = if index == 0 { "the writer".to_owned() } else { format!("reader {index}") };
        state.edit_and_tell(&edits, &format!("Moved {name} to {}", places.join(", ")));
    }
}

/// What under the pointer takes the card. From the geometry of the drawing: asking the browser what lies under the pointer
/// costs more than the rest of a frame.
fn goal_under(canvas: Canvas, event: &PointerEvent, key: &str, part: Part) -> Option<Goal> {
    if keys::removable(key, part) && browser::within_place(targets::BIN, event).is_some() {
        return Some(Goal::Bin);
    }
    if !matches!(part, Part::Instance(_)) {
        return None;
    }
    let point = canvas.inside(browser::within_place("drawing", event)?);
    canvas
        .diagram
        .with_untracked(|it| it.zones.iter().find_map(|column| targets::goal_at(column, part, point)))
}
