//! What a setting means in the design at hand, in few words beside its control: what it may be, and what follows from it.

use std::fmt::Display;
use std::ops::RangeInclusive;

use crate::design::{Design, Engine, Field, Group};
use crate::estimate::{Bill, Pause, alarms, assumed, grouped, max_connections, pause};
use crate::facts::{Decimal, limits};

/// What a setting may be in this design, where AWS or the spec draws a line; empty where none is drawn.
pub fn allowed(field: &Field, design: &Design) -> String {
    let mysql = design.cluster.engine == Engine::AuroraMysql;
    match field {
        Field::ProjectName => "1 to 40 of a-z, 0-9, -".to_owned(),
        Field::ClusterName | Field::ProxyName | Field::GlobalName => "1 to 63 of a-z, 0-9, -".to_owned(),
        Field::DatabaseName => format!("1 to {} letters, digits, _", if mysql { 64 } else { 63 }),
        Field::MasterUsername => format!("1 to {} letters, digits", if mysql { 16 } else { 63 }),
        Field::KmsKey(_) => "create, aws_managed or a key's ARN".to_owned(),
        Field::Budget => "above 0".to_owned(),
        Field::BackupWindow | Field::MaintenanceWindow => format!("{} min or longer", limits::WINDOW_MINUTES),
        // MON-01
        Field::InsightsRetentionDays => "7, 731, or 31 times 1 to 23".to_owned(),
        Field::SubnetIds(_) => span(limits::SUBNETS.start(), limits::SUBNETS.end()),
        _ => bounds(field, design).map(|(least, most)| span(least, most)).unwrap_or_default(),
    }
}

/// The least and the most that a number may be in this design, where AWS or the spec draws a line.
pub fn bounds(field: &Field, design: &Design) -> Option<(Decimal, Decimal)> {
    let version = design.resolved_version();
    let whole = |range: &RangeInclusive<u32>| Some(((*range.start()).into(), (*range.end()).into()));
    let up_to = |most: u32| Some((0, most.into()));
    let (least, most): (u64, u64) = match field {
        // ACU-04, ACU-06
        Field::MinCapacity | Field::SecondaryMinCapacity(_) => {
            return version.map(|version| (version.min_acu().as_decimal(), version.max_acu().as_decimal()));
        }
        Field::MaxCapacity | Field::SecondaryMaxCapacity(_) => {
            return version.map(|version| (Decimal::ONE, version.max_acu().as_decimal()));
        }
        Field::SecondsUntilAutoPause => whole(&limits::AUTO_PAUSE_SECONDS),
        Field::IdleHoursPerDay => up_to(24),
        Field::Port => whole(&limits::PORTS),
        Field::BackupRetention => whole(&limits::BACKUP_RETENTION_DAYS),
        Field::BacktrackHours => up_to(limits::BACKTRACK_HOURS),
        Field::RotationDays => whole(&limits::ROTATION_DAYS),
        Field::IdleClientTimeout => whole(&limits::IDLE_CLIENT_SECONDS),
        Field::ConnectionBorrowTimeout => up_to(limits::BORROW_SECONDS),
        // PRX-12, PRX-13
        Field::MaxConnectionsPercent => Some((1, 100)),
        Field::MaxIdleConnectionsPercent => {
            up_to(design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent))
        }
        Field::StorageGb => {
            version.and_then(|version| version.max_storage_tib).map(|tib| (0, u64::from(tib) * 1024))
        }
        Field::ActiveHoursPerMonth => Some((0, limits::HOURS_PER_MONTH)),
        // As money/impossible-discount has it.
        Field::SavingsPlanPercent => up_to(35),
        Field::SecondaryReaders(_) => up_to(limits::MAX_SECONDARY_READERS),
        _ => None,
    }?;
    Some((Decimal::whole(least), Decimal::whole(most)))
}

fn span<T: Display>(from: T, to: T) -> String {
    format!("{} to {}", grouped(&from.to_string()), grouped(&to.to_string()))
}

/// What the value means for this design and its bill; empty where there is nothing to say.
pub fn consequence(field: &Field, design: &Design, bill: &Bill) -> String {
    match field {
        Field::ProjectName => format!("Cluster {}", design.cluster_name()),
        Field::Region => design.region.name.to_owned(),
        Field::MaxCapacity | Field::PeakConnections => connections(design),
        Field::SecondsUntilAutoPause => pausing(design),
        Field::AlarmsEnabled => format!("{} alarms", alarms(design).len()),
        Field::ActiveHoursPerMonth => awake(design, bill),
        Field::IdleHoursPerDay => {
            "Asked for the advice whether Serverless v2 fits; the bill takes Hours awake.".to_owned()
        }
        // What the bill takes where the user gives no figure.
        _ if field.group() == Group::Usage => {
            assumed(design, bill, field).map(|text| format!("{text}.")).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn connections(design: &Design) -> String {
    let (table, capped) = max_connections(design);
    let count = |count: u32| grouped(&count.to_string());
    let max = design.cluster.max_capacity;
    if capped < table {
        let (table, capped) = (count(table), count(capped));
        return format!("{table} connections at {max} ACU, capped at {capped} by the minimum.");
    }
    format!("{} connections at {max} ACU.", count(table))
}

fn awake(design: &Design, bill: &Bill) -> String {
    if !pause(design, 0).pauses() {
        return "Counts only where the cluster can pause.".to_owned();
    }
    let all = Decimal::whole(limits::HOURS_PER_MONTH);
    if design.active_hours_per_month() >= all {
        // 22 working days of 8 hours.
        return format!("Awake all {all} h, so pausing saves nothing. Eight hours a working day are 176.");
    }
    assumed(design, bill, &Field::ActiveHoursPerMonth).map(|text| format!("{text}.")).unwrap_or_default()
}

fn pausing(design: &Design) -> String {
    match pause(design, 0) {
        Pause::After(seconds) => {
            format!("Pauses after {} min without a connection; resumes in about 15 s.", seconds / 60)
        }
        Pause::Never(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Edit;
    use crate::estimate::bill;
    use crate::facts::prices::PRICE_DATE;

    #[test]
    fn a_consequence_is_that_of_the_design() {
        let say = |field: &Field, design: &Design| consequence(field, design, &bill(design, PRICE_DATE));
        let design = Design::default();
        assert_eq!(say(&Field::ProjectName, &design), "Cluster aurora-cluster");
        assert_eq!(say(&Field::MaxCapacity, &design), "3,360 connections at 16 ACU.");
        assert_eq!(say(&Field::SecondsUntilAutoPause, &design), "");
        assert_eq!(say(&Field::StorageGb, &design), "100 GB of data: the usual figure for production.");
        assert_eq!(say(&Field::ActiveHoursPerMonth, &design), "Counts only where the cluster can pause.");
        let given =
            design.with_all(&[Edit::set(Field::StorageGb, 7), Edit::set(Field::MinCapacity, 0)]).unwrap();
        assert_eq!(say(&Field::StorageGb, &given), "");
        assert_eq!(
            say(&Field::SecondsUntilAutoPause, &given),
            "Pauses after 5 min without a connection; resumes in about 15 s."
        );
        assert!(say(&Field::MaxCapacity, &given).ends_with("capped at 2,000 by the minimum."));
        assert_eq!(say(&Field::Port, &given), "");
    }
}
