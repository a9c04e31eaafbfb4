//! How far the data carry, and the load that is drawn from them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Origin;
use super::join::Joined;
use super::series::{Metric, Series, Statistic};
use crate::facts::{Acu, Decimal};
use crate::simulate::aws::Used;
use crate::simulate::convert::{connections_need, of_cpu};
use crate::simulate::load::{Load, Point};
use crate::simulate::refused::Refused;

/// What may be said from the data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Grade {
    /// Numbers, with the reasons for doubt beside each.
    Provisional,
    /// Numbers.
    Good,
}

impl Grade {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Good => "good",
        }
    }
}

/// A load that was measured.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Measured {
    /// How far it carries.
    pub grade: Grade,
    /// Why it is no better, and what is to be kept in mind.
    pub reasons: Vec<String>,
    /// What was wanted; a gap is left out, so that its time counts nowhere.
    pub load: Load,
    /// Seconds from the first to the last point and its period.
    pub span: u64,
    /// The highest capacity that the largest values want.
    pub highest: Acu,
    /// Whether the maximum was reached so often that the peak is unknown: only "at least" may be said.
    pub is_clipped: bool,
    /// CPU and connections as AWS' rule takes them.
    pub used: Used,
    /// The most connections, where they were measured.
    pub connections: Option<u32>,
    /// What is kept in memory at quiet times, by the 5th percentile of use; advice only, as caches fill whatever there is.
    pub kept_in_memory: Option<Acu>,
}

const HOUR: u64 = 3600;
/// Less than this is refused.
const LEAST_SPAN: u64 = 72 * HOUR;
/// Less than this is provisional.
const GOOD_SPAN: u64 = 336 * HOUR;
const LONGEST_PERIOD: u64 = HOUR;
const GOOD_PERIOD: u64 = 300;
const LONGEST_GAP: u64 = 6 * HOUR;
/// Percent of the span that points must cover.
const LEAST_COVERAGE: u64 = 60;
const GOOD_COVERAGE: u64 = 95;

/// Grades the series of one instance and draws its load from them.
///
/// # Errors
/// Where no number may be drawn from them: series of several instances or of a cluster, less than 72 hours, less than
/// 60 % of the points, a period over an hour, neither CPU nor capacity, or nothing known of the maximum.
pub fn measured(all: &[Series], origin: Origin) -> Result<Measured, Refused> {
    let joined = Joined::of(all)?;
    let (cpu, capacity) = (joined.usual(Metric::Cpu), capacity(&joined, origin, false));
    if cpu.is_empty() && capacity.is_empty() && joined.usual(Metric::AcuUtilization).is_empty() {
        return Err(Refused::Data(nothing_usable(&joined)));
    }
    if origin == Origin::Unknown {
        return Err(Refused::Data(format!(
            "the maximum of the measured cluster is not known, and CPUUtilization is in percent of it; give it{}",
            guess(&joined)
        )));
    }
    within_maximum(&joined, origin)?;
    let times: Vec<i64> =
        cpu.keys().chain(capacity.keys()).copied().collect::<BTreeSet<i64>>().into_iter().collect();
    let clock = Clock::of(&times)?;
    let mut doubts = clock.doubts();
    // What the load is drawn from has to be known at its largest as well.
    let drawn_from = [Metric::Cpu, Metric::Capacity, Metric::AcuUtilization];
    let drawn_from = drawn_from.into_iter().find(|metric| !joined.usual(*metric).is_empty());
    let has_maximum = drawn_from.is_some_and(|metric| joined.has(metric, Statistic::Maximum));
    if !has_maximum {
        doubts.push(
            "no Maximum statistic: peaks within a period are not seen; fetch Maximum beside Average"
                .to_owned(),
        );
    }
    let is_clipped = clipped(&joined, origin);
    if is_clipped {
        doubts.push(
            "the maximum was reached in 1 % of the points or more: what was wanted above it is unknown, so only \
             \"at least\" can be said; raise the maximum and measure again"
                .to_owned(),
        );
    }
    let grade = if doubts.is_empty() { Grade::Good } else { Grade::Provisional };
    if cpu.is_empty() {
        doubts.push(
            "drawn from the capacity: an upper estimate, as it contains Aurora's own waiting".to_owned(),
        );
    }
    let connections = joined.largest(Metric::Connections);
    let wants = |time: i64| wanted(cpu.get(&time), capacity.get(&time), connections.get(&time), origin);
    let points = times.iter().map(|time| {
        let paused = capacity.get(time) == Some(&0);
        let count =
            connections.get(time).map(|micros| u32::try_from(micros.div_ceil(1_000_000)).unwrap_or(u32::MAX));
        let connected = !paused && count != Some(0);
        let wanted = if paused { 0 } else { wants(*time) };
        Point { wanted, connected, connections: count.unwrap_or(0) }
    });
    let mut load = Load::with_seconds(clock.seconds.clone(), clock.period_s(), vec![points.collect()])?;
    load.notes.clone_from(&doubts);
    let by_cpu = joined.largest(Metric::Cpu).into_values().max();
    let by_cpu = by_cpu.map(|micros| wanted(Some(&micros), None, None, origin));
    // What CPU does not say of the largest values, the capacity does.
    let by_capacity = || self::capacity(&joined, origin, true).into_values().max();
    let by_capacity = (!joined.has(Metric::Cpu, Statistic::Maximum)).then(by_capacity).flatten();
    let highest = by_cpu.max(by_capacity.map(|micros| wanted(None, Some(&micros), None, origin)));
    let most_connections = connections.values().max().map(|it| it.div_ceil(1_000_000));
    Ok(Measured {
        grade,
        reasons: doubts,
        span: clock.span,
        highest: Acu::halves(u32::from(highest.unwrap_or(0))).max(load.highest(0)),
        load,
        is_clipped,
        used: used(&joined, origin, most_connections.unwrap_or(0)),
        connections: most_connections.map(|it| u32::try_from(it).unwrap_or(u32::MAX)),
        kept_in_memory: kept(&joined, origin),
    })
}

