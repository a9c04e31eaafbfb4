//! Monitoring: logs, insights, alarms.

pub(super) mod alarms_off;
pub(super) mod alarms_unheard;
pub(super) mod endless_logs;
pub(super) mod foreign_log;
pub(super) mod long_advanced_insights;
pub(super) mod malformed_email;
pub(super) mod odd_insights_retention;
pub(super) mod odd_log_retention;
pub(super) mod odd_monitoring_interval;
pub(super) mod short_advanced_insights;
pub(super) mod silenced_log;
pub(super) mod silent_while_paused;
pub(super) mod unconfirmed_email;
pub(super) mod unexported_logs;
pub(super) mod unused_insights_retention;

use crate::design::Design;
use crate::facts::limits;

/// Whether CloudWatch takes the days for which logs are kept (LOG-02).
pub(super) fn log_retention_fits(design: &Design) -> bool {
    limits::LOG_RETENTION_DAYS.contains(&design.cluster.log_retention_days)
}

/// Whether a text is an e-mail address: one `@`, something on both sides with a dot on the right, no space.
fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    let dotted = host.split_once('.').is_some_and(|(name, rest)| !name.is_empty() && !rest.is_empty());
    !user.is_empty() && dotted && !host.contains('@') && !text.contains(char::is_whitespace)
}
