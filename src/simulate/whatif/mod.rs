//! What is left when a zone, an instance or the Region is lost: who takes over, with how much capacity, what no longer fits
//! or points nowhere, and what the load does in the hour after it.
//!
//! The moment of the loss is the load's busiest minute, or its average where the design has no load; every instance has
//! settled by then. A failover itself is not simulated: what AWS says of its time stands beside it as AWS' words.

mod endpoints;
mod minutes;
mod moment;
mod names;
mod recovery;
mod region;
mod remarks;
mod takeover;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Refused;
use crate::design::{Design, Engine, Zone};
use crate::estimate::{chosen_connections, connections_of};
use crate::facts::Acu;
use crate::facts::limits::is_connection_row;

pub use endpoints::{Address, Endpoint};
pub use minutes::Minutes;
pub use names::member_name;
pub use recovery::{Recovery, Said};
pub use region::Promotion;
pub use remarks::Remark;
pub use takeover::Takeover;

use moment::{Moment, total};

/// What is switched off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Loss {
    /// A zone of the primary's Region with every instance in it.
    Zone(Zone),
    /// An instance of the primary, writer 0.
    Instance(usize),
    /// The primary's Region.
    Region,
}

/// What is left of a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aftermath {
    /// The primary's instances that are gone, writer 0; empty where the loss meets none.
    pub lost: Vec<usize>,
    /// Who writes from then on.
    pub takeover: Takeover,
    /// What each zone with an instance has, and what of it is left.
    pub zones: BTreeMap<Zone, InZone>,
    /// Capacity of the primary.
    pub capacity: Capacity,
    /// Connections of the primary; `None` where `max_connections` is a formula, which nobody computes here.
    pub connections: Option<Connections>,
    /// Every endpoint that a client may have been given.
    pub endpoints: Vec<Endpoint>,
    /// What the load does on the instances whose share of it grows; an error where the design's range is none.
    pub minutes: Result<Vec<Minutes>, Refused>,
    /// How much may be lost, and how long it takes.
    pub recovery: Recovery,
    /// What each secondary would be as primary; only where the Region is lost.
    pub promotions: Vec<Promotion>,
    /// What promoting one of them means; empty where there is none to promote.
    pub promotion_means: Vec<Said>,
    /// What shows only then, the worst first.
    pub remarks: Vec<Remark>,
}

/// What a zone has, and what of it is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct InZone {
    /// Its instances.
    pub instances: usize,
    /// Those of them that are left.
    pub left: usize,
    /// What its instances have together at the moment.
    pub capacity: Acu,
    /// What those have that are left, before they grow.
    pub capacity_left: Acu,
}

/// Capacity at the moment of the loss and right after it, in ACU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Capacity {
    /// All instances together before it.
    pub before: Acu,
    /// Those that are left.
    pub after: Acu,
    /// The writer before it.
    pub writer_before: Acu,
    /// Whoever writes after it, before it grows; `None` while nobody does.
    pub writer_after: Option<Acu>,
    /// The most that all instances together may reach before it.
    pub most_before: Acu,
    /// The most that those may reach that are left.
    pub most_after: Acu,
}

/// Connections at the peak, taken as spread evenly over the instances that serve them: our assumption.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Connections {
    /// What an instance takes, through the proxy where there is one (ACU-30).
    pub each: u64,
    /// Whether that lies between the rows that AWS prints for MySQL, and is unconfirmed (ACU-33).
    pub interpolated: bool,
    /// Instances before the loss.
    pub before: u64,
    /// Instances after it.
    pub after: u64,
    /// Connections at the peak; `None` where nobody said.
    pub peak: Option<u64>,
}

impl Connections {
    /// How many connections of the peak fit no more; those that never did are not counted.
    pub fn beyond(&self) -> u64 {
        let over =
            |instances: u64| self.peak.unwrap_or(0).saturating_sub(instances.saturating_mul(self.each));
        over(self.after).saturating_sub(over(self.before))
    }
}

/// What is left of a design when something of it is lost. Every design has an answer; a loss that meets nothing changes
/// nothing.
pub fn lost(design: &Design, loss: Loss) -> Aftermath {
    let zones = design.zones();
    let is_lost = |place: &usize| match loss {
        Loss::Zone(zone) => zones.get(*place) == Some(&zone),
        Loss::Instance(instance) => instance == *place,
        Loss::Region => true,
    };
    let (gone, left): (Vec<usize>, Vec<usize>) = (0..zones.len()).partition(is_lost);
    let moment = Moment::of(design);
    let takeover = takeover::takeover(design, loss, &gone, &left, &moment);
    let mut by_zone: BTreeMap<Zone, InZone> = BTreeMap::new();
    for (place, zone) in zones.iter().enumerate() {
        let it = by_zone.entry(*zone).or_default();
        let has = moment.given.get(place).copied().unwrap_or_default();
        it.instances += 1;
        it.capacity = total([it.capacity, has].into_iter());
        if left.contains(&place) {
            it.left += 1;
            it.capacity_left = total([it.capacity_left, has].into_iter());
        }
    }
    let mut aftermath = Aftermath {
        capacity: capacity(design, &moment, &left, &takeover),
        connections: connections(design, zones.len(), left.len()),
        endpoints: endpoints::endpoints(design, loss, &gone, &left, &takeover),
        minutes: minutes::minutes(design, &moment, &left, &takeover),
        recovery: recovery::recovery(design, loss, &takeover),
        promotions: if loss == Loss::Region { region::promotions(design, &moment) } else { Vec::new() },
        promotion_means: if takeover == Takeover::Secondary {
            recovery::promotion(design)
        } else {
            Vec::new()
        },
        remarks: Vec::new(),
        zones: by_zone,
        lost: gone,
        takeover,
    };
    aftermath.remarks = remarks::remarks(design, loss, &moment, &left, &aftermath);
    aftermath
}

fn capacity(design: &Design, moment: &Moment, left: &[usize], takeover: &Takeover) -> Capacity {
    let of = |place: usize| moment.given.get(place).copied().unwrap_or_default();
    let most = |count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        Acu::halves(design.cluster.max_capacity.as_halves().saturating_mul(count))
    };
    Capacity {
        before: total(moment.given.iter().copied()),
        after: total(left.iter().map(|place| of(*place))),
        writer_before: of(0),
        writer_after: takeover.writer().map(of),
        most_before: most(moment.given.len()),
        most_after: most(left.len()),
    }
}

fn connections(design: &Design, before: usize, after: usize) -> Option<Connections> {
    let cluster = &design.cluster;
    let (_, limit) = connections_of(design, cluster.min_capacity, cluster.max_capacity)?;
    let count = |instances: usize| u64::try_from(instances).unwrap_or(u64::MAX);
    Some(Connections {
        each: through_proxy(design, limit),
        interpolated: cluster.engine == Engine::AuroraMysql
            && chosen_connections(design).is_none()
            && !is_connection_row(cluster.max_capacity),
        before: count(before),
        after: count(after),
        peak: design.usage.peak_connections.map(u64::from),
    })
}

/// What is left of a limit through the proxy's share (PRX-12).
fn through_proxy(design: &Design, limit: u32) -> u64 {
    let share = design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent.min(100));
    u64::from(limit) * u64::from(share) / 100
}

#[cfg(test)]
mod tests;