/// Why no load can be drawn: the metrics are not there, or not as a statistic that is one.
fn nothing_usable(joined: &Joined) -> String {
    let fetch = "fetch one of them, best both, Average and Maximum";
    let useless = [Metric::Cpu, Metric::Capacity, Metric::AcuUtilization].into_iter().find(|metric| {
        [Statistic::Minimum, Statistic::Sum].into_iter().any(|statistic| joined.has(*metric, statistic))
    });
    useless.map_or_else(
        || format!("neither CPUUtilization nor ServerlessDatabaseCapacity is in the data; {fetch}"),
        |metric| format!("{} is in the data as neither Average nor Maximum; fetch both", metric.name()),
    )
}

/// The capacity over time, from itself or from its share of the maximum; none for a provisioned instance.
fn capacity(joined: &Joined, origin: Origin, largest: bool) -> BTreeMap<i64, u64> {
    let of = |metric| if largest { joined.largest(metric) } else { joined.usual(metric) };
    let own = of(Metric::Capacity);
    match origin {
        Origin::Serverless(max) if own.is_empty() => {
            let halves = u64::from(max.as_halves());
            of(Metric::AcuUtilization).into_iter().map(|(at, share)| (at, share * halves / 200)).collect()
        }
        _ => own,
    }
}

/// A guess of the maximum, out of a capacity and its share of it.
fn guess(joined: &Joined) -> String {
    let (capacity, share) = (joined.usual(Metric::Capacity), joined.usual(Metric::AcuUtilization));
    let both =
        capacity.iter().filter_map(|(at, micros)| Some((*micros, *share.get(at).filter(|it| **it > 0)?)));
    let best = both.max_by_key(|(_, share)| *share);
    best.map_or_else(String::new, |(micros, share)| {
        let halves = (micros * 200 + share / 2) / share;
        format!(
            "; capacity and ACUUtilization suggest {} ACU",
            Acu::halves(u32::try_from(halves).unwrap_or(0))
        )
    })
}

