//! The load of one instance as a search plays it: in stretches, with sums that need no playing, and for its totals alone.

use super::capacity::{Capacity, Pace, Range, Told};
use super::load::Load;
use super::outcome::{SERVED_BY_HALF, Short, Totals, WORK_OF_HALF};
use super::sleep::{Phase, Sleep};

/// The largest maximum there is, in halves (ACU-06).
pub(super) const LARGEST: u32 = 512;
/// The least maximum there is, in halves (ACU-05).
pub(super) const LEAST_MAX: u32 = 2;

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

/// What a run may lose before it stops.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowed {
    /// Unserved work, in hundredths of an ACU-second.
    pub(super) unserved: u64,
    /// The longest spell, in seconds.
    pub(super) spell_s: u64,
}

impl Allowed {
    /// Whatever comes.
    pub(super) const ALL: Self = Self { unserved: u64::MAX, spell_s: u64::MAX };
}

/// One instance's series as stretches in which the same is asked.
#[derive(Debug)]
pub(super) struct Course {
    stretches: Vec<(u32, u16, bool)>,
    /// Seconds by wanted halves.
    seconds_at: Vec<u64>,
    /// Work, in hundredths of an ACU-second.
    pub(super) work: u64,
    /// Where the same comes again and again, as a day drawn by hand does: how many stretches, and how many days. It begins
    /// with the second stretch and ends before the last, as these may be cut.
    period: Option<(usize, u64)>,
}

/// What a run must not come to.
struct Most {
    allowed: Allowed,
    /// From this waste on it can't become the cheapest.
    waste: u64,
    /// More unserved work than this is too much, where capacity had yet to rise.
    late: u64,
}

/// What a run has come to.
#[derive(Clone, Copy, Default)]
struct Sums {
    /// Spent above what had to be held, in hundredths of an ACU-second.
    waste: u64,
    /// Unserved work, in the same unit.
    unserved: u64,
    /// What is unserved of it because capacity had yet to rise: at the maximum it would have been served.
    late: u64,
    /// Seconds that are over.
    now: u64,
    short: Short,
}

/// What a stretch comes to, in which the same is asked.
struct Tally {
    /// What is asked, in halves, and the work of it.
    asked: u32,
    work: u64,
    /// What is given and what is not served, in hundredths of an ACU-second.
    served: u64,
    lost: u64,
    /// Seconds in which less is given than asked.
    short_s: u32,
}

impl Told for Tally {
    #[inline(always)]
    fn told(&mut self, seconds: u32, given: u32) {
        let serves = u64::from(given) * SERVED_BY_HALF;
        self.served += serves * u64::from(seconds);
        if self.work > serves {
            self.lost += (self.work - serves) * u64::from(seconds);
        }
        if self.asked > given {
            self.short_s += seconds;
        }
    }
}

/// The totals of an instance that pauses, while it is awake.
struct Awake<'a> {
    totals: &'a mut Totals,
    wanted: u16,
}

impl Told for Awake<'_> {
    fn told(&mut self, seconds: u32, given: u32) {
        self.totals.awake(seconds.into(), given, self.wanted, 0);
    }
}

impl Sums {
    /// What was added since, where a period that begins as that one did will add the same.
    fn since(&self, before: &Self, days: u64) -> Option<Self> {
        let short = self.short.since(&before.short, days, (self.now, before.now))?;
        Some(Self {
            waste: self.waste - before.waste,
            unserved: self.unserved - before.unserved,
            late: self.late - before.late,
            now: self.now - before.now,
            short,
        })
    }

    /// Adds it so many times.
    fn repeat(&mut self, more: &Self, times: u64, days: u64) {
        self.waste += more.waste * times;
        self.unserved += more.unserved * times;
        self.late += more.late * times;
        self.now += more.now * times;
        self.short.repeat(&more.short, times, days);
    }
}

impl Course {
    /// The writer's.
    pub(super) fn of(load: &Load) -> Self {
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
        let period = period(&stretches);
        let mut course = Self { stretches, seconds_at, work: 0, period };
        course.work = course.over(0);
        course
    }

    /// How many stretches there are: about what a run takes.
    pub(super) const fn stretches(&self) -> usize {
        self.stretches.len()
    }

    /// The most that is wanted, in halves.
    pub(super) const fn highest(&self) -> usize {
        self.seconds_at.len().saturating_sub(1)
    }

    /// Work above a capacity, in hundredths of an ACU-second: what even an instance that scales in no time loses.
    pub(super) fn over(&self, halves: u32) -> u64 {
        let served = u64::from(halves) * SERVED_BY_HALF;
        self.by_work(|work, seconds| work.saturating_sub(served) * seconds)
    }

    /// The least that serving all work from a minimum up can cost, in the same unit.
    pub(super) fn bound(&self, low: u32) -> u64 {
        let held = u64::from(low) * SERVED_BY_HALF;
        self.by_work(|work, seconds| work.max(held) * seconds)
    }

