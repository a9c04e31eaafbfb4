//! Terraform's numbers: exact decimals, since a version `15.4` and a capacity `0.5` must come out as they went in.

use std::fmt;

/// Places after the point.
const PLACES: u32 = 12;
const ONE: i128 = 10_i128.pow(PLACES);

/// A decimal of 12 places, up to some 10²⁶; what has more is no number of a configuration that we read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Number(i128);

impl Number {
    /// A whole number.
    pub(super) fn whole(value: impl Into<i64>) -> Self {
        Self(i128::from(value.into()) * ONE)
    }

    /// How many there are of something.
    pub(super) fn count(of: usize) -> Self {
        Self(i128::try_from(of).unwrap_or(0).saturating_mul(ONE))
    }

    /// Reads `12`, `-0.5`, `1e3`; none for anything else, or beyond the range.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, digits) = match digits.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, digits),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || !(whole.bytes().chain(fraction.bytes())).all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let places = i32::try_from(PLACES).ok()?;
        let shift = places.checked_add(exponent)?.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        let digits = format!("{whole}{fraction}");
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() {
            return Some(Self(0));
        }
        let value = if shift >= 0 {
            let factor = 10_i128.checked_pow(u32::try_from(shift).ok()?)?;
            digits.parse::<i128>().ok()?.checked_mul(factor)?
        } else {
            // Digits beyond the places can't be told apart any more.
            let kept = digits.len().saturating_sub(usize::try_from(shift.unsigned_abs()).ok()?);
            digits.get(..kept).filter(|kept| !kept.is_empty()).map_or(Some(0), |kept| kept.parse().ok())?
        };
        Some(Self(if negative { -value } else { value }))
    }

    /// As a whole number, if it is one.
    pub(super) fn as_whole(self) -> Option<i64> {
        (self.0 % ONE == 0).then(|| i64::try_from(self.0 / ONE).ok()).flatten()
    }

    /// As a place in a list or a length, if it is one.
    pub(super) fn as_index(self) -> Option<usize> {
        usize::try_from(self.as_whole()?).ok()
    }

    /// Its nearest whole number, towards zero.
    pub(super) fn truncated(self) -> Option<i64> {
        i64::try_from(self.0 / ONE).ok()
    }

    /// The sum, if it is in range.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, if it is in range.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The product, if it is in range.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        if self.0 % ONE == 0 {
            return (self.0 / ONE).checked_mul(other.0).map(Self);
        }
        if other.0 % ONE == 0 {
            return (other.0 / ONE).checked_mul(self.0).map(Self);
        }
        self.0.checked_mul(other.0).map(|product| Self(product / ONE))
    }

    /// The quotient, if it is in range and not by zero.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        self.0.checked_mul(ONE)?.checked_div(other.0).map(Self)
    }

    /// The remainder, with the sign of the first as Terraform has it.
    pub(super) fn modulo(self, other: Self) -> Option<Self> {
        self.0.checked_rem(other.0).map(Self)
    }

    /// Turned around.
    pub(super) fn negated(self) -> Self {
        Self(-self.0)
    }

    /// Without its sign.
    pub(super) fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// The next whole number below.
    pub(super) fn floor(self) -> Self {
        Self(self.0.div_euclid(ONE) * ONE)
    }

    /// The next whole number above.
    pub(super) fn ceil(self) -> Self {
        Self(-((-self.0).div_euclid(ONE)) * ONE)
    }
}

impl fmt::Display for Number {
    /// As Terraform turns it into text: no zeros at the end, so `15.10` is `15.1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let value = self.0.unsigned_abs();
        let one = ONE.unsigned_abs();
        write!(f, "{}", value / one)?;
        let rest = value % one;
        if rest != 0 {
            let rest = format!("{rest:0>12}");
            write!(f, ".{}", rest.trim_end_matches('0'))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn numbers_come_out_as_terraform_prints_them() {
        for (read, printed) in [
            ("15.10", "15.1"),
            ("0.5", "0.5"),
            ("-3", "-3"),
            ("1e3", "1000"),
            ("2.5e-1", "0.25"),
            ("007", "7"),
        ] {
            assert_eq!(number(read).to_string(), printed);
        }
        for wrong in ["", ".5", "-", "1.2.3", "0x10", "1e", "1e99", "9".repeat(60).as_str(), "1e-9999999999"]
        {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn arithmetic_is_exact() {
        assert_eq!(number("0.1").plus(number("0.2")), Some(number("0.3")));
        assert_eq!(number("1.5").times(number("0.5")), Some(number("0.75")));
        assert_eq!(number("7").over(number("2")), Some(number("3.5")));
        assert_eq!(number("7").over(number("0")), None);
        assert_eq!(number("-7").modulo(number("3")), Some(number("-1")));
        assert_eq!((number("-1.5").floor(), number("-1.5").ceil()), (number("-2"), number("-1")));
        assert_eq!((number("1.5").floor(), number("1.5").ceil()), (number("1"), number("2")));
        assert_eq!(number("1e25").times(number("1e25")), None);
    }
}
