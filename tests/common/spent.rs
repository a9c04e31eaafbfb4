//! Processor time, for tests that hold a bound: what else the machine does meanwhile is not counted.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// What this thread has used of a processor so far.
pub(crate) fn spent() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}
