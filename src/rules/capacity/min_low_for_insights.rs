//! `capacity/min-low-for-insights`

use crate::design::{Design, Edit, Field, InsightsMode, PerformanceInsights};
use crate::facts::Acu;
use crate::rules::examples::cluster;
use crate::rules::members::{Range, ranges};
use crate::rules::{Context, Examples, Finding, Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "capacity/min-low-for-insights",
    severity: Severity::Warning,
    title: "Minimum capacity is too low for Performance Insights",
    why: "AWS recommends at least 2 ACU with Performance Insights or Database Insights: below that they take capacity from the work itself. Outside production turning them off is the cheap remedy.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html",
    facts: &["ACU-34"],
    check,
};

pub(crate) static EXAMPLES: Examples =
    Examples { rule: &RULE, bad: || cluster(|it| it.min_capacity = Acu::HALF), good: Design::default };

const RAISE: &str = "Raise the minimum to 2 ACU";
const OFF: &str = "Turn Performance Insights off";
/// What a design keeps where nobody chose.
const RETENTION_DAYS: u32 = 7;

fn check(context: &Context<'_>) -> Vec<Finding> {
    let two = Acu::whole(2);
    let all = ranges(context.design);
    let mut findings = Vec::new();
    let insights = context.design.cluster.performance_insights;
    if !insights.enabled {
        return findings;
    }
    for range in all.iter().filter(|range| range.min < two && !range.headless) {
        let Some(field) = range.own_min.clone() else { continue };
        let message = format!(
            "{}Performance Insights is on and the minimum is {} ACU; AWS recommends 2 ACU or more.",
            range.whose, range.min
        );
        let finding = RULE.finding(field.clone(), message);
        let off = off(insights);
        // A maximum left behind would be below it, its own and that of a secondary that follows it.
        let left = |it: &&Range| {
            let follows = it.own_min.is_none() && it.own_max.is_some() && field == Field::MinCapacity;
            it.max < two && (it.own_min == range.own_min || follows)
        };
        let mut raised = vec![range.set_min(two)];
        raised.extend(all.iter().filter(left).map(|it| it.set_max(two)));
        // Advanced was chosen on purpose, so leaving it is offered and never taken for the remedy.
        let chosen = insights.mode == InsightsMode::Advanced;
        // From 0 ACU the remedy would also end the pausing, which nobody asked for.
        let pauses = range.min == Acu::ZERO;
        let finding = match (context.production(), chosen) {
            (true, _) if !pauses => finding.fix(RAISE, raised).other(OFF, off),
            (true, _) => finding.other(OFF, off),
            (false, false) if pauses => finding.fix(OFF, off),
            (false, false) => finding.fix(OFF, off).other(RAISE, raised),
            (false, true) if pauses => finding.other(OFF, off),
            (false, true) => finding.other(OFF, off).other(RAISE, raised),
        };
        findings.push(finding);
    }
    findings
}

/// What turns insights off, with what would be left behind without effect (MON-06) or refused (MON-02).
fn off(insights: PerformanceInsights) -> Vec<Edit> {
    let mut edits = vec![Edit::set(Field::InsightsEnabled, "false")];
    if insights.mode != InsightsMode::Standard {
        edits.push(Edit::Reset(Field::InsightsMode));
    }
    if insights.retention_days != RETENTION_DAYS {
        edits.push(Edit::Reset(Field::InsightsRetentionDays));
    }
    edits
}
