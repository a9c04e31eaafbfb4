//! What is switched off on the drawing, and what is left then.

use leptos::prelude::*;

use crate::design::{Part, Zone};
use crate::editor::jobs::{Answer, Job};
use crate::editor::whatif::{Fate, Sheet};
use crate::simulate::whatif::Loss;
use crate::ui::browser;

use super::{Made, State, Tab};

/// Id of the button that asks, under the drawing.
pub const WHAT_IF: &str = "what-if";

/// What is switched off, while its panel is there.
#[derive(Clone, Copy)]
pub struct WhatIf {
    /// What it is.
    pub loss: RwSignal<Option<Loss>>,
    /// What is left, or why nobody says.
    pub sheet: RwSignal<Option<Result<Sheet, String>>>,
}

impl WhatIf {
    pub(super) fn new() -> Self {
        Self { loss: RwSignal::new(None), sheet: RwSignal::new(None) }
    }

    /// What becomes of a part; tracked.
    pub fn fate(self, part: Part) -> Option<Fate> {
        self.sheet.with(|sheet| sheet.as_ref()?.as_ref().ok()?.fate(part))
    }

    /// Whether a zone is lost; tracked.
    pub fn is_lost(self, zone: Zone) -> bool {
        match self.loss.get() {
            Some(Loss::Zone(lost)) => lost == zone,
            Some(Loss::Region) => true,
            _ => false,
        }
    }

    /// Everything is there again.
    pub fn end(self) {
        // The page may be gone.
        let _gone = self.loss.try_set(None);
        let _gone = self.sheet.try_set(None);
    }
}

impl State {
    /// Has the worker say what is left after a loss, for as long as the calling part of the page is there.
    pub fn follow_loss(self, first: Loss) {
        let WhatIf { loss, sheet } = self.what_if;
        loss.set(Some(first));
        let made = self.worker.follow(move || Job::WhatIf(Box::new(self.get()), loss.get().unwrap_or(first)));
        Effect::new(move || {
            let said = made.with(|made| match made {
                Made::Here(Answer::WhatIf(sheet)) => Some(Ok(sheet.as_ref().clone())),
                Made::Lost(lost) => Some(Err(lost.sentence().to_owned())),
                Made::Here(_) | Made::Coming => None,
            });
            sheet.set(said);
        });
    }

    /// Whether the question is asked; tracked.
    pub fn asks_what_if(self) -> bool {
        self.what_if.loss.with(Option::is_some)
    }

    /// Asks what is left after a loss, or leaves the question.
    pub fn toggle_what_if(self) {
        if self.what_if.loss.with_untracked(Option::is_some) {
            self.leave_what_if();
        } else {
            self.frame.bring(Tab::WhatIf);
        }
    }

    /// Back to the problems, and to the button that asked.
    pub fn leave_what_if(self) {
        if self.frame.phone.get_untracked() {
            browser::close_section(super::tab_id(Tab::WhatIf));
        } else {
            self.frame.docked.set(Tab::Problems);
        }
        browser::focus(WHAT_IF);
    }
}
