//! The service's numbers: what AWS allows and what its defaults give.

use super::units::{Acu, Decimal};

/// Hours of a month, as AWS' own calculators count (PRI-01).
pub const HOURS_PER_MONTH: u64 = 730;
/// Most readers in a cluster (LIM-01).
pub const MAX_READERS: usize = 15;
/// Most instances in a secondary cluster of a Global Database (LIM-01).
pub const MAX_SECONDARY_READERS: u32 = 16;
/// Most secondary Regions of a Global Database (GDB-01).
pub const MAX_SECONDARIES: usize = 10;
/// The last failover tier (ACU-42).
pub const LAST_TIER: u32 = 15;
/// TCP ports a cluster may listen on (NET-01).
pub const PORTS: std::ops::RangeInclusive<u32> = 1150..=65_535;
/// Days of automated backups (BAK-01).
pub const BACKUP_RETENTION_DAYS: std::ops::RangeInclusive<u32> = 1..=35;
/// Shortest backup and maintenance window, in minutes (BAK-02, BAK-03).
pub const WINDOW_MINUTES: u16 = 30;
/// Hours of Backtrack (BAK-10).
pub const BACKTRACK_HOURS: u32 = 72;
/// Days between rotations of a secret (SEC-11).
pub const ROTATION_DAYS: std::ops::RangeInclusive<u32> = 1..=1000;
/// Seconds an idle client of a proxy stays (PRX-10).
pub const IDLE_CLIENT_SECONDS: std::ops::RangeInclusive<u32> = 1..=28_800;
/// Seconds a client of a proxy waits for a connection, at most (PRX-11).
pub const BORROW_SECONDS: u32 = 300;
/// Subnets of a subnet group (NET-02, NET-15).
pub const SUBNETS: std::ops::RangeInclusive<usize> = 2..=20;
/// Tags of the user's own: 50 less those that the export adds (TAG-01).
pub const MAX_TAGS: usize = 46;
/// Days of insights that satisfy everything AWS writes about advanced mode (MON-02, MON-02b).
pub const ADVANCED_INSIGHTS_DAYS: u32 = 465;
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

