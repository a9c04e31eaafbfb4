//! `capacity/peak-over-connections`

use crate::design::Field;
use crate::estimate::{grouped, max_connections};
use crate::rules::examples::{design, example};
use crate::rules::{Context, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/peak-over-connections",
    severity: Severity::Warning,
    title: "The peak needs more connections than an instance takes",
    why: "What does not fit is refused at the busiest moment; raise the maximum, pool connections or add readers.",
    facts: &["ACU-30", "ACU-43"],
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    check,
    bad: example(|| design(|it| it.usage.peak_connections = Some(4000))),
    good: example(|| design(|it| it.usage.peak_connections = Some(3000))),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let Some(peak) = context.design.usage.peak_connections else { return Vec::new() };
    let max = context.design.cluster.max_capacity;
    let (_, limit) = max_connections(context.design);
    let share = context.design.proxy.as_ref().map_or(100, |proxy| proxy.max_connections_percent.min(100));
    let usable = u64::from(limit) * u64::from(share) / 100;
    if u64::from(peak) <= usable {
        return Vec::new();
    }
    let through = if share < 100 { format!(" ({share} % of them through the proxy)") } else { String::new() };
    let message = format!(
        "The peak needs {} connections; at {max} ACU an instance takes {}{through}.",
        grouped(&peak.to_string()),
        grouped(&usable.to_string())
    );
    vec![RULE.finding(Field::PeakConnections, message)]
}
