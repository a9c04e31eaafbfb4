//! How the capacity of an instance that is awake rises and falls, second by second. Integers alone, so that the browser,
//! the command line and a pocket calculator give the same.

use super::platform::{Constants, RESUMES_AT_HALVES};
use crate::facts::Acu;

/// Thousandths of an ACU in a half.
const HALF: u32 = 500;
/// More halves than any instance has; keeps the arithmetic inside its range whatever it starts from.
const MOST: u32 = 2048;

/// The range an instance scales in, in halves of an ACU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Range {
    /// The least while awake: the minimum, or a half where that is 0.
    pub(super) low: u32,
    /// The most.
    pub(super) max: u32,
}

impl Range {
    /// From minimum and maximum.
    pub(super) fn new(min: Acu, max: Acu) -> Self {
        let low = min.max(Acu::HALF).as_halves();
        Self { low, max: max.as_halves().max(low) }
    }

    /// What the instance heads for where so much is wanted.
    pub(super) fn held(self, wanted: u32) -> u32 {
        wanted.max(self.low).min(self.max)
    }
}

/// The constants that an instance scales by, and what follows from them for the last half of each climb.
#[derive(Debug)]
pub(super) struct Pace {
    pub(super) constants: &'static Constants,
    /// What is left of each gap, in thousandths of an ACU, after 1, 2, 4 and so on seconds that each close its share of it.
    left: [[u16; HALF as usize + 1]; DOUBLINGS],
}

/// How often a second is doubled in [`Pace`].
const DOUBLINGS: usize = 7;

impl Pace {
    /// Most seconds that [`Self::gap_after`] knows.
    const MOST: u32 = (1 << DOUBLINGS) - 1;

    pub(super) fn of(constants: &'static Constants) -> Self {
        let mut once = [0; HALF as usize + 1];
        for (gap, left) in (0..).zip(&mut once) {
            *left = u16::try_from(gap - (constants.reach * gap).div_ceil(1000)).unwrap_or(0);
        }
        let mut left = [once; DOUBLINGS];
        for place in 1..DOUBLINGS {
            if let Some((before, [now, ..])) = left.split_at_mut_checked(place)
                && let Some(before) = before.last()
            {
                *now = before.map(|gap| before.get(usize::from(gap)).copied().unwrap_or(0));
            }
        }
        Self { constants, left }
    }

    /// What is left of a gap of at most half an ACU after at most [`Self::MOST`] seconds.
    #[inline(always)]
    fn gap_after(&self, gap: u32, seconds: u32) -> u32 {
        let mut left = gap;
        for (place, table) in self.left.iter().enumerate() {
            if seconds >> place & 1 == 1 {
                left = usize::try_from(left).ok().and_then(|it| table.get(it)).copied().map_or(0, u32::from);
            }
        }
        left
    }
}

/// Hears what is given while a stretch is played: a few seconds in a row in which it is the same. No closure, because each of
/// them must be no call, in a build for size too.
pub(super) trait Told {
    /// So many seconds more, and what is given in them, in halves.
    fn told(&mut self, seconds: u32, given: u32);
}

/// The state of an instance that is awake.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Capacity {
    /// Inner capacity, in thousandths of an ACU.
    inner: u32,
    /// The same in halves, rounded up: what is reported and billed.
    given: u32,
    /// Thousandths of an ACU that it may still rise at once.
    tokens: u32,
    /// Seconds since more than enough is given.
    wait: u32,
    /// The most that was headed for since then, in halves.
    peak: u32,
}

impl Capacity {
    /// At rest at so many halves, with full tokens.
    pub(super) const fn at(halves: u32, constants: &Constants) -> Self {
        let held = if halves < MOST { halves } else { MOST };
        Self { inner: held * HALF, given: held, tokens: constants.burst, wait: 0, peak: 0 }
    }

    /// As it wakes (D1, L1).
    pub(super) fn resumed(range: Range, constants: &Constants) -> Self {
        Self::at(range.low.max(RESUMES_AT_HALVES.min(range.max)), constants)
    }

