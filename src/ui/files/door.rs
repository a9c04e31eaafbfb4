//! The one door by which a design comes in: files, a folder, a drop, a text, a link. Nothing changes until somebody has
//! seen what was found and says so. A design that is only compared with comes in by it too.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::jobs::{Answer, Job};
use crate::editor::opening::{Amount, Found, MOST_FILES, Opened, Opening, Which};
use crate::editor::queue::Lost;
use crate::ui::browser::{Handed, Later};
use crate::ui::state::{Ask, State};

/// Where the door stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Stage {
    /// It asks what to open.
    Asks,
    /// The worker looks through what was handed in, under that number.
    Reads {
        /// The order's number.
        order: Option<u64>,
        /// What is read, in words.
        what: String,
        /// How much there is to read.
        all: Amount,
    },
    /// One of several is to be chosen.
    Which(Which),
    /// A design, to be looked at.
    Shows(Box<Found>),
    /// Nothing was found, and what to do.
    Refused(String),
}

/// What becomes of the design that is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Purpose {
    /// It is shown, and takes the place of the one that is.
    Open,
    /// The one that is, is compared with it.
    Compare,
}

/// Between the order and the dialog that says that it is under way, in milliseconds: what is there at once needs none.
const SHOWN_AFTER: u64 = 300;

/// The door's own state.
#[derive(Clone, Copy)]
pub struct Door {
    pub(super) stage: RwSignal<Stage>,
    /// How much of what was handed in has been read.
    pub(super) read: RwSignal<Amount>,
    /// What was handed in, for the next try with a choice made.
    handed: StoredValue<(Vec<Handed>, Opening), LocalStorage>,
    /// What there were several of, where one was chosen.
    several: StoredValue<Option<Which>>,
    purpose: StoredValue<Purpose>,
    later: Later,
    state: State,
}

/// The door that [`Door::new`] made and the app provides.
pub fn use_door() -> Door {
    expect_context::<Door>()
}

impl Door {
    /// A closed one.
    pub fn new(state: State) -> Self {
        let nothing = Opening::of(Vec::new(), None, Design::default(), state.today);
        Self {
            stage: RwSignal::new(Stage::Asks),
            read: RwSignal::new(Amount::default()),
            handed: StoredValue::new_local((Vec::new(), nothing)),
            several: StoredValue::new(None),
            purpose: StoredValue::new(Purpose::Open),
            later: Later::new(),
            state,
        }
    }

    /// Asks what to open.
    pub fn ask(self) {
        self.purpose.set_value(Purpose::Open);
        self.stop();
        self.show(Stage::Asks);
    }

    /// Takes files that the design is to be compared with.
    pub fn compare(self, files: Vec<Handed>) {
        self.look(Purpose::Compare, files);
    }

    /// Takes files.
    pub fn take_files(self, files: Vec<Handed>) {
        self.look(Purpose::Open, files);
    }

    fn look(self, purpose: Purpose, files: Vec<Handed>) {
        self.purpose.set_value(purpose);
        if files.len() > MOST_FILES {
            self.refuse(format!(
                "More than {MOST_FILES} files. Hand in the folder that calls the cluster alone."
            ));
        } else if let Some(large) = files.iter().find(|file| file.size() > Opening::LARGEST) {
            self.refuse(format!("{}: larger than 64 MiB. It was not read.", large.name));
        } else if files.is_empty() {
            self.refuse("There is no file in this folder.".to_owned());
        } else {
            let names = files.iter().map(|file| file.name.clone()).collect();
            self.read(files, Opening::of(names, None, self.state.peek(Clone::clone), self.state.today));
        }
    }

    /// Takes a text.
    pub fn take_text(self, text: String) {
        self.purpose.set_value(Purpose::Open);
        let now = self.state.peek(Clone::clone);
        self.read(Vec::new(), Opening::of(Vec::new(), Some(text), now, self.state.today));
    }

    /// Goes on with what was handed in, one of several chosen.
    pub(super) fn choose(self, which: &Which, name: String) {
        let (files, mut opening) = self.handed.get_value();
        opening.choose(which, name);
        self.read(files, opening);
        self.several.set_value(Some(which.clone()));
    }

    /// What can be chosen otherwise than it was.
    pub(super) fn another(self) -> Option<Which> {
        self.several.get_value()
    }

    fn read(self, files: Vec<Handed>, mut opening: Opening) {
        self.stop();
        opening.dark = untrack(|| self.state.theme.is_dark());
        let all = Amount { files: files.len(), bytes: files.iter().map(Handed::size).sum() };
        let what = opening.amount(all.bytes);
        self.handed.set_value((files.clone(), opening.clone()));
        self.several.set_value(None);
        self.read.set(Amount::default());
        self.stage.set(Stage::Reads { order: None, what: what.clone(), all });
        let told = move |amount| self.read.set(amount);
        let order =
            self.state.worker.ask_with(
                Job::Open(Box::new(opening)),
                files,
                told,
                move |answer| match answer {
                    Ok(Answer::Opened(opened)) => self.opened(opened),
                    Ok(_) => {}
                    Err(lost) => self.lost(lost),
                },
            );
        // Answered at once where there is no worker.
        if matches!(self.stage.get_untracked(), Stage::Reads { .. }) {
            self.stage.set(Stage::Reads { order, what, all });
            self.later.run(SHOWN_AFTER, move || {
                if matches!(self.stage.get_untracked(), Stage::Reads { .. }) {
                    self.show(self.stage.get_untracked());
                }
            });
        }
    }

    fn opened(self, opened: Opened) {
        self.later.cancel();
        match opened {
            Opened::Found(found) if self.purpose.get_value() == Purpose::Compare => self.compare_with(*found),
            Opened::Found(found) if found.ours && !self.state.has_work() => self.take(*found),
            Opened::Found(found) => self.show(Stage::Shows(found)),
            Opened::Which(which) => self.show(Stage::Which(which)),
            Opened::Refused(why) => self.refuse(why),
        }
    }

    fn lost(self, lost: Lost) {
        self.refuse(lost.sentence().to_owned());
    }

    fn refuse(self, why: String) {
        self.show(Stage::Refused(why));
    }

    fn show(self, stage: Stage) {
        self.stage.set(stage);
        // Asked twice, the dialog would be made anew and the door closed with the first one.
        if self.state.asking.with_untracked(|asking| *asking != Some(Ask::Open)) {
            self.state.ask(Ask::Open);
        }
    }

    fn compare_with(self, found: Found) {
        self.close();
        self.state.notices.set(found.lines());
        self.state.compare_with(found.from, *found.design);
    }

    fn close(self) {
        self.forget();
        if self.state.asking.with_untracked(|asking| *asking == Some(Ask::Open)) {
            self.state.asking.set(None);
        }
    }

    /// Takes what was found in place of the design: one step of the history.
    pub(super) fn take(self, found: Found) {
        self.close();
        let told = format!("Opened {}.", found.from);
        let notices = found.lines();
        self.state.replace(*found.design, notices);
        self.state.tell(told, true);
    }

    /// Stops what is under way and forgets what was handed in.
    pub(super) fn forget(self) {
        self.stop();
        self.stage.set(Stage::Asks);
        self.several.set_value(None);
        self.handed.update_value(|(files, opening)| {
            files.clear();
            opening.forget();
        });
    }

    fn stop(self) {
        self.later.cancel();
        if let Stage::Reads { order: Some(order), .. } = self.stage.get_untracked() {
            self.state.worker.cancel(order);
        }
    }
}
