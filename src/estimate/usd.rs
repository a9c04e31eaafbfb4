//! Money: integer arithmetic in one fixed unit, rounded once, when it is printed.

use std::fmt;

use crate::facts::Decimal;

use super::Quantity;

/// Units in one USD: three factors of six places, a percentage of eight, and a third, because logs are stored by
/// thirtieths of a month.
const UNIT: i128 = 3 * 10_i128.pow(26);

/// An exact amount of USD.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Usd(i128);

impl Usd {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount there is, about 567 billion: what is held here is more than can be counted.
    pub const MOST: Self = Self(i128::MAX);

    /// The product of a unit price and up to two quantities; held at the largest amount there is.
    pub fn product(price: Decimal, factors: &[Decimal]) -> Self {
        let mut amount = i128::from(price.as_micros()).saturating_mul(UNIT / 1_000_000);
        for factor in factors {
            amount = scale(amount, factor.as_micros(), 1_000_000);
        }
        Self(amount)
    }

    /// What a quantity costs at a unit price; held at the largest amount there is.
    pub fn of(price: Decimal, quantity: Quantity) -> Self {
        let picos = i128::try_from(quantity.as_picos()).unwrap_or(i128::MAX);
        Self(picos.saturating_mul(i128::from(price.as_micros())).saturating_mul(UNIT / 10_i128.pow(18)))
    }

    /// The sum, held at the largest amount there is.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The amount times `numerator / denominator`.
    #[must_use]
    pub fn times(self, numerator: u64, denominator: u64) -> Self {
        Self(scale(self.0, numerator, denominator))
    }

    /// How many units of a positive price this amount buys, to twelve places; `None` for none.
    pub(super) fn over(self, price: Self) -> Option<Quantity> {
        if self.0 < 0 || price.0 <= 0 {
            return None;
        }
        let (mut whole, mut rest) = (self.0 / price.0, self.0 % price.0);
        // Digit by digit, so that nothing leaves the range.
        for _ in 0..12 {
            rest = rest.checked_mul(10)?;
            whole = whole.checked_mul(10)?.checked_add(rest / price.0)?;
            rest %= price.0;
        }
        let up = i128::from(rest >= price.0 - rest);
        u128::try_from(whole.checked_add(up)?).ok().map(Quantity::from_picos)
    }

    /// What a quantity costs where this is the price of one.
    pub(super) fn of_quantity(self, quantity: Quantity) -> Self {
        const PICOS: u128 = 10_u128.pow(12);
        let whole = i128::try_from(quantity.as_picos() / PICOS).unwrap_or(i128::MAX);
        let rest = u64::try_from(quantity.as_picos() % PICOS).unwrap_or_default();
        Self(self.0.saturating_mul(whole)).plus(self.times(rest, 1_000_000_000_000))
    }

    /// The amount without its sign, in units of its own.
    pub(super) const fn size(self) -> u128 {
        self.0.unsigned_abs()
    }

    /// Cents, rounded half up.
    pub const fn cents(self) -> i128 {
        self.0.saturating_add(UNIT / 200).div_euclid(UNIT / 100)
    }
}

/// Multiplies and divides so that the product never leaves the range; exact as long as the unit has room for the
/// places, which it has for the factors this crate multiplies.
fn scale(amount: i128, numerator: u64, denominator: u64) -> i128 {
    let (numerator, denominator) = (i128::from(numerator), i128::from(denominator.max(1)));
    let (whole, rest) = (amount / denominator, amount % denominator);
    whole.saturating_mul(numerator).saturating_add(rest.saturating_mul(numerator) / denominator)
}

impl std::iter::Sum for Usd {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

impl fmt::Display for Usd {
    /// `$1,038.13`, rounded half up to the cent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = self.cents();
        let sign = if cents < 0 { "-" } else { "" };
        let (whole, cents) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        write!(f, "{sign}${}.{cents:02}", grouped(&whole.to_string()))
    }
}

/// Digits in groups of three: `1,038`.
pub fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn a_product_is_exact_and_rounded_once() {
        let hours = Decimal::whole(730);
        let one = Usd::product(decimal("0.003125"), &[decimal("4"), hours]);
        assert_eq!(one.to_string(), "$9.13");
        assert_eq!(one.plus(one).to_string(), "$18.25");
        assert_eq!(Usd::product(decimal("0.12"), &[decimal("0.5"), hours]).to_string(), "$43.80");
    }

    #[test]
    fn thirds_and_large_amounts_hold() {
        let third = Usd::product(decimal("1"), &[]).times(1, 3);
        assert_eq!([third, third, third].into_iter().sum::<Usd>(), Usd::product(decimal("1"), &[]));
        assert_eq!(Usd::product(decimal("1234567.895"), &[]).to_string(), "$1,234,567.90");
        let vast = Usd::product(decimal("1000000000"), &[decimal("1000000000000"), Decimal::whole(730)]);
        assert!(vast > Usd::ZERO);
    }
}
