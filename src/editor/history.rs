//! The steps of an editing session: what was, what is, what was undone.

use std::collections::VecDeque;

use crate::design::{Design, Field};

/// Steps that can be taken back.
const MOST: usize = 1_000;

/// Every design before the one that is being edited, and every one that was undone.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct History {
    past: VecDeque<Design>,
    future: Vec<Design>,
    /// The setting somebody is in the middle of: further values of it belong to the same step.
    open: Option<Field>,
}

impl History {
    /// Remembers what the design was before a step.
    pub fn step(&mut self, before: Design) {
        self.open = None;
        if self.past.len() == MOST {
            self.past.pop_front();
        }
        self.past.push_back(before);
        self.future.clear();
    }

    /// Remembers what the design was before a value that belongs to one movement of the hand on a setting: one word
    /// typed or one drag is one step, not one a letter or a pixel.
    pub fn go_on(&mut self, field: &Field, before: Design) {
        if self.open.as_ref() != Some(field) {
            self.step(before);
            self.open = Some(field.clone());
        }
    }

    /// The hand leaves its setting: what comes next is a new step.
    pub fn let_go(&mut self) {
        self.open = None;
    }

    /// Takes back the step that somebody is in the middle of at a setting, as if it had never begun, and gives the design
    /// from before it; `None` where nobody is in the middle of one.
    pub fn withdraw(&mut self, field: &Field) -> Option<Design> {
        self.open.take_if(|open| open == field)?;
        self.past.pop_back()
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The design of one step back, in exchange for the one that is.
    pub fn undo(&mut self, now: Design) -> Option<Design> {
        self.open = None;
        let before = self.past.pop_back()?;
        self.future.push(now);
        Some(before)
    }

    /// The design of one step forward, in exchange for the one that is.
    pub fn redo(&mut self, now: Design) -> Option<Design> {
        self.open = None;
        let after = self.future.pop()?;
        self.past.push_back(now);
        Some(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Acu;

    fn with_max(acu: u32) -> Design {
        let mut design = Design::default();
        design.cluster.max_capacity = Acu::whole(acu);
        design
    }

    #[test]
    fn a_word_half_typed_is_withdrawn_and_leaves_no_step() {
        let mut history = History::default();
        history.go_on(&Field::MaxCapacity, with_max(16));
        history.go_on(&Field::MaxCapacity, with_max(1));
        assert_eq!(history.withdraw(&Field::MinCapacity), None);
        assert_eq!(history.withdraw(&Field::MaxCapacity), Some(with_max(16)));
        assert!(!history.can_undo());
        assert_eq!(history.withdraw(&Field::MaxCapacity), None);
        history.go_on(&Field::MaxCapacity, with_max(16));
        history.let_go();
        assert_eq!(history.withdraw(&Field::MaxCapacity), None);
        assert!(history.can_undo());
    }

    #[test]
    fn a_step_is_taken_back_and_made_again() {
        let mut history = History::default();
        assert!(!history.can_undo());
        history.step(with_max(16));
        assert!(history.can_undo() && !history.can_redo());
        assert_eq!(history.undo(with_max(32)), Some(with_max(16)));
        assert_eq!(history.redo(with_max(16)), Some(with_max(32)));
        assert_eq!(history.redo(with_max(32)), None);
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::default();
        history.step(with_max(16));
        history.undo(with_max(32));
        assert!(history.can_redo());
        history.step(with_max(16));
        assert!(!history.can_redo());
    }

    #[test]
    fn one_word_typed_is_one_step() {
        let mut history = History::default();
        for before in [16, 1, 12] {
            history.go_on(&Field::MaxCapacity, with_max(before));
        }
        history.let_go();
        history.go_on(&Field::MaxCapacity, with_max(128));
        assert_eq!(history.undo(with_max(64)), Some(with_max(128)));
        assert_eq!(history.undo(with_max(128)), Some(with_max(16)));
        assert!(!history.can_undo());
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = History::default();
        for acu in 1..=1_100 {
            history.step(with_max(acu));
        }
        let mut now = with_max(1_101);
        let mut steps = 0;
        while let Some(before) = history.undo(now.clone()) {
            now = before;
            steps += 1;
        }
        assert_eq!((steps, now), (MOST, with_max(101)));
    }
}
