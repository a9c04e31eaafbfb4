//! Capacity: the range, what it allows and what it costs.

pub(super) mod connections_capped;
pub(super) mod ignored_parameter;
pub(super) mod max_above_version;
pub(super) mod max_below_load;
pub(super) mod max_below_min;
pub(super) mod max_below_one;
pub(super) mod min_above_version;
pub(super) mod min_equals_max;
pub(super) mod min_far_below_average;
pub(super) mod min_far_below_load;
pub(super) mod min_low_for_global;
pub(super) mod min_low_for_insights;
pub(super) mod parameter_beyond_max;
pub(super) mod peak_over_connections;
pub(super) mod zero_min_on_old_version;