    fn by_work(&self, figure: impl Fn(u64, u64) -> u64) -> u64 {
        let works = (0u64..).map(|wanted| wanted * WORK_OF_HALF);
        self.seconds_at.iter().zip(works).map(|(seconds, work)| figure(work, *seconds)).sum()
    }

    /// The longest time in which more than a capacity is wanted.
    pub(super) fn longest_over(&self, halves: u32) -> u64 {
        let (mut longest, mut row) = (0, 0);
        for (seconds, wanted, _) in &self.stretches {
            row = if u32::from(*wanted) > halves { row + u64::from(*seconds) } else { 0 };
            longest = longest.max(row);
        }
        longest
    }

    /// The least maximum with which an instance that scales in no time keeps the limits; [`LARGEST`] where none does.
    pub(super) fn least_max(&self, allowed: Allowed) -> u32 {
        halved(LEAST_MAX, LARGEST, |max| {
            self.over(max) <= allowed.unserved && self.longest_over(max) <= allowed.spell_s
        })
    }

    /// Plays it through one range of an instance that never pauses; stops at the first limit that breaks, and where it can't
    /// become cheaper than `best` any more. What comes of it, and how many days have a short second.
    ///
    /// What a run costs is its bound, what it spends above that, less what it leaves unserved: a second does one of the two.
    pub(super) fn run_awake(
        &self,
        range: Range,
        pace: &Pace,
        allowed: Allowed,
        best: Option<u64>,
    ) -> Result<(Totals, u64), Broken> {
        let bound = self.bound(range.low);
        let waste = best.map_or(u64::MAX, |best| {
            (best * SERVED_BY_HALF).saturating_add(allowed.unserved).saturating_sub(bound)
        });
        // What even the maximum leaves unserved is known before; the rest of what is allowed is used up the sooner.
        let late = allowed.unserved.checked_sub(self.over(range.max)).unwrap_or(u64::MAX);
        let most = Most { allowed, waste, late };
        let mut capacity = Capacity::at(range.low, pace.constants);
        let mut sums = Sums::default();
        let mut rest = self.stretches.as_slice();
        if let Some((length, days)) = self.period
            && let Some((first, mut periods)) = rest.split_at_checked(1)
        {
            play(first, range, pace, &most, &mut capacity, &mut sums)?;
            while let Some((period, after)) = periods.split_at_checked(length).filter(|it| !it.1.is_empty()) {
                let before = (capacity, sums);
                play(period, range, pace, &most, &mut capacity, &mut sums)?;
                periods = after;
                if before.0 == capacity
                    && let Some(more) = sums.since(&before.1, days)
                {
                    // As this period began and ended will all that follow, but for the last stretch of all.
                    let times = (periods.len() - 1) / length;
                    sums.repeat(&more, times as u64, days);
                    if sums.unserved > allowed.unserved {
                        return Err(Broken::Unserved);
                    }
                    periods = periods.get(times * length..).unwrap_or_default();
                    break;
                }
            }
            rest = periods;
        }
        play(rest, range, pace, &most, &mut capacity, &mut sums)?;
        let halves = (bound + sums.waste - sums.unserved) / SERVED_BY_HALF;
        let totals = Totals::of_awake(halves, self.work, sums.unserved, sums.short);
        Ok((totals, sums.short.days))
    }

    /// The sums of one range of an instance that never pauses, and how many days have a short second.
    pub(super) fn sums(&self, range: Range, pace: &Pace) -> (Totals, u64) {
        // Nothing breaks what allows everything.
        self.run_awake(range, pace, Allowed::ALL, None).unwrap_or_default()
    }

