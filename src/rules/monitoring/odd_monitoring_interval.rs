//! `monitoring/odd-monitoring-interval`

use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/odd-monitoring-interval",
    severity: Severity::Error,
    title: "Enhanced Monitoring does not take the interval",
    why: "AWS takes 0 (off), 1, 5, 10, 15, 30 or 60 seconds.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html",
    facts: &["MON-04"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.enhanced_monitoring_seconds = 20),
    good: || cluster(|it| it.enhanced_monitoring_seconds = 30),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let seconds = context.design.cluster.enhanced_monitoring_seconds;
    let intervals = limits::ENHANCED_MONITORING_SECONDS;
    if intervals.contains(&seconds) {
        return Vec::new();
    }
    // The longer interval writes fewer logs.
    let next =
        intervals.iter().find(|known| **known > seconds).or(intervals.last()).copied().unwrap_or_default();
    let message =
        format!("An interval of {seconds} seconds is not possible; AWS takes 0, 1, 5, 10, 15, 30 or 60.");
    let edit = Edit::set(Field::EnhancedMonitoringSeconds, next);
    vec![RULE.finding(Field::EnhancedMonitoringSeconds, message).fix(format!("Use {next} seconds"), [edit])]
}