/// Refuses a maximum that the data themselves pass.
fn within_maximum(joined: &Joined, origin: Origin) -> Result<(), Refused> {
    let Origin::Serverless(max) = origin else { return Ok(()) };
    let highest = joined.largest(Metric::Capacity).into_values().max().unwrap_or(0);
    if highest > max.as_decimal().as_micros() {
        return Err(Refused::Data(format!(
            "the capacity reached {} ACU, more than the maximum of {max} ACU that was given; give the maximum of the \
             measured cluster",
            Decimal::from_micros(highest)
        )));
    }
    Ok(())
}

/// The capacity at which Aurora would settle, in halves: of CPU where it is known, else of capacity (section 2 of the
/// model's paper), and of the connections.
fn wanted(cpu: Option<&u64>, capacity: Option<&u64>, connections: Option<&u64>, origin: Origin) -> u16 {
    let whole = match origin {
        Origin::Serverless(max) => u64::from(max.as_halves()),
        Origin::Provisioned(class) => class.cpu_halves(),
        Origin::Unknown => 0,
    };
    let load = match (cpu, capacity) {
        (Some(micros), _) => of_cpu(*micros, whole),
        (None, Some(micros)) => micros.div_ceil(500_000),
        (None, None) => 0,
    };
    let connected = connections.map_or(0, |micros| connections_need(micros.div_ceil(1_000_000)));
    u16::try_from(load.max(connected)).unwrap_or(u16::MAX)
}

/// Whether 1 % of the points or more are at the maximum.
fn clipped(joined: &Joined, origin: Origin) -> bool {
    let Origin::Serverless(max) = origin else { return false };
    let at = |points: BTreeMap<i64, u64>, top: u64| {
        let held = points.values().filter(|it| **it >= top).count();
        !points.is_empty() && held * 100 >= points.len()
    };
    at(joined.largest(Metric::Capacity), max.as_decimal().as_micros())
        || at(joined.largest(Metric::AcuUtilization), 99_000_000)
}

/// CPU, or capacity where there is none, in hundredths of a percent as AWS' rule takes them.
fn used(joined: &Joined, origin: Origin, connections: u64) -> Used {
    let percent = |largest: bool| {
        let of = |metric| if largest { joined.largest(metric) } else { joined.usual(metric) };
        let cpu = of(Metric::Cpu);
        if !cpu.is_empty() {
            return cpu.into_values().collect::<Vec<u64>>();
        }
        let Origin::Serverless(max) = origin else { return Vec::new() };
        let whole = u64::from(max.as_halves()).max(1);
        capacity(joined, origin, largest).into_values().map(|micros| micros * 200 / whole).collect()
    };
    let hundredths = |micros: u64| (micros + 5000) / 10_000;
    let mut usual = percent(false);
    usual.sort_unstable();
    let sum: u128 = usual.iter().map(|it| u128::from(*it)).sum();
    let mean = u64::try_from(sum / (usual.len().max(1) as u128)).unwrap_or(0);
    let top = percent(true).into_iter().max().unwrap_or(0);
    Used {
        p95: hundredths(nearest_rank(&usual, 950)),
        max: hundredths(top.max(usual.last().copied().unwrap_or(0))),
        average: (!usual.is_empty()).then(|| hundredths(mean)),
        connections,
    }
}

