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
    let mut reasons = own_reasons(design, design.cluster.min_capacity);
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

/// Whether any instance of the primary pauses. Only being tied to the writer makes a difference among them, so the
/// writer and the first reader that is not tied answer for all.
pub fn sleeps(design: &Design) -> bool {
    let free = || design.cluster.readers.iter().position(|reader| reader.promotion_tier > 1);
    let pauses = |instance| pause(design, instance).pauses();
    design.cluster.min_capacity == Acu::ZERO && (pauses(0) || free().is_some_and(|reader| pauses(reader + 1)))
}

/// The reasons that a member's capacity and version give.
pub(super) fn own_reasons(design: &Design, min: Acu) -> Vec<Awake> {
    let mut reasons = Vec::new();
    if min > Acu::ZERO {
        reasons.push(Awake::Minimum);
    }
    if design.resolved_version().is_some_and(|version| !version.zero_acu) {
        reasons.push(Awake::Version);
    }
    reasons
}

/// The parameter by which the database schedules jobs of its own, which sleep with it (ACU-24b).
pub fn scheduler(design: &Design) -> Option<&'static str> {
    let libraries = || design.cluster.parameters.get("shared_preload_libraries");
    let (name, runs) = match design.cluster.engine {
        Engine::AuroraPostgresql => {
            let cron = |value: &String| value.split(',').any(|it| it.trim().eq_ignore_ascii_case("pg_cron"));
            ("shared_preload_libraries", libraries().is_some_and(cron))
        }
        Engine::AuroraMysql => ("event_scheduler", design.switch("event_scheduler") == Some(true)),
    };
    runs.then_some(name)
}

/// A time as people say it: `5 min`.
pub fn span(seconds: u32) -> String {
    match seconds {
        _ if seconds.is_multiple_of(3600) => format!("{} h", seconds / 3600),
        _ if seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
        _ => format!("{seconds} s"),
    }
}

fn replicates(design: &Design) -> bool {
    match design.cluster.engine {
        Engine::AuroraPostgresql => design.switch("rds.logical_replication") == Some(true),
        Engine::AuroraMysql => {
            design.cluster.parameters.contains_key("binlog_format")
                && design.switch("binlog_format") != Some(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{GlobalCluster, Instance, Proxy};

    /// A cluster that pauses: a writer, a reader that follows it and one that does not.
    fn sleeper() -> Design {
        let mut design = Design::default();
        design.cluster.min_capacity = Acu::ZERO;
        design.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(2)];
        design
    }

    fn reasons(design: &Design) -> [Pause; 3] {
        [0, 1, 2].map(|instance| pause(design, instance))
    }

    #[test]
    fn a_minimum_of_0_pauses_after_the_time_that_was_chosen() {
        assert_eq!(reasons(&sleeper()), [0; 3].map(|_| Pause::After(300)));
        let mut later = sleeper();
        later.cluster.seconds_until_auto_pause = Some(3600);
        assert!(pause(&later, 0).pauses());
        assert_eq!(pause(&later, 0), Pause::After(3600));
        later.cluster.min_capacity = Acu::HALF;
        assert_eq!(pause(&later, 0), Pause::Never(vec![Awake::Minimum]));
    }

    #[test]
    fn a_proxy_keeps_every_instance_awake() {
        let design = Design { proxy: Some(Proxy::default()), ..sleeper() };
        assert_eq!(reasons(&design), [0; 3].map(|_| Pause::Never(vec![Awake::Proxy])));
    }

    #[test]
    fn a_global_database_keeps_the_writer_and_its_followers_awake() {
        let design = Design { global: Some(GlobalCluster::default()), ..sleeper() };
        let awake = Pause::Never(vec![Awake::GlobalDatabase]);
        assert_eq!(reasons(&design), [awake.clone(), awake, Pause::After(300)]);
    }

    #[test]
    fn replication_keeps_the_writer_and_its_followers_awake() {
        let awake = Pause::Never(vec![Awake::Replication]);
        for (engine, name, value) in [
            (Engine::AuroraPostgresql, "rds.logical_replication", "1"),
            (Engine::AuroraMysql, "binlog_format", "ROW"),
        ] {
            let mut design = sleeper();
            design.cluster.engine = engine;
            design.cluster.parameters.insert(name.to_owned(), value.to_owned());
            assert_eq!(reasons(&design), [awake.clone(), awake.clone(), Pause::After(300)]);
            let off = if engine == Engine::AuroraMysql { "off" } else { "0" };
            design.cluster.parameters.insert(name.to_owned(), off.to_owned());
            assert_eq!(reasons(&design), [0; 3].map(|_| Pause::After(300)));
        }
    }

    #[test]
    fn an_old_version_never_pauses_and_an_unknown_one_is_given_the_benefit() {
        let mut design = sleeper();
        design.cluster.engine_version = Some("15.5".to_owned());
        assert_eq!(pause(&design, 0), Pause::Never(vec![Awake::Version]));
        design.cluster.engine_version = Some("99.1".to_owned());
        assert!(pause(&design, 0).pauses());
        design.cluster.engine_version = Some("15".to_owned());
        assert!(pause(&design, 0).pauses());
    }
}
