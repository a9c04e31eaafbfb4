//! The range that carries a load within limits for the least, by a search that leaves out only what cannot win.
//!
//! For one minimum a higher maximum never gives less, so cost rises with it and the least maximum within the limits is
//! the cheapest: it is found by halving. Minimums have no such order, because a higher one waits shorter before it falls;
//! all of them are tried but those whose bound is no cheaper than what was found. A run stops where a limit breaks, or
//! where it can't become the cheapest any more.

use serde::{Deserialize, Serialize};

use super::capacity::{Pace, Range};
use super::course::{Allowed, Course, LARGEST, LEAST_MAX};
use super::load::Load;
use super::outcome::{SERVED_BY_HALF, Totals};
use super::platform::{Constants, Edge, Platform};
use crate::facts::{Acu, Decimal};

pub use super::course::Broken;

/// What may be lost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Unserved work, in percent of all work.
    pub unserved_percent: Decimal,
    /// The longest time with less than is wanted, in seconds.
    pub spell_s: u64,
}

impl Default for Limits {
    /// A thousandth of the work, and a minute: our own choice.
    fn default() -> Self {
        Self { unserved_percent: Decimal::from_micros(100_000), spell_s: 60 }
    }
}

/// A range, and what it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Candidate {
    /// The minimum.
    pub min: Acu,
    /// The least maximum that carries the load with it.
    pub max: Acu,
    /// What it costs and loses, at the edge that was searched.
    pub totals: Totals,
}

/// What a search ends with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Ranges within the limits.
    Ranges {
        /// The cheapest; of equally cheap ones that with the smaller minimum, then the smaller maximum.
        cheapest: Candidate,
        /// That with the least minimum.
        least: Candidate,
    },
    /// Even the largest capacity breaks a limit.
    Nothing(Broken),
}

/// What a search asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Question {
    /// The platform that is simulated.
    pub platform: Platform,
    /// The edge, usually the plan.
    pub edge: Edge,
    /// What may be lost.
    pub limits: Limits,
    /// The least minimum; at 0 pausing is tried too.
    pub floor: Acu,
    /// Seconds without a connection before a pause, where the minimum is 0.
    pub delay: u32,
}

/// A search on its way: [`Self::advance`] tries one minimum, so that whoever asks can stop in between.
#[derive(Debug)]
pub struct Search {
    course: Course,
    pace: Pace,
    delay: u32,
    allowed: Allowed,
    /// The most that is wanted, in halves, as far as there is such a capacity.
    top: u32,
    /// Below this no maximum can do.
    least_max: u32,
    /// The next minimum; 0 is the pause.
    next: u32,
    /// The least maximum of the last minimum that had one.
    guess: u32,
    cheapest: Option<Candidate>,
    least: Option<Candidate>,
    /// Runs so far, for the curious.
    pub runs: u32,
    /// Stretches of the load that these may have played: about what the search has taken so far.
    pub played: usize,
}

/// How far a search has come, for whoever goes on with it elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Progress {
    next: u32,
    guess: u32,
    cheapest: Option<Candidate>,
    least: Option<Candidate>,
    /// Minimums that have been tried, and how many there may be.
    pub tried: (u32, u32),
}

impl Search {
    /// The question for the writer of a load.
    pub fn new(load: &Load, question: &Question) -> Self {
        let course = Course::of(load);
        let percent = u128::from(question.limits.unserved_percent.as_micros());
        let unserved = u64::try_from(u128::from(course.work) * percent / 100_000_000).unwrap_or(u64::MAX);
        let allowed = Allowed { unserved, spell_s: question.limits.spell_s };
        let least_max = course.least_max(allowed);
        let instant =
            course.over(LARGEST) <= allowed.unserved && course.longest_over(LARGEST) <= allowed.spell_s;
        let highest = u32::try_from(course.highest()).unwrap_or(LARGEST);
        Self {
            pace: Pace::of(Constants::of(question.platform, question.edge)),
            delay: question.delay,
            allowed,
            top: highest.clamp(LEAST_MAX, LARGEST),
            least_max,
            next: if instant { question.floor.as_halves().min(LARGEST) } else { LARGEST + 1 },
            guess: least_max,
            cheapest: None,
            least: None,
            runs: 0,
            played: 0,
            course,
        }
    }

    /// How far it has come.
    pub const fn progress(&self) -> Progress {
        let Self { next, guess, cheapest, least, .. } = *self;
        Progress { next, guess, cheapest, least, tried: (next, self.top) }
    }

