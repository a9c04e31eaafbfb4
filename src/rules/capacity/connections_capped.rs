//! `capacity/connections-capped`

use crate::design::{Edit, Field};
use crate::estimate::{grouped, max_connections};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::{Context, Finding, Page, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/connections-capped",
    severity: Severity::Note,
    title: "The low minimum caps connections at 2,000",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    check,
};

pub(crate) static PAGE: Page = Page {
    why: "With a minimum of 0 or 0.5 ACU, PostgreSQL takes 2,000 connections an instance, whatever the maximum gives.",
    facts: &["ACU-31"],
    bad: || cluster(|it| it.min_capacity = Acu::HALF),
    good: || cluster(|it| it.min_capacity = Acu::whole(1)),
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let (min, max) = (context.design.cluster.min_capacity, context.design.cluster.max_capacity);
    let (table, left) = max_connections(context.design);
    if left >= table {
        return Vec::new();
    }
    let message = format!(
        "{} connections at {max} ACU, capped at {} because the minimum is {min}.",
        grouped(&table.to_string()),
        grouped(&left.to_string())
    );
    let finding = RULE.finding(Field::MinCapacity, message);
    // From 0 ACU the remedy would also end the pausing, which nobody asked for.
    if min == Acu::ZERO {
        return vec![finding];
    }
    let edits = [Edit::set(Field::MinCapacity, Acu::whole(1))];
    vec![finding.fix(format!("Raise the minimum to 1 ACU{}", context.idle_cost(&edits)), edits)]
}
