//! The system's date: the only clock there is.

use std::time::{SystemTime, UNIX_EPOCH};

use aurora_designer::facts::{Day, FACTS_DATE};

/// Today in UTC; the day of the facts where the system's clock stands before 1970.
pub(crate) fn today() -> Day {
    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    let now = SystemTime::now();
    let seconds = now.duration_since(UNIX_EPOCH).map(|since| since.as_secs());
    seconds.ok().and_then(|seconds| day(seconds / 86_400)).unwrap_or(FACTS_DATE)
}

/// The day so many days after 1970-01-01, by counting years from a March, so that the leap day comes last.
fn day(since: u64) -> Option<Day> {
    let days = since + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    Some(Day::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_after_1970_have_their_dates() {
        let shown = |since| day(since).map(|day| day.to_string());
        assert_eq!(shown(0).as_deref(), Some("1970-01-01"));
        assert_eq!(shown(11_016).as_deref(), Some("2000-02-29"));
        assert_eq!(shown(20_782).as_deref(), Some("2026-11-25"));
        assert_eq!(shown(u64::MAX / 86_400), None);
    }
}
