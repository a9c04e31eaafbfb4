//! `capacity/min-low-for-insights`

use crate::design::{Design, Edit, Field, InsightsMode};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::{Range, ranges};
use crate::rules::{Context, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-low-for-insights",
    severity: Severity::Warning,
    title: "Minimum capacity is too low for Performance Insights",
    why: "AWS recommends at least 2 ACU with Performance Insights or Database Insights: below that they take capacity from the work itself. Outside production turning them off is the cheap remedy.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-34"],
    check,
    bad: || cluster(|it| it.min_capacity = Acu::HALF),
    good: Design::default,
};

const RAISE: &str = "Raise the minimum to 2 ACU";
const OFF: &str = "Turn Performance Insights off";

fn check(context: &Context<'_>) -> Vec<Finding> {
    let two = Acu::whole(2);
    let all = ranges(context.design);
    let mut findings = Vec::new();
    if !context.design.cluster.performance_insights.enabled {
        return findings;
    }
    for range in all.iter().filter(|range| range.min < two && !range.headless) {
        let Some(field) = range.own_min.clone() else { continue };
        let message = format!(
            "{}Performance Insights is on and the minimum is {} ACU; AWS recommends 2 ACU or more.",
            range.whose, range.min
        );
        let finding = RULE.finding(field.clone(), message);
        let off = [Edit::set(Field::InsightsEnabled, "false")];
        // A maximum left behind would be below it, its own and that of a secondary that follows it.
        let left = |it: &&Range| {
            let follows = it.own_min.is_none() && it.own_max.is_some() && field == Field::MinCapacity;
            it.max < two && (it.own_min == range.own_min || follows)
        };
        let mut raised = vec![range.set_min(two)];
        raised.extend(all.iter().filter(left).map(|it| it.set_max(two)));
        // In advanced mode insights can't be off alone (MON-02).
        let can_be_off = context.design.cluster.performance_insights.mode == InsightsMode::Standard;
        // From 0 ACU the remedy would also end the pausing, which nobody asked for.
        let pauses = range.min == Acu::ZERO;
        let finding = match (context.production(), can_be_off) {
            (true, _) if !pauses => finding.fix(RAISE, raised),
            (false, true) if pauses => finding.fix(OFF, off.clone()),
            (false, true) => finding.fix(OFF, off.clone()).other(RAISE, raised),
            (false, false) if !pauses => finding.other(RAISE, raised),
            _ => finding,
        };
        findings.push(if context.production() && can_be_off { finding.other(OFF, off) } else { finding });
    }
    findings
}
