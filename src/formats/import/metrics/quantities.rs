//! The figures of `usage`, by the formulas of the importer's table.

use super::owner::Owner;
use super::set::{Owned, Set};
use super::window::{Window, period};
use super::{decimal, half_up};
use crate::facts::{Acu, Decimal};
use crate::simulate::measured::{Metric, Reading, Statistic};

/// Hours of a month.
const MONTH_HOURS: u128 = 730;

/// Capacities: a value is so many ACU times `by`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Points {
    pub(super) values: Vec<u128>,
    pub(super) by: u128,
}

impl Points {
    /// Of one series: capacities as they are, utilization as its share of the maximum.
    pub(super) fn of(series: &Owned, max: Option<Acu>) -> Option<Self> {
        let (factor, by) = match series.metric {
            Metric::Capacity => (1, 1_000_000),
            // Percent of halves.
            Metric::AcuUtilization => (u128::from(max?.as_halves()), 200_000_000),
            _ => return None,
        };
        let values = series.readings.iter().map(|it| u128::from(it.micros) * factor).collect();
        Some(Self { values, by })
    }

    /// Those above 0.
    pub(super) fn awake(&self) -> impl Iterator<Item = u128> {
        self.values.iter().copied().filter(|it| *it > 0)
    }

    /// Sum and count of those above 0.
    pub(super) fn awake_total(&self) -> (u128, u128) {
        self.awake().fold((0, 0), |(sum, count), it| (sum + it, count + 1))
    }

    /// Their mean in ACU, to 0.01; none where the cluster never woke.
    pub(super) fn awake_mean(&self) -> Option<Decimal> {
        let (sum, count) = self.awake_total();
        (count > 0).then(|| decimal(half_up(sum * 100, count * self.by), 10_000))
    }

    /// Hours awake a month, to 0.1; only where some point is 0.
    pub(super) fn active_hours(&self) -> Option<Decimal> {
        let (all, awake) = (self.values.len() as u128, self.awake_total().1);
        (awake < all).then(|| decimal(half_up(awake * MONTH_HOURS * 10, all), 100_000))
    }
}

/// The capacities of the writer, or of all readers; a series that tells no instance counts for both. Averages only:
/// capacity where it was measured, else utilization.
pub(super) fn capacity(set: &Set, of_readers: bool, max: Option<Acu>) -> Option<Points> {
    let counts = |owner: &Owner| match owner {
        Owner::Writer => !of_readers,
        Owner::Reader(_) => of_readers,
        Owner::Cluster | Owner::Unknown => true,
    };
    [Metric::Capacity, Metric::AcuUtilization].into_iter().find_map(|metric| {
        let series = set.of([metric]).filter(|it| it.statistic == Statistic::Average && counts(&it.owner));
        let joined = series.filter_map(|it| Points::of(it, max)).reduce(|mut all, one| {
            all.values.extend(one.values);
            all
        });
        joined.filter(|it| !it.values.is_empty())
    })
}

/// The newest size of the volume in GiB, to 0.1.
pub(super) fn storage_gb(set: &Set) -> Option<Decimal> {
    let order = [Statistic::Average, Statistic::Maximum, Statistic::Minimum];
    let series = |statistic| set.of([Metric::VolumeBytes]).filter(move |it| it.statistic == statistic);
    let newest = |statistic| series(statistic).filter_map(|it| it.readings.last()).max_by_key(|it| it.at);
    let newest: &Reading = order.into_iter().find_map(newest)?;
    // Millionths of a megabyte are bytes.
    Some(decimal(half_up(u128::from(newest.micros) * 10, 1 << 30), 100_000))
}

/// Millions of requests a month, to 0.01. CloudWatch counts billed operations of five minutes, so a sum is their number
/// and an average is the number of each five minutes.
pub(super) fn io_requests_millions(set: &Set) -> Option<Decimal> {
    let both = [Metric::VolumeReadIops, Metric::VolumeWriteIops];
    let taken: Vec<&Owned> = both.into_iter().filter_map(|metric| preferred(set, metric)).collect();
    let window = Window::of(taken.iter().map(|it| it.readings.as_slice()))?;
    let total: u128 = taken
        .iter()
        .map(|it| {
            let sum: u128 = it.readings.iter().map(|it| u128::from(it.micros)).sum();
            let seconds = period(&it.readings).unwrap_or(300);
            sum.saturating_mul(if it.statistic == Statistic::Sum { 300 } else { u128::from(seconds) })
        })
        .sum();
    // Millionths × 300; hundredths of a million are wanted.
    let month = total.saturating_mul(MONTH_HOURS * 3600 * 100);
    let by = 300 * 1_000_000 * 1_000_000 * u128::from(window.seconds);
    (window.seconds > 0).then(|| decimal(half_up(month, by), 10_000))
}

/// The sums of a metric, else its averages; the longest series where several have them.
fn preferred(set: &Set, metric: Metric) -> Option<&Owned> {
    [Statistic::Sum, Statistic::Average].into_iter().find_map(|statistic| {
        let series = set.of([metric]).filter(|it| it.statistic == statistic);
        // Of equally long ones the first, as max_by_key would give the last.
        series.reduce(|best, it| if it.readings.len() > best.readings.len() { it } else { best })
    })
}

/// The most connections of any instance, whole.
pub(super) fn peak_connections(set: &Set) -> Option<u32> {
    [Statistic::Maximum, Statistic::Average].into_iter().find_map(|statistic| {
        let series = set.of([Metric::Connections]).filter(|it| it.statistic == statistic);
        let peak = series.flat_map(|it| &it.readings).map(|it| it.micros).max()?;
        Some(u32::try_from(half_up(u128::from(peak), 1_000_000)).unwrap_or(u32::MAX))
    })
}
