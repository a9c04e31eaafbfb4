//! Storage: encryption, billing, size.

pub(super) mod aws_owned_key;
pub(super) mod io_optimized_unconfirmed;
pub(super) mod io_optimized_unsupported;
pub(super) mod unused_key;
pub(super) mod usage_over_volume;
