//! What a secondary of a Global Database would be as primary.

use super::minutes::{Asked, Minutes, with_reads};
use super::moment::{Moment, settled, total};
use super::through_proxy;
use crate::design::{Design, Part};
use crate::estimate::connections_of;
use crate::facts::Acu;
use crate::simulate::Refused;

/// A secondary that may be promoted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Promotion {
    /// Its place among the secondaries.
    pub secondary: usize,
    /// Its instances; without one it can't be promoted before somebody adds one (GDB-06).
    pub instances: u32,
    /// What its instances have together at the moment.
    pub capacity: Acu,
    /// The most that one of them may reach.
    pub max: Acu,
    /// The most that one of the primary's may.
    pub primary_max: Acu,
    /// Connections that all its instances take, without a proxy, which the primary alone has; `None` for a formula.
    pub connections: Option<u64>,
    /// What the primary's load does on it; `None` where it has no instance, an error where its range is none.
    pub minutes: Option<Result<Minutes, Refused>>,
}

impl Promotion {
    /// Whether it can't grow as large as the primary (GDB-05b).
    pub fn is_smaller(&self) -> bool {
        self.max < self.primary_max
    }
}

pub(super) fn promotions(design: &Design, moment: &Moment) -> Vec<Promotion> {
    let secondaries = design.secondaries().iter().enumerate();
    secondaries
        .map(|(index, secondary)| {
            let (min, max) = (design.secondary_min(secondary), design.secondary_max(secondary));
            let own_reads = Acu::at_least(design.secondary_acu(secondary));
            let given = settled(own_reads, min, max);
            let limit = connections_of(design, min, max).map(|(_, capped)| u64::from(capped));
            // One instance alone writes and reads, for both Regions.
            let alone = secondary.readers == 1;
            let reads = if alone { total([moment.all_reads(), own_reads].into_iter()) } else { Acu::ZERO };
            let asked = || Asked {
                part: Part::Secondary(index),
                from: given,
                min,
                max,
                points: with_reads(&moment.load, reads),
            };
            Promotion {
                secondary: index,
                instances: secondary.readers,
                capacity: Acu::halves(given.as_halves().saturating_mul(secondary.readers)),
                max,
                primary_max: design.cluster.max_capacity,
                connections: limit.map(|each| each.saturating_mul(u64::from(secondary.readers))),
                minutes: (secondary.readers > 0).then(|| asked().played(design)),
            }
        })
        .collect()
}

/// Connections of the peak that a promoted secondary does not take.
pub(super) fn beyond(design: &Design, promotion: &Promotion) -> u64 {
    let cluster = &design.cluster;
    let Some(peak) = design.usage.peak_connections.map(u64::from) else { return 0 };
    let Some(room) = promotion.connections.filter(|_| promotion.instances > 0) else { return 0 };
    let instances = u64::try_from(cluster.readers.len()).unwrap_or(u64::MAX).saturating_add(1);
    let before = connections_of(design, cluster.min_capacity, cluster.max_capacity)
        .map_or(0, |(_, limit)| through_proxy(design, limit).saturating_mul(instances));
    peak.saturating_sub(room).saturating_sub(peak.saturating_sub(before))
}
