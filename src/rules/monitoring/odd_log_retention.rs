//! `monitoring/odd-log-retention`

use super::log_retention_fits;
use crate::design::{Edit, Field};
use crate::facts::limits;
use crate::rules::examples::cluster;
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "monitoring/odd-log-retention",
    severity: Severity::Error,
    title: "CloudWatch does not keep logs for so many days",
    why: "CloudWatch Logs takes a closed list of periods.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    facts: &["LOG-02"],
    check,
};

pub(crate) static EXAMPLES: Examples = Examples {
    rule: &RULE,
    bad: || cluster(|it| it.log_retention_days = 100),
    good: || cluster(|it| it.log_retention_days = 90),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let days = context.design.cluster.log_retention_days;
    let periods = limits::LOG_RETENTION_DAYS;
    if log_retention_fits(context.design) || !context.design.keeps_logs() {
        return Vec::new();
    }
    let next = periods.iter().find(|period| **period > days).or(periods.last()).copied().unwrap_or_default();
    let message =
        format!("Logs are to be kept for {days} days; the next period that CloudWatch takes is {next}.");
    let edit = Edit::set(Field::LogRetentionDays, next);
    vec![RULE.finding(Field::LogRetentionDays, message).fix(format!("Keep logs for {next} days"), [edit])]
}
