//! The state of the page: one design with its history, what was typed, what is selected, and a memo for every answer.
//!
//! Everything is a handle of Leptos' and `Copy`; it lives as long as the owner it was made under. What a button, a key
//! or a command does is a method here or a function over these, never a press on another button.

mod copies;
mod frame;
mod selection;
mod theme;
mod viewport;
mod worker;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::design::{Design, Edit, Field, Part, ValueError};
use crate::editor::history::History;
use crate::editor::queue::Lost;
use crate::estimate::{Bill, Month, bill};
use crate::facts::Day;
use crate::formats::link;
use crate::rules::{Finding, check};

use super::browser;

pub use frame::{Frame, Side, Tab, tab_id};
pub use selection::{Picks, Spot};
pub use theme::Theme;
pub use viewport::Viewport;
pub use worker::{Made, Worker};

const DESIGN_KEY: &str = "aurora-designer.design";
/// Between an edit and its place in the address and the storage, in milliseconds.
const KEEP_AFTER: u64 = 300;

/// What was typed into a setting and is no value of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// Why it is not used.
    pub error: ValueError,
}

/// Something to tell once, at the bottom of the page and to screen readers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Whether "Undo" makes sense beside it.
    pub undo: bool,
}

/// What a dialog is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// The clipboard was refused: here is the link to copy by hand.
    Link(String),
    /// The file of that name is not handed out while errors stand.
    Refused(&'static str),
    /// The list of all rules, or the page of one.
    Rules(Option<&'static str>),
    /// Whether to make every safe fix.
    FixAll,
    /// Why a finding of that rule is fine here.
    Suppress {
        /// Rule id.
        rule: &'static str,
        /// Its title.
        title: &'static str,
    },
    /// Which command to run.
    Commands,
    /// Nothing: it lists the keys.
    Shortcuts,
}

/// Everything the page knows.
#[derive(Clone, Copy)]
pub struct State {
    design: RwSignal<Design>,
    history: RwSignal<History>,
    /// The design as it was opened or last shared; the bill shows the difference to it.
    pub opened: RwSignal<Design>,
    /// The selected part.
    pub selected: RwSignal<Part>,
    /// What was picked with it, and the menu on it.
    pub picks: Picks,
    /// Texts that are no values of their settings.
    pub drafts: RwSignal<BTreeMap<Field, Draft>>,
    /// The part under the pointer in another panel; the diagram lights its path.
    pub lit: RwSignal<Option<Part>>,
    /// Whether the name of the design is being written.
    pub renaming: RwSignal<bool>,
    /// What a dialog asks.
    pub asking: RwSignal<Option<Ask>>,
    /// What is being told.
    pub toast: RwSignal<Option<Toast>>,
    /// What could not be read of a link or a file, until it is dismissed.
    pub notices: RwSignal<Vec<String>>,
    /// Whether this browser keeps the design.
    pub saved: RwSignal<bool>,
    /// The browser's date when the page opened.
    pub today: Day,
    /// The bill.
    pub bill: Memo<Bill>,
    /// The bill of the opened design.
    pub opened_bill: Memo<Bill>,
    /// Findings, worst first.
    pub findings: Memo<Vec<Finding>>,
    /// The link's fragment; an error says why there is none.
    pub link: Memo<Result<String, String>>,
    /// The panels: which are open, which is in front.
    pub frame: Frame,
    /// Where the drawing lies under its window.
    pub viewport: Viewport,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// What does the heavy work.
    pub worker: Worker,
}

/// The state that [`State::open`] made and the app provides.
pub fn use_state() -> State {
    expect_context::<State>()
}

impl State {
    /// Opens what the address holds, else what this browser keeps, else the default design.
    pub fn open() -> Self {
        let fragment = browser::fragment();
        let source =
            if fragment.is_empty() { browser::remembered(DESIGN_KEY).unwrap_or_default() } else { fragment };
        let (first, notices) = link::decode(&source);
        let today = browser::today();
        let design = RwSignal::new(first.clone());
        let opened = RwSignal::new(first);
        let toast = RwSignal::new(None);
        let bill_now = Memo::new(move |_| design.with(|design| bill(design, today)));
        let findings =
            Memo::new(move |_| design.with(|design| bill_now.with(|bill| check(design, bill, today))));
        Self {
            design,
            history: RwSignal::new(History::default()),
            opened,
            selected: RwSignal::new(Part::Cluster),
            picks: Picks::new(),
            drafts: RwSignal::new(BTreeMap::new()),
            lit: RwSignal::new(None),
            renaming: RwSignal::new(false),
            asking: RwSignal::new(None),
            toast,
            notices: RwSignal::new(notices.into_iter().map(|notice| notice.message).collect()),
            saved: RwSignal::new(true),
            today,
            bill: bill_now,
            opened_bill: Memo::new(move |_| opened.with(|design| bill(design, today))),
            findings,
            link: Memo::new(move |_| design.with(link::encode).map_err(|error| error.to_string())),
            frame: Frame::open(),
            viewport: Viewport::new(),
            theme: Theme::open(),
            worker: Worker::new(toast),
        }
    }

    /// Keeps the address and this browser's storage at the design, and follows an address that somebody edits.
    pub fn follow_address(self) {
        let later = browser::Later::new();
        Effect::new(move || {
            self.design.track();
            later.run(KEEP_AFTER, move || {
                if let Ok(fragment) = self.link.get_untracked() {
                    browser::replace_fragment(&fragment);
                    self.saved.set(browser::remember(DESIGN_KEY, &fragment));
                }
            });
        });
        let listener = window_event_listener(leptos::ev::hashchange, move |_| {
            let fragment = browser::fragment();
            if self.link.get_untracked().as_ref() != Ok(&fragment) {
                let (design, notices) = link::decode(&fragment);
                self.replace(design, notices.into_iter().map(|notice| notice.message).collect());
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// The design, tracked.
    pub fn get(self) -> Design {
        self.design.get()
    }

    /// Reads the design, tracked.
    pub fn with<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        self.design.with(read)
    }

    /// Reads the design once, without following it: in answer to a click.
    pub fn peek<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        self.design.with_untracked(read)
    }

    /// A memo over the design.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Design) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.design.with(&read))
    }

    /// Makes one change; what cannot be made is told and changes nothing.
    pub fn edit(self, edit: Edit) {
        self.edit_all(&[edit]);
    }

    /// Makes several changes as one step of the history.
    pub fn edit_all(self, edits: &[Edit]) {
        match self.peek(|design| design.with_all(edits)) {
            Ok(next) => self.step(next),
            Err(error) => self.tell(format!("Nothing changed: {error}."), false),
        }
    }

    /// Takes what was typed into a setting: a value becomes an edit, anything else stays as a draft with its reason.
    pub fn type_into(self, field: &Field, text: &str) {
        match self.peek(|design| design.with(&Edit::set(field.clone(), text))) {
            Ok(next) => {
                if self.drafts.with_untracked(|drafts| drafts.contains_key(field)) {
                    self.drafts.update(|drafts| {
                        drafts.remove(field);
                    });
                }
                self.go_on(field, next);
            }
            Err(error) => self.drafts.update(|drafts| {
                drafts.insert(field.clone(), Draft { text: text.to_owned(), error });
            }),
        }
    }

    /// Makes changes that belong to one movement of the hand on a setting: a drag, a held key.
    pub fn slide(self, field: &Field, edits: &[Edit]) {
        if let Ok(next) = self.peek(|design| design.with_all(edits)) {
            self.go_on(field, next);
        }
    }

    fn go_on(self, field: &Field, next: Design) {
        let before = self.design.get_untracked();
        if before != next {
            self.history.update(|history| history.go_on(field, before));
            self.show(next);
        }
    }

    /// The field is left: the next letter typed is a new step of the history.
    pub fn end_typing(self) {
        self.history.update_untracked(History::let_go);
    }

    /// Takes another design in place of this one: a file, a link, a preset. Undo brings the old one back.
    pub fn replace(self, design: Design, notices: Vec<String>) {
        self.step(design.clone());
        self.opened.set(design);
        self.notices.set(notices);
        self.drafts.update(BTreeMap::clear);
        self.selected.set(Part::Cluster);
    }

    /// Takes a design computed from this one, as one step of the history.
    pub fn apply(self, next: Design) {
        self.drafts.update(BTreeMap::clear);
        self.step(next);
    }

    /// Counts changes from here on: the design as it is has just been shared.
    pub fn shared(self) {
        self.opened.set(self.design.get_untracked());
    }

    fn step(self, next: Design) {
        let before = self.design.get_untracked();
        if before != next {
            self.history.update(|history| history.step(before));
            self.show(next);
        }
    }

    /// Sets the design, and drops a selection whose part is gone.
    fn show(self, design: Design) {
        let gone = match self.selected.get_untracked() {
            Part::Instance(index) => index > design.cluster.readers.len(),
            Part::Secondary(index) => index >= design.secondaries().len(),
            Part::Proxy => design.proxy.is_none(),
            _ => false,
        };
        // Readers go by their place, so those that were picked may be others now.
        if self.peek(|before| before.cluster.readers.len()) != design.cluster.readers.len() {
            self.picks.clear();
        }
        self.design.set(design);
        if gone {
            self.selected.set(Part::Cluster);
        }
    }

    /// Whether there is something to undo; tracked.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is something to redo; tracked.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Back one step.
    pub fn undo(self) {
        self.travel(History::undo);
    }

    /// Forward one step.
    pub fn redo(self) {
        self.travel(History::redo);
    }

    fn travel(self, go: fn(&mut History, Design) -> Option<Design>) {
        let now = self.design.get_untracked();
        if let Some(design) = self.history.try_update(|history| go(history, now)).flatten() {
            self.drafts.update(BTreeMap::clear);
            self.show(design);
        }
    }

    /// Says something once.
    pub fn tell(self, text: impl Into<String>, undo: bool) {
        self.toast.set(Some(Toast { text: text.into(), undo }));
    }

    /// Makes changes and says what they were and what the typical month costs now.
    pub fn edit_and_tell(self, edits: &[Edit], text: &str) {
        match self.peek(|design| design.with_all(edits)) {
            Ok(next) => self.apply_and_tell(next, text),
            Err(error) => self.tell(format!("Nothing changed: {error}."), false),
        }
    }

    /// Takes a design computed from this one and says what it was and what the typical month costs now.
    pub fn apply_and_tell(self, next: Design, text: &str) {
        self.apply(next);
        let total = self.bill.with_untracked(|bill| bill.total(Month::Typical));
        let least = if total.complete { "" } else { "at least " };
        self.tell(format!("{text}. Typical month: {least}{}.", total.usd), true);
    }

    /// Says why something has not been made, and that nothing is lost.
    pub fn tell_lost(self, what: &str, lost: Lost) {
        self.tell(format!("{what}: {} Your design is unchanged.", lost.sentence()), false);
    }

    /// Opens a dialog.
    pub fn ask(self, ask: Ask) {
        self.asking.set(Some(ask));
    }
}
