//! The state of the page: one design with its history, what was typed, what is selected, and a memo for every answer.
//!
//! Everything is a handle of Leptos' and `Copy`; it lives as long as the owner it was made under. What a button, a key
//! or a command does is a method here or a function over these, never a press on another button.

mod compare;
mod copies;
mod frame;
mod load;
mod selection;
mod shelf;
mod steps;
mod theme;
mod viewport;
mod whatif;
mod worker;

use leptos::prelude::*;
use litemap::LiteMap;

use crate::design::{Design, Edit, Field, Part, ValueError};
use crate::editor::history::History;
use crate::editor::problems::listed;
use crate::editor::queue::Lost;
use crate::editor::shelf::Arrival;
use crate::editor::typing::typed;
use crate::estimate::{Bill, Month, bill};
use crate::facts::Day;
use crate::formats::link;
use crate::rules::{Finding, check_under};

use super::browser;

pub use compare::Compare;
pub use frame::{Frame, Side, Tab, tab_id};
pub use load::Load;
pub use selection::{Picks, Spot};
pub use shelf::Shelf;
pub use steps::StepRow;
pub use theme::Theme;
pub use viewport::Viewport;
pub use whatif::{WHAT_IF, WhatIf};
pub use worker::{Made, Worker};

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
    /// What "Undo" beside it takes back; without one there is no such button.
    pub undo: Option<Undo>,
}

/// What the Undo of a toast takes back: that of which the toast speaks, and nothing else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undo {
    /// The step of the history that was made then, while nothing came after it ([`History::moves`]).
    Step(u64),
    /// The deletion of the design of that id.
    Deletion(String),
}

/// Something about the page itself that stays until it is dismissed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct News {
    /// What is so.
    pub text: String,
    /// What can be done about it.
    pub remedy: Option<Remedy>,
}

/// What can be done about [`News`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// Download the spec.
    Download,
    /// Load the page anew.
    Reload,
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
    /// What to open.
    Open,
    /// Which command to run.
    Commands,
    /// Nothing: it lists the keys.
    Shortcuts,
    /// Which design of the shelf to go on with.
    Shelf,
    /// What a new design is for.
    New,
    /// Which step of the history to go to.
    Steps,
}

/// Everything the page knows.
#[derive(Clone, Copy)]
pub struct State {
    design: RwSignal<Design>,
    /// The design that the page shows: the same, but while a letter that was typed is on its way to the screen.
    shown: RwSignal<Design>,
    history: RwSignal<History>,
    /// The design as it was opened or last shared; the bill shows the difference to it.
    pub opened: RwSignal<Design>,
    /// The selected part.
    pub selected: RwSignal<Part>,
    /// What was picked with it, and the menu on it.
    pub picks: Picks,
    /// Texts that are no values of their settings.
    pub drafts: RwSignal<LiteMap<Field, Draft>>,
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
    /// What is told about the page itself, until it is dismissed.
    pub news: RwSignal<Vec<News>>,
    /// The designs this browser keeps, this one among them.
    pub shelf: Shelf,
    /// The browser's date when the page opened.
    pub today: Day,
    /// The bill.
    pub bill: Memo<Bill>,
    /// The bill of the opened design.
    pub opened_bill: Memo<Bill>,
    /// Findings, worst first.
    pub findings: Memo<Vec<Finding>>,
    /// Those of them that lists, badges and figures tell.
    pub listed: Memo<Vec<Finding>>,
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
    /// The load that is played on the design.
    pub load: Load,
    /// What the design is compared with.
    pub compare: Compare,
    /// What is switched off on the drawing.
    pub what_if: WhatIf,
    /// Whether findings are told yet.
    judged: RwSignal<bool>,
}

/// The state that [`State::open`] made and the app provides.
pub fn use_state() -> State {
    expect_context::<State>()
}

