//! The load that is played on the design: which, what part of it is looked at, and what came of it. It goes on following
//! the design once somebody has asked for it, whatever panel is in front.

use leptos::prelude::*;

use crate::design::Design;
use crate::editor::jobs::{Answer, Job};
use crate::editor::load::{Day, Given, LoadAnswer, LoadJob, Sheet, Window, Zoom};
use crate::editor::queue::Lost;
use crate::simulate::Asked;

use super::{Made, Worker};

/// Width of the picture before its place has been measured, in pixels.
const WIDTH: i32 = 720;

/// The load beside the design.
#[derive(Clone, Copy)]
pub struct Load {
    /// Which load it is.
    pub given: RwSignal<Given>,
    /// What of it is in the picture.
    pub window: RwSignal<Window>,
    /// The day that is drawn by hand, where somebody draws one.
    pub drawn: RwSignal<Option<Day>>,
    /// The file that was chosen: its name and its text.
    pub file: StoredValue<(String, String)>,
    /// Why the chosen file is not played.
    pub refused: RwSignal<Option<String>>,
    /// What the series was measured on, as typed.
    pub measured_on: RwSignal<String>,
    /// The latest sheet, or why there is none.
    pub sheet: RwSignal<Option<Result<Sheet, String>>>,
    /// What rules judge the design by under it; nothing until a load was played.
    pub asked: Memo<Option<Asked>>,
    /// The capacity of each instance that the play head is at, in halves of an ACU.
    pub played: RwSignal<Option<Vec<u32>>>,
    /// Where the play head is across the picture, in pixels.
    pub head: RwSignal<Option<i32>>,
    owner: StoredValue<Option<Owner>>,
    is_followed: StoredValue<bool>,
}

impl Load {
    pub(super) fn new() -> Self {
        let sheet = RwSignal::new(None::<Result<Sheet, String>>);
        let asked = move |_: Option<&Option<Asked>>| {
            sheet.with(|sheet| sheet.as_ref().and_then(|it| it.as_ref().ok()?.asked.clone()))
        };
        Self {
            given: RwSignal::new(Given::Own),
            window: RwSignal::new(Window { zoom: Zoom::Week, from: 0, width: WIDTH, instance: 0 }),
            drawn: RwSignal::new(None),
            file: StoredValue::new((String::new(), String::new())),
            refused: RwSignal::new(None),
            measured_on: RwSignal::new(String::new()),
            sheet,
            asked: Memo::new(asked),
            played: RwSignal::new(None),
            head: RwSignal::new(None),
            owner: StoredValue::new(Owner::current()),
            is_followed: StoredValue::new(false),
        }
    }

    /// Plays the load on the design from now on.
    pub fn follow(self, worker: Worker, design: RwSignal<Design>) {
        if self.is_followed.get_value() {
            return;
        }
        self.is_followed.set_value(true);
        let go_on = move || {
            let job = move || {
                let job = LoadJob::Play(Box::new(design.get()), self.given.get(), self.window.get());
                Job::Load(Box::new(job))
            };
            let made = worker.follow(job);
            Effect::new(move || {
                let sheet = made.with(|made| match made {
                    Made::Here(Answer::Load(answer)) => match answer.as_ref() {
                        LoadAnswer::Sheet(sheet) => Some(sheet.clone().map(|it| *it)),
                        _ => None,
                    },
                    Made::Lost(lost) => Some(Err(lost.sentence().to_owned())),
                    Made::Here(_) | Made::Coming => None,
                });
                if sheet.is_some() {
                    self.sheet.set(sheet);
                }
            });
        };
        // The panel that asked goes; this stays as long as the page.
        match self.owner.get_value() {
            Some(owner) => owner.with(go_on),
            None => go_on(),
        }
    }

    /// Looks at another part of the load.
    pub fn look(self, change: impl FnOnce(&mut Window)) {
        self.played.set(None);
        self.window.update(change);
    }

    /// Takes another load.
    pub fn take(self, given: Given) {
        self.played.set(None);
        self.refused.set(None);
        self.given.set(given);
    }

    /// Has the worker read the chosen file, and plays it.
    pub fn read(self, worker: Worker) {
        let (name, text) = self.file.get_value();
        if text.is_empty() {
            return;
        }
        let job = LoadJob::Read(name, text, self.measured_on.get_untracked());
        worker.ask(Job::Load(Box::new(job)), move |answer| match answer {
            Ok(Answer::Load(answer)) => match *answer {
                LoadAnswer::Kept(Ok(kept)) => self.take(Given::File(kept)),
                LoadAnswer::Kept(Err(why)) => self.refused.set(Some(why)),
                _ => {}
            },
            Ok(_) => {}
            Err(lost) => self.refused.set(Some(Lost::sentence(lost).to_owned())),
        });
    }
}
