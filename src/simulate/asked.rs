//! What a load asks of a design, in the few figures that rules judge it by.

use serde::{Deserialize, Serialize};

use super::cluster::{Setup, Simulated, simulate};
use super::load::Load;
use super::platform::{Edge, Edges, Platform};
use super::refused::Refused;
use crate::design::Design;
use crate::estimate::pause;
use crate::facts::{Acu, Decimal};

/// A load beside a design, as rules see it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// What the writer's load wants in all but the quietest twentieth of the time that somebody is connected.
    pub base: Acu,
    /// The most it wants.
    pub highest: Acu,
    /// Whether it was measured against a maximum that was reached, so that more may have been wanted.
    pub is_clipped: bool,
    /// The time in which it wants more than the design's maximum; `None` where only its shape is known.
    pub over_max: Option<Over>,
    /// The most connections of an instance at once; 0 where nobody counted.
    pub connections: u32,
    /// What pausing does under it, where the design pauses and wakes.
    pub naps: Option<Naps>,
}

/// Time above a maximum.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Over {
    /// All of it, in seconds.
    pub seconds: u64,
    /// The most of it in a row.
    pub longest_s: u64,
}

/// Pausing under a load.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Naps {
    /// How often the writer wakes.
    pub wakes: u32,
    /// The usual time from one wake to the next, in seconds; half of them come sooner.
    pub usual_s: u64,
    /// The average capacity of all instances together, pauses included, in ACU.
    pub pausing: Edges<Decimal>,
    /// The same where the minimum is half an ACU and nothing pauses.
    pub awake: Edges<Decimal>,
}

impl Naps {
    /// Whether pausing costs more than staying awake, on plan.
    pub fn is_dearer(&self) -> bool {
        self.pausing.plan > self.awake.plan
    }
}

impl Asked {
    /// As far as a design's own load says without being played: its base and its peak, by its formula without noise.
    pub fn by_shape(design: &Design) -> Option<Self> {
        let (_, base, highest) = design.load()?;
        Some(Self { base, highest, is_clipped: false, over_max: None, connections: 0, naps: None })
    }

    /// The load played on the design.
    ///
    /// # Errors
    /// Where the load has more instances than the design, or the design's range is none.
    pub fn of(design: &Design, load: &Load) -> Result<Self, Refused> {
        let platform = Platform::from(design.usage.platform_version);
        Self::of_played(design, load, &simulate(&Setup::of(design)?, load, platform)?)
    }

    /// The same from what came of it, so that it need not be played once more.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn of_played(design: &Design, load: &Load, instances: &[Simulated]) -> Result<Self, Refused> {
        let writer = load.series(0).unwrap_or_default();
        let timed = || writer.iter().zip(load.seconds());
        let max = design.cluster.max_capacity;
        let (mut over_max, mut row) = (Over::default(), 0);
        for (point, seconds) in timed() {
            let seconds = u64::from(*seconds);
            row = if point.acu() > max { row + seconds } else { 0 };
            over_max.seconds += if row > 0 { seconds } else { 0 };
            over_max.longest_s = over_max.longest_s.max(row);
        }
        let highest = load.highest(0);
        let mut seconds_at = vec![0; usize::try_from(highest.as_halves()).unwrap_or(0) + 1];
        for (point, seconds) in timed().filter(|(point, _)| point.connected) {
            if let Some(sum) = seconds_at.get_mut(usize::from(point.wanted)) {
                *sum += u64::from(*seconds);
            }
        }
        let every = (0..load.instances()).filter_map(|it| load.series(it)).flatten();
        Ok(Self {
            base: low_of(&seconds_at),
            highest,
            is_clipped: false,
            over_max: Some(over_max),
            connections: every.map(|point| point.connections).max().unwrap_or(0),
            naps: naps(design, load, instances)?,
        })
    }
}

/// The figure that nineteen twentieths of the time are at or above, from the seconds that want each half of an ACU.
fn low_of(seconds_at: &[u64]) -> Acu {
    let all: u64 = seconds_at.iter().sum();
    let mut below = 0;
    for (halves, seconds) in (0..).zip(seconds_at) {
        below += seconds;
        if below * 20 > all {
            return Acu::halves(halves);
        }
    }
    Acu::ZERO
}

fn naps(design: &Design, load: &Load, instances: &[Simulated]) -> Result<Option<Naps>, Refused> {
    let platform = Platform::from(design.usage.platform_version);
    let Some(writer) = instances.first().map(|it| it.edges.of(Edge::Plan)) else { return Ok(None) };
    if !pause(design, 0).pauses() || writer.wakes.is_empty() {
        return Ok(None);
    }
    let mut between: Vec<u64> =
        writer.wakes.iter().zip(writer.wakes.iter().skip(1)).map(|(one, next)| next - one).collect();
    between.sort_unstable();
    let usual_s = between.get(between.len() / 2).copied().unwrap_or_else(|| load.span());
    let mut sleepless = design.clone();
    sleepless.cluster.min_capacity = Acu::HALF;
    sleepless.cluster.seconds_until_auto_pause = None;
    let others = simulate(&Setup::of(&sleepless)?, load, platform)?;
    let average = |all: &[Simulated]| {
        Edges::by(|edge| {
            let seconds = all.iter().map(|it| it.edges.of(edge).totals.acu_seconds().as_micros());
            let hundredths = seconds.sum::<u64>() / 10_000;
            let span = load.span().max(1);
            Decimal::from_micros((hundredths * 2 + span) / (2 * span) * 10_000)
        })
    };
    Ok(Some(Naps {
        wakes: writer.totals.wakes,
        usual_s,
        pausing: average(instances),
        awake: average(&others),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::Point;

    /// A monitor that connects for a minute every so many minutes, for a day.
    fn monitor(every: usize) -> Load {
        let minute =
            |it: usize| if it.is_multiple_of(every) { Point::wanting(Acu::HALF) } else { Point::NOTHING };
        Load::new(60, vec![(0..1440).map(minute).collect()]).unwrap()
    }

    fn sleeper() -> Design {
        let mut design = Design::default();
        design.cluster.min_capacity = Acu::ZERO;
        design.cluster.readers.clear();
        design
    }

    #[test]
    fn a_monitor_every_ten_minutes_makes_the_pause_dearer_and_one_every_hour_does_not() {
        let naps = Asked::of(&sleeper(), &monitor(10)).unwrap().naps.unwrap();
        // Section 5 of the model's facts: about 0.7 ACU, 0.55 to 1.04.
        assert_eq!(naps.pausing.all().map(ToString::to_string), ["0.55", "0.7", "1.03"]);
        assert_eq!((naps.usual_s, naps.awake.plan), (600, Decimal::from_micros(500_000)));
        assert!(naps.is_dearer());
        let hourly = Asked::of(&sleeper(), &monitor(60)).unwrap().naps.unwrap();
        assert!(!hourly.is_dearer(), "{hourly:?}");
        assert_eq!(Asked::of(&Design::default(), &monitor(10)).unwrap().naps, None);
    }

    #[test]
    fn base_and_time_above_the_maximum_are_the_series() {
        let wanted = [vec![1; 3], vec![6; 90], vec![20, 20, 6, 20, 20, 20, 6]].concat();
        let points = wanted.into_iter().map(|acu| Point::wanting(Acu::whole(acu))).collect();
        let asked = Asked::of(&Design::default(), &Load::new(60, vec![points]).unwrap()).unwrap();
        assert_eq!((asked.base, asked.highest), (Acu::whole(6), Acu::whole(20)));
        assert_eq!(asked.over_max, Some(Over { seconds: 300, longest_s: 180 }));
    }
}
