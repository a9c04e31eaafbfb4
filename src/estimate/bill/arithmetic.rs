//! How a line's typical month is reckoned, as numbers; `text.rs` writes them down.

use super::Unit;
use crate::estimate::Quantity;
use crate::facts::Decimal;
use crate::facts::prices::{PriceField, Provenance};

/// A price that a line is reckoned with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Charge {
    /// The item of prices.json.
    pub field: PriceField,
    /// USD per unit of the field; `None` is unknown.
    pub usd: Option<Decimal>,
    /// Where it comes from; `None` where it is unknown or the user's own.
    pub provenance: Option<&'static Provenance>,
    /// Whether the design's `prices` may hold another: in the primary's Region alone.
    pub open: bool,
}

/// The factors of a typical month. A price is `None` where the book has no item for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arithmetic {
    /// ACUs for hours: `2 × 4 ACU × 730 h × $0.12 × 80%, as the writer`.
    Acus {
        /// How many instances run at these ACUs; `None` where the ACUs are those of all together.
        each: Option<u32>,
        /// The typical average.
        acu: Decimal,
        /// Hours of the month that are paid for.
        hours: Decimal,
        /// USD per ACU-hour.
        price: Option<Charge>,
        /// What a savings plan leaves of the price, in percent; `None` without a plan.
        percent: Option<Decimal>,
        /// Whether it scales with the writer and runs at its figure (ACU-38).
        as_writer: bool,
    },
    /// ACU-hours of instances that are awake for different hours: `1,101.65 ACU-hours × $0.003125`.
    AcuHours {
        /// Of all instances together.
        hours: Quantity,
        /// USD per ACU-hour.
        price: Option<Charge>,
    },
    /// ACUs that are never fewer than a floor: `max(8, 5.5) ACU × 730 h × $0.015`.
    AtLeast {
        /// The fewest ACUs that are paid for.
        floor: Decimal,
        /// The typical average of all instances together.
        acu: Decimal,
        /// Hours of the month.
        hours: Decimal,
        /// USD per ACU-hour.
        price: Charge,
    },
    /// `3 zones × 730 h × $0.01`.
    Zones {
        /// Zones with an interface.
        zones: u32,
        /// Hours of the month.
        hours: Decimal,
        /// USD per zone and hour.
        price: Charge,
    },
    /// So many of a unit: `100 GB × $0.10`.
    Of {
        /// How many.
        amount: Decimal,
        /// Of what.
        unit: Unit,
        /// USD per unit.
        price: Option<Charge>,
    },
    /// What costs nothing on I/O-Optimized: `10 M requests, free on I/O-Optimized`.
    Free {
        /// In millions.
        requests: Decimal,
    },
    /// Backups beyond what is free: `(260 − 100 free + 200) GB × $0.021`.
    Backup {
        /// GB of automated backups.
        automated: Decimal,
        /// GB of them that cost nothing; `None` where they are kept for one day, and all of them are free.
        free: Option<Decimal>,
        /// GB of manual snapshots.
        manual: Decimal,
        /// USD per GB-month.
        price: Charge,
    },
    /// `24 h × millions of change records × $0.012`: how many, a design can't tell.
    Backtrack {
        /// Hours that are kept.
        hours: u32,
        /// USD per 1,000,000 change records and hour.
        price: Charge,
    },
    /// `1 secret × $0.40 + 10,000 calls × $0.05 per 10,000`.
    Secret {
        /// USD per secret-month.
        month: Charge,
        /// Calls in the month.
        calls: Decimal,
        /// USD per 10,000 calls.
        per_10_000: Charge,
    },
    /// `5 GB × ($0.50 in + $0.03 × 365/30 kept)`.
    Logs {
        /// GB that come in.
        gb: Decimal,
        /// USD per GB that comes in.
        comes_in: Charge,
        /// USD per GB-month that is kept.
        kept: Charge,
        /// Days that logs are kept; 0 is for ever, which has no amount.
        days: u32,
    },
}

impl Arithmetic {
    /// The prices that make the amount, the main one first.
    pub const fn charges(&self) -> [Option<Charge>; 2] {
        match *self {
            Self::Acus { price, .. } | Self::AcuHours { price, .. } | Self::Of { price, .. } => [price, None],
            Self::AtLeast { price, .. } | Self::Zones { price, .. } | Self::Backup { price, .. } => {
                [Some(price), None]
            }
            // Whatever they are, the amount stays as unknown as the records, or as the months that logs are kept.
            Self::Backtrack { .. } | Self::Logs { days: 0, .. } | Self::Free { .. } => [None, None],
            Self::Secret { month, per_10_000, .. } => [Some(month), Some(per_10_000)],
            Self::Logs { comes_in, kept, .. } => [Some(comes_in), Some(kept)],
        }
    }
}
