//! The moment of the loss: what is asked, and what every instance has.

use crate::design::Design;
use crate::facts::Acu;
use crate::simulate::Point;
use crate::simulate::load::preset;

/// How many minutes of the load are watched after the loss.
const WATCHED_MINUTES: usize = 60;

/// What is asked and given when something is lost.
pub(super) struct Moment {
    /// What the writer's load asks, minute by minute from then on.
    pub(super) load: Vec<Point>,
    /// What the reads of one reader want.
    pub(super) reads: Acu,
    /// How many readers there are.
    pub(super) readers: u32,
    /// What each instance of the primary has, writer first.
    pub(super) given: Vec<Acu>,
}

impl Moment {
    /// The busiest minute of the design's load, or its averages.
    pub(super) fn of(design: &Design) -> Self {
        let cluster = &design.cluster;
        let settled = |wanted| settled(wanted, cluster.min_capacity, cluster.max_capacity);
        let load = load(design);
        let writer = settled(load.first().map_or(Acu::ZERO, |point| point.acu()));
        let reads = Acu::at_least(design.readers_acu());
        // A reader that is to take over is never smaller than the writer (ACU-38).
        let given = design.instances().enumerate().map(|(place, instance)| match place {
            0 => writer,
            _ if instance.promotion_tier <= 1 => settled(reads).max(writer),
            _ => settled(reads),
        });
        let readers = u32::try_from(cluster.readers.len()).unwrap_or(u32::MAX);
        Self { load, reads, readers, given: given.collect() }
    }

    /// What the writer's load wants at the moment.
    pub(super) fn wanted(&self) -> Acu {
        self.load.first().map_or(Acu::ZERO, |point| point.acu())
    }

    /// What all reads want together.
    pub(super) fn all_reads(&self) -> Acu {
        Acu::halves(self.reads.as_halves().saturating_mul(self.readers))
    }
}

/// The capacity at which an instance settles that wants so much.
pub(super) fn settled(wanted: Acu, min: Acu, max: Acu) -> Acu {
    let low = min.max(Acu::HALF);
    wanted.max(low).min(max.max(low))
}

/// Capacities together.
pub(super) fn total(all: impl Iterator<Item = Acu>) -> Acu {
    Acu::halves(all.map(Acu::as_halves).fold(0, u32::saturating_add))
}

/// The minutes of the load from its busiest on, once round; a steady load where there is none.
fn load(design: &Design) -> Vec<Point> {
    let played = design.load().and_then(|(shape, base, peak)| preset(shape, base, peak).ok());
    let series = played.as_ref().and_then(|load| load.series(0)).unwrap_or_default();
    let busiest = series.iter().map(|point| point.wanted).max();
    match series.iter().position(|point| Some(point.wanted) == busiest) {
        Some(place) => series.iter().cycle().skip(place).take(WATCHED_MINUTES).copied().collect(),
        None => vec![Point::wanting(Acu::at_least(design.writer_acu())); WATCHED_MINUTES],
    }
}