    /// The capacity that is reported and billed, in halves.
    pub(super) const fn given(&self) -> u32 {
        self.given
    }

    /// So many seconds in which the instance heads for so many halves. `told` hears of each few of them in a row in which the
    /// same is given: how many, and what. They are the seconds of [`Self::step`], counted at once where they are alike.
    #[inline(always)]
    pub(super) fn play(&mut self, headed: u32, seconds: u32, pace: &Pace, told: &mut impl Told) {
        let (target, constants) = (headed * HALF, pace.constants);
        let mut left = seconds;
        if self.inner < target {
            self.forget();
            left = self.climb(target, left, pace, told);
        }
        while left > 0 && headed < self.given {
            self.peak = self.peak.max(headed);
            let fall = limit(self.peak, self.given, constants).max(self.wait + 1);
            let quiet = (fall - self.wait - 1).min(left);
            if quiet > 0 {
                self.wait += quiet;
                self.save(quiet, constants);
                told.told(quiet, self.given);
                left -= quiet;
            } else {
                self.save(1, constants);
                self.fall();
                told.told(1, self.given);
                left -= 1;
            }
        }
        if left > 0 {
            self.forget();
            self.save(left, constants);
            told.told(left, self.given);
        }
    }

    /// The seconds of [`Self::play`] on the way up; returns how many are left at the target.
    #[inline(always)]
    fn climb(&mut self, target: u32, seconds: u32, pace: &Pace, told: &mut impl Told) -> u32 {
        let constants = pace.constants;
        let (mut left, mut alike) = (seconds, 0);
        while left > 0 && self.given * HALF < target {
            let given = self.given;
            self.rise(target, constants);
            left -= 1;
            if self.given > given && alike > 0 {
                told.told(alike, given);
                alike = 0;
            }
            alike += 1;
            if self.tokens == 0 {
                (alike, left) = self.rise_evenly(target, alike, left, constants, told);
            }
        }
        // What is given has reached the target before the inner capacity has, which still creeps up to it.
        while left > 0 && self.inner < target {
            let played = self.creep(target, left, pace);
            left -= played;
            alike += played;
        }
        if alike > 0 {
            told.told(alike, self.given);
        }
        left
    }

    /// The next seconds of the last half of a climb, at most `most`; returns how many.
    fn creep(&mut self, target: u32, most: u32, pace: &Pace) -> u32 {
        let constants = pace.constants;
        let (gap, refill) = (target - self.inner, self.refill(constants));
        let share = (constants.reach * gap).div_ceil(1000);
        if self.tokens < gap && share > refill || refill != self::refill(target, constants) {
            self.rise(target, constants);
            return 1;
        }
        // Tokens can't run out, as the shares shrink, so each second closes its share of the gap. What is missing of the
        // most tokens shrinks by the refill, though not below nothing, and grows by the second's share. So it is what it
        // would be if it never had come to nothing, or had in the first second alone, or in the last.
        let seconds = most.min(Pace::MOST);
        let before = pace.gap_after(gap, seconds - 1);
        let left = pace.gap_after(before, 1);
        let closed = gap - left;
        let missing = (constants.burst - self.tokens + closed)
            .saturating_sub(seconds * refill)
            .max(closed.saturating_sub((seconds - 1) * refill))
            .max(before - left);
        self.tokens = constants.burst - missing;
        self.inner += closed;
        seconds
    }

