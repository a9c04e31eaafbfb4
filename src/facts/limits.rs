//! The service's numbers: what AWS allows and what its defaults give.

use super::units::{Acu, Decimal};

/// Hours of a month, as AWS' own calculators count (prices.md).
pub const HOURS_PER_MONTH: u64 = 730;
/// Most readers in a cluster (LIM-01).
pub const MAX_READERS: usize = 15;
/// Shortest idle time before a pause, in seconds, and its default (ACU-14).
pub const AUTO_PAUSE_SECONDS: std::ops::RangeInclusive<u32> = 300..=86_400;
/// Retention periods CloudWatch Logs takes, in days; 0 never expires (LOG-02).
pub const LOG_RETENTION_DAYS: &[u32] = &[
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
    3653,
];
/// Enhanced Monitoring intervals in seconds; 0 is off (MON-04).
pub const ENHANCED_MONITORING_SECONDS: &[u32] = &[0, 1, 5, 10, 15, 30, 60];
/// The floor of RDS Proxy's bill for serverless targets, UNCONFIRMED (PRX-25).
pub const PROXY_FLOOR: Acu = Acu::whole(8);

/// Default `max_connections` by maximum capacity: ACU, Aurora MySQL, Aurora PostgreSQL (ACU-30).
const CONNECTIONS: &[(u32, u32, u32)] = &[
    (1, 90, 189),
    (4, 135, 823),
    (8, 1000, 1669),
    (16, 2000, 3360),
    (32, 3000, 5000),
    (64, 4000, 5000),
    (128, 5000, 5000),
    (192, 6000, 5000),
    (256, 6000, 5000),
];

/// What PostgreSQL stops at while the minimum is 0 or 0.5 ACU (ACU-31).
pub const POSTGRESQL_LOW_MINIMUM_CONNECTIONS: u32 = 2000;

/// Default `max_connections` of Aurora PostgreSQL at a maximum capacity, before the cap of ACU-31. Between AWS' rows
/// the line is straight, which the formula of ACU-32 is too.
pub fn postgresql_connections(max: Acu) -> u32 {
    interpolate(max, |(_, _, postgresql)| *postgresql)
}

/// Default `max_connections` of Aurora MySQL at a maximum capacity; between AWS' rows interpolated (ACU-33, UNCONFIRMED).
pub fn mysql_connections(max: Acu) -> u32 {
    interpolate(max, |(_, mysql, _)| *mysql)
}

fn interpolate(max: Acu, column: impl Fn(&(u32, u32, u32)) -> u32) -> u32 {
    let halves = max.as_halves();
    let mut below: Option<(u32, u32)> = None;
    for row in CONNECTIONS {
        let (at, value) = (row.0 * 2, column(row));
        if halves <= at {
            return match below {
                Some((from, start)) if halves < at => start + (value - start) * (halves - from) / (at - from),
                _ => value,
            };
        }
        below = Some((at, value));
    }
    below.map_or(0, |(_, value)| value)
}

/// Memory of a capacity in GiB (ACU-01).
pub const fn memory_gib(capacity: Acu) -> Decimal {
    Decimal::from_micros(capacity.as_halves() as u64 * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_follow_the_table_and_the_line_between() {
        assert_eq!(postgresql_connections(Acu::whole(16)), 3360);
        assert_eq!(mysql_connections(Acu::whole(256)), 6000);
        assert_eq!(postgresql_connections(Acu::whole(300)), 5000);
        assert_eq!(mysql_connections(Acu::whole(6)), 567);
        assert_eq!(postgresql_connections(Acu::ZERO), 189);
    }
}
