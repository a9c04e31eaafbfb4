//! How much of something is billed: exact to twelve places, so that ACUs times hours lose nothing.

use std::fmt;

use crate::facts::Decimal;

/// An exact quantity, not below zero.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Quantity(u128);

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The product of two numbers: ACUs and hours.
    pub const fn product(one: Decimal, other: Decimal) -> Self {
        Self((one.as_micros() as u128).saturating_mul(other.as_micros() as u128))
    }

    /// In millionths of millionths.
    pub const fn as_picos(self) -> u128 {
        self.0
    }

    /// The sum, held at the largest quantity there is.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, or nothing where `other` is larger.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// From millionths of millionths.
    pub const fn from_picos(picos: u128) -> Self {
        Self(picos)
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(u128::from(count)))
    }
}

impl From<Decimal> for Quantity {
    fn from(number: Decimal) -> Self {
        Self::product(number, Decimal::ONE)
    }
}

impl std::iter::Sum for Quantity {
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::ZERO, Self::plus)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&exact(self.0, 12))
    }
}

/// The decimal text of `number / 10^places`, without zeros that say nothing; up to 18 places.
pub(super) fn exact(number: u128, places: u32) -> String {
    let scale = 10_u64.pow(places);
    // Nearly every figure fits into 64 bits, where a division takes a tenth of the time.
    let (whole, mut rest) = if let Ok(small) = u64::try_from(number) {
        (u128::from(small / scale), small % scale)
    } else {
        let rest = number % u128::from(scale);
        (number / u128::from(scale), u64::try_from(rest).unwrap_or_default())
    };
    if rest == 0 {
        return whole.to_string();
    }
    let mut width = places as usize;
    while rest.is_multiple_of(10) {
        rest /= 10;
        width -= 1;
    }
    format!("{whole}.{rest:0width$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_written_without_loss() {
        let decimal = |text| Decimal::parse(text).unwrap();
        assert_eq!(Quantity::product(decimal("0.000001"), decimal("0.000001")).to_string(), "0.000000000001");
        assert_eq!(Quantity::product(decimal("5.5"), decimal("730")).to_string(), "4015");
        assert_eq!(Quantity::from(decimal("0.25")).times(3).to_string(), "0.75");
        assert_eq!(Quantity::ZERO.to_string(), "0");
        assert_eq!(exact(123, 0), "123");
    }
}
