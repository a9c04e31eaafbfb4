//! What one tier, one proxy and one pause cost, worked by hand.

use aurora_designer::design::{InsightsMode, Instance, Proxy};
use aurora_designer::estimate::marginal::{Change, blocked_pause, proxy_cost, tied_reader};
use aurora_designer::estimate::{Awake, Usd, bill};
use aurora_designer::facts::Acu;

use super::{TODAY, decimal, design, some};

/// `$0.00 $306.60 $0.00`.
fn months(change: Change) -> String {
    assert!(change.complete);
    format!("{} {} {}", change.by.idle, change.by.typical, change.by.ceiling)
}

#[test]
fn a_reader_in_tier_1_ties_up_what_the_writer_uses_above_the_minimum() {
    let mut design = design(|d| d.usage.writer_acu = some("4"));
    // (4 − 2) × 730 × 0.12; its own average of 5.5 is above the writer's, so alone it costs the same.
    let tied = tied_reader(&design, 1, TODAY).unwrap();
    assert_eq!(months(tied.against_alone), "$0.00 $0.00 $0.00");
    design.usage.readers_acu = some("2");
    let tied = tied_reader(&design, 1, TODAY).unwrap();
    assert_eq!(months(tied.tied_up), "$0.00 $175.20 $0.00");
    assert_eq!(months(tied.against_alone), "$0.00 $175.20 $0.00");
    design.usage.readers_acu = some("3");
    let tied = tied_reader(&design, 1, TODAY).unwrap();
    assert_eq!(months(tied.tied_up), "$0.00 $175.20 $0.00");
    assert_eq!(months(tied.against_alone), "$0.00 $87.60 $0.00"); // (4 − 3) × 87.60
}

#[test]
fn a_tier_costs_insights_and_the_proxys_acus_too() {
    let design = design(|d| {
        d.usage.writer_acu = some("10");
        d.usage.readers_acu = some("2");
        d.cluster.readers = [0, 1, 3].map(Instance::in_tier).to_vec();
        d.cluster.performance_insights.mode = InsightsMode::Advanced;
        d.proxy = Some(Proxy::default());
    });
    // (10 − 2) × 730 × (0.12 + 0.003125 + 0.015) = 5840 × 0.138125 = 806.65
    assert_eq!(months(tied_reader(&design, 2, TODAY).unwrap().tied_up), "$0.00 $806.65 $0.00");
    assert_eq!(tied_reader(&design, 0, TODAY), None);
    assert_eq!(tied_reader(&design, 3, TODAY), None);
    assert_eq!(tied_reader(&design, 4, TODAY), None);
}

#[test]
fn a_reader_that_could_sleep_alone_is_tied_for_all_its_hours() {
    let design = design(|d| {
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::ZERO, Acu::whole(4));
        d.usage.writer_acu = some("2");
        d.usage.active_hours_per_month = some("200");
    });
    assert_eq!(months(tied_reader(&design, 1, TODAY).unwrap().tied_up), "$0.00 $48.00 $0.00"); // 2 × 200 × 0.12
}

#[test]
fn a_proxy_costs_its_floor_and_the_pause() {
    let mut design = design(|d| {
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::ZERO, Acu::whole(4));
        d.cluster.readers.clear();
        d.usage.writer_acu = some("1");
        d.usage.active_hours_per_month = some("160");
        d.proxy = Some(Proxy { read_only_endpoint: true, ..Proxy::default() });
    });
    let cost = proxy_cost(&design, TODAY).unwrap();
    // 8 × 730 × 0.015 + 3 × 730 × 0.01
    assert_eq!(months(cost.own), "$109.50 $109.50 $109.50");
    // 0.5 × 730 × 0.12 · 1 × (730 − 160) × 0.12 · nothing
    assert_eq!(months(cost.awake), "$43.80 $68.40 $0.00");
    let blocked = blocked_pause(&design, TODAY).unwrap();
    assert_eq!(
        (blocked.reasons, months(blocked.cost)),
        (vec![Awake::Proxy], "$43.80 $68.40 $0.00".to_owned())
    );
    design.proxy = None;
    assert_eq!(proxy_cost(&design, TODAY), None);
    assert_eq!(blocked_pause(&design, TODAY), None);
}

#[test]
fn a_pause_is_blocked_by_all_that_keeps_an_instance_awake() {
    let mut design = design(|d| {
        d.cluster.engine_version = Some("15.5".to_owned());
        d.usage.active_hours_per_month = some("200");
        d.usage.writer_acu = some("4");
        d.usage.readers_acu = some("3");
        d.cluster.readers = [1, 5].map(Instance::in_tier).to_vec();
    });
    let blocked = blocked_pause(&design, TODAY).unwrap();
    assert_eq!(blocked.reasons, [Awake::Minimum, Awake::Version]);
    // 3 × 2 × 87.60 · (4 + 4 + 3) × 530 × 0.12
    assert_eq!(months(blocked.cost), "$525.60 $699.60 $0.00");
    // A commitment is paid asleep too.
    design.usage.savings_plan_percent = decimal("30");
    assert_eq!(months(blocked_pause(&design, TODAY).unwrap().cost), "$0.00 $0.00 $0.00");
    assert!(bill(&design, TODAY).total(aurora_designer::estimate::Month::Idle).usd > Usd::ZERO);
}
