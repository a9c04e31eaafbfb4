//! What a pointer does on the drawing: pans and pinches it, carries a card to a zone, a tier or the bin, moves an end of a
//! gauge. A state machine: the hand as it is and an event give the hand as it will be and what there is to do.

use crate::design::{Design, Field, Part};
use crate::formats::diagram::{Diagram, Node};

use super::aim::{Pull, range};
use super::selection::{self, Selection};
use super::targets::{self, Change, Goal};
use super::view::View;

/// Pixels of the window before a press becomes a drag.
const THRESHOLD: f64 = 4.0;

/// A place in the window, in CSS pixels.
pub type Place = (f64, f64);

/// What a pointer does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A button or a finger goes down.
    Press,
    /// It moves.
    Move,
    /// It goes up.
    Release,
    /// The browser takes it for something else.
    Cancel,
}

/// What lies under a pointer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Under {
    /// Nothing that can be taken.
    Desk,
    /// A card, by its key.
    Card(String),
    /// An end of the selected card's gauge: the setting it stands for.
    End(Field),
    /// A button, which is pressed and not taken.
    Button,
}

/// A pointer's event.
#[derive(Clone, PartialEq, Debug)]
pub struct Pointer {
    /// What it does.
    pub kind: Kind,
    /// Which of several pointers.
    pub id: i32,
    /// Whether it is a finger.
    pub touch: bool,
    /// Whether the event is about the main button.
    pub main: bool,
    /// Whether any button is down.
    pub down: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Where it is in the window.
    pub at: Place,
    /// The upper left corner of the drawing's place in the window.
    pub corner: Place,
    /// Whether it is over the bin.
    pub bin: bool,
    /// What lies under it.
    pub under: Under,
}

/// What happens to a hand.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// A pointer does something.
    Pointer(Pointer),
    /// An end of a gauge has been held still for [`super::aim::REST`].
    Rested,
    /// Somebody breaks off: Escape, or the window loses the focus.
    Broken,
}

/// What the hand works on.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// What is edited.
    pub design: &'a Design,
    /// Its drawing.
    pub diagram: &'a Diagram,
    /// Where that lies in its place.
    pub view: View,
    /// Size of the place, in CSS pixels.
    pub size: (f64, f64),
    /// Whether the drawing scrolls with the page, so that there is nothing to pan.
    pub whole: bool,
    /// What is selected; the gauge of its part has ends.
    pub chosen: &'a Selection,
}

/// What there is to do.
#[derive(Clone, PartialEq, Debug)]
pub enum Act {
    /// Send the pointer's further events to the drawing.
    Capture,
    /// Move the drawing by so many CSS pixels.
    Pan(f64, f64),
    /// Zoom it so that what lies at a place in it stays there.
    Zoom(f64, Place),
    /// Say [`Event::Rested`] after a while, unless this comes again before.
    Rest,
    /// Set what the hand aims at; further values belong to the same step of the history.
    Slide(Pull),
    /// Take back what was set.
    Undo,
    /// What comes next is a new step of the history.
    LetGo,
    /// Make a change and tell it.
    Change(Change),
    /// Select that.
    Pick(Selection),
    /// Give the keyboard to a card, by its key.
    Focus(&'static str),
}

/// What was taken hold of.
#[derive(Clone, PartialEq, Debug)]
enum Grip {
    /// The desk itself.
    Desk,
    /// A corner of a rectangle over what shall be selected.
    Marquee,
    /// The desk with a second finger: the pointer and where it is.
    Pinch(i32, Place),
    /// A card, by its key, and the part it shows.
    Card(String, Part),
    /// An end of a card's gauge.
    Gauge(Pull),
}

/// A press that may become a drag.
#[derive(Clone, PartialEq, Debug)]
struct Hold {
    grip: Grip,
    pointer: i32,
    touch: bool,
    start: Place,
    now: Place,
    /// Whether the threshold was passed.
    live: bool,
    /// What a card is over.
    over: Option<Goal>,
}

/// A hand over the drawing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Hand {
    held: Option<Hold>,
    /// Whether the last press became a drag, which is no click.
    dragged: bool,
}

impl Hand {
    /// Whether nothing is held.
    pub const fn is_free(&self) -> bool {
        self.held.is_none()
    }

    /// Whether the last press became a drag: the click after it means nothing.
    pub const fn dragged(&self) -> bool {
        self.dragged
    }

    /// Whether something is being dragged.
    pub fn is_dragging(&self) -> bool {
        self.held.as_ref().is_some_and(|hold| hold.live)
    }

    /// The card that is carried: its key and the part it shows.
    pub fn card(&self) -> Option<(&str, Part)> {
        match self.held.as_ref()? {
            Hold { grip: Grip::Card(key, part), live: true, .. } => Some((key, *part)),
            _ => None,
        }
    }

