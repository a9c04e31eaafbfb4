//! Instances: how many, in which tier and zone.

pub(super) mod failover_to_small_reader;
pub(super) mod impossible_zone;
pub(super) mod opt_in_region;
pub(super) mod reader_tied_to_writer;
pub(super) mod single_instance;
pub(super) mod single_zone;
pub(super) mod tier_out_of_range;
pub(super) mod too_many_readers;
pub(super) mod unusual_zone;

use crate::design::instance_at_start as named;
use crate::design::{Design, Edit, Field, Zone, spread};

use super::Finding;

/// The zone for an instance that leaves its own: the least used by the others, who stay where they are.
fn free_zone(design: &Design, index: usize) -> Option<Zone> {
    let mut chosen: Vec<_> = design.zones().into_iter().map(Some).collect();
    *chosen.get_mut(index)? = None;
    spread(design.region.zones, &chosen).get(index).copied()
}

/// Offers to move an instance to where the others are not.
fn moved(finding: Finding, design: &Design, index: usize) -> Finding {
    let Some(zone) = free_zone(design, index) else { return finding };
    let edit = Edit::set(Field::InstanceZone(index), zone.to_string());
    finding.fix(format!("Move it to zone {zone}"), [edit])
}
