//! What the parts of the drawing share, and what becomes of an event there.

use leptos::prelude::*;

use crate::design::{Group, Part};
use crate::editor::aim::{self, Pull};
use crate::editor::hand::{Act, Event, Hand, Place, Scene};
use crate::editor::inspector::head_id;
use crate::editor::keys;
use crate::editor::selection::{self, Selection};
use crate::editor::targets::{Change, Goal};
use crate::editor::view::View;
use crate::formats::diagram::{Diagram, Node, layout};
use crate::ui::browser;
use crate::ui::state::{State, Viewport, use_state};

/// Id of the element that everything is drawn in.
pub(super) const DRAWING: &str = "drawing";

/// Key of the card that no design is without.
const WRITER: &str = "writer";

/// How far inside a card its menu opens by the keyboard, in CSS pixels.
const MENU_INSET: f64 = 24.0;

/// The drawing as it is edited. Handles alone, so it is handed on by value.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) state: State,
    pub(super) viewport: Viewport,
    pub(super) diagram: Memo<Diagram>,
    hand: RwSignal<Hand>,
    /// What is selected.
    pub(super) chosen: Memo<Selection>,
    /// The rectangle that is drawn to select: two corners in the window.
    pub(super) marquee: Memo<Option<(Place, Place)>>,
    /// The card that is carried: its key and its part.
    pub(super) carried: Memo<Option<(String, Part)>>,
    /// What it is over.
    pub(super) over: Memo<Option<Goal>>,
    /// The end of a gauge that is pulled.
    pub(super) pull: Memo<Option<Pull>>,
    /// Keys of all cards, in the order of Tab.
    pub(super) keys: Memo<Vec<String>>,
    /// Key of the card that had the focus last.
    focused: RwSignal<String>,
    /// Key of the card that Tab reaches.
    pub(super) reachable: Memo<String>,
    /// Key of the card whose name is being written.
    pub(super) renaming: RwSignal<Option<String>>,
    /// What the line under the pointer leaves.
    pointed: RwSignal<Option<Part>>,
    /// Whether it is about to be printed.
    pub(super) paper: RwSignal<bool>,
    /// Until the hand has rested for a moment.
    rest: browser::Later,
}

impl Board {
    pub(super) fn new() -> Self {
        let state = use_state();
        let viewport = state.viewport;
        let diagram =
            state.answer(move |design, bill, found| layout(design, bill, found, viewport.form.get()));
        let hand = RwSignal::new(Hand::default());
        let keys = Memo::new(move |_| {
            diagram.with(|it| it.nodes.iter().map(|node| node.key.clone()).collect::<Vec<_>>())
        });
        let focused = RwSignal::new(WRITER.to_owned());
        Self {
            state,
            viewport,
            diagram,
            hand,
            chosen: Memo::new(move |_| state.chosen()),
            marquee: Memo::new(move |_| hand.with(Hand::marquee)),
            carried: Memo::new(move |_| {
                hand.with(|hand| hand.card().map(|(key, part)| (key.to_owned(), part)))
            }),
            over: Memo::new(move |_| hand.with(Hand::over)),
            pull: Memo::new(move |_| hand.with(|hand| hand.pull().cloned())),
            keys,
            focused,
            reachable: Memo::new(move |_| {
                let there = focused.with(|focused| keys.with(|keys| keys.contains(focused)));
                if there { focused.get() } else { WRITER.to_owned() }
            }),
            renaming: RwSignal::new(None),
            pointed: RwSignal::new(None),
            paper: RwSignal::new(false),
            rest: browser::Later::new(),
        }
    }

    /// The card of a key, followed: tells of its changes alone.
    pub(super) fn follow(self, key: String) -> Memo<Option<Node>> {
        Memo::new(move |_| self.diagram.with(|it| it.nodes.iter().find(|node| node.key == key).cloned()))
    }

    /// The card of a key as it is.
    pub(super) fn card(self, key: &str) -> Option<Node> {
        self.diagram.with_untracked(|it| it.nodes.iter().find(|node| node.key == key).cloned())
    }

    /// Where the drawing lies, once.
    pub(super) fn lens(self) -> View {
        untrack(|| self.viewport.lens())
    }

    /// Whether something is being dragged; tracked.
    pub(super) fn is_dragging(self) -> bool {
        self.hand.with(Hand::is_dragging)
    }

    /// How far the card in the hand was carried, in CSS pixels; tracked.
    pub(super) fn way(self) -> (f64, f64) {
        self.hand.with(Hand::carried)
    }

    /// Whether the click that follows belongs to a drag.
    pub(super) fn was_dragged(self) -> bool {
        self.hand.with_untracked(Hand::dragged)
    }

    /// Whether the hand holds nothing.
    pub(super) fn is_free(self) -> bool {
        self.hand.with_untracked(Hand::is_free)
    }

