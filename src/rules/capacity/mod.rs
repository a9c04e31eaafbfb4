//! Capacity: the range, what it allows and what it costs.

pub(super) mod max_below_min;
