//! What a capacity allows.

use crate::design::{Design, Engine};
use crate::facts::Acu;
use crate::facts::limits::{POSTGRESQL_LOW_MINIMUM_CONNECTIONS, mysql_connections, postgresql_connections};

/// Connections an instance of the primary takes by default (ACU-30…33): what the maximum gives, and what is left of it
/// under the minimum's cap (ACU-31).
pub fn max_connections(design: &Design) -> (u32, u32) {
    connections(design.cluster.engine, design.cluster.min_capacity, design.cluster.max_capacity)
}

/// The same of any capacity range.
pub fn connections(engine: Engine, min: Acu, max: Acu) -> (u32, u32) {
    let table = match engine {
        Engine::AuroraPostgresql => postgresql_connections(max),
        Engine::AuroraMysql => mysql_connections(max),
    };
    (table, table.min(most_connections(engine, min)))
}

/// The `max_connections` that the design sets, where it is a number and no formula.
pub fn chosen_connections(design: &Design) -> Option<u32> {
    design.cluster.parameters.get("max_connections")?.parse().ok()
}

/// Connections that an instance of a capacity range takes, without and with the cap of a low minimum (ACU-31): those that
/// the parameter sets, else those of the maximum. `None` for a formula, which nobody computes here.
pub fn connections_of(design: &Design, min: Acu, max: Acu) -> Option<(u32, u32)> {
    let engine = design.cluster.engine;
    if let Some(chosen) = chosen_connections(design) {
        return Some((chosen, chosen.min(most_connections(engine, min))));
    }
    let formula = design.cluster.parameters.contains_key("max_connections");
    (!formula).then(|| connections(engine, min, max))
}

/// What the minimum caps connections at, those that a parameter sets as well (ACU-31).
fn most_connections(engine: Engine, min: Acu) -> u32 {
    let capped = engine == Engine::AuroraPostgresql && min <= Acu::HALF;
    if capped { POSTGRESQL_LOW_MINIMUM_CONNECTIONS } else { u32::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections(engine: Engine, min: Acu, max: Acu) -> (u32, u32) {
        let mut design = Design::default();
        design.cluster.engine = engine;
        (design.cluster.min_capacity, design.cluster.max_capacity) = (min, max);
        max_connections(&design)
    }

    #[test]
    fn a_low_minimum_caps_postgresql_and_not_mysql() {
        let (half, one, max) = (Acu::HALF, Acu::whole(1), Acu::whole(16));
        assert_eq!(connections(Engine::AuroraPostgresql, half, max), (3360, 2000));
        assert_eq!(connections(Engine::AuroraPostgresql, Acu::ZERO, max), (3360, 2000));
        assert_eq!(connections(Engine::AuroraPostgresql, one, max), (3360, 3360));
        assert_eq!(connections(Engine::AuroraPostgresql, half, Acu::whole(8)), (1669, 1669));
        assert_eq!(connections(Engine::AuroraMysql, half, Acu::whole(64)), (4000, 4000));
    }
}
