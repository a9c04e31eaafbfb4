//! What a setting may be, in few words, where AWS or the spec draws a line. Empty where neither does.

use crate::design::{Design, Engine};
use crate::estimate::grouped;
use crate::facts::Acu;
use crate::facts::engines::EngineVersion;
use crate::facts::limits;

fn version(design: &Design) -> Option<&'static EngineVersion> {
    design.version_facts().or_else(|| design.prefixed_version())
}

fn span(from: impl ToString, to: impl ToString) -> String {
    format!("{} to {}", from.to_string(), grouped(&to.to_string()))
}

fn whole(range: &std::ops::RangeInclusive<u32>) -> String {
    span(grouped(&range.start().to_string()), range.end())
}

/// The smallest capacity, by version (ACU-06).
pub fn minimum(design: &Design) -> String {
    version(design).map_or_else(String::new, |version| span(version.min_acu(), version.max_acu()))
}

/// The largest capacity, by version (ACU-04, ACU-06).
pub fn maximum(design: &Design) -> String {
    version(design).map_or_else(String::new, |version| span(Acu::whole(1), version.max_acu()))
}

/// Idle time before a pause (ACU-14).
pub fn auto_pause(_: &Design) -> String {
    whole(&limits::AUTO_PAUSE_SECONDS)
}

/// An average lies in the design's own range.
pub fn average(design: &Design) -> String {
    span(design.cluster.min_capacity, design.cluster.max_capacity)
}

/// Names of what we make from (NAM-10).
pub fn project_name(_: &Design) -> String {
    "1 to 40 of a-z, 0-9, -".to_owned()
}

/// Identifiers (NAM-01, NAM-04, NAM-09).
pub fn identifier(_: &Design) -> String {
    "1 to 63 of a-z, 0-9, -".to_owned()
}

/// Database name (NAM-08).
pub fn database_name(design: &Design) -> String {
    let most = if design.cluster.engine == Engine::AuroraMysql { 64 } else { 63 };
    format!("1 to {most} letters, digits, _")
}

/// Master user (USR-01).
pub fn master_username(design: &Design) -> String {
    let most = if design.cluster.engine == Engine::AuroraMysql { 16 } else { 63 };
    format!("1 to {most} letters, digits")
}

/// A budget is no gift.
pub fn budget(_: &Design) -> String {
    "above 0".to_owned()
}

/// Hours of a day.
pub fn hours_of_a_day(_: &Design) -> String {
    span(0, 24)
}

/// Ports (NET-01).
pub fn port(_: &Design) -> String {
    whole(&limits::PORTS)
}

/// Backups (BAK-01).
pub fn backup_retention(_: &Design) -> String {
    whole(&limits::BACKUP_RETENTION_DAYS)
}

/// Windows (BAK-02, BAK-03).
pub fn window(_: &Design) -> String {
    format!("{} min or longer", limits::WINDOW_MINUTES)
}

/// Backtrack (BAK-10).
pub fn backtrack(_: &Design) -> String {
    span(0, limits::BACKTRACK_HOURS)
}

/// Rotation (SEC-11).
pub fn rotation(_: &Design) -> String {
    whole(&limits::ROTATION_DAYS)
}

/// Insights (MON-01).
pub fn insights_kept(_: &Design) -> String {
    "7, 731, or 31 times 1 to 23".to_owned()
}

/// Idle clients of the proxy (PRX-10).
pub fn idle_client(_: &Design) -> String {
    whole(&limits::IDLE_CLIENT_SECONDS)
}

/// The wait for a connection (PRX-11).
pub fn borrow(_: &Design) -> String {
    span(0, limits::BORROW_SECONDS)
}

/// The proxy's share (PRX-12).
pub fn share(_: &Design) -> String {
    span(1, 100)
}

/// What it keeps idle (PRX-13).
pub fn idle_share(design: &Design) -> String {
    span(0, design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent))
}

/// The volume, by version (LIM-02).
pub fn volume(design: &Design) -> String {
    let most = version(design).and_then(|version| version.max_storage_tib);
    most.map_or_else(String::new, |tib| span(0, u64::from(tib) * 1024))
}

/// Hours of a month.
pub fn hours_of_a_month(_: &Design) -> String {
    span(0, limits::HOURS_PER_MONTH)
}

/// What a Savings Plan takes off at most.
pub fn discount(_: &Design) -> String {
    span(0, 35)
}

/// Instances of a secondary (LIM-01).
pub fn secondary_readers(_: &Design) -> String {
    span(0, limits::MAX_SECONDARY_READERS)
}

/// Subnets (NET-15).
pub fn subnets(_: &Design) -> String {
    format!("{} to {}", limits::SUBNETS.start(), limits::SUBNETS.end())
}
