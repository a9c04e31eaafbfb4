//! The browser's clock.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;
use web_sys::VisibilityState;

use crate::facts::{Day, FACTS_DATE};

/// The browser's date, local time.
pub fn today() -> Day {
    day(&Date::new_0())
}

fn day(date: &Date) -> Day {
    let text = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    Day::parse(&text).unwrap_or(FACTS_DATE)
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    // Before 1970 the clock is wrong, and the cast is 0.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and far below 2^53")]
    let now = Date::now() as u64;
    now
}

/// The local day, hour and minute of a time in milliseconds since 1970.
pub fn local(milliseconds: u64) -> (Day, u32, u32) {
    #[allow(clippy::cast_precision_loss, reason = "below 2^53 for 280,000 years")]
    let date = Date::new(&(milliseconds as f64).into());
    (day(&date), date.get_hours(), date.get_minutes())
}

/// A text that nothing else was ever called.
pub fn new_id() -> String {
    // So many that two tabs of one millisecond do not meet.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0 and below 2^40")]
    let chance = (js_sys::Math::random() * 1_099_511_627_776.0) as u64;
    format!("{:011x}-{chance:010x}", now())
}

/// Runs a task behind the next frame; a page that nobody looks at has none, and there it runs at once.
pub fn after_frame(task: impl FnOnce() + 'static) {
    let behind = move || set_timeout(task, Duration::ZERO);
    if document().visibility_state() == VisibilityState::Hidden {
        behind();
    } else {
        request_animation_frame(behind);
    }
}

/// Runs a task later, once; a second call before it ran replaces the first, and a task whose owner is gone never runs.
#[derive(Clone, Copy)]
pub struct Later(StoredValue<Option<TimeoutHandle>>);

impl Default for Later {
    fn default() -> Self {
        Self::new()
    }
}

impl Later {
    /// A place for one task.
    pub fn new() -> Self {
        let later = Self(StoredValue::new(None));
        on_cleanup(move || later.cancel());
        later
    }

    /// After so many milliseconds.
    pub fn run(self, milliseconds: u64, task: impl FnOnce() + 'static) {
        self.cancel();
        let due = move || {
            let _gone = self.0.try_set_value(None);
            task();
        };
        self.0.set_value(set_timeout_with_handle(due, Duration::from_millis(milliseconds)).ok());
    }

    /// Whether a task has yet to run.
    pub fn is_waiting(self) -> bool {
        self.0.with_value(Option::is_some)
    }

    /// What has not run yet never will.
    pub fn cancel(self) {
        if let Some(waiting) = self.0.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
