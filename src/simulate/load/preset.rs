//! Loads as people know them, minute by minute from a Monday at 00:00, each by an exact formula.

use super::{Load, Point, noise};
use crate::design::LoadPreset;
use crate::facts::Acu;
use crate::simulate::Refused;

/// Minutes of the month that a preset is played for.
pub const MONTH_POINTS: u32 = 30 * DAY;
/// Minutes of a week.
pub const WEEK_POINTS: u32 = 7 * DAY;
const DAY: u32 = 1440;
const POINT_SECONDS: u32 = 60;

/// A month of a preset's minutes between a base and a peak, for the writer; of a launch day the day alone.
///
/// # Errors
/// Where the peak is below the base, or beyond the largest capacity there is.
pub fn preset(preset: LoadPreset, base: Acu, peak: Acu) -> Result<Load, Refused> {
    if peak < base {
        return Err(Refused::PeakBelowBase { base, peak });
    }
    if peak > super::MAX_WANTED {
        return Err(Refused::WantedTooHigh { wanted: peak, most: super::MAX_WANTED });
    }
    let points = if preset == LoadPreset::LaunchDay { DAY } else { MONTH_POINTS };
    let series = (0..points).map(|minute| point(preset, base, peak, minute)).collect();
    let mut load = Load::new(POINT_SECONDS, vec![series])?;
    if preset == LoadPreset::LaunchDay {
        load.notes
            .push("A launch day is one day; its month says what a month of such days would cost.".to_owned());
    }
    Ok(load)
}

/// What a minute asks for.
fn point(preset: LoadPreset, base: Acu, peak: Acu, minute: u32) -> Point {
    let (day, of_day) = (minute / DAY % 7, i64::from(minute % DAY));
    if preset == LoadPreset::SleepingDev {
        let works = day < 5 && (540..1080).contains(&of_day) && (of_day - 540) % 90 < 20;
        return if works { Point::wanting(peak) } else { Point::NOTHING };
    }
    let (base, peak) = (milli(base), milli(peak));
    let (share, noise_share) = match preset {
        LoadPreset::OfficeHours => (office_hours(day, of_day), 5),
        LoadPreset::NightlyBatch => (nightly_batch(of_day), 3),
        LoadPreset::SpikyApi => (spiky_api(minute, of_day), 5),
        LoadPreset::Weekly => (weekly(day, of_day), 5),
        LoadPreset::LaunchDay => (launch_day(of_day), 5),
        LoadPreset::SleepingDev => (0, 0),
    };
    let even = base + ((peak - base) * share).div_euclid(1000);
    let noisy = even + (even * noise_share * i64::from(noise(minute))).div_euclid(10_000);
    let halves = u32::try_from(noisy).unwrap_or(0).div_ceil(500);
    Point::wanting(Acu::halves(halves))
}

/// Thousandths of an ACU.
fn milli(acu: Acu) -> i64 {
    i64::from(acu.as_halves()) * 500
}

// The share of the way from base to peak, per 1000, each division rounded down.

fn office_hours(day: u32, minute: i64) -> i64 {
    match minute {
        _ if day >= 5 => 0,
        ..420 | 1200.. => 0,
        420..480 => (minute - 420) * 1000 / 60,
        720..780 => 800,
        480..1080 => 1000,
        _ => (1200 - minute) * 1000 / 120,
    }
}

const fn nightly_batch(minute: i64) -> i64 {
    match minute {
        120..210 => 1000,
        480..1080 => 150,
        _ => 0,
    }
}

/// About six spikes of four minutes a day over a wave whose top is at 14:00.
fn spiky_api(point: u32, minute: i64) -> i64 {
    if noise(point / 4) >= 97 {
        return 1000;
    }
    (1000 - (minute - 840).abs() * 1000 / 840).max(0) * 250 / 1000
}

