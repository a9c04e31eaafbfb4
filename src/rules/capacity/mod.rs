//! Capacity: the range, what it allows and what it costs.

pub(super) mod connections_capped;
pub(super) mod ignored_parameter;
pub(super) mod max_above_version;
pub(super) mod max_below_min;
pub(super) mod max_below_one;
pub(super) mod min_above_version;
pub(super) mod min_equals_max;
pub(super) mod min_low_for_global;
pub(super) mod min_low_for_insights;
pub(super) mod parameter_beyond_max;
pub(super) mod peak_over_connections;
pub(super) mod zero_min_on_old_version;

use super::members::Range;
use crate::design::Design;
use crate::estimate::{connections, most_connections};

/// Connections that an instance of a range takes, without and with the cap of a low minimum (ACU-31): those that the
/// parameter sets, else those of the maximum. `None` for a formula, which nobody computes here.
fn connections_of(design: &Design, range: &Range) -> Option<(u32, u32)> {
    let engine = design.cluster.engine;
    let Some(chosen) = design.cluster.parameters.get("max_connections") else {
        return Some(connections(engine, range.min, range.max));
    };
    let chosen = chosen.parse::<u32>().ok()?;
    Some((chosen, chosen.min(most_connections(engine, range.min))))
}
