//! The range that carries a load within limits for the least, by a search that leaves out only what cannot win.
//!
//! For one minimum a higher maximum never gives less, so cost rises with it and the least maximum within the limits is
//! the cheapest: it is found by halving. Minimums have no such order, because a higher one waits shorter before it falls;
//! all of them are tried but those whose bound is no cheaper than what was found. A run stops where a limit breaks, or
//! where it can't become the cheapest any more.

use serde::{Deserialize, Serialize};

use super::capacity::{Capacity, Pace, Range};
use super::load::Load;
use super::outcome::{SERVED_BY_HALF, Short, Totals, WORK_OF_HALF};
use super::platform::{Constants, Edge, Platform};
use super::sleep::{Phase, Sleep};
use crate::facts::{Acu, Decimal};

/// The largest maximum there is, in halves (ACU-06).
const LARGEST: u32 = 512;
/// The least maximum there is, in halves (ACU-05).
const LEAST_MAX: u32 = 2;

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

/// The limit that can't be met, and what would be lost at the largest capacity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Broken {
    /// The unserved work.
    Unserved,
    /// The longest spell.
    Spell,
    /// None: it can't be the cheapest any more.
    Cost,
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

#[derive(Clone, Copy, Debug)]
struct Allowed {
    /// Hundredths of an ACU-second.
    unserved: u64,
    spell_s: u64,
}

/// One instance's series as stretches in which the same is asked.
#[derive(Debug)]
struct Course {
    stretches: Vec<(u32, u16, bool)>,
    /// Seconds by wanted halves.
    seconds_at: Vec<u64>,
    work: u64,
}

impl Course {
    fn of(load: &Load) -> Self {
        let series = load.series(0).unwrap_or_default();
        let mut stretches: Vec<(u32, u16, bool)> = Vec::new();
        for (seconds, point) in load.seconds().iter().zip(series) {
            match stretches.last_mut() {
                Some((so_far, wanted, connected))
                    if (*wanted, *connected) == (point.wanted, point.connected)
                        && so_far.checked_add(*seconds).is_some() =>
                {
                    *so_far += seconds;
                }
                _ => stretches.push((*seconds, point.wanted, point.connected)),
            }
        }
        let highest = stretches.iter().map(|(_, wanted, _)| *wanted).max().unwrap_or(0);
        let mut seconds_at = vec![0; usize::from(highest) + 1];
        for (seconds, wanted, _) in &stretches {
            if let Some(sum) = seconds_at.get_mut(usize::from(*wanted)) {
                *sum += u64::from(*seconds);
            }
        }
        let mut course = Self { stretches, seconds_at, work: 0 };
        course.work = course.over(0);
        course
    }

    /// Work above a capacity, in hundredths of an ACU-second: what even an instance that scales in no time loses.
    fn over(&self, halves: u32) -> u64 {
        let served = u64::from(halves) * SERVED_BY_HALF;
        self.by_work(|work, seconds| work.saturating_sub(served) * seconds)
    }

    /// The least that serving all work from a minimum up can cost, in the same unit.
    fn bound(&self, low: u32) -> u64 {
        let held = u64::from(low) * SERVED_BY_HALF;
        self.by_work(|work, seconds| work.max(held) * seconds)
    }

    fn by_work(&self, figure: impl Fn(u64, u64) -> u64) -> u64 {
        let works = (0u64..).map(|wanted| wanted * WORK_OF_HALF);
        self.seconds_at.iter().zip(works).map(|(seconds, work)| figure(work, *seconds)).sum()
    }

    /// The longest time in which more than a capacity is wanted.
    fn longest_over(&self, halves: u32) -> u64 {
        let (mut longest, mut row) = (0, 0);
        for (seconds, wanted, _) in &self.stretches {
            row = if u32::from(*wanted) > halves { row + u64::from(*seconds) } else { 0 };
            longest = longest.max(row);
        }
        longest
    }

    /// The least maximum with which an instance that scales in no time keeps the limits; [`LARGEST`] where none does.
    fn least_max(&self, allowed: Allowed) -> u32 {
        halved(LEAST_MAX, LARGEST, |max| {
            self.over(max) <= allowed.unserved && self.longest_over(max) <= allowed.spell_s
        })
    }

    /// Plays it through one range of an instance that never pauses; stops at the first limit that breaks, and where it can't
    /// become cheaper than `best` any more. `bound` is [`Self::bound`] of the range's minimum.
    ///
    /// What a run costs is its bound, what it spends above that, less what it leaves unserved: a second does one of the two.
    fn run_awake(
        &self,
        range: Range,
        pace: &Pace,
        allowed: Allowed,
        best: Option<u64>,
        bound: u64,
    ) -> Result<Totals, Broken> {
        let constants = pace.constants;
        let mut capacity = Capacity::at(range.low, constants);
        let held = u64::from(range.low) * SERVED_BY_HALF;
        let most_waste = best.map_or(u64::MAX, |best| {
            (best * SERVED_BY_HALF).saturating_add(allowed.unserved).saturating_sub(bound)
        });
        let (mut waste, mut unserved) = (0, 0);
        let mut short = Short::default();
        for (seconds, wanted, _) in &self.stretches {
            let asked = u32::from(*wanted);
            let headed = range.held(asked);
            let work = u64::from(asked) * WORK_OF_HALF;
            let needed = work.max(held);
            let mut left = *seconds;
            while left > 0 {
                let played = capacity.advance(headed, left, pace);
                left -= played;
                let given = capacity.given();
                let seconds = u64::from(played);
                let served = u64::from(given) * SERVED_BY_HALF;
                if work > served {
                    unserved += (work - served) * seconds;
                    if unserved > allowed.unserved {
                        return Err(Broken::Unserved);
                    }
                } else {
                    waste += (served - needed) * seconds;
                }
                if asked > given {
                    short.last(seconds);
                    if short.longest_s > allowed.spell_s {
                        return Err(Broken::Spell);
                    }
                } else {
                    short.row_s = 0;
                }
            }
            if waste >= most_waste {
                return Err(Broken::Cost);
            }
        }
        let halves = (bound + waste - unserved) / SERVED_BY_HALF;
        Ok(Totals::of_awake(halves, self.work, unserved, short))
    }

