//! The hand on the drawing, event by event.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use aurora_designer::design::{Design, Edit, Field, Instance, Part, Zone};
use aurora_designer::editor::aim::{edits, range};
use aurora_designer::editor::hand::{Act, Event, Hand, Kind, Place, Pointer, Scene, Under};
use aurora_designer::editor::selection::Selection;
use aurora_designer::editor::targets::{Change, Goal, tier_place};
use aurora_designer::editor::view::View;
use aurora_designer::estimate::bill;
use aurora_designer::facts::{Acu, FACTS_DATE};
use aurora_designer::formats::diagram::{Diagram, Form, Rect, layout};

/// The drawing's place lies here in the window.
const CORNER: Place = (100.0, 50.0);

/// A hand over a drawing at its own size, and everything there was to do.
struct Desk {
    design: Design,
    diagram: Diagram,
    whole: bool,
    chosen: Selection,
    hand: Hand,
    acts: Vec<Act>,
}

impl Desk {
    fn new() -> Self {
        let mut design = Design::default();
        design.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(3)];
        let diagram = layout(&design, &bill(&design, FACTS_DATE), &[], Form::Wide);
        let chosen = Selection::one(Part::Instance(0));
        Self { design, diagram, whole: false, chosen, hand: Hand::default(), acts: Vec::new() }
    }

    /// Tells the hand an event, and says what it does about that.
    fn tell(&mut self, event: &Event) -> Vec<Act> {
        let scene = Scene {
            design: &self.design,
            diagram: &self.diagram,
            view: View::at((0.0, 0.0), 1.0),
            size: (900.0, 700.0),
            whole: self.whole,
            chosen: &self.chosen,
        };
        let (hand, acts) = self.hand.clone().next(event, &scene);
        self.hand = hand;
        if let Some(Act::Slide(pull)) = acts.iter().find(|act| matches!(act, Act::Slide(_))) {
            self.design = self.design.with_all(&edits(pull.now)).unwrap();
        }
        self.acts.extend(acts.clone());
        acts
    }

    fn press(&mut self, at: Place, under: Under) -> Vec<Act> {
        self.tell(&Event::Pointer(Pointer { under, ..pointer(Kind::Press, at) }))
    }

    fn carry(&mut self, at: Place) -> Vec<Act> {
        self.tell(&Event::Pointer(pointer(Kind::Move, at)))
    }

    fn drop_at(&mut self, at: Place) -> Vec<Act> {
        self.tell(&Event::Pointer(Pointer { down: false, ..pointer(Kind::Release, at) }))
    }

    fn finger(&mut self, kind: Kind, id: i32, at: Place) -> Vec<Act> {
        self.tell(&Event::Pointer(Pointer { id, touch: true, ..pointer(kind, at) }))
    }

    fn node(&self, key: &str) -> Place {
        window(middle(self.diagram.nodes.iter().find(|node| node.key == key).unwrap().rect))
    }

    /// The foot of a zone, for a reader that scales with the writer or on its own.
    fn foot(&self, zone: &str, tied: bool) -> Place {
        let zone = Zone::parse(zone).unwrap();
        let column = self.diagram.zones.iter().find(|column| column.zone == zone).unwrap();
        window(middle(tier_place(column, tied)))
    }
}

fn middle(rect: Rect) -> Place {
    (f64::from(rect.center().x), f64::from(rect.center().y))
}

fn window((x, y): Place) -> Place {
    (x + CORNER.0, y + CORNER.1)
}

fn pointer(kind: Kind, at: Place) -> Pointer {
    Pointer {
        kind,
        id: 1,
        touch: false,
        main: true,
        down: true,
        shift: false,
        at,
        corner: CORNER,
        bin: false,
        under: Under::Desk,
    }
}

fn reader() -> Under {
    Under::Card("reader-1".to_owned())
}

fn said(acts: &[Act]) -> Option<&str> {
    acts.iter().find_map(|act| match act {
        Act::Change(change) => Some(change.said.as_str()),
        _ => None,
    })
}

#[test]
fn a_press_becomes_a_drag_after_four_pixels() {
    let mut desk = Desk::new();
    let (x, y) = desk.node("reader-1");
    assert!(desk.press((x, y), reader()).is_empty());
    assert!(desk.carry((x + 3.0, y)).is_empty());
    assert!(desk.hand.card().is_none() && !desk.hand.dragged());
    assert_eq!(desk.carry((x + 4.0, y)), [Act::Capture]);
    assert_eq!(desk.hand.card(), Some(("reader-1", Part::Instance(1))));
    assert_eq!(desk.hand.carried(), (4.0, 0.0));
    assert!(desk.hand.dragged());
    // The next press is one that may be a click again.
    desk.drop_at((x + 4.0, y));
    desk.press((x, y), reader());
    assert!(!desk.hand.dragged());
}

#[test]
fn a_click_drops_nothing() {
    let mut desk = Desk::new();
    let at = desk.node("reader-1");
    desk.press(at, reader());
    assert_eq!(desk.drop_at(at), [Act::LetGo]);
    assert!(desk.hand.is_free() && !desk.hand.dragged());
}

