//! The alarms the export makes; the bill counts the same ones.

use crate::design::Design;

/// What an alarm watches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AlarmKind {
    /// `ACUUtilization` near the maximum (MET-02).
    AcuUtilization,
    /// `DatabaseConnections` near `max_connections` (MET-04).
    Connections,
    /// Little `FreeableMemory` (MET-05).
    FreeableMemory,
    /// `AuroraReplicaLag` of a reader (MET-08).
    ReplicaLag,
    /// `Deadlocks` on the writer (MET-07).
    Deadlocks,
}

/// One alarm on one instance, writer first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alarm {
    /// What it watches.
    pub kind: AlarmKind,
    /// The instance's place.
    pub instance: usize,
}

/// Every alarm the primary gets.
pub fn alarms(design: &Design) -> Vec<Alarm> {
    if !design.cluster.alarms.enabled {
        return Vec::new();
    }
    let cluster = &design.cluster;
    // From 90 % of the maximum on the alarm would be raised for ever.
    let [min, max] = [cluster.min_capacity, cluster.max_capacity].map(|acu| u64::from(acu.as_halves()));
    let scales = min * 10 < max * 9;
    let scaling = scales.then_some(AlarmKind::AcuUtilization);
    let each = move || scaling.into_iter().chain([AlarmKind::Connections, AlarmKind::FreeableMemory]);
    let instances = 0..=cluster.readers.len();
    instances
        .flat_map(|instance| {
            let own = if instance == 0 { AlarmKind::Deadlocks } else { AlarmKind::ReplicaLag };
            each().chain([own]).map(move |kind| Alarm { kind, instance })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Acu;

    #[test]
    fn every_instance_has_four_alarms_and_only_the_writer_watches_deadlocks() {
        let all = alarms(&Design::default());
        assert_eq!(all.len(), 8);
        let of = |kind| {
            all.iter().filter(|alarm| alarm.kind == kind).map(|alarm| alarm.instance).collect::<Vec<_>>()
        };
        assert_eq!(of(AlarmKind::AcuUtilization), [0, 1]);
        assert_eq!(of(AlarmKind::Deadlocks), [0]);
        assert_eq!(of(AlarmKind::ReplicaLag), [1]);
    }

    #[test]
    fn a_capacity_that_never_leaves_its_maximum_raises_no_alarm() {
        let utilization = |min, max| {
            let mut design = Design::default();
            (design.cluster.min_capacity, design.cluster.max_capacity) = (Acu::halves(min), Acu::halves(max));
            alarms(&design).iter().filter(|alarm| alarm.kind == AlarmKind::AcuUtilization).count()
        };
        assert_eq!((utilization(32, 32), utilization(18, 20)), (0, 0));
        assert_eq!((utilization(17, 20), utilization(0, 2)), (2, 2));
    }

    #[test]
    fn no_alarms_are_made_where_they_are_off() {
        let mut design = Design::default();
        design.cluster.alarms.enabled = false;
        assert!(alarms(&design).is_empty());
    }
}
