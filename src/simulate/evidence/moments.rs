//! The moments of K1 to K7 at which somebody read a capacity, and when the model says that it comes.

use super::Source;
use crate::facts::Acu;
use crate::simulate::{Edge, Edges, Load, Platform, Point, Refused, Setup, Start, at_edge};

/// What was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Read {
    /// The capacity had risen to this.
    Reaches(Acu),
    /// It had fallen to this or less.
    FallsTo(Acu),
    /// It had fallen below this.
    FallsBelow(Acu),
}

/// A capacity that was read off a running cluster, all on platform version 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The trace.
    pub trace: &'static str,
    /// The range it ran in.
    pub range: (Acu, Acu),
    /// The capacity from which it rose or fell.
    pub from: Acu,
    /// The capacity it headed for. For K2 and K3 it is interpolated from the other loads, as their maximum hides it.
    pub wanted: Acu,
    /// What was read.
    pub read: Read,
    /// Seconds after the load began, or ended, at which it was read.
    pub observed_s: u64,
    /// What the model said with its constants fitted on the six other traces.
    pub left_out_s: u64,
}

/// A moment, and when the model says that it comes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judged {
    /// The moment.
    pub moment: &'static Moment,
    /// Seconds at each edge; `None` where the capacity is never reached.
    pub model_s: Edges<Option<u64>>,
}

impl Judged {
    /// The source of the trace.
    pub fn source(&self) -> Option<&'static Source> {
        Source::find(self.moment.trace)
    }

    /// Whether the observed second lies in the band.
    pub fn is_held(&self) -> bool {
        let all = self.model_s.all().map(|it| it.unwrap_or(u64::MAX));
        let observed = self.moment.observed_s;
        all.iter().any(|it| *it <= observed) && all.iter().any(|it| *it >= observed)
    }
}

/// Longer than any of the traces took.
const WATCHED_S: u32 = 3600;

/// Every moment, judged by the constants as they are.
///
/// # Errors
/// None that the table could give rise to.
pub fn judged() -> Result<Vec<Judged>, Refused> {
    MOMENTS.iter().map(|moment| Ok(Judged { moment, model_s: times(moment)? })).collect()
}

fn times(moment: &Moment) -> Result<Edges<Option<u64>>, Refused> {
    let (min, max) = moment.range;
    let setup = Setup::single(min, max, None)?;
    let wanted = match moment.read {
        Read::Reaches(_) => moment.wanted,
        Read::FallsTo(_) | Read::FallsBelow(_) => Acu::ZERO,
    };
    let mut load = Load::new(WATCHED_S, vec![vec![Point::wanting(wanted)]])?;
    load.start = Start::At(moment.from);
    let is_there = |acu: Acu| match moment.read {
        Read::Reaches(level) => acu >= level,
        Read::FallsTo(level) => acu <= level,
        Read::FallsBelow(level) => acu < level,
    };
    let time = |edge: Edge| -> Result<Option<u64>, Refused> {
        let outcomes = at_edge(&setup, &load, Platform::V1To2, edge)?;
        let changes = outcomes.first().map(|it| it.changes.as_slice()).unwrap_or_default();
        Ok(changes.iter().find(|change| is_there(change.acu)).map(|change| change.second))
    };
    Ok(Edges { low: time(Edge::Low)?, plan: time(Edge::Plan)?, high: time(Edge::High)? })
}

const fn up(
    trace: &'static str,
    max: u32,
    from: u32,
    wanted: Acu,
    level: Acu,
    seconds: (u64, u64),
) -> Moment {
    let (observed_s, left_out_s) = seconds;
    let range = (Acu::whole(from), Acu::whole(max));
    Moment {
        trace,
        range,
        from: Acu::whole(from),
        wanted,
        read: Read::Reaches(level),
        observed_s,
        left_out_s,
    }
}

const fn down(trace: &'static str, range: (u32, u32), from: Acu, read: Read, seconds: (u64, u64)) -> Moment {
    let (observed_s, left_out_s) = seconds;
    let range = (Acu::whole(range.0), Acu::whole(range.1));
    Moment { trace, range, from, wanted: Acu::ZERO, read, observed_s, left_out_s }
}

const ACU_1_5: Acu = Acu::halves(3);
const ACU_2_5: Acu = Acu::halves(5);
const ACU_4: Acu = Acu::whole(4);
const ACU_6: Acu = Acu::whole(6);
const ACU_8: Acu = Acu::whole(8);
const ACU_10_5: Acu = Acu::halves(21);
const ACU_11: Acu = Acu::whole(11);
const ACU_12_5: Acu = Acu::halves(25);

/// The moments, climbs first.
pub static MOMENTS: &[Moment] = &[
    up("K1", 4, 1, ACU_2_5, ACU_2_5, (12, 7)),
    up("K2", 4, 1, Acu::halves(9), Acu::whole(3), (4, 7)),
    up("K2", 4, 1, Acu::halves(9), ACU_4, (10, 17)),
    up("K3", 4, 1, Acu::halves(11), Acu::whole(3), (2, 7)),
    up("K3", 4, 1, Acu::halves(11), ACU_4, (12, 17)),
    up("K4", 32, 1, ACU_10_5, ACU_4, (2, 3)),
    up("K4", 32, 1, ACU_10_5, ACU_8, (73, 77)),
    up("K4", 32, 1, ACU_10_5, ACU_10_5, (138, 127)),
    up("K5", 32, 4, ACU_10_5, ACU_8, (16, 17)),
    up("K5", 32, 4, ACU_10_5, ACU_10_5, (67, 67)),
    up("K6", 32, 8, ACU_11, ACU_11, (16, 11)),
    up("K7", 32, 4, ACU_12_5, ACU_8, (15, 17)),
    up("K7", 32, 4, ACU_12_5, ACU_10_5, (67, 67)),
    up("K7", 32, 4, ACU_12_5, ACU_12_5, (108, 107)),
    down("K1", (1, 4), ACU_2_5, Read::FallsBelow(ACU_2_5), (109, 90)),
    down("K2", (1, 4), ACU_4, Read::FallsBelow(ACU_4), (128, 90)),
    down("K3", (1, 4), ACU_4, Read::FallsBelow(ACU_4), (87, 110)),
    down("K4", (1, 32), ACU_10_5, Read::FallsTo(ACU_6), (300, 300)),
    down("K4", (1, 32), ACU_10_5, Read::FallsTo(ACU_1_5), (480, 544)),
    down("K5", (4, 32), ACU_10_5, Read::FallsTo(ACU_6), (210, 195)),
    down("K5", (4, 32), ACU_10_5, Read::FallsTo(ACU_4), (540, 285)),
    down("K6", (8, 32), ACU_11, Read::FallsBelow(ACU_11), (90, 110)),
    down("K7", (4, 32), ACU_12_5, Read::FallsTo(ACU_4), (480, 345)),
];
