//! What another engine version does: it depends on who upgrades, and on whether it goes up.

use crate::design::{Design, Engine};

use super::table::{self, Row};

/// The version that the export names: a prefix stands for the one that AWS would choose (ENG-19).
pub(super) fn effective(design: &Design) -> &str {
    design.resolved_version().map_or_else(|| design.engine_version(), |known| known.version)
}

/// The row of a change of the version.
pub(super) fn row(from: &Design, to: &Design) -> &'static Row {
    let (old, new) = (effective(from), effective(to));
    let is_up = numbers(new) > numbers(old);
    let same_engine = from.cluster.engine == to.cluster.engine;
    let same_major = same_engine && major(from.cluster.engine, old) == major(to.cluster.engine, new);
    if same_engine && from.global.is_some() && to.global.is_some() {
        return if is_up { &table::VERSION_GLOBAL } else { &table::VERSION_DOWN };
    }
    match (same_major, to.auto_minor_version_upgrade(), is_up) {
        (false, true, _) => &table::MAJOR_LEFT_TO_AWS,
        (false, false, _) => &table::MAJOR,
        (true, true, _) => &table::VERSION_LEFT_TO_AWS,
        (true, false, true) => &table::VERSION_UP,
        (true, false, false) => &table::VERSION_DOWN,
    }
}

/// `17` of `17.7`, `8.0` of `8.0.mysql_aurora.3.10.6` (ENG-20, ENG-21).
fn major(engine: Engine, version: &str) -> Vec<&str> {
    let parts = if engine == Engine::AuroraMysql { 2 } else { 1 };
    version.split('.').take(parts).collect()
}

/// The numbers of a version, which order it.
fn numbers(version: &str) -> Vec<u32> {
    version.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_their_numbers() {
        assert!(numbers("17.10") > numbers("17.7"));
        assert!(numbers("8.0.mysql_aurora.3.10.6") > numbers("8.0.mysql_aurora.3.9.7"));
    }

    #[test]
    fn a_major_is_what_the_family_is_named_by() {
        assert_eq!(major(Engine::AuroraPostgresql, "17.7"), ["17"]);
        assert_eq!(major(Engine::AuroraMysql, "8.0.mysql_aurora.3.10.6"), ["8", "0"]);
    }
}