    /// Goes on from there, in a search for the same question.
    pub fn go_on(&mut self, from: &Progress) {
        (self.next, self.guess) = (from.next, from.guess);
        (self.cheapest, self.least) = (from.cheapest, from.least);
    }

    /// Tries the next minimum; `false` where all have been tried.
    pub fn advance(&mut self) -> bool {
        let min = self.next;
        if min > self.top && self.least.is_some() || min > LARGEST || self.is_beaten(min) {
            return false;
        }
        self.next += 1;
        let delay = (min == 0).then_some(self.delay);
        if let Some(found) = self.least_max_with(min, delay) {
            let (max, totals) = found;
            let candidate = Candidate { min: Acu::halves(min), max: Acu::halves(max), totals };
            self.least = self.least.or(Some(candidate));
            let cheaper = |best: &Candidate| totals.half_seconds() < best.totals.half_seconds();
            if self.cheapest.as_ref().is_none_or(cheaper) {
                self.cheapest = Some(candidate);
            }
        }
        true
    }

    /// What was found so far; before the end the cheapest may still change.
    pub fn found(&self) -> Found {
        match (self.cheapest, self.least) {
            (Some(cheapest), Some(least)) => Found::Ranges { cheapest, least },
            _ => Found::Nothing(self.broken()),
        }
    }

    /// Whether no range with this minimum, or a higher one, can be cheaper than what was found.
    fn is_beaten(&self, min: u32) -> bool {
        let Some(best) = self.best().filter(|_| min > 0) else { return false };
        self.course.bound(min).saturating_sub(self.allowed.unserved) >= best * SERVED_BY_HALF
    }

    fn best(&self) -> Option<u64> {
        self.cheapest.map(|it| it.totals.half_seconds())
    }

    /// The least maximum within the limits, unless it can't be the cheapest.
    fn least_max_with(&mut self, min: u32, delay: Option<u32>) -> Option<(u32, Totals)> {
        // With pauses an instance resumes at 2 ACU, so a maximum above what is wanted still makes a difference.
        let top = if delay.is_some() { self.top.max(super::platform::RESUMES_AT_HALVES) } else { self.top };
        let (mut from, mut to) = (self.least_max.max(min), top.max(min).max(self.least_max));
        let mut at_to = None;
        // What the last minimum needed, or would have, is most often what this one needs. Else it is near: the steps away
        // from it double until it lies between two of them, and are halved from there on.
        let mut next = self.guess.clamp(from, to);
        let (mut step, mut is_between) = (1, false);
        let mut went_down = None;
        while from < to {
            let goes_down = match self.run(min, next, delay) {
                Ok(totals) => {
                    (to, at_to) = (next, Some(Some(totals)));
                    true
                }
                // A higher maximum costs more still, and a lower one may not.
                Err(Broken::Cost) => {
                    (to, at_to) = (next, Some(None));
                    true
                }
                Err(Broken::Unserved | Broken::Spell) => {
                    from = next + 1;
                    false
                }
            };
            is_between |= went_down.is_some_and(|it| it != goes_down);
            went_down = Some(goes_down);
            next = if is_between {
                from.midpoint(to)
            } else if goes_down {
                to.saturating_sub(step).max(from)
            } else {
                (from + step - 1).min(to)
            };
            step *= 2;
        }
        self.guess = to;
        let at_to = if from > to { None } else { at_to.unwrap_or_else(|| self.run(min, to, delay).ok()) };
        at_to.map(|totals| (to, totals))
    }

    fn run(&mut self, min: u32, max: u32, delay: Option<u32>) -> Result<Totals, Broken> {
        self.runs += 1;
        self.played += self.course.stretches();
        let range = Range::new(Acu::halves(min), Acu::halves(max));
        if let Some(delay) = delay {
            return self.course.run_pausing(range, delay, &self.pace, self.allowed);
        }
        let played = self.course.run_awake(range, &self.pace, self.allowed, self.best());
        played.map(|(totals, _)| totals)
    }

    /// Which limit the largest capacity breaks.
    fn broken(&self) -> Broken {
        let range = Range::new(Acu::halves(LARGEST), Acu::halves(LARGEST));
        let played = self.course.run_awake(range, &self.pace, self.allowed, None);
        played.err().unwrap_or(Broken::Unserved)
    }
}

/// The whole search at once.
pub fn search(load: &Load, question: &Question) -> Found {
    let mut search = Search::new(load, question);
    while search.advance() {}
    search.found()
}