impl State {
    /// Opens what the address holds, else what this browser keeps, else the default design. Gives how it came by it, for
    /// [`Self::keep`].
    pub fn open() -> (Self, Arrival) {
        let shelf::Sight { design: first, notices, arrival, found } = shelf::first_sight();
        let today = browser::today();
        let design = RwSignal::new(first.clone());
        let shown = RwSignal::new(first.clone());
        let opened = RwSignal::new(first.clone());
        let toast = RwSignal::new(None);
        let load = Load::new();
        let frame = Frame::open();
        let judged = RwSignal::new(!found || frame.phone.get_untracked());
        let bill_now = Memo::new(move |_| shown.with(|design| bill(design, today)));
        let findings = Memo::new(move |_| {
            let asked = load.asked.get();
            // The bill follows from the design: see [`Self::answer`].
            shown.with(|design| {
                bill_now.with_untracked(|bill| check_under(design, bill, today, asked.as_ref()))
            })
        });
        let state = Self {
            design,
            shown,
            history: RwSignal::new(History::new(first.clone(), browser::now())),
            opened,
            selected: RwSignal::new(Part::Cluster),
            picks: Picks::new(),
            drafts: RwSignal::new(LiteMap::new()),
            lit: RwSignal::new(None),
            renaming: RwSignal::new(false),
            asking: RwSignal::new(None),
            toast,
            notices: RwSignal::new(notices),
            news: RwSignal::new(Vec::new()),
            shelf: Shelf::new(found),
            today,
            bill: bill_now,
            opened_bill: Memo::new(move |_| opened.with(|design| bill(design, today))),
            findings,
            listed: Memo::new(
                move |_| {
                    if judged.get() { findings.with(|all| listed(all)) } else { Vec::new() }
                },
            ),
            link: Memo::new(move |_| design.with(link::encode).map_err(|error| error.to_string())),
            frame,
            viewport: Viewport::new(),
            theme: Theme::open(),
            worker: Worker::new(toast),
            load,
            compare: Compare::new(),
            what_if: WhatIf::new(),
            judged,
        };
        (state, arrival)
    }

    /// Whether the drawing comes before everything else: where a link or this browser holds a design, the shell shows none.
    pub fn draws_first(self) -> bool {
        !self.judged.get_untracked()
    }

    /// Has the findings told from now on.
    pub fn judge(self) {
        self.findings.with_untracked(|_| ());
        if self.draws_first() {
            self.judged.set(true);
        }
    }

    /// Plays the load on the design from now on.
    pub fn follow_load(self) {
        self.load.follow(self.worker, self.shown);
    }

    /// The design that the page shows, tracked.
    pub fn get(self) -> Design {
        self.shown.get()
    }

