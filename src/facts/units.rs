//! The units facts and choices are stated in: ACU, exact decimals and days. All integers, so that equal means equal.

use serde::{Deserialize, Serialize};

use std::fmt;

/// A capacity in Aurora capacity units, counted in halves because AWS knows no smaller step (ACU-02).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, Default)]
pub struct Acu(u32);

impl Acu {
    /// No capacity: an instance that pauses (ACU-13).
    pub const ZERO: Self = Self(0);
    /// The smallest running capacity, 0.5 ACU (ACU-03).
    pub const HALF: Self = Self(1);

    /// From a count of halves: `halves(1)` is 0.5 ACU.
    pub const fn halves(count: u32) -> Self {
        Self(count)
    }

    /// From whole ACUs.
    pub const fn whole(count: u32) -> Self {
        Self(count.saturating_mul(2))
    }

    /// The count of halves.
    pub const fn as_halves(self) -> u32 {
        self.0
    }

    /// The same capacity as an exact decimal.
    pub const fn as_decimal(self) -> Decimal {
        Decimal::from_micros(self.0 as u64 * 500_000)
    }

    /// Reads `0.5`, `16` or `16.0`; `None` off the half step, below zero or for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let micros = Decimal::parse(text)?.as_micros();
        if micros % 500_000 != 0 {
            return None;
        }
        u32::try_from(micros / 500_000).ok().map(Self)
    }

    /// The smallest capacity on the half step that is at least `amount`.
    pub fn at_least(amount: Decimal) -> Self {
        Self(u32::try_from(amount.as_micros().div_ceil(500_000)).unwrap_or(u32::MAX))
    }
}

impl fmt::Display for Acu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_decimal().fmt(f)
    }
}

/// A number not below zero, exact to six places: quantities, unit prices in USD, percentages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, Default)]
pub struct Decimal(u64);

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(1_000_000);

    /// From millionths.
    pub const fn from_micros(micros: u64) -> Self {
        Self(micros)
    }

    /// From a whole number.
    pub const fn whole(count: u64) -> Self {
        Self(count.saturating_mul(1_000_000))
    }

    /// In millionths.
    pub const fn as_micros(self) -> u64 {
        self.0
    }

    /// Reads digits with at most one point and at most six places that matter; no sign, no exponent, no spaces.
    /// `None` for anything else and for more than 10 trillion.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, places) = text.split_once('.').unwrap_or((text, ""));
        let places = places.trim_end_matches('0');
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 13 || places.len() > 6 || !digits(whole) || !digits(places) {
            return None;
        }
        let padded = format!("{places:0<6}");
        Some(Self(whole.parse::<u64>().ok()?.checked_mul(1_000_000)?.checked_add(padded.parse().ok()?)?))
    }

    /// The sum, held at the largest number there is.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, or nothing where `other` is larger.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, places) = (self.0 / 1_000_000, self.0 % 1_000_000);
        if places == 0 {
            return whole.fmt(f);
        }
        let (mut places, mut width) = (places, 6);
        while places.is_multiple_of(10) {
            places /= 10;
            width -= 1;
        }
        write!(f, "{whole}.{places:0width$}")
    }
}

/// A day of the calendar, written `2026-11-23`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Day {
    year: u16,
    month: u8,
    date: u8,
}

impl Day {
    /// From year, month (1–12) and day (1–31).
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, date: day }
    }

    /// Reads `YYYY-MM-DD`; `None` for anything else or a day that does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let sized = year.len() == 4 && month.len() == 2 && day.len() == 2;
        if parts.next().is_some() || !sized || !digits(year) || !digits(month) || !digits(day) {
            return None;
        }
        let day = Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        (day.year > 0 && (1..=12).contains(&day.month) && (1..=day.days_in_month()).contains(&day.date))
            .then_some(day)
    }

    /// The day so many days after 1970-01-01, by counting years from a March, so that the leap day comes last; `None` for
    /// a year that has not four digits.
    pub fn after_1970(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        Some(Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
    }

    /// Days from this day until `later`; negative where it lies before.
    pub fn days_until(self, later: Self) -> i64 {
        later.number() - self.number()
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1–12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    pub const fn day_of_month(self) -> u8 {
        self.date
    }

    fn days_in_month(self) -> u8 {
        let of = |years| self.year.is_multiple_of(years);
        let leap = of(4) && (!of(100) || of(400));
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// Days since a fixed day, by the usual shift of the year's start to March.
    fn number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + i64::from(self.date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acu_is_a_count_of_halves() {
        assert_eq!(Acu::parse("0.5"), Some(Acu::HALF));
        assert_eq!(Acu::parse("16.0"), Some(Acu::whole(16)));
        assert_eq!(Acu::parse("0.3"), None);
        assert_eq!(Acu::parse("-1"), None);
        assert_eq!(Acu::halves(33).to_string(), "16.5");
        assert_eq!(Acu::at_least(Decimal::from_micros(500_001)), Acu::whole(1));
    }

    #[test]
    fn a_decimal_keeps_six_places_exactly() {
        assert_eq!(Decimal::parse("0.003125").map(|d| d.to_string()), Some("0.003125".to_owned()));
        assert_eq!(Decimal::parse("12.50").map(|d| d.to_string()), Some("12.5".to_owned()));
        for wrong in ["", ".5", "1e3", "-1", "1.2345678", "1 000", "0x10", "99999999999999"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_count_across_leap_years() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(day("2024-02-28").days_until(day("2024-03-01")), 2);
        assert_eq!(day("2026-11-25").days_until(day("2026-11-30")), 5);
        assert_eq!(day("2026-11-25").days_until(day("2025-11-25")), -365);
        assert_eq!(Day::parse("2026-02-29"), None);
        assert_eq!(Day::parse("2026-2-9"), None);
        for since in [0, 11_016, 20_782, -1, 59] {
            let day = Day::after_1970(since).unwrap();
            assert_eq!(Day::new(1970, 1, 1).days_until(day), since, "{day}");
        }
        assert_eq!(Day::after_1970(11_016), Some(day("2000-02-29")));
        assert_eq!(Day::after_1970(i64::MAX), None);
    }
}
