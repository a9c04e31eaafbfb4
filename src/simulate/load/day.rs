//! A day that was drawn by hand.

use super::{Load, Point};
use crate::facts::Acu;
use crate::simulate::refused::Refused;

/// The hours of a day, a figure each.
pub const HOURS: usize = 24;
const HOUR_POINTS: u32 = 60;

/// A day drawn as a figure for the beginning of each hour, with straight lines between and back to the first, minute by
/// minute, so many days in a row.
///
/// # Errors
/// Where a figure is beyond the largest that makes sense, or there is no day.
pub fn drawn_day(hours: [Acu; HOURS], days: u32) -> Result<Load, Refused> {
    if let Some(wanted) = hours.into_iter().find(|it| *it > super::MAX_WANTED) {
        return Err(Refused::WantedTooHigh { wanted, most: super::MAX_WANTED });
    }
    let next = hours.iter().cycle().skip(1);
    let hour = |(from, to): (&Acu, &Acu)| {
        let (from, to) = (from.as_halves(), to.as_halves());
        (0..HOUR_POINTS).map(move |minute| {
            let both = from * (HOUR_POINTS - minute) + to * minute;
            Point::wanting(Acu::halves(both.div_ceil(HOUR_POINTS)))
        })
    };
    let day: Vec<Point> = hours.iter().zip(next).flat_map(hour).collect();
    let days = usize::try_from(days).unwrap_or(usize::MAX).min(super::MAX_POINTS / day.len() + 1);
    Load::new(60, vec![day.repeat(days)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_straight_between_hours_and_back_to_the_first() {
        let mut hours = [Acu::whole(1); HOURS];
        hours[12] = Acu::whole(7);
        let load = drawn_day(hours, 30).unwrap();
        let at = |minute: usize| load.series(0).unwrap()[minute].acu().to_string();
        assert_eq!([660, 690, 719, 720, 750, 780].map(at), ["1", "4", "7", "7", "4", "1"]);
        assert_eq!((load.points(), at(1440 + 720)), (43_200, "7".to_owned()));
        assert_eq!(drawn_day(hours, 0).unwrap_err(), Refused::NoPoints);
        assert!(drawn_day(hours, u32::MAX).is_err());
    }
}