/// The value at so many per 1000 of sorted values, by nearest rank.
pub(in crate::simulate) fn nearest_rank<T: Copy + Default>(sorted: &[T], per_mille: usize) -> T {
    let rank = (sorted.len() * per_mille).div_ceil(1000);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

/// What is kept in memory at quiet times: the 5th percentile of what is used of the maximum's memory.
fn kept(joined: &Joined, origin: Origin) -> Option<Acu> {
    let Origin::Serverless(max) = origin else { return None };
    let whole = u64::from(max.as_halves()) << 30;
    let used = |micros: u64| whole.saturating_sub(micros / 1_000_000);
    let mut free = joined.usual(Metric::FreeableMemory);
    if free.is_empty() {
        free = joined.get(Metric::FreeableMemory, Statistic::Minimum);
    }
    let mut all: Vec<u64> = free.into_values().map(used).collect();
    all.sort_unstable();
    (!all.is_empty())
        .then(|| Acu::halves(u32::try_from(nearest_rank(&all, 50).div_ceil(1 << 30)).unwrap_or(0)))
}

/// The points in time: how long each lasts, and what is missing.
struct Clock {
    seconds: Vec<u32>,
    period: u64,
    span: u64,
    covered: u64,
    longest_gap: u64,
}

impl Clock {
    fn of(times: &[i64]) -> Result<Self, Refused> {
        let steps: Vec<u64> =
            times.iter().zip(times.iter().skip(1)).map(|(one, next)| next.abs_diff(*one)).collect();
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        for step in &steps {
            *counts.entry(*step).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap_or(0);
        let Some(period) = counts.iter().find(|(_, count)| **count == most).map(|(step, _)| *step) else {
            return Err(Refused::Data("there are fewer than two points; fetch 72 hours or more".to_owned()));
        };
        if period > LONGEST_PERIOD {
            return Err(Refused::Data(format!(
                "the period is {} min; fetch one of 60 min or less, best of 1 min",
                period / 60
            )));
        }
        // CloudWatch thins out what is old, so the period may change half way; a step that is rare, or that seldom
        // follows itself, is a gap.
        let mut repeated: BTreeMap<u64, usize> = BTreeMap::new();
        for (step, _) in steps.iter().zip(steps.iter().skip(1)).filter(|(one, next)| one == next) {
            *repeated.entry(*step).or_default() += 1;
        }
        let regular = |step: &u64| {
            let often = counts.get(step).is_some_and(|count| {
                count * 20 >= steps.len() && repeated.get(step).is_some_and(|it| it * 2 >= *count)
            });
            *step == period || *step <= LONGEST_PERIOD && often
        };
        let lasts = |place: usize| {
            let around = [place.checked_sub(1).and_then(|it| steps.get(it)), steps.get(place)];
            let step = around.into_iter().flatten().filter(|step| regular(step)).min().copied();
            step.unwrap_or(period)
        };
        let seconds: Vec<u64> = (0..times.len()).map(lasts).collect();
        let covered: u64 = seconds.iter().sum();
        let (first, last) = (times.first().copied().unwrap_or(0), times.last().copied().unwrap_or(0));
        let span = last.abs_diff(first) + seconds.last().copied().unwrap_or(period);
        let gaps = steps.iter().zip(&seconds).map(|(step, lasts)| step.saturating_sub(*lasts));
        let longest_gap = gaps.max().unwrap_or(0);
        if span < LEAST_SPAN {
            return Err(Refused::Data(format!(
                "the data span {} h {} min; fetch 72 hours or more, best 14 days",
                span / HOUR,
                span / 60 % 60
            )));
        }
        if covered * 100 < span * LEAST_COVERAGE {
            return Err(Refused::Data(format!(
                "{} % of the points are there; fetch a stretch that has {LEAST_COVERAGE} % or more",
                covered * 100 / span
            )));
        }
        let seconds = seconds.into_iter().map(|it| u32::try_from(it).unwrap_or(u32::MAX)).collect();
        Ok(Self { seconds, period, span, covered, longest_gap })
    }

    fn period_s(&self) -> u32 {
        u32::try_from(self.period).unwrap_or(u32::MAX)
    }

    /// Why the numbers are to be doubted.
    fn doubts(&self) -> Vec<String> {
        let mut doubts = Vec::new();
        if self.span < GOOD_SPAN {
            doubts.push(format!("the data span {} h; two weeks show what a week does", self.span / HOUR));
        }
        if self.covered * 100 < self.span * GOOD_COVERAGE {
            doubts.push(format!("{} % of the points are there", self.covered * 100 / self.span));
        }
        if self.longest_gap > LONGEST_GAP {
            doubts.push(format!("nothing was measured for {} h in a row", self.longest_gap / HOUR));
        }
        if self.period > GOOD_PERIOD {
            doubts.push(format!("a point is the mean of {} min, in which peaks are lost", self.period / 60));
        }
        doubts
    }
}