    /// Tells the hand what happened and does what it says; `event` is the pointer's, where one is behind it.
    pub(super) fn tell(self, happened: &Event, event: Option<&browser::PointerEvent>) {
        let (view, size) = (self.lens(), self.viewport.size.get_untracked());
        let whole = untrack(|| self.viewport.is_whole());
        let chosen = self.chosen.get_untracked();
        let before = self.hand.get_untracked();
        let (hand, acts) = self.state.peek(|design| {
            self.diagram.with_untracked(|diagram| {
                let scene = Scene { design, diagram, view, size, whole, chosen: &chosen };
                before.clone().next(happened, &scene)
            })
        });
        if hand != before {
            self.hand.set(hand);
        }
        for act in acts {
            self.act(act, event);
        }
    }

    fn act(self, act: Act, event: Option<&browser::PointerEvent>) {
        match act {
            Act::Capture => {
                if let Some(event) = event {
                    browser::capture_by(DRAWING, event);
                }
            }
            Act::Pan(dx, dy) => self.viewport.pan(dx, dy),
            Act::Zoom(factor, at) => self.viewport.zoom_at(factor, at),
            Act::Rest => self.rest.run(aim::REST, move || self.tell(&Event::Rested, None)),
            Act::Slide(pull) => self.state.slide(&pull.field, &aim::edits(pull.now)),
            Act::Undo => self.state.step_back(),
            Act::LetGo => self.state.end_typing(),
            Act::Change(change) => self.make(&change),
            Act::Pick(selection) => self.state.pick(&selection),
            Act::Focus(key) => self.walk(key.to_owned()),
        }
    }

    /// Does what a key means.
    pub(super) fn key(self, act: keys::Act) {
        match act {
            keys::Act::Zoom(factor) => self.viewport.zoom(factor),
            keys::Act::FullSize => self.viewport.to_full_size(),
            keys::Act::Fit => self.viewport.fit(),
            keys::Act::Walk(key) => self.walk(key),
            keys::Act::Open(part) => self.open(part),
            keys::Act::Rename(key) => {
                if let Some(node) = self.card(&key) {
                    self.state.selected.set(node.part);
                    self.renaming.set(Some(key));
                }
            }
            keys::Act::Change(change) => self.make(&change),
            keys::Act::Pick(selection) => self.state.pick(&selection),
            keys::Act::Add(change, new) => self.add(&change, &new),
            keys::Act::Menu(key) => {
                if let Some(node) = self.card(&key) {
                    let (left, top) = browser::corner(&node_id(&key)).unwrap_or_default();
                    self.state.open_menu(node.part, key, (left + MENU_INSET, top + MENU_INSET));
                }
            }
            keys::Act::Remove(change) => {
                self.make(&change);
                self.walk(WRITER.to_owned());
            }
            keys::Act::Stay => {}
        }
    }

    /// What a key means while a card has the focus.
    pub(super) fn meaning(self, key: keys::Key<'_>) -> Option<keys::Act> {
        let focused = self.focused.get_untracked();
        let chosen = self.chosen.get_untracked();
        self.state.peek(|design| {
            self.diagram.with_untracked(|diagram| keys::pressed(key, &focused, diagram, design, &chosen))
        })
    }

    /// The selected instances as a text for the clipboard.
    pub(super) fn copied(self) -> Option<String> {
        let chosen = self.chosen.get_untracked();
        self.state.peek(|design| selection::copied(&chosen, design))
    }

    /// Adds the readers of a text; says whether it lists any.
    pub(super) fn paste(self, text: &str) -> bool {
        let readers = self.state.peek(|design| selection::pasted(text, design));
        if let Some((change, new)) = &readers {
            self.add(change, new);
        }
        readers.is_some()
    }

    /// Makes a change that adds readers, tells it, and selects them.
    fn add(self, change: &Change, new: &Selection) {
        self.make(change);
        self.state.pick(new);
        if let Part::Instance(index) = new.now() {
            let key = format!("reader-{index}");
            // Its card is drawn in answer to the change.
            request_animation_frame(move || self.walk(key));
        }
    }

    /// Makes a change and tells it.
    pub(super) fn make(self, change: &Change) {
        self.state.edit_and_tell(&change.edits, &change.said);
    }

    /// Gives the keyboard to a card.
    fn walk(self, key: String) {
        browser::focus(&node_id(&key));
        self.focused.set(key);
    }

    /// A card has the keyboard.
    pub(super) fn met(self, key: String) {
        if self.focused.with_untracked(|focused| *focused != key) {
            self.focused.set(key);
        }
    }

    /// Selects a part and goes to its settings.
    fn open(self, part: Part) {
        self.state.selected.set(part);
        let card = self.focused.with_untracked(|key| node_id(key));
        self.state.frame.origin.set_value(Some(card));
        self.state.frame.reach(head_id(Group::of_part(part)));
    }

    /// The pointer is over a line that leaves this part, or over none.
    pub(super) fn point(self, part: Option<Part>) {
        if self.pointed.get_untracked() != part {
            self.pointed.set(part);
            self.state.lit.set(part);
        }
    }
}

/// Id of a card's button.
pub(super) fn node_id(key: &str) -> String {
    format!("node-{key}")
}