    /// Plays it through one range of an instance that pauses; stops at the first limit that breaks.
    fn run_pausing(
        &self,
        range: Range,
        delay: u32,
        pace: &Pace,
        allowed: Allowed,
    ) -> Result<Totals, Broken> {
        let delay = Some(delay);
        let mut totals = Totals::default();
        let constants = pace.constants;
        let mut capacity = Capacity::at(range.low, constants);
        let mut sleep = Sleep::AWAKE;
        for (seconds, wanted, connected) in &self.stretches {
            let mut left = *seconds;
            let headed = range.held(u32::from(*wanted));
            while left > 0 {
                let quiet = sleep.quiet(*connected, delay, constants).min(left);
                let phase = if quiet == 0 {
                    let slept = !sleep.disturbs();
                    let phase = sleep.step(*connected, delay, constants);
                    totals.wakes += u32::from(slept && phase == Phase::Resuming);
                    if phase == Phase::Woken {
                        capacity = Capacity::resumed(range, constants);
                    }
                    phase
                } else {
                    sleep.phase()
                };
                let most = quiet.max(1);
                let played = match phase {
                    Phase::Awake | Phase::Woken => capacity.advance(headed, most, pace),
                    Phase::Paused | Phase::Resuming => most,
                };
                if quiet > 0 {
                    sleep.rest(*connected, played);
                }
                left -= played;
                let seconds = u64::from(played);
                match phase {
                    Phase::Paused => totals.paused(seconds),
                    Phase::Resuming => totals.resuming(seconds, *wanted, 0),
                    Phase::Awake | Phase::Woken => totals.awake(seconds, capacity.given(), *wanted, 0),
                }
                if totals.unserved() > allowed.unserved {
                    return Err(Broken::Unserved);
                }
                if totals.longest_short_spell_s > allowed.spell_s {
                    return Err(Broken::Spell);
                }
            }
        }
        Ok(totals)
    }
}

/// The least figure from `from` to `to` for which the test holds, as it then holds for all above; `to` where for none.
fn halved(from: u32, to: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut from, mut to) = (from, to);
    while from < to {
        let middle = from.midpoint(to);
        if holds(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
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
        let highest = u32::try_from(course.seconds_at.len().saturating_sub(1)).unwrap_or(LARGEST);
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
            self.guess = max;
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
        // What the last minimum needed is most often what this one needs; else the halving goes on from there.
        let mut next = self.guess.clamp(from, to);
        let mut first = true;
        while from < to {
            match self.run(min, next, delay) {
                Ok(totals) => {
                    to = next;
                    at_to = Some(totals);
                    next = if first { to.saturating_sub(1).max(from) } else { from.midpoint(to) };
                }
                // A higher maximum costs more still.
                Err(Broken::Cost) if next == from => return None,
                Err(Broken::Cost) => {
                    to = next;
                    at_to = None;
                    next = from.midpoint(to);
                }
                Err(Broken::Unserved | Broken::Spell) => {
                    from = next + 1;
                    next = if first { from } else { from.midpoint(to) };
                }
            }
            first = false;
        }
        match at_to {
            Some(totals) => Some((to, totals)),
            None => self.run(min, to, delay).ok().map(|totals| (to, totals)),
        }
    }

    fn run(&mut self, min: u32, max: u32, delay: Option<u32>) -> Result<Totals, Broken> {
        self.runs += 1;
        let range = Range::new(Acu::halves(min), Acu::halves(max));
        match delay {
            Some(delay) => self.course.run_pausing(range, delay, &self.pace, self.allowed),
            None => {
                let bound = self.course.bound(range.low);
                self.course.run_awake(range, &self.pace, self.allowed, self.best(), bound)
            }
        }
    }

    /// Which limit the largest capacity breaks.
    fn broken(&self) -> Broken {
        let range = Range::new(Acu::halves(LARGEST), Acu::halves(LARGEST));
        let bound = self.course.bound(LARGEST);
        let played = self.course.run_awake(range, &self.pace, self.allowed, None, bound);
        played.err().unwrap_or(Broken::Unserved)
    }
}

/// The whole search at once.
pub fn search(load: &Load, question: &Question) -> Found {
    let mut search = Search::new(load, question);
    while search.advance() {}
    search.found()
}
