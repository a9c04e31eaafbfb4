//! A Global Database: each secondary at the prices of its own Region, what is sent to it at the primary's.

use aurora_designer::design::{GlobalCluster, InsightsMode, KmsKey, Part, Secondary};
use aurora_designer::estimate::{Month, bill};
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_CENTRAL_1, EU_WEST_1};
use aurora_designer::facts::{Acu, Day};

use super::{TODAY, assert_bill, assert_lines, assert_months, decimal, design, some};

#[test]
fn two_secondaries_one_of_them_headless() {
    let design = design(|d| {
        d.cluster.readers.clear();
        d.usage.writer_acu = some("8");
        d.usage.secondaries_acu = some("4");
        d.usage.replicated_write_io_millions = decimal("50");
        d.usage.cross_region_transfer_gb = decimal("30");
        let ireland = Secondary { readers: 2, ..Secondary::in_region(&EU_WEST_1) };
        let tokyo =
            Secondary { readers: 0, kms_key: KmsKey::AwsManaged, ..Secondary::in_region(&AP_NORTHEAST_1) };
        d.global = Some(GlobalCluster { secondaries: vec![ireland, tokyo], ..GlobalCluster::default() });
    });
    assert_bill(
        &design,
        &[
            "writer_acu: 8 ACU × 730 h × $0.12 = $700.80",
            "secondary_acu: 2 × 4 ACU × 730 h × $0.14 = $817.60",
            "storage: 100 GB × $0.10 = $10.00",
            "secondary_storage: 100 GB × $0.11 = $11.00",
            "secondary_storage: 100 GB × $0.12 = $12.00",
            "io: 100 M requests × $0.20 = $20.00",
            "backup: 0 GB × $0.021 = $0.00",
            "secret: 1 secret × $0.40 + 10,000 calls × $0.05 per 10,000 = $0.45",
            "kms: 1 key × $1.00 = $1.00",
            "kms: 1 key × $1.00 = $1.00",
            "alarms: 4 alarms × $0.10 = $0.40",
            "logs: 10 GB × ($0.50 in + $0.03 × 365/30 kept) = $8.65",
            "replicated_io: 50 M writes × $0.20 = $10.00",
            "replicated_io: 50 M writes × $0.20 = $10.00",
            "transfer: 30 GB × $0.02 = $0.60",
            "transfer: 30 GB × $0.02 = $0.60",
        ],
        // 2 × 87.60 + 2 × 2 × 102.20 + 33 + 0.40 + 2 + 0.40 = 619.80
        // 1518.40 + 33 + 20 + 0.45 + 2 + 0.40 + 8.65 + 20 + 1.20 = 1604.10
        // 16 × 87.60 + 2 × 16 × 102.20 = 4672 + 85.70
        "$619.80 ≤ $1,604.10 ≤ $4,757.70",
    );
    let ireland = bill(&design, TODAY).of(Part::Secondary(0), Month::Typical);
    assert_eq!(ireland.usd.to_string(), "$840.20"); // 817.60 + 11 + 1 + 10 + 0.60
}

#[test]
fn a_secondary_never_pauses_and_keeps_the_primary_awake() {
    let design = design(|d| {
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::ZERO, Acu::whole(4));
        d.usage.active_hours_per_month = some("100");
        let secondary = Secondary { max_capacity: Some(Acu::whole(2)), ..Secondary::in_region(&EU_WEST_1) };
        d.global = Some(GlobalCluster { secondaries: vec![secondary], ..GlobalCluster::default() });
    });
    // 0.5 × 102.20 · (0.5 + 1.5/4 → 1) × 102.20 · 2 × 102.20
    assert_months(&design, "secondary_acu", &["$51.10 $102.20 $204.40"]);
    assert_months(&design, "writer_acu", &["$43.80 $131.40 $350.40"]);
}

#[test]
fn an_unknown_transfer_price_counts_only_where_something_is_sent() {
    let sent = |gigabytes: &str| {
        design(|d| {
            d.region = &EU_CENTRAL_1;
            d.usage.cross_region_transfer_gb = decimal(gigabytes);
            let secondaries = vec![Secondary::in_region(&EU_WEST_1)];
            d.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        })
    };
    assert_lines(&sent("0"), TODAY, &["transfer: 0 GB × an unknown price = $0.00"]);
    assert_lines(&sent("7"), TODAY, &["transfer: 7 GB × an unknown price = unknown"]);
}

#[test]
fn what_is_charged_per_acu_hour_is_charged_in_every_region() {
    let design = design(|d| {
        d.cluster.engine_version = Some("13.15".to_owned());
        d.cluster.performance_insights.mode = InsightsMode::Advanced;
        d.cluster.readers.clear();
        d.usage.writer_acu = some("8");
        d.usage.secondaries_acu = some("4");
        let secondaries = vec![Secondary { readers: 3, ..Secondary::in_region(&EU_WEST_1) }];
        d.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
    });
    assert_lines(
        &design,
        Day::new(2026, 11, 25),
        &[
            "insights: 8 ACU × 730 h × $0.003125 = $18.25",
            "insights: 3 × 4 ACU × 730 h × $0.003125 = $27.38", // 27.375
            "extended_support: 8 ACU × 730 h × $0.085 = $496.40",
            "extended_support: 3 × 4 ACU × 730 h × $0.095 = $832.20",
        ],
    );
}