fn weekly(day: u32, minute: i64) -> i64 {
    let of_day = match day {
        0 => 1000,
        1 => 950,
        2 | 3 => 900,
        4 => 850,
        5 => 350,
        _ => 250,
    };
    let wave = match minute {
        ..360 => 150,
        360..600 => 150 + 850 * (minute - 360) / 240,
        600..1140 => 1000,
        _ => 1000 + (-850 * (minute - 1140)).div_euclid(300),
    };
    wave * of_day / 1000
}

/// Nothing until noon, then the whole peak, halved every two hours.
fn launch_day(minute: i64) -> i64 {
    if minute < 720 {
        return 0;
    }
    let (halvings, into) = ((minute - 720) / 120, (minute - 720) % 120);
    let from = 1000 >> halvings.min(10);
    (from - (from - from / 2) * into / 120).max(60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(it: LoadPreset, day: u32, hour: u32, minute: u32) -> u16 {
        point(it, Acu::whole(2), Acu::whole(16), day * DAY + hour * 60 + minute).wanted
    }

    #[test]
    fn a_minute_is_its_formula() {
        // Minute 480 of Monday: s = 1000, v = 16,000; noise of 480 moves it by at most 5 %.
        let even = 16_000 + (16_000 * 5 * i64::from(noise(480))).div_euclid(10_000);
        assert_eq!(i64::from(wanted(LoadPreset::OfficeHours, 0, 8, 0)), (even + 499) / 500);
        // Minute 735: the lunch of 800: v = 2000 + 14,000 × 0.8 = 13,200.
        let lunch = 13_200 + (13_200 * 5 * i64::from(noise(735))).div_euclid(10_000);
        assert_eq!(i64::from(wanted(LoadPreset::OfficeHours, 0, 12, 15)), (lunch + 499) / 500);
    }

    #[test]
    fn shapes_rise_and_fall_where_their_formulas_say() {
        assert_eq!(
            [419, 420, 450, 480, 720, 780, 1079, 1080, 1140, 1200].map(|m| office_hours(0, m)),
            [0, 0, 500, 1000, 800, 1000, 1000, 1000, 500, 0]
        );
        assert_eq!(office_hours(5, 600), 0);
        assert_eq!([119, 120, 209, 210, 480, 1080].map(nightly_batch), [0, 1000, 1000, 0, 150, 0]);
        assert_eq!(
            [359, 360, 480, 600, 1139, 1140, 1141, 1439].map(|m| weekly(0, m)),
            [150, 150, 575, 1000, 1000, 1000, 997, 152]
        );
        assert_eq!(weekly(6, 700), 250);
        assert_eq!([719, 720, 780, 840, 960, 1439].map(launch_day), [0, 1000, 750, 500, 250, 60]);
        let spikes = (0..1440 * 30).filter(|it| noise(it / 4) >= 97).count();
        assert!((500..1000).contains(&spikes), "{spikes} minutes in 30 days, about six times four a day");
    }

    #[test]
    fn a_sleeping_database_is_asked_for_twenty_minutes_in_ninety() {
        let it = LoadPreset::SleepingDev;
        assert_eq!(point(it, Acu::HALF, Acu::whole(2), 540), Point::wanting(Acu::whole(2)));
        assert_eq!(point(it, Acu::HALF, Acu::whole(2), 560), Point::NOTHING);
        assert_eq!(point(it, Acu::HALF, Acu::whole(2), 5 * DAY + 540), Point::NOTHING);
        let month = preset(it, Acu::HALF, Acu::whole(2)).unwrap();
        assert_eq!((month.points(), month.span()), (43_200, 30 * 86_400));
        assert_eq!(preset(LoadPreset::LaunchDay, Acu::HALF, Acu::whole(2)).unwrap().points(), 1440);
    }

    #[test]
    fn a_peak_below_its_base_is_refused() {
        let refused = preset(LoadPreset::Weekly, Acu::whole(4), Acu::whole(2)).unwrap_err();
        assert_eq!(refused.to_string(), "the peak of 2 ACU lies below the base of 4 ACU");
    }
}
