//! `capacity/min-low-for-insights`

use crate::design::{Design, Edit, Field};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-low-for-insights",
    severity: Severity::Warning,
    title: "Minimum capacity is too low for Performance Insights",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "AWS recommends at least 2 ACU with Performance Insights or Database Insights: below that they take capacity from the work itself.",
    facts: &["ACU-34"],
    bad: || cluster(|it| it.min_capacity = Acu::HALF),
    good: Design::default,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let cluster = &context.design.cluster;
    if !cluster.performance_insights.enabled || cluster.min_capacity >= Acu::whole(2) {
        return Vec::new();
    }
    let min = cluster.min_capacity;
    let message =
        format!("Performance Insights is on and the minimum is {min} ACU; AWS recommends 2 ACU or more.");
    let finding = RULE.finding(Field::MinCapacity, message);
    // From 0 ACU the remedy would also end the pausing, which nobody asked for.
    if min == Acu::ZERO {
        return vec![finding];
    }
    let mut edits = vec![Edit::set(Field::MinCapacity, Acu::whole(2))];
    if cluster.max_capacity < Acu::whole(2) {
        edits.push(Edit::set(Field::MaxCapacity, Acu::whole(2)));
    }
    let title = format!("Raise the minimum to 2 ACU{}", context.idle_cost(&edits));
    vec![finding.fix(title, edits)]
}
