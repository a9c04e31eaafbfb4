//! What a capacity allows.

use crate::design::{Design, Engine};
use crate::facts::Acu;
use crate::facts::limits::{POSTGRESQL_LOW_MINIMUM_CONNECTIONS, mysql_connections, postgresql_connections};

/// Connections an instance takes by default (ACU-30…33): what the maximum gives, and what is left of it under the
/// minimum's cap (ACU-31).
pub fn max_connections(design: &Design) -> (u32, u32) {
    let (min, max) = (design.cluster.min_capacity, design.cluster.max_capacity);
    match design.cluster.engine {
        Engine::AuroraPostgresql => {
            let table = postgresql_connections(max);
            let cap = if min <= Acu::HALF { POSTGRESQL_LOW_MINIMUM_CONNECTIONS } else { u32::MAX };
            (table, table.min(cap))
        }
        Engine::AuroraMysql => {
            let table = mysql_connections(max);
            (table, table)
        }
    }
}