#[test]
fn the_desk_is_panned_as_far_as_the_pointer_moves() {
    let mut desk = Desk::new();
    desk.press((110.0, 60.0), Under::Desk);
    assert_eq!(desk.carry((120.0, 65.0)), [Act::Capture, Act::Pan(10.0, 5.0)]);
    assert_eq!(desk.carry((119.0, 65.0)), [Act::Pan(-1.0, 0.0)]);
    assert!(desk.hand.is_dragging());
    assert_eq!(desk.drop_at((119.0, 65.0)), [Act::LetGo]);
    assert!(!desk.hand.is_dragging());
}

#[test]
fn where_the_drawing_scrolls_with_the_page_there_is_nothing_to_pan() {
    let mut desk = Desk { whole: true, ..Desk::new() };
    desk.press((110.0, 60.0), Under::Desk);
    assert!(desk.hand.is_free());
    let at = desk.node("reader-1");
    desk.press(at, reader());
    assert!(!desk.hand.is_free(), "a card is carried all the same");
}

#[test]
fn buttons_and_other_buttons_of_the_mouse_take_nothing() {
    let mut desk = Desk::new();
    desk.press((110.0, 60.0), Under::Button);
    assert!(desk.hand.is_free());
    desk.tell(&Event::Pointer(Pointer { main: false, ..pointer(Kind::Press, (110.0, 60.0)) }));
    assert!(desk.hand.is_free());
}

#[test]
fn two_fingers_zoom_about_the_point_between_them() {
    let mut desk = Desk::new();
    desk.finger(Kind::Press, 1, (200.0, 150.0));
    assert_eq!(desk.finger(Kind::Press, 2, (300.0, 150.0)), [Act::Capture]);
    let acts = desk.finger(Kind::Move, 2, (400.0, 150.0));
    assert_eq!(acts, [Act::Pan(50.0, 0.0), Act::Zoom(2.0, (200.0, 100.0))]);
    let acts = desk.finger(Kind::Move, 1, (200.0, 170.0));
    assert!(matches!(acts[..], [Act::Pan(dx, dy), Act::Zoom(..)] if (dx, dy) == (0.0, 10.0)));
    // A third pointer means nothing; the finger that stays goes on panning from where it is.
    assert!(desk.finger(Kind::Move, 3, (0.0, 0.0)).is_empty());
    assert!(desk.finger(Kind::Release, 1, (200.0, 170.0)).is_empty());
    assert_eq!(desk.finger(Kind::Move, 2, (390.0, 150.0)), [Act::Pan(-10.0, 0.0)]);
    desk.finger(Kind::Release, 2, (390.0, 150.0));
    assert!(desk.hand.is_free() && desk.hand.dragged());
}

#[test]
fn a_card_goes_to_the_zone_and_tier_it_is_dropped_on() {
    let mut desk = Desk::new();
    let (from, to) = (desk.node("reader-1"), desk.foot("c", false));
    desk.press(from, reader());
    desk.carry(to);
    assert_eq!(desk.hand.over().and_then(Goal::zone), Zone::parse("c").ok());
    assert_eq!(said(&desk.drop_at(to)), Some("Moved reader 1 to zone c, tier 2"));
    assert!(desk.hand.is_free());

    desk.press(from, reader());
    let top = (to.0, window((0.0, 230.0)).1);
    desk.carry(top);
    assert_eq!(said(&desk.drop_at(top)), Some("Moved reader 1 to zone c"));
}

#[test]
fn a_card_goes_into_the_bin_and_the_keyboard_to_the_writer() {
    let mut desk = Desk::new();
    let from = desk.node("reader-1");
    let over_bin = |kind| Event::Pointer(Pointer { bin: true, ..pointer(kind, (500.0, 700.0)) });
    desk.press(from, reader());
    desk.tell(&over_bin(Kind::Move));
    assert_eq!(desk.hand.over(), Some(Goal::Bin));
    let acts = desk.tell(&over_bin(Kind::Release));
    let change = Change { edits: vec![Edit::RemoveReader(1)], said: "Removed reader 1".to_owned() };
    assert_eq!(acts, [Act::LetGo, Act::Change(change), Act::Focus("writer")]);

    // The writer stays.
    let from = desk.node("writer");
    desk.press(from, Under::Card("writer".to_owned()));
    desk.tell(&over_bin(Kind::Move));
    assert_eq!(desk.hand.over().filter(|goal| *goal == Goal::Bin), None);
}

#[test]
fn what_is_dropped_outside_stays_where_it_was() {
    let mut desk = Desk::new();
    let from = desk.node("reader-1");
    desk.press(from, reader());
    desk.carry((-40.0, -40.0));
    assert_eq!(desk.hand.over(), None);
    assert_eq!(desk.drop_at((-40.0, -40.0)), [Act::LetGo]);
}

