//! What an instance did under a load: its capacity over time, and the sums of it.

use serde::{Deserialize, Serialize};

use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::{Acu, Decimal};
use crate::simulate::platform::WORK_PERCENT;

/// A capacity from a second on; second 1 is the first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// The first second that it holds in.
    pub second: u64,
    /// The capacity that is reported.
    pub acu: Acu,
}

/// Seconds in a row in which less is given than wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spell {
    /// The first of them; second 1 is the first of the load.
    pub second: u64,
    /// How many.
    pub seconds: u64,
}

/// The sums of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Capacity, in halves of an ACU times seconds.
    halves: u64,
    /// Work in hundredths of an ACU times seconds.
    work: u64,
    /// Work that was not served, in the same unit.
    unserved: u64,
    /// Seconds in which less was given than wanted.
    pub short_seconds: u64,
    /// The most of them in a row.
    pub longest_short_spell_s: u64,
    /// The present row.
    spell: u64,
    /// How often it woke.
    pub wakes: u32,
    /// Seconds of resuming.
    pub waited_s: u64,
    /// Seconds asleep.
    pub paused_s: u64,
    /// Connections above `max_connections`, times seconds.
    pub refused_connection_seconds: u64,
}

/// Seconds in which less was given than wanted, as they are counted.
#[derive(Clone, Copy, Default)]
pub(super) struct Short {
    seconds: u64,
    /// The most of them in a row.
    pub(super) longest_s: u64,
    /// The present row.
    pub(super) row_s: u64,
    /// Days that have one, the first beginning with the load.
    pub(super) days: u64,
    /// The first day that may still have one that is not counted.
    next_day: u64,
}

impl Short {
    /// So many more in the present row, from so many seconds after the load's beginning on.
    #[inline(always)]
    pub(super) fn last(&mut self, from: u64, seconds: u64) {
        let to = (from + seconds - 1) / 86_400;
        if to >= self.next_day {
            self.days += to + 1 - self.next_day.max(from / 86_400);
            self.next_day = to + 1;
        }
        self.seconds += seconds;
        self.row_s += seconds;
        self.longest_s = self.longest_s.max(self.row_s);
    }
}

impl Short {
    /// What was added since, in a period of so many days, where the next will add the same; both with the seconds that were
    /// over then.
    pub(super) fn since(&self, before: &Self, days: u64, over: (u64, u64)) -> Option<Self> {
        let ahead = |it: &Self, over: u64| it.next_day.saturating_sub(over / 86_400);
        let alike = self.row_s == before.row_s && ahead(self, over.0) == ahead(before, over.1);
        (alike && over.0 - over.1 == days * 86_400).then(|| Self {
            seconds: self.seconds - before.seconds,
            days: self.days - before.days,
            ..Self::default()
        })
    }

    /// Adds it so many times. The longest row has been seen in it.
    pub(super) fn repeat(&mut self, more: &Self, times: u64, days: u64) {
        self.seconds += more.seconds * times;
        self.days += more.days * times;
        self.next_day += days * times;
    }
}

/// Hundredths of an ACU that a wanted half works.
pub(super) const WORK_OF_HALF: u64 = WORK_PERCENT as u64 / 2;
/// Hundredths of an ACU that a given half serves.
pub(super) const SERVED_BY_HALF: u64 = 50;

impl Totals {
    /// So many seconds at a capacity, in halves, under what is wanted and refused.
    #[inline(always)]
    pub(super) fn awake(&mut self, seconds: u64, given: u32, wanted: u16, refused: u32) {
        self.halves += u64::from(given) * seconds;
        let work = u64::from(wanted) * WORK_OF_HALF;
        self.work += work * seconds;
        self.unserved += work.saturating_sub(u64::from(given) * SERVED_BY_HALF) * seconds;
        self.refused_connection_seconds += u64::from(refused) * seconds;
        if u32::from(wanted) > given {
            self.short_seconds += seconds;
            self.spell += seconds;
            self.longest_short_spell_s = self.longest_short_spell_s.max(self.spell);
        } else {
            self.spell = 0;
        }
    }

    /// The sums of an instance that never slept: halves of an ACU times seconds, then work and what was not served of it.
    pub(super) fn of_awake(halves: u64, work: u64, unserved: u64, short: Short) -> Self {
        Self {
            halves,
            work,
            unserved,
            short_seconds: short.seconds,
            longest_short_spell_s: short.longest_s,
            spell: short.row_s,
            ..Self::default()
        }
    }

    /// So many seconds of waking.
    #[inline(always)]
    pub(super) fn resuming(&mut self, seconds: u64, wanted: u16, refused: u32) {
        self.waited_s += seconds;
        self.awake(seconds, 0, wanted, refused);
    }

    /// So many seconds asleep, in which nothing is wanted.
    pub(super) const fn paused(&mut self, seconds: u64) {
        self.paused_s += seconds;
        self.spell = 0;
    }

    /// Seconds of the present row of short ones.
    pub(super) const fn spell(&self) -> u64 {
        self.spell
    }

