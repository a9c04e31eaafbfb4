//! Processor time, for tests that hold a bound: what else the machine does meanwhile is not counted.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// What is done, and the processor time that this thread spent on it.
pub(crate) fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let before = now();
    let done = what();
    (done, now().saturating_sub(before))
}

fn now() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}
