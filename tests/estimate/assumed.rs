//! Every number of the bill says what it takes for granted.

use aurora_designer::design::{
    Design, Environment, Field, GlobalCluster, InsightsMode, Instance, Proxy, Secondary,
};
use aurora_designer::estimate::{self, LineId, assumptions, bill};
use aurora_designer::facts::Acu;
use aurora_designer::facts::regions::EU_WEST_1;
use proptest::prelude::*;

use super::properties::designs;
use super::{TODAY, decimal, design, some};

/// What the first line of that kind assumes, `*` before what the user gave.
fn assumed(design: &Design, id: LineId) -> Vec<String> {
    let bill = bill(design, TODAY);
    let line = bill.lines.iter().find(|line| line.id == id).unwrap();
    let shown = assumptions(design, line);
    shown.into_iter().map(|it| format!("{}{}", if it.given { "*" } else { "" }, it.text)).collect()
}

#[test]
fn defaults_name_the_environment_they_come_from() {
    let mut design = design(|_| ());
    assert_eq!(assumed(&design, LineId::Storage), ["100 GB of data: the usual figure for production"]);
    assert_eq!(
        assumed(&design, LineId::Logs),
        ["10 GB of logs, Enhanced Monitoring included: the usual figure for production"]
    );
    assert_eq!(
        assumed(&design, LineId::WriterAcu),
        ["The writer runs at 5.5 ACU on average: a quarter of the way from 2 to 16"]
    );
    design.environment = Environment::Staging;
    design.usage.io_requests_millions = some("1500");
    assert_eq!(assumed(&design, LineId::Io), ["*1,500 million reads and writes of storage: your figure"]);
    assert_eq!(
        assumed(&design, LineId::Secret),
        ["The secret is read 10,000 times: the usual figure for staging"]
    );
    design.usage.manual_snapshot_gb = decimal("30");
    assert_eq!(
        assumed(&design, LineId::Backup),
        ["0 GB of automated backups: none assumed", "*30 GB of snapshots outside the retention: your figure"]
    );
}

#[test]
fn a_setting_says_what_is_assumed_until_the_user_gives_a_figure() {
    let mut design = design(|_| ());
    let said = |design: &Design, field| estimate::assumed(design, &bill(design, TODAY), &field);
    let stored = |design: &Design| said(design, Field::StorageGb);
    assert_eq!(stored(&design).as_deref(), Some("100 GB of data: the usual figure for production"));
    assert_eq!(said(&design, Field::SavingsPlanPercent), None);
    design.usage.storage_gb = some("7");
    assert_eq!(stored(&design), None);
}

#[test]
fn instances_say_what_they_run_at_and_for_how_long() {
    let mut design = design(|d| {
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::ZERO, Acu::whole(4));
        d.environment = Environment::Development;
        d.usage.writer_acu = some("9");
        d.usage.readers_acu = some("1");
        d.cluster.readers = [1, 2].map(Instance::in_tier).to_vec();
    });
    let writer = "*The writer runs at 4 ACU on average: your 9 held inside 0.5 to 4";
    let awake = "Awake for 160 of 730 hours: the usual figure for development";
    assert_eq!(assumed(&design, LineId::WriterAcu), [writer, awake]);
    let follows = "*A reader in tier 1 runs at the writer's average, because it scales with it";
    assert_eq!(assumed(&design, LineId::ReaderAcu), [follows, awake]);
    design.proxy = Some(Proxy::default());
    let reader = "*A reader runs at 1 ACU on average: your figure";
    assert_eq!(assumed(&design, LineId::Proxy), [writer, follows, reader]);
    design.usage.savings_plan_percent = decimal("20");
    assert_eq!(assumed(&design, LineId::WriterAcu)[1], "*A savings plan takes 20 % off: your figure");
}

#[test]
fn what_secondaries_assume_is_theirs() {
    let design = design(|d| {
        d.cluster.performance_insights.mode = InsightsMode::Advanced;
        let secondaries = vec![Secondary::in_region(&EU_WEST_1)];
        d.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    });
    let there = "An instance there runs at 5.5 ACU on average: a quarter of the way from 2 to 16";
    assert_eq!(assumed(&design, LineId::SecondaryAcu), [there]);
    assert_eq!(assumed(&design, LineId::Transfer), ["0 GB sent to each secondary: none assumed"]);
}

proptest! {
    #[test]
    fn every_assumption_is_a_setting_of_usage_that_can_be_changed(design in designs()) {
        for line in bill(&design, TODAY).lines {
            for it in assumptions(&design, &line) {
                let path = it.field.path(&aurora_designer::design::Positions::canonical(&design));
                prop_assert!(path.starts_with("usage."), "{path}");
                prop_assert!(it.field != Field::PeakConnections && !it.text.is_empty());
            }
        }
    }
}
