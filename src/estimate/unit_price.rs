//! What one unit of a bill line costs: exact to sixteen places, so that a price times a share loses nothing.

use std::fmt;

use super::quantity::exact;
use crate::facts::Decimal;

/// An exact price in USD, not below zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct UnitPrice(u128);

impl UnitPrice {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    const PER_MICRO: u128 = 10_u128.pow(10);

    /// So many percent of a price, held at the largest price there is.
    pub(super) fn share(price: Decimal, percent: Decimal) -> Self {
        Self(micros(price).saturating_mul(micros(percent)).saturating_mul(100))
    }

    /// The price of one ten-thousandth, so many times, held at the largest price there is.
    pub(super) fn per_10_000(price: Decimal, times: Decimal) -> Self {
        Self(micros(price).saturating_mul(micros(times)))
    }

    /// What a GB costs that comes in at one price and is kept at another for so many thirtieths of a month: exact where
    /// it ends, else rounded to twelve places.
    pub(super) fn kept_for_days(comes_in: Decimal, kept: Decimal, days: u32) -> Self {
        let thirtieths = 30 * micros(comes_in) + micros(kept) * u128::from(days);
        Self((thirtieths * 1_000_000 + 15) / 30 * 10_000)
    }

    /// The sum, held at the largest price there is.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// In units of the sixteenth place.
    pub const fn as_sixteenth_places(self) -> u128 {
        self.0
    }
}

const fn micros(number: Decimal) -> u128 {
    number.as_micros() as u128
}

impl From<Decimal> for UnitPrice {
    fn from(price: Decimal) -> Self {
        Self(micros(price) * Self::PER_MICRO)
    }
}

impl fmt::Display for UnitPrice {
    /// Decimal text without a sign of the currency: `0.078`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&exact(self.0, 16))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn a_price_is_written_without_loss() {
        assert_eq!(UnitPrice::from(decimal("0.003125")).to_string(), "0.003125");
        assert_eq!(UnitPrice::share(decimal("0.12"), decimal("65")).to_string(), "0.078");
        let small = Decimal::from_micros(1);
        assert_eq!(UnitPrice::per_10_000(small, small).to_string(), "0.0000000000000001");
        assert_eq!(UnitPrice::ZERO.to_string(), "0");
    }

    #[test]
    fn a_third_ends_after_twelve_places() {
        let third = UnitPrice::kept_for_days(decimal("0.5"), decimal("0.031"), 1);
        assert_eq!(third.to_string(), "0.501033333333");
        let most = Decimal::from_micros(u64::MAX);
        assert!(UnitPrice::kept_for_days(most, most, u32::MAX) > UnitPrice::from(most));
    }
}