    /// The coming seconds of a climb that each add the tokens that come back in it, because none are saved and the target is far.
    /// Returns how many give what is given after them, of the `alike` before too where it is the same, and how many are left.
    #[inline(always)]
    fn rise_evenly(
        &mut self,
        target: u32,
        alike: u32,
        seconds: u32,
        constants: &Constants,
        told: &mut impl Told,
    ) -> (u32, u32) {
        // Near the target a share of the gap is less than that; at the target most comes back.
        let most = refill(target, constants);
        let near = (1000 * most).div_ceil(constants.reach.max(1));
        if most > constants.burst.min(HALF) || self.inner + near >= target {
            return (alike, seconds);
        }
        let until = target - near;
        // What comes back is worked out anew only where it is more: the seconds up to there, or to the next half, are one division.
        let (mut inner, mut given, mut left, mut alike) = (self.inner, self.given, seconds, alike);
        let mut last = given * HALF;
        let mut rise = refill(inner, constants);
        let mut more_from = more_from(rise, constants);
        while left > 0 && inner < until {
            while inner >= more_from {
                rise += 1;
                more_from = self::more_from(rise, constants);
            }
            // The last of these seconds may pass into the next half, but each begins before more comes back.
            let before = last.min(more_from - 1).min(until - 1) - inner;
            let even = (before / rise.max(1)).min(left - 1);
            inner += rise * (even + 1);
            left -= even + 1;
            alike += even;
            if inner > last {
                told.told(alike, given);
                alike = 0;
                given += 1;
                last += HALF;
            }
            alike += 1;
        }
        (self.inner, self.given) = (inner, given);
        (alike, left)
    }

    /// Tokens come back for so many seconds.
    #[inline(always)]
    fn save(&mut self, seconds: u32, constants: &Constants) {
        if self.tokens < constants.burst {
            let refill = self.refill(constants).saturating_mul(seconds);
            self.tokens = self.tokens.saturating_add(refill).min(constants.burst);
        }
    }

    /// One second.
    pub(super) fn step(&mut self, range: Range, wanted: u32, constants: &Constants) {
        let (headed, given) = (range.held(wanted), self.given);
        let target = headed * HALF;
        if self.inner < target {
            self.rise(target, constants);
            self.forget();
            return;
        }
        self.tokens = self.tokens.saturating_add(self.refill(constants)).min(constants.burst);
        if headed < given {
            self.wait += 1;
            self.peak = self.peak.max(headed);
            if self.wait >= limit(self.peak, given, constants) {
                self.fall();
            }
        } else {
            self.forget();
        }
    }

    /// One second on the way up.
    #[inline(always)]
    fn rise(&mut self, target: u32, constants: &Constants) {
        self.tokens = self.tokens.saturating_add(self.refill(constants)).min(constants.burst);
        let gap = target - self.inner;
        // Capacities are below 1,100,000 and the share below 1,001, which fits.
        let reached = if constants.reach == 1000 { gap } else { (constants.reach * gap).div_ceil(1000) };
        let step = reached.min(self.tokens);
        self.inner += step;
        self.tokens -= step;
        self.given = self.inner.div_ceil(HALF);
    }

    /// What a fall leaves: half, or the most that was headed for in the wait.
    fn fall(&mut self) {
        self.given = self.peak.max(self.given.div_ceil(2));
        self.inner = self.given * HALF;
        self.forget();
    }

    /// Tokens that come back in a second.
    #[inline(always)]
    fn refill(&self, constants: &Constants) -> u32 {
        refill(self.inner, constants)
    }

    #[inline(always)]
    const fn forget(&mut self) {
        self.wait = 0;
        self.peak = 0;
    }
}

/// Tokens that come back in a second at an inner capacity.
#[inline(always)]
fn refill(inner: u32, constants: &Constants) -> u32 {
    constants.refill.max(inner.saturating_mul(constants.growth) / 10_000)
}

/// Seconds of the wait before a fall towards `peak`.
#[inline(always)]
const fn limit(peak: u32, given: u32, constants: &Constants) -> u32 {
    let over = given.saturating_sub(peak);
    let wanted = constants.wait_per_acu * over / 2;
    let least = if wanted > constants.wait_min { wanted } else { constants.wait_min };
    if least < constants.wait_max { least } else { constants.wait_max }
}

/// The inner capacity from which more than so many tokens come back in a second.
#[inline(always)]
fn more_from(refill: u32, constants: &Constants) -> u32 {
    if constants.growth == 0 { u32::MAX } else { ((refill + 1) * 10_000).div_ceil(constants.growth) }
}
