//! The history as the page moves in it: undo, redo, a jump, and what each of them is called.

use leptos::prelude::*;
use litemap::LiteMap;

use crate::design::Design;
use crate::editor::history::History;
use crate::editor::naming::name;
use crate::ui::browser;

use super::{State, Tab, Undo};

/// A step as the list of the history shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepRow {
    /// Its number.
    pub number: u64,
    /// What led to it.
    pub name: String,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
}

impl State {
    /// Whether there is something to undo; tracked.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo) || self.drafts.with(|drafts| !drafts.is_empty())
    }

    /// Whether there is something to redo; tracked.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// The name of what undo would take back; tracked.
    pub fn undone_next(self) -> Option<String> {
        self.history.with(|history| history.number().checked_sub(1).and_then(|before| led(history, before)))
    }

    /// The name of what redo would do again; tracked.
    pub fn redone_next(self) -> Option<String> {
        self.history.with(|history| led(history, history.number()))
    }

    /// Back one step; what was typed last and is no value is a step too.
    pub fn undo(self) {
        if self.drafts.with_untracked(|drafts| !drafts.is_empty()) {
            self.drafts.update(LiteMap::clear);
        } else {
            self.step_back();
        }
    }

    /// Back one step of the history, whatever was typed.
    pub fn step_back(self) {
        let name = untrack(|| self.undone_next());
        self.travel(History::undo, "Undid", name);
    }

    /// Forward one step.
    pub fn redo(self) {
        let name = untrack(|| self.redone_next());
        self.travel(History::redo, "Did again", name);
    }

    /// To the step of that number.
    pub fn jump(self, number: u64) {
        self.travel(|history| history.jump(number), "", None);
    }

    /// Number of the step that is shown; tracked.
    pub fn step_number(self) -> u64 {
        self.history.with(History::number)
    }

    /// The design of a step, without going there.
    pub fn look(self, number: u64) -> Option<Design> {
        self.history.with_untracked(|history| history.look(number))
    }

    /// Compares the design with a step of its history from here on.
    pub fn compare_with_step(self, number: u64) {
        let step = self.history.with_untracked(|history| {
            let name = step_name(history, number)?;
            Some((format!("the step \u{201c}{name}\u{201d}"), history.look(number)?))
        });
        if let Some((name, design)) = step {
            self.compare_with(name, design);
            self.frame.bring(Tab::Compare);
        }
    }

    /// Steps from the newest one back, `most` of those at and before `from`; tracked.
    pub fn steps(self, from: u64, most: usize) -> Vec<StepRow> {
        self.history.with(|history| {
            let row = |number: u64| {
                Some(StepRow { number, name: step_name(history, number)?, made: history.made(number)? })
            };
            history.numbers().rev().skip_while(|number| *number > from).take(most).filter_map(row).collect()
        })
    }

    /// Number of the newest step; tracked.
    pub fn newest_step(self) -> u64 {
        self.history.with(|history| history.numbers().end.saturating_sub(1))
    }

    /// The field is left: the next letter typed is a new step of the history.
    pub fn end_typing(self) {
        self.history.update_untracked(History::let_go);
    }

    /// Takes back what the toast speaks of.
    pub fn undo_toast(self) {
        let undo = self.toast.try_update(Option::take).flatten().and_then(|toast| toast.undo);
        match undo {
            Some(Undo::Step(moves)) if self.history.with_untracked(History::moves) == moves => self.undo(),
            Some(Undo::Deletion(id)) => self.restore(id),
            Some(Undo::Step(_)) | None => {}
        }
    }

    fn travel(self, go: impl FnOnce(&mut History) -> Option<Design>, verb: &str, name: Option<String>) {
        if let Some(design) = self.history.try_update(go).flatten() {
            self.drafts.update(LiteMap::clear);
            self.moved(design);
            if let Some(name) = name {
                self.tell(format!("{verb}: {name}."), false);
            }
        }
    }

    /// Shows the design of a move in the history. A toast that would undo another one goes.
    pub(super) fn moved(self, design: Design) {
        self.advance(design);
        self.catch_up();
    }

    /// The same, ahead of the page.
    pub(super) fn advance(self, design: Design) {
        self.drop_step_toast();
        self.shelf.edited.set_value(true);
        self.put(design);
    }

    pub(super) fn drop_step_toast(self) {
        let of_step = |toast: &super::Toast| matches!(toast.undo, Some(Undo::Step(_)));
        if self.toast.with_untracked(|toast| toast.as_ref().is_some_and(of_step)) {
            self.toast.set(None);
        }
    }

    /// A clock reading for people: the time of day, with the day where that is another.
    pub fn when(self, milliseconds: u64) -> String {
        crate::editor::shelf::when(browser::local(milliseconds), self.today)
    }
}

/// What led to a step.
fn step_name(history: &History, number: u64) -> Option<String> {
    if number == history.numbers().start { Some("As it began".to_owned()) } else { led(history, number - 1) }
}

/// What led from a step to the next one.
fn led(history: &History, before: u64) -> Option<String> {
    Some(name(&history.look(before)?, &history.look(before + 1)?))
}