    /// Plays it through one range of an instance that pauses; stops at the first limit that breaks.
    pub(super) fn run_pausing(
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
                let played = quiet.max(1);
                match phase {
                    Phase::Paused => totals.paused(played.into()),
                    Phase::Resuming => totals.resuming(played.into(), *wanted, 0),
                    Phase::Awake | Phase::Woken => {
                        capacity.play(
                            headed,
                            played,
                            pace,
                            &mut Awake { totals: &mut totals, wanted: *wanted },
                        );
                    }
                }
                if quiet > 0 {
                    sleep.rest(*connected, played);
                }
                left -= played;
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

/// Plays stretches on; stops at the first limit that breaks, and where so much is wasted.
fn play(
    stretches: &[(u32, u16, bool)],
    range: Range,
    pace: &Pace,
    most: &Most,
    capacity: &mut Capacity,
    sums: &mut Sums,
) -> Result<(), Broken> {
    let held = u64::from(range.low) * SERVED_BY_HALF;
    // What is the loop's own stays in registers.
    let Sums { mut waste, mut unserved, mut late, mut now, mut short } = *sums;
    let at_most = u64::from(range.max) * SERVED_BY_HALF;
    let mut own = *capacity;
    for (seconds, wanted, _) in stretches {
        let asked = u32::from(*wanted);
        let work = u64::from(asked) * WORK_OF_HALF;
        let mut tally = Tally { asked, work, served: 0, lost: 0, short_s: 0 };
        own.play(range.held(asked), *seconds, pace, &mut tally);
        let Tally { served, lost, short_s, .. } = tally;
        let seconds = u64::from(*seconds);
        // What is lost is no waste: only where nothing is does a second give more than is needed.
        waste += served + lost - work.max(held) * seconds;
        unserved += lost;
        late += lost - work.saturating_sub(at_most) * seconds;
        if unserved > most.allowed.unserved || late > most.late {
            return Err(Broken::Unserved);
        }
        // Capacity falls to what is headed for at the least, so the short seconds of a stretch are its first.
        if short_s > 0 {
            short.last(now, short_s.into());
            if short.longest_s > most.allowed.spell_s {
                return Err(Broken::Spell);
            }
        }
        if u64::from(short_s) < seconds {
            short.row_s = 0;
        }
        now += seconds;
        if waste >= most.waste {
            return Err(Broken::Cost);
        }
    }
    (*capacity, *sums) = (own, Sums { waste, unserved, late, now, short });
    if waste >= most.waste { Err(Broken::Cost) } else { Ok(()) }
}

/// A day or a week that stretches repeat, but for the first and the last: how many stretches it has, and how many days.
fn period(stretches: &[(u32, u16, bool)]) -> Option<(usize, u64)> {
    let inner = stretches.get(1..stretches.len().checked_sub(1)?)?;
    [1, 7].into_iter().find_map(|days| {
        let mut left: u64 = days * 86_400;
        let begins = |(seconds, ..): &&(u32, u16, bool)| {
            let is_in = left > 0;
            left = left.saturating_sub(u64::from(*seconds));
            is_in
        };
        let length = inner.iter().take_while(begins).count();
        let (head, tail) = inner.split_at_checked(length)?;
        let seconds: u64 = head.iter().map(|(seconds, ..)| u64::from(*seconds)).sum();
        let repeats = || inner.iter().zip(tail).all(|(one, other)| one == other);
        (length > 0 && seconds == days * 86_400 && length * 3 <= inner.len() && repeats())
            .then_some((length, days))
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Acu;
    use crate::simulate::load::{HOURS, Point, drawn_day, noise};
    use crate::simulate::platform::{Constants, Edge, Platform};
    use crate::simulate::{Setup, at_edge};

    /// A few days of nothing but noise up to so many halves, each figure for a quarter of an hour.
    fn noisy(halves: u32) -> Load {
        let wanted = (0..400).map(|it| (noise(it) + 100).unsigned_abs() * halves / 200);
        Load::new(900, vec![wanted.map(|it| Point::wanting(Acu::halves(it))).collect()]).unwrap()
    }

    /// A day of as steep slopes, drawn for a month.
    fn drawn(halves: u32) -> Load {
        let mut hours = [Acu::ZERO; HOURS];
        for (hour, acu) in (0..).zip(&mut hours) {
            *acu = Acu::halves((hour * 37 % 24 + 1) * halves / 24);
        }
        drawn_day(hours, 30).unwrap()
    }

    #[test]
    fn what_comes_again_is_found_from_its_second_stretch_on() {
        let course = Course::of(&drawn(60));
        let (length, days) = course.period.unwrap();
        assert_eq!((days, (course.stretches.len() - 2) / length), (1, 29));
        assert_eq!(Course::of(&noisy(60)).period, None);
        assert_eq!(Course::of(&Load::new(60, vec![vec![Point::NOTHING; 9]]).unwrap()).period, None);
    }

    #[test]
    fn the_sums_are_those_of_a_run_that_is_drawn() {
        let ranges = [(20, 1, 20), (60, 7, 31), (500, 1, 512), (500, 90, 300), (8, 16, 16)];
        let loads = [noisy as fn(u32) -> Load, drawn];
        for ((halves, min, max), load) in ranges.iter().flat_map(|it| loads.map(|load| (*it, load))) {
            let load = load(halves);
            let course = Course::of(&load);
            let (min, max) = (Acu::halves(min), Acu::halves(max));
            let setup = Setup::single(min, max, None).unwrap();
            for (platform, edge) in
                [Platform::V1To2, Platform::V3To4].into_iter().flat_map(|it| Edge::ALL.map(|edge| (it, edge)))
            {
                let drawn = at_edge(&setup, &load, platform, edge).unwrap().remove(0);
                let sums = course.sums(Range::new(min, max), &Pace::of(Constants::of(platform, edge)));
                assert_eq!(
                    sums,
                    (drawn.totals, drawn.days_touched()),
                    "{halves} {min} {max} {platform:?} {edge:?}"
                );
            }
        }
    }
}
