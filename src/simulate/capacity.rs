//! How the capacity of an instance that is awake rises and falls, second by second. Integers alone, so that the browser,
//! the command line and a pocket calculator give the same.

use std::cmp::Ordering;

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

/// The state of an instance that is awake.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Capacity {
    /// Inner capacity, in thousandths of an ACU.
    inner: u32,
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
        Self { inner: held * HALF, tokens: constants.burst, wait: 0, peak: 0 }
    }

    /// As it wakes (D1, L1).
    pub(super) fn resumed(range: Range, constants: &Constants) -> Self {
        Self::at(range.low.max(RESUMES_AT_HALVES.min(range.max)), constants)
    }

    /// The capacity that is reported and billed, in halves.
    pub(super) const fn given(&self) -> u32 {
        self.inner.div_ceil(HALF)
    }

    /// How many of the coming seconds leave the given capacity as it is, while the same is wanted.
    pub(super) fn quiet(&self, range: Range, wanted: u32, constants: &Constants) -> u32 {
        let (headed, given) = (range.held(wanted), self.given());
        match headed.cmp(&given) {
            Ordering::Greater => match self.even_rise(headed * HALF, constants) {
                Some(rise) => (given * HALF - self.inner) / rise,
                None => self.uneven_rise(headed * HALF, constants),
            },
            Ordering::Less => limit(headed.max(self.peak), given, constants).saturating_sub(self.wait + 1),
            Ordering::Equal => u32::MAX,
        }
    }

    /// What each of the coming seconds adds until the given capacity is reached, where all add the same: without tokens
    /// saved, and far enough from the target, a second adds the tokens that come back in it.
    fn even_rise(&self, target: u32, constants: &Constants) -> Option<u32> {
        let (rise, last) = (constants.refill, self.given() * HALF);
        let is_even = self.tokens == 0
            && rise <= constants.burst
            && last.saturating_mul(constants.growth) / 10_000 <= rise
            && u64::from(constants.reach) * u64::from(target.saturating_sub(last)) >= 1000 * u64::from(rise);
        is_even.then_some(rise.max(1))
    }

    /// The same where the seconds differ: how many of them, counted on a copy, don't pass the given capacity.
    fn uneven_rise(&self, target: u32, constants: &Constants) -> u32 {
        let last = self.given() * HALF;
        // What saves nothing is not counted: the first second passes it while tokens are left.
        if self.tokens >= HALF {
            return 0;
        }
        let mut ahead = *self;
        (0..HALF)
            .take_while(|_| {
                ahead.rise(target, constants);
                ahead.inner <= last
            })
            .map(|_| 1)
            .sum()
    }

    /// So many quiet seconds at once.
    pub(super) fn rest(&mut self, range: Range, wanted: u32, seconds: u32, constants: &Constants) {
        let (headed, given) = (range.held(wanted), self.given());
        if headed > given {
            if self.even_rise(headed * HALF, constants).is_some() {
                self.inner += constants.refill * seconds;
            } else {
                for _ in 0..seconds {
                    self.rise(headed * HALF, constants);
                }
            }
            self.forget();
            return;
        }
        if headed < given {
            self.wait += seconds;
            self.peak = self.peak.max(headed);
        } else {
            self.forget();
        }
        // What is given has reached the target before the inner capacity has, which still creeps up to it.
        let mut left = seconds;
        while left > 0 && self.inner < headed * HALF {
            self.rise(headed * HALF, constants);
            left -= 1;
        }
        let refill = u64::from(self.refill(constants)) * u64::from(left);
        let tokens = u64::from(self.tokens) + refill;
        self.tokens = u32::try_from(tokens).unwrap_or(u32::MAX).min(constants.burst);
    }

    /// One second.
    pub(super) fn step(&mut self, range: Range, wanted: u32, constants: &Constants) {
        let (headed, given) = (range.held(wanted), self.given());
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
                self.inner = self.peak.max(given.div_ceil(2)) * HALF;
                self.forget();
            }
        } else {
            self.forget();
        }
    }

    /// One second on the way up.
    fn rise(&mut self, target: u32, constants: &Constants) {
        self.tokens = self.tokens.saturating_add(self.refill(constants)).min(constants.burst);
        // Capacities are below 1,100,000 and the share below 1,001, which fits.
        let reached = (constants.reach * (target - self.inner)).div_ceil(1000);
        let step = reached.min(self.tokens);
        self.inner += step;
        self.tokens -= step;
    }

    /// Tokens that come back in a second.
    fn refill(&self, constants: &Constants) -> u32 {
        constants.refill.max(self.inner.saturating_mul(constants.growth) / 10_000)
    }

    const fn forget(&mut self) {
        self.wait = 0;
        self.peak = 0;
    }
}

/// Seconds of the wait before a fall towards `peak`.
const fn limit(peak: u32, given: u32, constants: &Constants) -> u32 {
    let over = given.saturating_sub(peak);
    let wanted = constants.wait_per_acu * over / 2;
    let least = if wanted > constants.wait_min { wanted } else { constants.wait_min };
    if least < constants.wait_max { least } else { constants.wait_max }
}
