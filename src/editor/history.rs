//! The steps of an editing session: every design there was, and which of them is shown.
//!
//! A step is a design, not a change: undo, redo and a jump are moves among designs, and what led from one to the next is
//! a pure function of both ([`super::naming`]). Steps are numbered without gaps, so that a store can keep them one by one.

use std::collections::VecDeque;

use crate::design::{Design, Field};
use crate::formats::link;

/// Steps that can be taken back.
pub const MOST: usize = 1_000;

/// A design as a step holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Kept {
    /// Of this session.
    Design(Box<Design>),
    /// As a store gave it; it is read when somebody looks at it.
    Text(String),
}

/// One step.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Step {
    kept: Kept,
    /// When it was made, in milliseconds since 1970.
    made: u64,
}

impl Step {
    fn design(&self) -> Design {
        match &self.kept {
            Kept::Design(design) => (**design).clone(),
            Kept::Text(text) => link::kept(text).0,
        }
    }

    fn text(&self) -> String {
        match &self.kept {
            Kept::Design(design) => link::keep(design),
            Kept::Text(text) => text.clone(),
        }
    }
}

/// A step as a store keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptStep {
    /// Its number.
    pub number: u64,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// Its design, as [`link::keep`] writes it.
    pub text: String,
}

/// What has to be written for a store to be as the history is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// Number of the oldest step there is; a store may drop those before it.
    pub first: u64,
    /// Number of the step that is shown.
    pub at: u64,
    /// Number of the newest step; a store drops those after it.
    pub last: u64,
    /// Steps that are new or other than the store has them, in order.
    pub steps: Vec<KeptStep>,
}

/// Every design of a session, and which of them is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    steps: VecDeque<Step>,
    /// Number of the oldest one.
    first: u64,
    /// Place of the one that is shown.
    at: usize,
    /// The setting somebody is in the middle of: further values of it belong to the same step.
    open: Option<Field>,
    /// Number of the oldest step that no store has yet.
    unkept: Option<u64>,
    /// Counts every move.
    moves: u64,
}

impl History {
    /// Begins with a design, at a time in milliseconds since 1970.
    pub fn new(design: Design, made: u64) -> Self {
        Self::after(0, design, made)
    }

    /// The same, with a number for the first step: a store may hold older ones that can't be read.
    pub fn after(number: u64, design: Design, made: u64) -> Self {
        let step = Step { kept: Kept::Design(Box::new(design)), made };
        let steps = VecDeque::from([step]);
        Self { steps, first: number, at: 0, open: None, unkept: Some(number), moves: 0 }
    }

    /// Goes on with what a store kept, in the order of their numbers; `at` is the one that was shown. `None` where there
    /// is no step, or where one is missing between them.
    pub fn restore(steps: Vec<KeptStep>, at: u64) -> Option<Self> {
        let first = steps.first()?.number;
        if !steps.iter().zip(first..).all(|(step, number)| step.number == number) {
            return None;
        }
        let steps: VecDeque<Step> = steps
            .into_iter()
            .map(|KeptStep { made, text, .. }| Step { kept: Kept::Text(text), made })
            .collect();
        let at = usize::try_from(at.saturating_sub(first)).unwrap_or(usize::MAX).min(steps.len() - 1);
        Some(Self { steps, first, at, open: None, unkept: None, moves: 0 })
    }

    /// Goes on from the design that is shown to another one; what was undone is forgotten.
    pub fn step(&mut self, after: Design, made: u64) {
        self.moves += 1;
        self.open = None;
        self.steps.truncate(self.at + 1);
        self.steps.push_back(Step { kept: Kept::Design(Box::new(after)), made });
        self.at += 1;
        if self.steps.len() > MOST + 1 {
            self.steps.pop_front();
            self.first += 1;
            self.at -= 1;
        }
        self.touch();
    }

    /// Goes on by a value that belongs to one movement of the hand on a setting: one word typed or one drag is one step,
    /// not one a letter or a pixel.
    pub fn go_on(&mut self, field: &Field, after: Design, made: u64) {
        if self.open.as_ref() != Some(field) {
            self.step(after, made);
            self.open = Some(field.clone());
            return;
        }
        self.moves += 1;
        if let Some(step) = self.steps.get_mut(self.at) {
            step.kept = Kept::Design(Box::new(after));
        }
        self.touch();
    }

    fn touch(&mut self) {
        let now = self.number();
        self.unkept = Some(self.unkept.map_or(now, |oldest| oldest.min(now)));
    }

