//! How long series are, and how far that carries.

use crate::simulate::measured::Reading;

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

/// From the first to the last point and its period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Window {
    /// Seconds.
    pub(super) seconds: u64,
}

/// How far a window carries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Span {
    /// 3 to 7 days.
    Short,
    /// 7 to 14 days.
    Adequate,
    /// 14 days or more.
    Good,
}

impl Span {
    /// The grade with what is to be thought of it.
    pub(super) const fn sentence(self) -> &'static str {
        match self {
            Self::Short => "short, as no whole week is seen; fetch 14 days for a good grade",
            Self::Adequate => "adequate; fetch 14 days for a good grade",
            Self::Good => "good",
        }
    }
}

/// The smallest step between times, in seconds; none for fewer than two.
pub(super) fn period(readings: &[Reading]) -> Option<u64> {
    let steps = readings.iter().zip(readings.iter().skip(1)).map(|(one, next)| next.at.abs_diff(one.at));
    steps.filter(|step| *step > 0).min()
}

impl Window {
    /// The window of these series together, each in the order of time; none without a point. The period is the
    /// smallest of theirs; a single point has none.
    pub(super) fn of<'a>(series: impl Iterator<Item = &'a [Reading]>) -> Option<Self> {
        let (mut first, mut last, mut step) = (i64::MAX, i64::MIN, u64::MAX);
        for readings in series {
            let (Some(start), Some(end)) = (readings.first(), readings.last()) else { continue };
            first = first.min(start.at);
            last = last.max(end.at);
            step = step.min(period(readings).unwrap_or(u64::MAX));
        }
        if first > last {
            return None;
        }
        let step = if step == u64::MAX { 0 } else { step };
        Some(Self { seconds: last.abs_diff(first).saturating_add(step) })
    }

    /// How far it carries; nothing under 72 hours.
    pub(super) const fn grade(self) -> Option<Span> {
        match self.seconds / HOUR {
            0..72 => None,
            72..168 => Some(Span::Short),
            168..336 => Some(Span::Adequate),
            _ => Some(Span::Good),
        }
    }

    /// Whole hours.
    pub(super) const fn hours(self) -> u64 {
        self.seconds / HOUR
    }

    /// Days with at most one place, cut.
    pub(super) fn days(self) -> String {
        let tenths = self.seconds * 10 / DAY;
        if tenths.is_multiple_of(10) {
            (tenths / 10).to_string()
        } else {
            format!("{}.{}", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hourly(count: i64) -> Vec<Reading> {
        (0..count).map(|hour| Reading { at: hour * 3600, micros: 0 }).collect()
    }

    #[test]
    fn a_window_ends_a_period_after_its_last_point() {
        let of = |hours| Window::of(std::iter::once(hourly(hours).as_slice())).unwrap();
        assert_eq!((of(72).grade(), of(72).days()), (Some(Span::Short), "3".to_owned()));
        assert_eq!((of(71).grade(), of(71).hours()), (None, 71));
        assert_eq!((of(167).grade(), of(168).grade()), (Some(Span::Short), Some(Span::Adequate)));
        assert_eq!((of(335).grade(), of(335).days()), (Some(Span::Adequate), "13.9".to_owned()));
        assert_eq!((of(336).grade(), of(336).days()), (Some(Span::Good), "14".to_owned()));
        assert_eq!(of(1).seconds, 0);
        assert_eq!(Window::of(std::iter::empty()), None);
    }

    #[test]
    fn the_smallest_step_is_the_period() {
        let mut readings = hourly(10);
        readings.remove(4);
        assert_eq!(period(&readings), Some(3600));
        assert_eq!(period(&hourly(1)), None);
    }
}
