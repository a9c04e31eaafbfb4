//! The browser's clock.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;

use crate::facts::{Day, FACTS_DATE};

/// The browser's date, local time.
pub fn today() -> Day {
    let now = Date::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    Day::parse(&text).unwrap_or(FACTS_DATE)
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
        self.0.set_value(set_timeout_with_handle(task, Duration::from_millis(milliseconds)).ok());
    }

    /// What has not run yet never will.
    pub fn cancel(self) {
        if let Some(waiting) = self.0.try_get_value().flatten() {
            waiting.clear();
        }
    }
}
