//! Pausing: how it is asked for and what prevents it.

pub(super) mod costs_more_than_it_saves;
pub(super) mod global_keeps_awake;
pub(super) mod open_connection_keeps_awake;
pub(super) mod proxy_keeps_awake;
pub(super) mod replication_keeps_awake;
pub(super) mod seconds_out_of_range;
pub(super) mod seconds_without_pause;
pub(super) mod sleeping_scheduler;
pub(super) mod slow_resume;
pub(super) mod wakes_every_few_minutes;

use crate::design::Design;
use crate::estimate::{Awake, Pause, pause};
use crate::facts::Acu;

/// Whether a cluster that was meant to pause is kept awake by this. What keeps any instance awake keeps the writer.
fn kept_awake(design: &Design, reason: Awake) -> bool {
    let awake = || match pause(design, 0) {
        Pause::Never(reasons) => reasons.contains(&reason),
        Pause::After(_) => false,
    };
    design.cluster.min_capacity == Acu::ZERO && awake()
}
