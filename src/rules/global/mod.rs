//! The Global Database: its Regions and its members.

pub(super) mod foreign_partition;
pub(super) mod forwarding_unsupported;
pub(super) mod headless_secondary;
pub(super) mod repeated_region;
pub(super) mod restricted_operations;
pub(super) mod secondary_missing;
pub(super) mod small_secondary;
pub(super) mod too_many_instances;
pub(super) mod too_many_secondaries;
