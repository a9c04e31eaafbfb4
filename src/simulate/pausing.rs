//! What a wake costs, and whether a pause saves anything where something connects every few minutes: a monitor, a pool, a
//! health check.

use super::cluster::{Setup, at_edge};
use super::load::{Load, Point, Start};
use super::platform::{Edge, Edges, Platform};
use super::refused::Refused;
use crate::facts::{Acu, Decimal};

/// How long a visitor stays, in seconds: the minute of a metric's point.
const STAYS_S: u32 = 60;
/// Longer than any instance stays awake after it.
const WATCHED_S: u32 = 4 * 86_400;

/// What one wake does, for a visitor of a minute whom half an ACU serves, who then is gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wake {
    /// Seconds from the visitor's coming until the instance sleeps again.
    pub awake_s: u64,
    /// What it costs, in halves of an ACU times seconds.
    half_seconds: u64,
}

impl Wake {
    /// What it costs, in ACU-seconds. Measured wakes cost 310 to 1,200 ([`super::WAKE_ACU_SECONDS`]).
    pub const fn acu_seconds(self) -> Decimal {
        Decimal::from_micros(self.half_seconds * 500_000)
    }

    /// The time between visits, in seconds, from which on pausing is cheaper than never pausing at half an ACU.
    pub const fn break_even_s(self) -> u64 {
        self.half_seconds
    }

    /// The average capacity where a visitor comes every so many seconds, in ACU to the hundredth, half up; `None` where the
    /// instance is still awake by then, and so never sleeps.
    pub fn average_every(self, every_s: u64) -> Option<Decimal> {
        let hundredths = (self.half_seconds * 100 + every_s) / (2 * every_s.max(1));
        (every_s > self.awake_s).then(|| Decimal::from_micros(hundredths * 10_000))
    }
}

/// One wake of an instance with this maximum, which pauses after so many seconds without a connection.
///
/// # Errors
/// Where the maximum is outside 1 to 256 ACU.
pub fn wake(max: Acu, delay: u32, platform: Platform) -> Result<Edges<Wake>, Refused> {
    let series = vec![Point::wanting(Acu::HALF), Point::NOTHING];
    let mut load = Load::with_seconds(vec![STAYS_S, WATCHED_S], STAYS_S, vec![series])?;
    load.start = Start::Asleep(0);
    let setup = Setup::single(Acu::ZERO, max, Some(delay))?;
    let span = load.span();
    let of = |edge| -> Result<Wake, Refused> {
        let outcomes = at_edge(&setup, &load, platform, edge)?;
        let totals = outcomes.first().map(|it| it.totals).unwrap_or_default();
        Ok(Wake { awake_s: span - totals.paused_s, half_seconds: totals.half_seconds() })
    };
    Ok(Edges { low: of(Edge::Low)?, plan: of(Edge::Plan)?, high: of(Edge::High)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_monitor_every_ten_minutes_makes_the_pause_dearer_than_none() {
        let wake = wake(Acu::whole(2), 300, Platform::V3To4).unwrap();
        assert_eq!(wake.map(|it| it.acu_seconds().to_string()).all(), ["330.5", "420.5", "621.5"]);
        let average = wake.map(|it| it.average_every(600).map(|acu| acu.to_string()));
        assert_eq!(average.all().map(|it| it.as_deref()), [Some("0.55"), Some("0.7"), Some("1.04")]);
        // The break-even is near 14 minutes: 11 to 21.
        assert_eq!(wake.map(|it| it.break_even_s()).all(), [&661, &841, &1243]);
        assert_eq!(wake.plan.average_every(400), None);
    }
}