    /// Capacity times time: `ACU-seconds`, exact.
    pub const fn acu_seconds(&self) -> Decimal {
        Decimal::from_micros(self.halves * 500_000)
    }

    /// The same in halves of an ACU times seconds.
    pub const fn half_seconds(&self) -> u64 {
        self.halves
    }

    /// What was really to be done, in ACU-seconds.
    pub const fn work_acu_seconds(&self) -> Decimal {
        Decimal::from_micros(self.work * 10_000)
    }

    /// What was not served of it, at least: real clients wait and come again.
    pub const fn unserved_acu_seconds(&self) -> Decimal {
        Decimal::from_micros(self.unserved * 10_000)
    }

    /// Unserved work in hundredths of an ACU-second.
    pub(super) const fn unserved(&self) -> u64 {
        self.unserved
    }

    /// The share of the work that was not served, in percent, rounded up to six places.
    pub fn unserved_percent(&self) -> Decimal {
        let share = (u128::from(self.unserved) * 100_000_000).div_ceil(u128::from(self.work.max(1)));
        Decimal::from_micros(u64::try_from(share).unwrap_or(u64::MAX))
    }

    /// What it cost at a price of the ACU-hour, in millionths of a USD, rounded once, half up.
    pub fn usd_micros(&self, acu_hour: Decimal) -> Decimal {
        let micros = half_up(u128::from(self.halves) * u128::from(acu_hour.as_micros()), 2 * 3600);
        Decimal::from_micros(micros)
    }

    /// What a month of 730 hours of it costs, in USD, rounded once to the cent, half up. `span` is the load's seconds.
    pub fn usd_month(&self, acu_hour: Decimal, span: u64) -> Decimal {
        usd_month(self.halves, acu_hour, span)
    }

    /// ACU-hours of a month of 730 hours, rounded to the tenth, half up.
    pub fn acu_hours_month(&self, span: u64) -> Decimal {
        let exact = u128::from(self.halves) * 10 * u128::from(HOURS_PER_MONTH);
        Decimal::from_micros(half_up(exact, 2 * u128::from(span.max(1))).saturating_mul(100_000))
    }

    /// The average capacity while awake, in ACU, rounded to the hundredth, half up; `None` where it was never awake.
    pub fn average_acu(&self, span: u64) -> Option<Decimal> {
        let awake = span.saturating_sub(self.paused_s);
        (awake > 0).then(|| {
            let hundredths = half_up(u128::from(self.halves) * 100, 2 * u128::from(awake));
            Decimal::from_micros(hundredths.saturating_mul(10_000))
        })
    }
}

/// What a month of 730 hours costs of so many halves of an ACU times seconds in `span` seconds, in USD, rounded once to
/// the cent, half up.
pub fn usd_month(half_seconds: u64, acu_hour: Decimal, span: u64) -> Decimal {
    let exact = u128::from(half_seconds) * u128::from(acu_hour.as_micros()) * u128::from(HOURS_PER_MONTH);
    Decimal::from_micros(half_up(exact, 2 * u128::from(span.max(1)) * 10_000).saturating_mul(10_000))
}

/// A quotient, rounded half up.
fn half_up(numerator: u128, denominator: u128) -> u64 {
    u64::try_from((2 * numerator + denominator) / (2 * denominator)).unwrap_or(u64::MAX)
}

/// One instance at one edge.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// The capacity, where it changes.
    pub changes: Vec<Change>,
    /// Where less was given than wanted.
    pub spells: Vec<Spell>,
    /// When it woke, first second of the resume.
    pub wakes: Vec<u64>,
    /// The sums.
    pub totals: Totals,
}

impl Outcome {
    /// The capacity in a second; second 1 is the first.
    pub fn at(&self, second: u64) -> Acu {
        let after = self.changes.partition_point(|change| change.second <= second);
        after.checked_sub(1).and_then(|place| self.changes.get(place)).map_or(Acu::ZERO, |change| change.acu)
    }

    /// How many days have a short second, the first beginning with the load.
    pub fn days_touched(&self) -> u64 {
        let mut days = 0;
        let mut next = 0;
        for spell in &self.spells {
            let (from, to) = ((spell.second - 1) / 86_400, (spell.second + spell.seconds - 2) / 86_400);
            days += (to + 1).saturating_sub(from.max(next));
            next = next.max(to + 1);
        }
        days
    }

    /// Notes the capacity of coming seconds.
    #[inline(always)]
    pub(super) fn gives(&mut self, second: u64, halves: u32) {
        let acu = Acu::halves(halves);
        if self.changes.last().is_none_or(|last| last.acu != acu) {
            self.changes.push(Change { second, acu });
        }
    }

    /// Notes whether the seconds from `second` on were short.
    #[inline(always)]
    pub(super) fn was_short(&mut self, second: u64, seconds: u64) {
        let spell = self.totals.spell();
        if spell == 0 {
            return;
        }
        match self.spells.last_mut() {
            Some(last) if spell > seconds => last.seconds = spell,
            _ => self.spells.push(Spell { second, seconds }),
        }
    }
}
