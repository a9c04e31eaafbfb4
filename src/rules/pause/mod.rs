//! Pausing: how it is asked for and what prevents it.

pub(super) mod global_keeps_awake;
pub(super) mod open_connection_keeps_awake;
pub(super) mod proxy_keeps_awake;
pub(super) mod replication_keeps_awake;
pub(super) mod seconds_out_of_range;
pub(super) mod seconds_without_pause;
pub(super) mod sleeping_scheduler;
pub(super) mod slow_resume;