    /// The hand leaves its setting: what comes next is a new step.
    pub fn let_go(&mut self) {
        self.open = None;
    }

    /// Takes back the step that somebody is in the middle of at a setting, as if it had never begun, and gives the design
    /// from before it; `None` where nobody is in the middle of one.
    pub fn withdraw(&mut self, field: &Field) -> Option<Design> {
        self.open.take_if(|open| open == field)?;
        let before = self.at.checked_sub(1)?;
        self.moves += 1;
        self.at = before;
        self.steps.truncate(before + 1);
        self.touch();
        self.steps.get(before).map(Step::design)
    }

    /// Whether there is something to undo.
    pub const fn can_undo(&self) -> bool {
        self.at > 0
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.at + 1 < self.steps.len()
    }

    /// The design of one step back.
    pub fn undo(&mut self) -> Option<Design> {
        self.at.checked_sub(1).and_then(|at| self.go(at))
    }

    /// The design of one step forward.
    pub fn redo(&mut self) -> Option<Design> {
        self.go(self.at + 1)
    }

    /// The design of the step of that number, which is shown from now on.
    pub fn jump(&mut self, number: u64) -> Option<Design> {
        self.go(usize::try_from(number.checked_sub(self.first)?).ok()?)
    }

    fn go(&mut self, at: usize) -> Option<Design> {
        let design = self.steps.get(at)?.design();
        self.moves += 1;
        self.open = None;
        self.at = at;
        Some(design)
    }

    /// The design of a step, without going there.
    pub fn look(&self, number: u64) -> Option<Design> {
        let at = usize::try_from(number.checked_sub(self.first)?).ok()?;
        self.steps.get(at).map(Step::design)
    }

    /// The design that is shown.
    pub fn shown(&self) -> Design {
        self.steps.get(self.at).map(Step::design).unwrap_or_default()
    }

    /// Number of the step that is shown.
    pub fn number(&self) -> u64 {
        self.first + u64::try_from(self.at).unwrap_or(0)
    }

    /// Numbers of all steps, oldest first.
    pub fn numbers(&self) -> std::ops::Range<u64> {
        self.first..self.first + u64::try_from(self.steps.len()).unwrap_or(0)
    }

    /// When a step was made, in milliseconds since 1970.
    pub fn made(&self, number: u64) -> Option<u64> {
        let at = usize::try_from(number.checked_sub(self.first)?).ok()?;
        self.steps.get(at).map(|step| step.made)
    }

    /// Another number after every step, undo and jump: what was said about one of them holds as long as it is the same.
    pub const fn moves(&self) -> u64 {
        self.moves
    }

    /// Whether one of the steps has the design of that text.
    pub fn holds(&self, text: &str) -> bool {
        self.steps.iter().any(|step| link::same(&step.text(), text))
    }

    /// What a store lacks; it counts as kept from here on.
    pub fn batch(&mut self) -> Batch {
        let numbers = self.numbers();
        let from = self.unkept.take().unwrap_or(numbers.end).max(self.first);
        let kept = |(number, step): (u64, &Step)| {
            (number >= from).then(|| KeptStep { number, made: step.made, text: step.text() })
        };
        let steps = numbers.clone().zip(&self.steps).filter_map(kept).collect();
        Batch { first: self.first, at: self.number(), last: numbers.end.saturating_sub(1), steps }
    }

    /// Whether a store has every step of it.
    pub const fn is_kept(&self) -> bool {
        self.unkept.is_none()
    }

    /// A store could not take the steps from that number on.
    pub fn lost(&mut self, from: u64) {
        self.unkept = Some(self.unkept.map_or(from, |oldest| oldest.min(from)));
    }

