//! Aurora Standard against I/O-Optimized: the break-even by the Region's own prices, not by a rule of thumb.

use super::{Crossing, Curve, Point};
use crate::design::{Design, StorageType};
use crate::estimate::{Line, Month, Quantity, Usd, bill};
use crate::facts::{Day, Decimal};

/// A typical month on both storage types, against its I/O requests in millions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StorageTypes {
    /// On Aurora Standard.
    pub standard: Curve,
    /// On I/O-Optimized, where requests cost nothing.
    pub optimized: Curve,
    /// The design's own point.
    pub own: Point,
    /// The same month on the storage type that it does not have.
    pub other: Usd,
    /// From so many requests on I/O-Optimized costs less; `None` where it always or never does.
    pub break_even: Option<Crossing>,
    /// Whether every price is known; those that both types need are left out of both where they are not.
    pub complete: bool,
}

impl StorageTypes {
    /// The cheaper of the two at the design's own requests.
    pub fn cheaper(&self) -> StorageType {
        if self.optimized.at(self.own.x) < self.standard.at(self.own.x) {
            StorageType::AuroraIopt1
        } else {
            StorageType::Aurora
        }
    }
}

/// Both storage types side by side; `None` where one of them has a price that is not known.
pub fn storage_types(design: &Design, today: Day) -> Option<StorageTypes> {
    let on = |storage_type: StorageType, requests: Decimal| {
        let mut design = design.clone();
        design.cluster.storage_type = storage_type;
        design.usage.io_requests_millions = Some(requests);
        let bill = bill(&design, today);
        let needed = |line: &Line| line.id.is_priced_by_storage_type();
        let known = bill.lines.iter().all(|line| line.monthly.is_some() || !needed(line));
        known.then(|| bill.total(Month::Typical))
    };
    let own = design.io_requests_millions();
    let start = on(StorageType::Aurora, Decimal::ZERO)?;
    let step = on(StorageType::Aurora, Decimal::ONE)?.usd.minus(start.usd);
    let optimized = on(StorageType::AuroraIopt1, Decimal::ZERO)?;
    let even = optimized.usd.minus(start.usd).over(step);
    // Far enough to see both the design and the crossing.
    let top = Quantity::from(own).max(even.unwrap_or_default()).max(Decimal::ONE.into()).times(2);
    let at = |x: Quantity| Point { x, usd: start.usd.plus(step.of_quantity(x)) };
    let standard = Curve::through([at(Quantity::ZERO), at(top)]);
    let level = Curve::level(optimized.usd, top);
    let (mine, other) = match design.cluster.storage_type {
        StorageType::Aurora => (at(own.into()).usd, optimized.usd),
        StorageType::AuroraIopt1 => (optimized.usd, at(own.into()).usd),
    };
    Some(StorageTypes {
        break_even: even.map(at),
        standard,
        optimized: level,
        own: Point { x: own.into(), usd: mine },
        other,
        complete: start.complete && optimized.complete,
    })
}
