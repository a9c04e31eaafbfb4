//! From figures to pixels and to round numbers on an axis.

use crate::estimate::{Quantity, Usd, grouped};

/// A round step (1, 2 or 5 and zeros) with which the axis up to `top` has at most `most` steps.
pub(super) fn step(top: u128, most: u128) -> u128 {
    let mut unit = 1_u128;
    loop {
        for step in [unit, unit.saturating_mul(2), unit.saturating_mul(5)] {
            if step.saturating_mul(most.max(1)) >= top {
                return step;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

/// Pixels of a share of a length, rounded.
pub(super) fn pixels(part: u128, whole: u128, length: i32) -> i32 {
    let whole = whole.max(1);
    // Nothing of a pixel is lost by this, and the product fits.
    let shift = (128 - whole.leading_zeros()).saturating_sub(90);
    let (part, whole) = (part.min(whole) >> shift, whole >> shift);
    let at = (part * u128::from(length.unsigned_abs()) + whole / 2) / whole;
    i32::try_from(at).unwrap_or(length)
}

/// Cents of an amount that is not below zero.
pub(super) fn cents(usd: Usd) -> u128 {
    usd.cents().max(0).unsigned_abs()
}

/// `$1,500`, with cents only where the axis counts in them.
pub(super) fn axis_usd(cents: u128, step: u128) -> String {
    let whole = grouped(&(cents / 100).to_string());
    if step.is_multiple_of(100) { format!("${whole}") } else { format!("${whole}.{:02}", cents % 100) }
}

/// A quantity in units of `one`, rounded half up to two places, thousands grouped: `1,293`, `5.48`.
pub(super) fn short(quantity: Quantity, one: u128) -> String {
    let hundredths = hundredths(quantity, one);
    let (whole, rest) = (grouped(&(hundredths / 100).to_string()), hundredths % 100);
    match rest {
        0 => whole,
        tens if tens % 10 == 0 => format!("{whole}.{}", tens / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

/// The same in hundredths of a unit.
pub(super) fn hundredths(quantity: Quantity, one: u128) -> u128 {
    let one = one.max(1);
    quantity.as_picos().saturating_mul(100).saturating_add(one / 2) / one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Decimal;

    #[test]
    fn an_axis_has_round_steps() {
        assert_eq!(
            [0, 1, 5, 6, 99, 284_410, 1_000_001].map(|top| step(top, 5)),
            [1, 1, 1, 2, 20, 100_000, 500_000]
        );
        assert_eq!(axis_usd(150_000, 50_000), "$1,500");
        assert_eq!(axis_usd(250, 50), "$2.50");
    }

    #[test]
    fn shares_are_rounded_to_pixels() {
        assert_eq!([0, 1, 2, 3, 9].map(|part| pixels(part, 3, 100)), [0, 33, 67, 100, 100]);
        assert_eq!(pixels(u128::MAX, u128::MAX, 10), 10);
        assert_eq!(pixels(1, 0, 10), 10);
    }

    #[test]
    fn quantities_are_short() {
        let short = |text: &str, one| short(Decimal::parse(text).unwrap().into(), one);
        let one = 10_u128.pow(12);
        assert_eq!(short("1293", one), "1,293");
        assert_eq!(short("4015", one * 730), "5.5");
        assert_eq!(short("1581.666666", one * 730), "2.17");
    }
}
