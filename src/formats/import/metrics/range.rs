//! The range that the series suggest.

use super::acu_at_least;
use super::quantities::{Points, peak_connections};
use super::set::{Owned, Set};
use super::window::Window;
use crate::facts::Acu;
use crate::simulate::measured::{Metric, Reading, Statistic};

/// A range and what it was drawn from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Suggested {
    pub(super) min: Acu,
    pub(super) max: Acu,
    /// The file with the capacities of the busiest instance.
    pub(super) file: String,
    /// The present maximum, where the peak reached it.
    pub(super) unseen: Option<Acu>,
}

/// The busiest instance: its awake points in order, the largest of them or of its maxima, and 100 × typical.
struct Busiest<'a> {
    series: &'a Owned,
    points: Points,
    peak: u128,
    typical: u128,
}

/// Typical is 0.95·P95 + 0.05·peak; the maximum the larger of 1.3·peak and 1.5·typical; the minimum the largest of half
/// an ACU, the mean, and 10 MB a connection at 2 GiB an ACU. Series under 72 hours suggest nothing.
pub(super) fn suggested(set: &Set, present: Option<Acu>) -> Option<Suggested> {
    Window::of(set.readings([Metric::Capacity, Metric::AcuUtilization]))?.grade()?;
    let of = |metric| {
        let averages = set.of([metric]).filter(|it| it.statistic == Statistic::Average);
        let each = averages.filter_map(|it| busiest(set, it, present));
        each.reduce(|best, it| if it.typical > best.typical { it } else { best })
    };
    let busiest = of(Metric::Capacity).or_else(|| of(Metric::AcuUtilization))?;
    let by = busiest.points.by;
    let max = acu_at_least((busiest.peak * 13_000).max(busiest.typical * 150), 10_000 * by);
    let paused = busiest.points.values.contains(&0);
    let (mean, mean_by) = cpu_mean(set, busiest.series, present).unwrap_or_else(|| {
        let (sum, count) = busiest.points.awake_total();
        (sum, count * by)
    });
    // 10 MB are 10^7 bytes, 2 GiB are 2^31.
    let connections = u128::from(peak_connections(set).unwrap_or(0)) * 10_000_000;
    let least = acu_at_least(mean, mean_by).max(acu_at_least(connections, 1 << 31)).max(Acu::HALF);
    let min = if paused { Acu::ZERO } else { least.min(max) };
    let top = |acu: Acu| u128::from(acu.as_halves()) * by;
    let unseen = present.filter(|present| busiest.peak * 2 >= top(*present));
    Some(Suggested { min, max, file: busiest.series.file.clone(), unseen })
}

fn busiest<'a>(set: &Set, series: &'a Owned, max: Option<Acu>) -> Option<Busiest<'a>> {
    let points = Points::of(series, max)?;
    let mut awake: Vec<u128> = points.awake().collect();
    awake.sort_unstable();
    let p95 = awake.get((awake.len() * 95).div_ceil(100).saturating_sub(1)).copied()?;
    let maxima = set
        .of([series.metric])
        .filter(|it| it.statistic == Statistic::Maximum && it.owner == series.owner)
        .filter_map(|it| Points::of(it, max));
    let highest = maxima.flat_map(|it| it.values).max().unwrap_or(0);
    let peak = awake.last().copied().unwrap_or(0).max(highest);
    Some(Busiest { series, points, peak, typical: 95 * p95 + 5 * peak })
}

/// The mean need by CPU, which is of the maximum (MET-03): capacity never shows less than the present minimum. Points at
/// which the instance slept don't count.
fn cpu_mean(set: &Set, series: &Owned, present: Option<Acu>) -> Option<(u128, u128)> {
    let present = present?;
    let asleep = |at: i64| {
        let found = series.readings.binary_search_by_key(&at, |it| it.at).ok();
        found.and_then(|place| series.readings.get(place)).is_some_and(|it| it.micros == 0)
    };
    let cpu =
        set.of([Metric::Cpu]).find(|it| it.statistic == Statistic::Average && it.owner == series.owner)?;
    let awake: Vec<&Reading> = cpu.readings.iter().filter(|it| !asleep(it.at)).collect();
    let sum: u128 = awake.iter().map(|it| u128::from(it.micros)).sum();
    let count = awake.len() as u128;
    (count > 0).then(|| (sum * u128::from(present.as_halves()), count * 200_000_000))
}
