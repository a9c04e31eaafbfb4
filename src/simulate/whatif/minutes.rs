//! What the load does in the hour after a loss, on the instances whose share of it grows.

use super::Takeover;
use super::moment::Moment;
use crate::design::{Design, Part};
use crate::facts::{Acu, Decimal};
use crate::simulate::{Edges, Load, Outcome, Point, Refused, Setup, Start, simulate};

/// The hour after a loss on one instance, from the second on in which it serves. It has one pair of figures where the
/// edges of the model agree: the least and the largest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Minutes {
    /// The instance, or the secondary whose instance writes then.
    pub part: Part,
    /// Its capacity at the moment.
    pub from: Acu,
    /// What is wanted of it at that moment.
    pub wanted: Acu,
    /// The most it may reach.
    pub max: Acu,
    /// Seconds in which less is given than wanted.
    pub short_s: (u64, u64),
    /// Seconds until it first has what is wanted; `None` where it has not within the hour.
    pub grown_s: (Option<u64>, Option<u64>),
    /// The share of the work that is not served, in percent.
    pub unserved_percent: (Decimal, Decimal),
}

/// An instance that gets another share of the load.
pub(super) struct Asked {
    pub(super) part: Part,
    pub(super) from: Acu,
    pub(super) min: Acu,
    pub(super) max: Acu,
    pub(super) points: Vec<Point>,
}

pub(super) fn minutes(
    design: &Design,
    moment: &Moment,
    left: &[usize],
    takeover: &Takeover,
) -> Result<Vec<Minutes>, Refused> {
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    let mut asked = Vec::new();
    let writer = if *takeover == Takeover::MadeAgain { Some(0) } else { takeover.writer() };
    let readers: Vec<usize> = left.iter().copied().filter(|place| Some(*place) != writer).collect();
    // Without a reader the reader endpoint leads to the writer (ADV-13).
    let reads_come = readers.is_empty() && moment.readers > 0;
    if let Some(place) = writer.filter(|_| *takeover != Takeover::Stays || reads_come) {
        // One that is made again begins at the minimum.
        let given = moment.given.get(place).copied().filter(|_| *takeover != Takeover::MadeAgain);
        let reads = if reads_come { moment.all_reads() } else { Acu::ZERO };
        asked.push(Asked {
            part: Part::Instance(place),
            from: given.unwrap_or_else(|| min.max(Acu::HALF)),
            min,
            max,
            points: with_reads(&moment.load, reads),
        });
    }
    let share = shared(moment.all_reads(), readers.len());
    for place in readers.into_iter().filter(|_| share > moment.reads) {
        let from = moment.given.get(place).copied().unwrap_or_default();
        let points = with_reads(&vec![Point::NOTHING; moment.load.len()], share);
        asked.push(Asked { part: Part::Instance(place), from, min, max, points });
    }
    asked.into_iter().map(|it| it.played(design)).collect()
}

/// The load with so much more wanted of it in every minute.
pub(super) fn with_reads(load: &[Point], reads: Acu) -> Vec<Point> {
    let add = |point: &Point| {
        let wanted = Acu::halves(point.acu().as_halves().saturating_add(reads.as_halves()));
        if wanted == Acu::ZERO { *point } else { Point::wanting(wanted) }
    };
    load.iter().map(add).collect()
}

/// What each of so many readers wants where they share the reads; nothing where there is none.
pub(super) fn shared(reads: Acu, readers: usize) -> Acu {
    let readers = u32::try_from(readers).unwrap_or(u32::MAX);
    if readers == 0 { Acu::ZERO } else { Acu::halves(reads.as_halves().div_ceil(readers)) }
}

impl Asked {
    /// Plays it at every edge.
    pub(super) fn played(self, design: &Design) -> Result<Minutes, Refused> {
        let wanted = self.points.first().map_or(Acu::ZERO, |point| point.acu());
        let mut load = Load::new(60, vec![self.points])?;
        load.start = Start::At(self.from);
        let setup = Setup::single(self.min, self.max, None)?;
        let simulated = simulate(&setup, &load, design.usage.platform_version.into())?;
        let edges = simulated.into_iter().next().map_or_else(Edges::default, |it| it.edges);
        let span = load.span();
        // Sorted with what never happens last.
        let (soonest, latest) = edges.map(|it| grown(it, span).unwrap_or(u64::MAX)).span();
        let happened = |seconds: u64| (seconds != u64::MAX).then_some(seconds);
        Ok(Minutes {
            part: self.part,
            from: self.from,
            wanted,
            max: self.max,
            short_s: edges.map(|it| it.totals.short_seconds).span(),
            grown_s: (happened(soonest), happened(latest)),
            unserved_percent: edges.map(|it| it.totals.unserved_percent()).span(),
        })
    }
}

/// Seconds until the first short spell is over; none where the load begins with what it wants.
fn grown(outcome: &Outcome, span: u64) -> Option<u64> {
    match outcome.spells.first() {
        Some(spell) if spell.second == 1 => (spell.seconds < span).then_some(spell.seconds),
        _ => Some(0),
    }
}
