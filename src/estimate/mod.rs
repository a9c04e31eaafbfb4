//! What a design costs and does, computed from facts and choices alone.

mod alarms;
pub mod alternatives;
mod assumptions;
mod bill;
pub mod budget;
mod capacity;
mod fit;
pub mod marginal;
mod pause;
mod quantity;
pub mod regions;
mod rest;
pub mod seed;
mod unit_price;
mod usd;
mod versions;

pub use alarms::{Alarm, AlarmKind, alarms};
pub use assumptions::{Assumption, assumed, assumptions};
pub use bill::{Arithmetic, Bill, Charge, LEFT_OUT, Line, LineId, LineKey, Total, Unit, acu_hour, bill};
pub use capacity::{chosen_connections, connections, connections_of, max_connections};
pub use fit::{Answer, Fit, FitVerdict, Signal, fit};
pub use pause::{Awake, Pause, pause, scheduler, sleeps, span};
pub use quantity::Quantity;
pub use rest::{Condition, DEEP_RESUME_SECONDS, RESUME_SECONDS, Rest, Verdict, needs, rests};
pub use unit_price::UnitPrice;
pub use usd::{Usd, grouped};
pub use versions::{
    EXPIRY_DAYS, NOTICE_DAYS, VersionGroup, VersionLine, better_version, version_groups, version_line,
};

/// The three months a bill is made for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Month {
    /// Nobody works.
    Idle,
    /// The averages of `usage`.
    Typical,
    /// Everything at its maximum.
    Ceiling,
}

impl Month {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::Idle, Self::Typical, Self::Ceiling];
}

/// A figure for each of the three months.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Band<T> {
    /// Nobody works.
    pub idle: T,
    /// The averages of `usage`.
    pub typical: T,
    /// Everything at its maximum.
    pub ceiling: T,
}

impl<T: Copy> Band<T> {
    /// The same figure in every month.
    pub const fn flat(value: T) -> Self {
        Self { idle: value, typical: value, ceiling: value }
    }

    /// The figure of one month.
    pub const fn of(&self, month: Month) -> T {
        match month {
            Month::Idle => self.idle,
            Month::Typical => self.typical,
            Month::Ceiling => self.ceiling,
        }
    }

    /// A band by its months.
    pub fn by(mut figure: impl FnMut(Month) -> T) -> Self {
        Self { idle: figure(Month::Idle), typical: figure(Month::Typical), ceiling: figure(Month::Ceiling) }
    }

    /// A band out of two.
    #[must_use]
    pub fn with(self, other: Self, join: impl Fn(T, T) -> T) -> Self {
        Self::by(|month| join(self.of(month), other.of(month)))
    }

    /// A band out of another.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Band<U> {
        Band { idle: change(self.idle), typical: change(self.typical), ceiling: change(self.ceiling) }
    }
}
