//! Backups: how long, when, and what survives a deletion.

pub(super) mod backups_with_the_cluster_only;
pub(super) mod impossible_backtrack;
pub(super) mod lost_at_destroy;
pub(super) mod one_day_retention;
pub(super) mod overlapping_windows;
pub(super) mod region_opt_in;
pub(super) mod retention_out_of_range;
pub(super) mod short_backup_window;
pub(super) mod short_maintenance_window;
pub(super) mod unprotected_deletion;

use crate::design::{DailyWindow, WeeklyWindow};

/// Whether the two windows share a minute on some day of the week (BAK-02).
fn overlap(daily: DailyWindow, weekly: WeeklyWindow) -> bool {
    const WEEK: i32 = 7 * 1440;
    let (from, length) = (i32::from(weekly.start), i32::from(weekly.minutes()));
    // Both may wrap: the week before and the week after are looked at as well.
    (0..7).any(|day| {
        let start = day * 1440 + i32::from(daily.start);
        let end = start + i32::from(daily.minutes());
        [from - WEEK, from, from + WEEK].into_iter().any(|from| start < from + length && from < end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_overlap_across_midnight_and_the_week() {
        let overlaps = |daily: &str, weekly: &str| {
            overlap(DailyWindow::parse(daily).unwrap(), WeeklyWindow::parse(weekly).unwrap())
        };
        assert!(!overlaps("03:00-04:00", "sun:04:00-sun:05:00"));
        assert!(overlaps("03:00-04:01", "sun:04:00-sun:05:00"));
        assert!(overlaps("23:30-00:30", "mon:00:00-mon:00:30"));
        assert!(overlaps("23:30-00:30", "sun:23:45-mon:00:15"));
        assert!(overlaps("00:00-00:30", "sun:23:45-mon:00:15"));
        assert!(!overlaps("00:30-01:00", "sun:23:45-mon:00:15"));
        assert!(!overlaps("05:00-05:30", "sun:04:00-sun:05:00"));
        for week in ["sat:23:45-sun:00:15", "sun:23:45-mon:00:15"] {
            assert!(overlaps("00:00-00:30", week) && overlaps("23:30-23:50", week), "{week}");
            assert!(!overlaps("00:15-00:45", week) && !overlaps("23:15-23:45", week), "{week}");
        }
        for week in ["sun:00:00-sun:00:30", "mon:00:00-mon:00:30"] {
            assert!(overlaps("23:30-00:30", week) && !overlaps("23:30-00:00", week), "{week}");
        }
        assert!(overlaps("12:00-13:00", "mon:00:00-sun:00:00"));
    }
}