    /// How far it was carried, in CSS pixels.
    pub fn carried(&self) -> Place {
        self.held.as_ref().map_or((0.0, 0.0), Hold::carried)
    }

    /// What the carried card is over.
    pub fn over(&self) -> Option<Goal> {
        self.held.as_ref()?.over
    }

    /// The rectangle that is drawn to select: two corners in the window.
    pub fn marquee(&self) -> Option<(Place, Place)> {
        match self.held.as_ref()? {
            Hold { grip: Grip::Marquee, live: true, start, now, .. } => Some((*start, *now)),
            _ => None,
        }
    }

    /// The end of a gauge that is pulled.
    pub fn pull(&self) -> Option<&Pull> {
        match self.held.as_ref()? {
            Hold { grip: Grip::Gauge(pull), live: true, .. } => Some(pull),
            _ => None,
        }
    }

    /// The hand after an event, and what there is to do.
    #[must_use]
    pub fn next(self, event: &Event, scene: &Scene<'_>) -> (Self, Vec<Act>) {
        match event {
            Event::Pointer(pointer) => match pointer.kind {
                Kind::Press => self.press(pointer, scene),
                Kind::Move => self.follow(pointer, scene),
                Kind::Release => self.release(pointer, scene),
                Kind::Cancel if self.held.as_ref().is_some_and(|hold| hold.is_of(pointer.id)) => {
                    self.let_fall(scene)
                }
                Kind::Cancel => (self, Vec::new()),
            },
            Event::Rested => {
                let acts = self.settled(scene);
                (self, acts)
            }
            Event::Broken => self.let_fall(scene),
        }
    }

    /// Takes hold of what lies under the pointer.
    fn press(self, pointer: &Pointer, scene: &Scene<'_>) -> (Self, Vec<Act>) {
        let held = self.held;
        if !pointer.main || pointer.under == Under::Button {
            return (Self { held, dragged: false }, Vec::new());
        }
        match held {
            None => {
                let held = take(pointer, scene).map(|grip| Hold::new(grip, pointer));
                (Self { held, dragged: false }, Vec::new())
            }
            Some(first) if first.touch && pointer.touch && !scene.whole => {
                let grip = Grip::Pinch(pointer.id, pointer.at);
                let held = Some(Hold { grip, live: true, over: None, ..first });
                (Self { held, dragged: true }, vec![Act::Capture])
            }
            // Another mouse or pen leaves what is in the hand alone.
            held => (Self { held, dragged: false }, Vec::new()),
        }
    }

    fn follow(self, pointer: &Pointer, scene: &Scene<'_>) -> (Self, Vec<Act>) {
        let Self { held: Some(hold), dragged } = self else { return (self, Vec::new()) };
        if !hold.is_of(pointer.id) {
            return (Self { held: Some(hold), dragged }, Vec::new());
        }
        if let Grip::Pinch(second, other) = hold.grip {
            let before = (hold.now, other);
            let now = if pointer.id == second { (hold.now, pointer.at) } else { (pointer.at, other) };
            let next = Hold { grip: Grip::Pinch(second, now.1), now: now.0, ..hold };
            return (Self { held: Some(next), dragged }, pinch(before, now, pointer.corner));
        }
        if !pointer.down {
            // The button was let go where the page could not see it.
            return Self { held: Some(hold), dragged }.let_fall(scene);
        }
        if !hold.live && between(hold.start, pointer.at) < THRESHOLD {
            return (Self { held: Some(hold), dragged }, Vec::new());
        }
        let mut acts = if hold.live { Vec::new() } else { vec![Act::Capture] };
        let (hold, act) = hold.dragged_to(pointer, scene);
        acts.extend(act);
        (Self { held: Some(hold), dragged: true }, acts)
    }

    /// Ends a drag: what was carried goes where it was dropped.
    fn release(self, pointer: &Pointer, scene: &Scene<'_>) -> (Self, Vec<Act>) {
        let mut acts = self.settled(scene);
        let Self { held: Some(hold), dragged } = self else { return (self, Vec::new()) };
        if !hold.is_of(pointer.id) {
            return (Self { held: Some(hold), dragged }, Vec::new());
        }
        if let Grip::Pinch(second, other) = hold.grip {
            // The finger that stays goes on panning.
            let (left, now) = if pointer.id == second { (hold.pointer, hold.now) } else { (second, other) };
            let next = Hold { grip: Grip::Desk, pointer: left, start: now, now, ..hold };
            return (Self { held: Some(next), dragged }, Vec::new());
        }
        acts.push(Act::LetGo);
        if let Hold { grip: Grip::Marquee, live: true, start, .. } = &hold {
            let inside = |(x, y): Place| scene.view.inside((x - pointer.corner.0, y - pointer.corner.1));
            let picked = scene.chosen.with_those_in(scene.diagram, inside(*start), inside(pointer.at));
            acts.push(Act::Pick(picked));
        }
        if let Hold { grip: Grip::Card(key, part), live: true, .. } = &hold
            && let Some(goal) = goal_under(pointer, scene, key, *part)
            && let Some(change) = selection::put(scene.chosen, scene.design, key, *part, goal)
        {
            acts.push(Act::Change(change));
            if goal == Goal::Bin {
                acts.push(Act::Focus("writer"));
            }
        }
        (Self { held: None, dragged }, acts)
    }