/// Whether AWS prints the connections of a capacity; between its rows those of MySQL are UNCONFIRMED (ACU-33).
pub fn is_connection_row(max: Acu) -> bool {
    CONNECTIONS.iter().any(|row| Acu::whole(row.0) == max)
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

/// Whether Performance Insights keeps so many days: 7, a multiple of 31 up to 713, or 731 (MON-01).
pub const fn insights_keeps(days: u32) -> bool {
    days == 7 || days == 731 || (days >= 31 && days <= 713 && days.is_multiple_of(31))
}

/// Versions that can be created elsewhere but not in these Regions (ENG-07).
const UNOFFERED: &[(&str, &[&str])] = &[
    (
        "ap-east-2",
        &[
            "13.9",
            "13.23",
            "14.6",
            "8.0.mysql_aurora.3.04.0",
            "8.0.mysql_aurora.3.04.1",
            "8.0.mysql_aurora.3.04.2",
            "8.0.mysql_aurora.3.08.0",
        ],
    ),
    (
        "ap-southeast-6",
        &[
            "13.9",
            "14.6",
            "15.10",
            "8.0.mysql_aurora.3.04.0",
            "8.0.mysql_aurora.3.04.1",
            "8.0.mysql_aurora.3.04.2",
        ],
    ),
    (
        "ap-southeast-7",
        &[
            "13.9",
            "13.23",
            "14.6",
            "8.0.mysql_aurora.3.04.0",
            "8.0.mysql_aurora.3.04.1",
            "8.0.mysql_aurora.3.04.2",
        ],
    ),
    (
        "mx-central-1",
        &[
            "13.9",
            "13.23",
            "14.6",
            "8.0.mysql_aurora.3.04.0",
            "8.0.mysql_aurora.3.04.1",
            "8.0.mysql_aurora.3.04.2",
        ],
    ),
];

/// Whether a Region offers a version that can be created in most (ENG-07).
pub fn offered(region: &str, version: &str) -> bool {
    !UNOFFERED.iter().any(|(in_region, versions)| *in_region == region && versions.contains(&version))
}

/// Whether a version of Aurora PostgreSQL forwards writes from a secondary: 14.9, 15.4 and 16 on (GDB-09).
pub fn postgresql_forwards_writes(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    match (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) {
        (14, minor) => minor >= 9,
        (15, minor) => minor >= 4,
        (major, _) => major >= 16,
    }
}

/// Addresses that RDS Proxy wants free for each instance of its cluster, by maximum capacity (PRX-09).
const PROXY_ADDRESSES: &[(u32, u32)] =
    &[(16, 10), (32, 15), (64, 25), (96, 30), (128, 40), (160, 50), (192, 55), (224, 65), (256, 75)];

/// Addresses that RDS Proxy wants free for each instance of its cluster (PRX-09).
pub fn proxy_addresses(max: Acu) -> u32 {
    let fits = PROXY_ADDRESSES.iter().find(|(at, _)| max <= Acu::whole(*at));
    fits.or(PROXY_ADDRESSES.last()).map_or(0, |(_, addresses)| *addresses)
}

/// Key words that PostgreSQL reserves; AWS publishes no list of its own, so UNCONFIRMED (USR-07, NAM-08b).
const POSTGRESQL_KEY_WORDS: &str = "all analyse analyze and any array as asc asymmetric both case cast check collate \
     column constraint create current_catalog current_date current_role current_time current_timestamp current_user \
     default deferrable desc distinct do else end except false fetch for foreign from grant group having in initially \
     intersect into lateral leading limit localtime localtimestamp not null offset on only or order placing primary \
     references returning select session_user some symmetric table then to trailing true union unique user using \
     variadic when where window with";

/// Whether PostgreSQL reserves the word, in any case (USR-07).
pub fn is_postgresql_key_word(word: &str) -> bool {
    POSTGRESQL_KEY_WORDS.split_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

/// Memory of a capacity in GiB (ACU-01).
pub const fn memory_gib(capacity: Acu) -> Decimal {
    Decimal::from_micros(capacity.as_halves() as u64 * 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insights_are_kept_for_a_week_or_whole_months() {
        let kept: Vec<u32> = (0..=800).filter(|days| insights_keeps(*days)).collect();
        assert_eq!((kept.len(), kept[0], kept[1], kept[24]), (25, 7, 31, 731));
        assert!(insights_keeps(ADVANCED_INSIGHTS_DAYS));
    }

    #[test]
    fn what_a_region_lacks_can_be_created_elsewhere() {
        use crate::facts::engines::{AURORA_MYSQL, AURORA_POSTGRESQL};
        for (region, versions) in UNOFFERED {
            assert!(crate::facts::regions::Region::find(region).is_some(), "{region}");
            for version in *versions {
                let known = AURORA_POSTGRESQL.iter().chain(AURORA_MYSQL).find(|it| it.version == *version);
                assert!(known.is_some_and(|it| it.creatable), "{version}");
            }
        }
        assert!(!offered("mx-central-1", "14.6") && offered("us-east-1", "14.6"));
    }

    #[test]
    fn writes_are_forwarded_from_14_9_and_15_4_on() {
        let forwarding = |version: &&str| postgresql_forwards_writes(version);
        let versions = ["13.23", "14.6", "14.9", "15.3", "15.10", "16.1", "18.3"];
        assert_eq!(
            versions.iter().copied().filter(forwarding).collect::<Vec<_>>(),
            ["14.9", "15.10", "16.1", "18.3"]
        );
    }

    #[test]
    fn a_proxy_wants_the_next_step_of_addresses() {
        let addresses = [16, 17, 224, 256, 300].map(|acu| proxy_addresses(Acu::whole(acu)));
        assert_eq!(addresses, [10, 15, 65, 75, 75]);
    }

    #[test]
    fn key_words_are_reserved_in_any_case() {
        assert!(is_postgresql_key_word("Order") && is_postgresql_key_word("user"));
        assert!(!is_postgresql_key_word("postgres"));
    }

    #[test]
    fn connections_follow_the_table_and_the_line_between() {
        assert_eq!(postgresql_connections(Acu::whole(16)), 3360);
        assert_eq!(mysql_connections(Acu::whole(256)), 6000);
        assert_eq!(postgresql_connections(Acu::whole(300)), 5000);
        assert_eq!(mysql_connections(Acu::whole(6)), 567);
        assert_eq!(postgresql_connections(Acu::ZERO), 189);
    }
}