    /// No store has any of it: it goes to a new place.
    pub const fn forget_kept(&mut self) {
        self.unkept = Some(self.first);
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

    fn begun() -> History {
        History::new(with_max(16), 0)
    }

    #[test]
    fn a_word_half_typed_is_withdrawn_and_leaves_no_step() {
        let mut history = begun();
        history.go_on(&Field::MaxCapacity, with_max(3), 1);
        history.go_on(&Field::MaxCapacity, with_max(1), 2);
        assert_eq!(history.withdraw(&Field::MinCapacity), None);
        assert_eq!(history.withdraw(&Field::MaxCapacity), Some(with_max(16)));
        assert!(!history.can_undo() && !history.can_redo());
        assert_eq!(history.withdraw(&Field::MaxCapacity), None);
        history.go_on(&Field::MaxCapacity, with_max(3), 3);
        history.let_go();
        assert_eq!(history.withdraw(&Field::MaxCapacity), None);
        assert!(history.can_undo());
    }

    #[test]
    fn a_step_is_taken_back_and_made_again() {
        let mut history = begun();
        assert!(!history.can_undo());
        history.step(with_max(32), 1);
        assert!(history.can_undo() && !history.can_redo());
        assert_eq!(history.undo(), Some(with_max(16)));
        assert_eq!(history.redo(), Some(with_max(32)));
        assert_eq!(history.redo(), None);
        assert_eq!(history.shown(), with_max(32));
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = begun();
        history.step(with_max(32), 1);
        history.undo();
        assert!(history.can_redo());
        history.step(with_max(64), 2);
        assert!(!history.can_redo());
        assert_eq!(history.numbers(), 0..2);
    }

    #[test]
    fn one_word_typed_is_one_step() {
        let mut history = begun();
        for after in [1, 12, 128] {
            history.go_on(&Field::MaxCapacity, with_max(after), 1);
        }
        history.let_go();
        history.go_on(&Field::MaxCapacity, with_max(64), 2);
        assert_eq!(history.undo(), Some(with_max(128)));
        assert_eq!(history.undo(), Some(with_max(16)));
        assert!(!history.can_undo());
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = begun();
        for acu in 1..=1_100 {
            history.step(with_max(acu), u64::from(acu));
        }
        let mut steps = 0;
        while history.undo().is_some() {
            steps += 1;
        }
        assert_eq!((steps, history.shown()), (MOST, with_max(100)));
        assert_eq!(history.numbers(), 100..1_101);
    }

    #[test]
    fn one_may_jump_and_look_anywhere() {
        let mut history = begun();
        for acu in [17, 18, 19] {
            history.step(with_max(acu), u64::from(acu));
        }
        assert_eq!(history.look(1), Some(with_max(17)));
        assert_eq!(history.shown(), with_max(19));
        assert_eq!(history.jump(0), Some(with_max(16)));
        assert_eq!((history.number(), history.can_redo(), history.made(2)), (0, true, Some(18)));
        assert_eq!(history.jump(4), None);
        assert_eq!(history.jump(3), Some(with_max(19)));
    }

    #[test]
    fn a_store_gets_what_it_lacks_and_gives_back_the_same() {
        let mut history = begun();
        history.step(with_max(32), 1);
        let mut kept = history.batch();
        assert_eq!((kept.first, kept.at, kept.last, kept.steps.len()), (0, 1, 1, 2));
        assert!(history.batch().steps.is_empty());
        history.undo();
        history.step(with_max(64), 2);
        let next = history.batch();
        assert_eq!((next.at, next.last, next.steps.len()), (1, 1, 1));
        kept.steps.truncate(1);
        kept.steps.extend(next.steps);
        let mut back = History::restore(kept.steps, next.at).unwrap();
        assert_eq!(back.shown(), with_max(64));
        assert_eq!(back.undo(), Some(with_max(16)));
        assert!(back.holds(&link::keep(&with_max(64))) && !back.holds(&link::keep(&with_max(32))));
    }

    #[test]
    fn what_a_store_lost_is_written_again() {
        let mut history = begun();
        history.step(with_max(32), 1);
        let batch = history.batch();
        history.step(with_max(64), 2);
        history.lost(batch.steps[0].number);
        assert_eq!(history.batch().steps.len(), 3);
        history.forget_kept();
        assert_eq!(history.batch().steps.len(), 3);
    }

    #[test]
    fn a_history_with_a_hole_is_none() {
        let step = |number| KeptStep { number, made: 0, text: link::keep(&with_max(16)) };
        assert_eq!(History::restore(vec![step(3), step(5)], 3), None);
        assert_eq!(History::restore(Vec::new(), 0), None);
        assert_eq!(History::restore(vec![step(3)], 90).map(|it| it.number()), Some(3));
    }

    #[test]
    fn every_move_is_told_from_the_one_before() {
        let mut history = begun();
        let mut seen = vec![history.moves()];
        history.step(with_max(32), 1);
        seen.push(history.moves());
        history.undo();
        seen.push(history.moves());
        history.redo();
        seen.push(history.moves());
        history.go_on(&Field::MaxCapacity, with_max(33), 1);
        seen.push(history.moves());
        assert!(seen.is_sorted_by(|one, two| one < two), "{seen:?}");
    }
}
