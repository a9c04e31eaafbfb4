//! The system's date: the only clock there is.

use std::time::{SystemTime, UNIX_EPOCH};

use aurora_designer::facts::{Day, FACTS_DATE};

/// Today in UTC; the day of the facts where the system's clock stands before 1970.
pub(crate) fn today() -> Day {
    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    let now = SystemTime::now();
    let seconds = now.duration_since(UNIX_EPOCH).map(|since| since.as_secs());
    seconds
        .ok()
        .and_then(|seconds| Day::after_1970(i64::try_from(seconds / 86_400).ok()?))
        .unwrap_or(FACTS_DATE)
}
