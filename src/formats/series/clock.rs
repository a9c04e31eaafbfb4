//! Times as CloudWatch and spreadsheets write them, in seconds since 1970.

use crate::facts::Day;

/// Reads `2026-11-01T10:00:00Z`, the same with an offset or without one (UTC), `2026/11/01 10:00:00`, or seconds since
/// 1970; `None` for anything else.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Some(epoch) = epoch(text) {
        return Some(epoch);
    }
    let (day, rest) = (text.get(..10)?, text.get(10..)?);
    let day = Day::parse(&day.replace('/', "-"))?;
    let days = Day::new(1970, 1, 1).days_until(day);
    let clock = rest.strip_prefix(['T', ' ']).unwrap_or(rest);
    if clock.is_empty() {
        return Some(days * 86_400);
    }
    let (clock, offset) = zone(clock)?;
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let mut parts = clock.split(':').map(two);
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let fits = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
    fits.then(|| days * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

/// Seconds since 1970, with or without places.
fn epoch(text: &str) -> Option<i64> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (6..=11).contains(&whole.len()) && digits(whole) && digits(places);
    fits.then(|| whole.parse().ok()).flatten()
}

/// The clock and its offset from UTC in seconds.
fn zone(clock: &str) -> Option<(&str, i64)> {
    if let Some(clock) = clock.strip_suffix(['Z', 'z']) {
        return Some((clock, 0));
    }
    let Some(at) = clock.rfind(['+', '-']) else { return Some((clock, 0)) };
    let (clock, offset) = clock.split_at_checked(at)?;
    let (sign, offset) = offset.split_at_checked(1)?;
    let (hours, minutes) = offset.split_once(':').or_else(|| offset.split_at_checked(2))?;
    let minutes = if minutes.is_empty() { 0 } else { two(minutes)? };
    let seconds = two(hours)? * 3600 + minutes * 60;
    Some((clock, if sign == "-" { -seconds } else { seconds }))
}

fn two(text: &str) -> Option<i64> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_is_read_in_every_writing() {
        for text in [
            "2026-11-01T10:00:00Z",
            "2026-11-01T10:00:00+00:00",
            "2026-11-01T11:00:00.000+01:00",
            "2026-11-01T05:00:00-0500",
            "2026/11/01 10:00:00",
            "2026-11-01 10:00",
            "1793527200",
            "1793527200.0",
        ] {
            assert_eq!(seconds(text), Some(1_793_527_200), "{text}");
        }
        assert_eq!(seconds("1970-01-01"), Some(0));
        for wrong in [
            "",
            "10:00",
            "2026-13-01T00:00:00Z",
            "2026-11-01T25:00:00Z",
            "timestamp",
            "12",
            "2026-11-01T1:00",
        ] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