    /// Reads the design that the page shows, tracked.
    pub fn with<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        self.shown.with(read)
    }

    /// Reads the design once, without following it: in answer to a click.
    pub fn peek<T>(self, read: impl FnOnce(&Design) -> T) -> T {
        self.design.with_untracked(read)
    }

    /// A memo over the design as it is, ahead of the page while a letter is on its way to the screen: for what shows the
    /// letter.
    pub fn memo_at_once<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Design) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.design.with(&read))
    }

    /// A memo over the design that the page shows.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Design) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.shown.with(&read))
    }

    /// A memo over the design, its bill and the findings that are listed. It follows the design, and the load that rules
    /// judge it by, alone: a change is told to a memo once for every way that leads there from what was changed, and each
    /// time to all that follows the memo, so two more ways to the drawing made three walks over it of one.
    pub fn answer<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Design, &Bill, &[Finding]) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            self.load.asked.track();
            // It changes once, so that whoever is made later need not follow it.
            if self.draws_first() {
                self.judged.track();
            }
            self.shown.with(|design| {
                self.bill.with_untracked(|bill| self.listed.with_untracked(|found| read(design, bill, found)))
            })
        })
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

    /// Takes what was chosen for a setting, as [`Self::type_into`] does, and shows what follows from it in the same frame.
    pub fn take_text(self, field: &Field, text: &str) {
        self.read_into(field, text);
        self.catch_up();
    }

    /// Takes what is being typed into a setting: a value becomes an edit, anything else stays as a draft with its reason,
    /// and the value from before the typing stands again: `0` on the way to `0.3` was never meant. What follows from the
    /// value is shown behind the frame that paints the letter, or by [`Self::catch_up`].
    pub fn type_into(self, field: &Field, text: &str) {
        self.read_into(field, text);
        // The letter is painted first: what follows from it may take longer than is left of the frame. Where the next one
        // has come by then, its own frame is waited for.
        let made = self.history.with_untracked(History::moves);
        browser::after_frame(move || {
            if self.history.try_with_untracked(History::moves) == Some(made) {
                self.catch_up();
            }
        });
    }

    fn read_into(self, field: &Field, text: &str) {
        match self.peek(|design| typed(field, text, design)) {
            Ok(next) => {
                self.drop_draft(field);
                self.go_on(field, next);
            }
            Err(error) => {
                self.withdraw(field);
                self.drafts.update(|drafts| {
                    drafts.insert(field.clone(), Draft { text: text.to_owned(), error });
                });
            }
        }
    }

    /// Takes back what is being typed into a setting; returns whether there was anything.
    pub fn take_back(self, field: &Field) -> bool {
        let drafted = self.drop_draft(field);
        self.withdraw(field) || drafted
    }

    fn drop_draft(self, field: &Field) -> bool {
        let drafted = self.drafts.with_untracked(|drafts| drafts.contains_key(field));
        if drafted {
            self.drafts.update(|drafts| {
                drafts.remove(field);
            });
        }
        drafted
    }

    fn withdraw(self, field: &Field) -> bool {
        let before = self.history.try_update(|history| history.withdraw(field)).flatten();
        let is_back = before.is_some();
        if let Some(before) = before {
            self.show(before);
        }
        is_back
    }

    /// Makes changes that belong to one movement of the hand on a setting: a drag, a held key.
    pub fn slide(self, field: &Field, edits: &[Edit]) {
        if let Ok(next) = self.peek(|design| design.with_all(edits)) {
            self.go_on(field, next);
            self.catch_up();
        }
    }

    /// Takes a design that was written as text: one step of the history as long as somebody goes on writing.
    pub fn write(self, next: Design) {
        self.drafts.update(LiteMap::clear);
        if self.design.with_untracked(|before| *before != next) {
            self.history.update(|history| history.write(next.clone(), browser::now()));
            self.moved(next);
        }
    }

    /// Has the page show the design as it is: at once, where a letter is still on its way to the screen.
    pub fn catch_up(self) {
        let behind = self.peek(|now| self.shown.with_untracked(|shown| (shown != now).then(|| now.clone())));
        if let Some(now) = behind {
            self.shown.set(now);
        }
    }

    fn go_on(self, field: &Field, next: Design) {
        if self.design.with_untracked(|before| *before != next) {
            self.history.update(|history| history.go_on(field, next.clone(), browser::now()));
            self.advance(next);
        }
    }

    /// Takes another design in place of this one: a file, a link, a preset. Undo brings the old one back.
    pub fn replace(self, design: Design, notices: Vec<String>) {
        self.step(design.clone());
        if !self.compare.has_base_untracked() {
            self.opened.set(design);
        }
        self.notices.set(notices);
        self.drafts.update(LiteMap::clear);
        self.selected.set(Part::Cluster);
    }

    /// Takes a design computed from this one, as one step of the history.
    pub fn apply(self, next: Design) {
        self.drafts.update(LiteMap::clear);
        self.step(next);
    }

    /// Counts changes from here on: the design as it is has just been shared. A base that somebody chose stays.
    pub fn shared(self) {
        if !self.compare.has_base_untracked() {
            self.opened.set(self.design.get_untracked());
        }
    }

    fn step(self, next: Design) {
        if self.design.with_untracked(|before| *before != next) {
            self.history.update(|history| history.step(next.clone(), browser::now()));
            self.moved(next);
        }
    }

    /// Sets the design and has the page show it.
    fn show(self, design: Design) {
        self.put(design);
        self.catch_up();
    }

    /// Sets the design, and drops a selection whose part is gone.
    fn put(self, design: Design) {
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

    /// Whether there is anything that another design in its place would take away: not tracked.
    pub fn has_work(self) -> bool {
        self.peek(|design| *design != Design::default()) || self.history.with_untracked(History::can_undo)
    }

    /// Says something once.
    pub fn tell(self, text: impl Into<String>, undo: bool) {
        let undo = undo.then(|| Undo::Step(self.history.with_untracked(History::moves)));
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

    /// Says that a newer build of the app has come; this page goes on with its own.
    pub fn tell_newer(self) {
        let text = "A new version of this app is here. Your designs stay as they are.".to_owned();
        let news = News { text, remedy: Some(Remedy::Reload) };
        // The page may be gone.
        let _gone = self.news.try_update(|all| {
            if !all.contains(&news) {
                all.push(news);
            }
        });
    }

    /// Opens a dialog.
    pub fn ask(self, ask: Ask) {
        self.asking.set(Some(ask));
    }
}
