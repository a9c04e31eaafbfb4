//! Whether an instance ever pauses, and what keeps it awake (ACU-13…24).

use crate::design::{Design, Engine};
use crate::facts::Acu;

/// A reason for which an instance never pauses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Awake {
    /// The minimum is above 0 ACU (ACU-13).
    Minimum,
    /// The version can't go to 0 ACU (ACU-06).
    Version,
    /// RDS Proxy keeps a connection open (ACU-16).
    Proxy,
    /// A Global Database keeps writer and tier 0/1 readers awake (ACU-17).
    GlobalDatabase,
    /// Logical or binlog replication keeps writer and tier 0/1 readers awake (ACU-18).
    Replication,
}

/// What an instance does when nobody is connected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pause {
    /// It pauses after so many idle seconds.
    After(u32),
    /// It never pauses, for every reason given.
    Never(Vec<Awake>),
}

impl Pause {
    /// Whether it pauses at all.
    pub const fn pauses(&self) -> bool {
        matches!(self, Self::After(_))
    }
}

/// Whether the instance pauses, writer first.
pub fn pause(design: &Design, instance: usize) -> Pause {
    let tied = instance == 0 || design.instances().nth(instance).is_some_and(|it| it.promotion_tier <= 1);
    let mut reasons = Vec::new();
    if design.cluster.min_capacity > Acu::ZERO {
        reasons.push(Awake::Minimum);
    }
    if design.version_facts().or_else(|| design.prefixed_version()).is_some_and(|version| !version.zero_acu) {
        reasons.push(Awake::Version);
    }
    if design.proxy.is_some() {
        reasons.push(Awake::Proxy);
    }
    if tied && design.global.is_some() {
        reasons.push(Awake::GlobalDatabase);
    }
    if tied && replicates(design) {
        reasons.push(Awake::Replication);
    }
    match design.seconds_until_auto_pause() {
        Some(seconds) if reasons.is_empty() => Pause::After(seconds),
        _ => Pause::Never(reasons),
    }
}

fn replicates(design: &Design) -> bool {
    let parameter = |name: &str| design.cluster.parameters.get(name).map(String::as_str);
    match design.cluster.engine {
        Engine::AuroraPostgresql => parameter("rds.logical_replication") == Some("1"),
        Engine::AuroraMysql => {
            parameter("binlog_format").is_some_and(|format| !format.eq_ignore_ascii_case("off"))
        }
    }
}
