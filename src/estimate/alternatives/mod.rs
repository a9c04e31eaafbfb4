//! What else the same month could be paid for with: the other storage type, provisioned classes, a reservation, a plan.
//!
//! Each comparison is lines through exact points, the design's own point, and where the lines cross. All in integers.

mod curve;
mod plan;
mod provisioned;
mod storage;

pub use curve::{Crossing, Curve, Point};
pub use plan::{LARGEST_PLAN, SavingsPlan, savings_plan};
pub use provisioned::{Class, Fit, Provisioned, provisioned};
pub use storage::{StorageTypes, storage_types};

use super::bill::Shape;
use super::{Band, Bill, Month, Quantity, bill};
use crate::design::Design;
use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::{Day, Decimal};

/// What a month costs against the average ACUs of the primary, with the three months of the bill on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AverageAcu {
    /// Instances of the primary: divide by them for the average of one.
    pub instances: u32,
    /// The typical month at any number of ACU-hours.
    pub typical: Curve,
    /// The bill's own months. An idle month lies below the line, because nobody reads, writes or logs; a ceiling month
    /// above it where secondaries reach theirs too.
    pub months: Band<Point>,
    /// Whether every price is known.
    pub complete: bool,
}

/// The month against the average ACUs; `None` where an ACU-hour has no price.
pub fn average_acu(design: &Design, today: Day) -> Option<AverageAcu> {
    let shape = Shape::new(design, today)?;
    let bill: Bill = bill(design, today);
    let point = |month: Month| Point { x: shape.hours.of(month), usd: bill.total(month).usd };
    Some(AverageAcu {
        instances: shape.instances,
        typical: curve_of(&shape),
        months: Band::by(point),
        complete: shape.complete,
    })
}

fn curve_of(shape: &Shape) -> Curve {
    Curve::through(shape.bends().into_iter().map(|x| Point { x, usd: shape.at(x) }))
}

/// The average ACUs of one of so many instances that run so many ACU-hours a month, rounded half up to six places.
pub fn average(hours: Quantity, instances: u32) -> Decimal {
    let divisor = u128::from(HOURS_PER_MONTH) * u128::from(instances.max(1)) * 1_000_000;
    let micros = hours.as_picos().saturating_add(divisor / 2) / divisor;
    Decimal::from_micros(u64::try_from(micros).unwrap_or(u64::MAX))
}