#[test]
fn the_end_of_a_gauge_is_set_where_it_rests() {
    let mut desk = Desk::new();
    desk.press((300.0, 300.0), Under::End(Field::MaxCapacity));
    assert_eq!(desk.carry((340.0, 300.0)), [Act::Capture, Act::Rest]);
    let aimed = desk.hand.pull().unwrap().now;
    assert!(aimed.1 > Acu::whole(16), "{aimed:?}");
    assert_eq!(range(&desk.design).1, Acu::whole(16), "nothing is set while it moves");
    assert!(matches!(desk.tell(&Event::Rested)[..], [Act::Slide(_)]));
    assert_eq!(range(&desk.design), aimed);
    assert!(desk.tell(&Event::Rested).is_empty(), "once is enough");
    assert_eq!(desk.drop_at((340.0, 300.0)), [Act::LetGo]);
}

#[test]
fn the_end_of_a_gauge_is_set_where_it_is_let_go() {
    let mut desk = Desk::new();
    desk.press((300.0, 300.0), Under::End(Field::MinCapacity));
    desk.carry((420.0, 300.0));
    assert!(matches!(desk.drop_at((420.0, 300.0))[..], [Act::Slide(_), Act::LetGo]));
    let (min, max) = range(&desk.design);
    assert!(min > Acu::whole(16) && min == max, "the maximum is pushed along");
    assert!(desk.tell(&Event::Rested).is_empty(), "the hand holds nothing any more");
}

#[test]
fn a_gauge_goes_back_when_somebody_breaks_off() {
    let mut desk = Desk::new();
    desk.press((300.0, 300.0), Under::End(Field::MaxCapacity));
    desk.carry((340.0, 300.0));
    // Nothing was set yet, so there is nothing to take back.
    assert_eq!(desk.tell(&Event::Broken), [Act::LetGo]);

    desk.press((300.0, 300.0), Under::End(Field::MaxCapacity));
    desk.carry((340.0, 300.0));
    desk.tell(&Event::Rested);
    assert_eq!(desk.tell(&Event::Broken), [Act::Undo, Act::LetGo]);
    assert!(desk.hand.is_free());
    assert!(desk.tell(&Event::Broken).is_empty());
}

#[test]
fn a_lost_pointer_leaves_everything_as_it_was() {
    let mut desk = Desk::new();
    let (from, to) = (desk.node("reader-1"), desk.foot("c", true));
    for lost in [
        Pointer { kind: Kind::Cancel, ..pointer(Kind::Cancel, to) },
        // The button went up where the page could not see it.
        Pointer { down: false, ..pointer(Kind::Move, to) },
    ] {
        desk.press(from, reader());
        desk.carry(to);
        assert_eq!(desk.tell(&Event::Pointer(lost)), [Act::LetGo]);
        assert!(desk.hand.is_free());
        assert!(desk.drop_at(to).is_empty());
    }
}

#[test]
fn another_mouse_leaves_what_is_in_the_hand_alone() {
    let mut desk = Desk::new();
    let (from, to) = (desk.node("reader-1"), desk.foot("c", true));
    desk.press(from, reader());
    desk.carry(to);
    let before = desk.hand.card().map(|(key, part)| (key.to_owned(), part));
    for kind in [Kind::Press, Kind::Move, Kind::Release, Kind::Cancel] {
        let other = Pointer { id: 7, touch: true, ..pointer(kind, (0.0, 0.0)) };
        assert!(desk.tell(&Event::Pointer(other)).is_empty(), "{kind:?}");
    }
    assert_eq!(desk.hand.card().map(|(key, part)| (key.to_owned(), part)), before);
    assert_eq!(said(&desk.drop_at(to)), Some("Moved reader 1 to zone c"));
}

#[test]
fn with_shift_the_desk_is_a_place_to_select() {
    let mut desk = Desk::new();
    let (from, to) = (window((0.0, 0.0)), window((899.0, 699.0)));
    desk.tell(&Event::Pointer(Pointer { shift: true, ..pointer(Kind::Press, from) }));
    assert_eq!(desk.hand.marquee(), None);
    assert_eq!(desk.carry(to), [Act::Capture], "nothing is panned");
    assert_eq!(desk.hand.marquee(), Some((from, to)));
    let acts = desk.drop_at(to);
    let Some(Act::Pick(picked)) = acts.last() else { panic!("{acts:?}") };
    assert_eq!(picked.picked(), Selection::all(&desk.design).picked());
    assert!(desk.hand.dragged(), "the click after it means nothing");

    desk.tell(&Event::Pointer(Pointer { shift: true, ..pointer(Kind::Press, from) }));
    desk.carry(to);
    assert_eq!(desk.tell(&Event::Broken), [Act::LetGo], "Escape selects nothing");
}

#[test]
fn one_of_several_takes_the_others_along() {
    let mut desk = Desk::new();
    desk.chosen = Selection::one(Part::Instance(1)).toggled(Part::Instance(2));
    let from = desk.node("reader-1");
    desk.press(from, reader());
    let over_bin = |kind| Event::Pointer(Pointer { bin: true, ..pointer(kind, (500.0, 700.0)) });
    desk.tell(&over_bin(Kind::Move));
    let acts = desk.tell(&over_bin(Kind::Release));
    assert_eq!(said(&acts), Some("Removed 2 readers"));
}
