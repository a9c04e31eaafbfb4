//! What is asked of the instances, point by point: how much capacity, whether anybody is connected, and by how many
//! connections.

mod day;
mod noise;
mod preset;

use serde::{Deserialize, Serialize};

use super::Refused;
use crate::facts::Acu;

pub use day::{HOURS, drawn_day};
pub use noise::noise;
pub use preset::{MONTH_POINTS, WEEK_POINTS, preset};

/// Most points of a load: a year of minutes.
pub const MAX_POINTS: usize = 525_600;
/// The longest a load may last, in seconds: two years.
pub const MAX_SECONDS: u64 = 2 * 365 * 86_400;
/// The largest capacity there is (ACU-06), and so the most that can be wanted of a load that is written by hand, times four:
/// a need beyond the largest instance must still be seen as such.
pub const MAX_WANTED: Acu = Acu::whole(1024);

/// What is asked of one instance while a point lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Point {
    /// The capacity at which Aurora would settle, in halves of an ACU.
    pub wanted: u16,
    /// Whether a user's connection is open; without one an instance may pause.
    pub connected: bool,
    /// Connections that are asked for; those above `max_connections` are refused.
    pub connections: u32,
}

impl Point {
    /// Nothing, and nobody connected.
    pub const NOTHING: Self = Self { wanted: 0, connected: false, connections: 0 };

    /// So much, by somebody who is connected.
    pub fn wanting(acu: Acu) -> Self {
        let wanted = u16::try_from(acu.as_halves()).unwrap_or(u16::MAX);
        Self { wanted, connected: true, connections: 0 }
    }

    /// The capacity at which Aurora would settle.
    pub const fn acu(self) -> Acu {
        Acu::halves(self.wanted as u32)
    }
}

/// A load of one or more instances, writer first; instances without a series want nothing and are not connected to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Load {
    /// How long each point lasts, in seconds, at least 1.
    seconds: Vec<u32>,
    /// A series an instance, each as long as [`Self::seconds`].
    instances: Vec<Vec<Point>>,
    /// What most points last.
    point_seconds: u32,
    /// How the instances begin.
    pub start: Start,
    /// What must be said beside every figure drawn from it.
    pub notes: Vec<String>,
}

/// How the instances are before the first second.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Start {
    /// Awake at the least capacity.
    #[default]
    AtMinimum,
    /// Awake at this capacity.
    At(Acu),
    /// Asleep for so many seconds, where they can pause.
    Asleep(u32),
}

impl Load {
    /// A load whose points last equally long.
    ///
    /// # Errors
    /// Without a point or an instance, with series of different lengths, with points of no length, and beyond
    /// [`MAX_POINTS`] or [`MAX_SECONDS`].
    pub fn new(point_seconds: u32, instances: Vec<Vec<Point>>) -> Result<Self, Refused> {
        let points = instances.first().map_or(0, Vec::len);
        Self::with_seconds(vec![point_seconds; points.min(MAX_POINTS + 1)], point_seconds, instances)
    }

    /// A load whose points last differently long; `point_seconds` is what most of them do.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn with_seconds(
        seconds: Vec<u32>,
        point_seconds: u32,
        instances: Vec<Vec<Point>>,
    ) -> Result<Self, Refused> {
        let points = instances.first().map_or(0, Vec::len);
        if points == 0 {
            return Err(Refused::NoPoints);
        }
        if points > MAX_POINTS {
            return Err(Refused::TooManyPoints { points, most: MAX_POINTS });
        }
        if let Some((instance, other)) =
            instances.iter().enumerate().find(|(_, series)| series.len() != points)
        {
            return Err(Refused::Uneven { instance, points: other.len(), expected: points });
        }
        if seconds.len() != points || seconds.contains(&0) {
            return Err(Refused::NoLength);
        }
        if seconds.iter().map(|it| u64::from(*it)).sum::<u64>() > MAX_SECONDS {
            return Err(Refused::TooLong { days: MAX_SECONDS / 86_400 });
        }
        Ok(Self { seconds, instances, point_seconds, start: Start::default(), notes: Vec::new() })
    }

    /// Seconds of most points.
    pub const fn point_seconds(&self) -> u32 {
        self.point_seconds
    }

    /// How many points there are.
    pub const fn points(&self) -> usize {
        self.seconds.len()
    }

    /// All seconds together.
    pub fn span(&self) -> u64 {
        self.seconds.iter().map(|it| u64::from(*it)).sum()
    }

    /// The series of an instance, writer first; `None` where it has none.
    pub fn series(&self, instance: usize) -> Option<&[Point]> {
        self.instances.get(instance).map(Vec::as_slice)
    }

    /// The seconds of each point.
    pub fn seconds(&self) -> &[u32] {
        &self.seconds
    }

    /// How many instances have a series.
    pub const fn instances(&self) -> usize {
        self.instances.len()
    }

    /// The most that is wanted of an instance.
    pub fn highest(&self, instance: usize) -> Acu {
        let series = self.series(instance).unwrap_or_default();
        Acu::halves(series.iter().map(|it| u32::from(it.wanted)).max().unwrap_or(0))
    }

    /// Stretches in which the same is asked of every one of the first `instances` instances: how long, and of which
    /// point.
    pub(super) fn stretches(&self, instances: usize) -> Vec<(u32, usize)> {
        let mut stretches: Vec<(u32, usize)> = Vec::new();
        let series: Vec<&[Point]> = (0..instances).filter_map(|it| self.series(it)).collect();
        for (place, seconds) in self.seconds.iter().enumerate() {
            if let Some((so_far, first)) = stretches.last_mut()
                && series.iter().all(|points| points.get(*first) == points.get(place))
                && let Some(sum) = so_far.checked_add(*seconds)
            {
                *so_far = sum;
            } else {
                stretches.push((*seconds, place));
            }
        }
        stretches
    }
}
