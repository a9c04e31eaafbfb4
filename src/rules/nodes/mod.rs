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