    /// Leaves everything as it was before the drag.
    fn let_fall(self, scene: &Scene<'_>) -> (Self, Vec<Act>) {
        let Self { held: Some(hold), dragged } = self else { return (self, Vec::new()) };
        let mut acts = Vec::new();
        if let Grip::Gauge(pull) = &hold.grip
            && range(scene.design) != pull.before
        {
            acts.push(Act::Undo);
        }
        acts.push(Act::LetGo);
        (Self { held: None, dragged }, acts)
    }

    /// Sets what a pulled end aims at, where it is not set yet.
    fn settled(&self, scene: &Scene<'_>) -> Vec<Act> {
        let aimed = self.pull().filter(|pull| pull.now != range(scene.design));
        aimed.cloned().map(Act::Slide).into_iter().collect()
    }
}

impl Hold {
    const fn new(grip: Grip, pointer: &Pointer) -> Self {
        let Pointer { id, touch, at, .. } = *pointer;
        Self { grip, pointer: id, touch, start: at, now: at, live: false, over: None }
    }

    const fn is_of(&self, pointer: i32) -> bool {
        pointer == self.pointer || matches!(self.grip, Grip::Pinch(second, _) if second == pointer)
    }

    fn carried(&self) -> Place {
        (self.now.0 - self.start.0, self.now.1 - self.start.1)
    }

    fn dragged_to(mut self, pointer: &Pointer, scene: &Scene<'_>) -> (Self, Option<Act>) {
        let (dx, dy) = (pointer.at.0 - self.now.0, pointer.at.1 - self.now.1);
        (self.live, self.now) = (true, pointer.at);
        let carried = self.carried();
        let act = match &mut self.grip {
            Grip::Desk => Some(Act::Pan(dx, dy)),
            Grip::Card(key, part) => {
                self.over = goal_under(pointer, scene, key, *part);
                None
            }
            Grip::Gauge(pull) => {
                pull.aim(carried.0 / scene.view.scale);
                Some(Act::Rest)
            }
            Grip::Marquee | Grip::Pinch(..) => None,
        };
        (self, act)
    }
}

fn take(pointer: &Pointer, scene: &Scene<'_>) -> Option<Grip> {
    let nodes = || scene.diagram.nodes.iter();
    match &pointer.under {
        Under::End(field) => {
            let node = nodes().find(|node| node.part == scene.chosen.now())?;
            Pull::take(field.clone(), node, range(scene.design)).map(Grip::Gauge)
        }
        Under::Card(key) => {
            let Node { part, .. } = nodes().find(|node| node.key == *key)?;
            Some(Grip::Card(key.clone(), *part))
        }
        Under::Desk if scene.whole => None,
        Under::Desk => Some(if pointer.shift && !pointer.touch { Grip::Marquee } else { Grip::Desk }),
        Under::Button => None,
    }
}

/// Zooms and pans as two fingers moved.
fn pinch(before: (Place, Place), now: (Place, Place), corner: Place) -> Vec<Act> {
    let span = |(one, other): (Place, Place)| between(one, other).max(1.0);
    let middle =
        |(one, other): (Place, Place)| (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1));
    let (from, to) = (middle(before), middle(now));
    let at = (to.0 - corner.0, to.1 - corner.1);
    vec![Act::Pan(to.0 - from.0, to.1 - from.1), Act::Zoom(span(now) / span(before), at)]
}

fn between(one: Place, other: Place) -> f64 {
    (one.0 - other.0).hypot(one.1 - other.1)
}

/// What under the pointer takes the card. From the geometry of the drawing: asking the browser what lies under the pointer
/// costs more than the rest of a frame.
fn goal_under(pointer: &Pointer, scene: &Scene<'_>, key: &str, part: Part) -> Option<Goal> {
    if pointer.bin && targets::removal(key, part).is_some() {
        return Some(Goal::Bin);
    }
    let (x, y) = (pointer.at.0 - pointer.corner.0, pointer.at.1 - pointer.corner.1);
    let seen = (0.0..scene.size.0).contains(&x) && (0.0..scene.size.1).contains(&y);
    seen.then(|| targets::goal_at(scene.diagram, part, scene.view.inside((x, y)))).flatten()
}
