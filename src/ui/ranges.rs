//! What a setting may be, in few words, where AWS or the spec draws a line.

use crate::design::{Design, Engine, Field};
use crate::estimate::grouped;
use crate::facts::Acu;
use crate::facts::limits;

/// What a setting may be in this design; empty where no line is drawn.
pub fn allowed(field: &Field, design: &Design) -> String {
    let version = design.resolved_version();
    let mysql = design.cluster.engine == Engine::AuroraMysql;
    match field {
        // ACU-04, ACU-06
        Field::MinCapacity | Field::SecondaryMinCapacity(_) => {
            version.map_or_else(String::new, |version| span(version.min_acu(), version.max_acu()))
        }
        Field::MaxCapacity | Field::SecondaryMaxCapacity(_) => {
            version.map_or_else(String::new, |version| span(Acu::whole(1), version.max_acu()))
        }
        Field::SecondsUntilAutoPause => whole(&limits::AUTO_PAUSE_SECONDS),
        Field::ProjectName => "1 to 40 of a-z, 0-9, -".to_owned(),
        Field::ClusterName | Field::ProxyName | Field::GlobalName => "1 to 63 of a-z, 0-9, -".to_owned(),
        Field::DatabaseName => format!("1 to {} letters, digits, _", if mysql { 64 } else { 63 }),
        Field::MasterUsername => format!("1 to {} letters, digits", if mysql { 16 } else { 63 }),
        Field::Budget => "above 0".to_owned(),
        Field::IdleHoursPerDay => span(0, 24),
        Field::Port => whole(&limits::PORTS),
        Field::BackupRetention => whole(&limits::BACKUP_RETENTION_DAYS),
        Field::BackupWindow | Field::MaintenanceWindow => format!("{} min or longer", limits::WINDOW_MINUTES),
        Field::BacktrackHours => span(0, limits::BACKTRACK_HOURS),
        Field::RotationDays => whole(&limits::ROTATION_DAYS),
        // MON-01
        Field::InsightsRetentionDays => "7, 731, or 31 times 1 to 23".to_owned(),
        Field::IdleClientTimeout => whole(&limits::IDLE_CLIENT_SECONDS),
        Field::ConnectionBorrowTimeout => span(0, limits::BORROW_SECONDS),
        // PRX-12, PRX-13
        Field::MaxConnectionsPercent => span(1, 100),
        Field::MaxIdleConnectionsPercent => {
            span(0, design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent))
        }
        Field::StorageGb => {
            let most = version.and_then(|version| version.max_storage_tib);
            most.map_or_else(String::new, |tib| span(0, u64::from(tib) * 1024))
        }
        Field::ActiveHoursPerMonth => span(0, limits::HOURS_PER_MONTH),
        // As money/impossible-discount has it.
        Field::SavingsPlanPercent => span(0, 35),
        Field::SecondaryReaders(_) => span(0, limits::MAX_SECONDARY_READERS),
        Field::SubnetIds(_) => span(limits::SUBNETS.start(), limits::SUBNETS.end()),
        _ => String::new(),
    }
}

fn span(from: impl std::fmt::Display + Copy, to: impl std::fmt::Display + Copy) -> String {
    format!("{} to {}", grouped(&from.to_string()), grouped(&to.to_string()))
}

fn whole(range: &std::ops::RangeInclusive<u32>) -> String {
    span(range.start(), range.end())
}
