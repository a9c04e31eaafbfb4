//! Instances: averages, tiers, pauses, storage types, the savings plan, Regions.

use aurora_designer::design::{Environment, Instance, Proxy, StorageType};
use aurora_designer::estimate::{Month, bill};
use aurora_designer::facts::Acu;
use aurora_designer::facts::prices::PriceField;
use aurora_designer::facts::regions::{AP_NORTHEAST_1, EU_CENTRAL_1, SA_EAST_1};

use super::{TODAY, assert_bill, assert_lines, assert_months, decimal, design, some};

/// 2 + (16 − 2)/4 = 5.5 ACU, production: 100 GB, 100 M requests, 10,000 calls, 10 GB of logs, 2 × 4 alarms.
#[test]
fn the_default_design() {
    assert_bill(
        &design(|_| ()),
        &[
            "writer_acu: 5.5 ACU × 730 h × $0.12 = $481.80", // 5.5 × 87.60
            "reader_acu: 5.5 ACU × 730 h × $0.12, as the writer = $481.80",
            "storage: 100 GB × $0.10 = $10.00",
            "io: 100 M requests × $0.20 = $20.00",
            "backup: 0 GB × $0.021 = $0.00",
            "secret: 1 secret × $0.40 + 10,000 calls × $0.05 per 10,000 = $0.45",
            "kms: 1 key × $1.00 = $1.00",
            "alarms: 8 alarms × $0.10 = $0.80",
            "logs: 10 GB × ($0.50 in + $0.03 × 365/30 kept) = $8.65", // 5 + 10 × 0.365
        ],
        // 2 × 2 × 87.60 + 10 + 0.40 + 1 + 0.80 · 963.60 + 40.90 · 2 × 16 × 87.60 + 40.90
        "$362.60 ≤ $1,004.50 ≤ $2,844.10",
    );
}

#[test]
fn development_in_frankfurt_that_pauses() {
    let design = design(|d| {
        d.region = &EU_CENTRAL_1;
        d.environment = Environment::Development;
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::ZERO, Acu::whole(4));
        d.cluster.readers.clear();
        d.cluster.alarms.enabled = false;
        d.cluster.log_retention_days = 30;
    });
    assert_bill(
        &design,
        &[
            "writer_acu: 1.5 ACU × 160 h × $0.14 = $33.60", // 0.5 + 3.5/4 = 1.375, on the half step 1.5
            "storage: 20 GB × $0.119 = $2.38",
            "io: 1 M requests × $0.22 = $0.22",
            "backup: 0 GB × $0.023 = $0.00",
            "secret: 1 secret × $0.40 + 1,000 calls × $0.05 per 10,000 = $0.41", // 0.405
            "kms: 1 key × $1.00 = $1.00",
            "logs: 1 GB × ($0.63 in + $0.0324 × 30/30 kept) = $0.66", // 0.6624
        ],
        // 2.38 + 0.40 + 1 · 33.60 + 2.38 + 0.22 + 0.405 + 1 + 0.6624 = 38.2674 · 4 × 730 × 0.14 = 408.80 + 4.6674
        "$3.78 ≤ $38.27 ≤ $413.47",
    );
}

#[test]
fn io_optimized_in_tokyo_has_its_own_prices_and_free_requests() {
    let design = design(|d| {
        d.region = &AP_NORTHEAST_1;
        d.cluster.storage_type = StorageType::AuroraIopt1;
        d.usage.writer_acu = some("8");
        d.usage.readers_acu = some("8");
        d.usage.storage_gb = some("500");
        d.usage.io_requests_millions = some("2000");
    });
    assert_bill(
        &design,
        &[
            "writer_acu: 8 ACU × 730 h × $0.20 = $1,168.00",
            "reader_acu: 8 ACU × 730 h × $0.20, as the writer = $1,168.00",
            "storage: 500 GB × $0.27 = $135.00",
            "io: 2,000 M requests, free on I/O-Optimized = $0.00",
            "backup: 0 GB × $0.023 = $0.00",
            "secret: 1 secret × $0.40 + 10,000 calls × $0.05 per 10,000 = $0.45",
            "kms: 1 key × $1.00 = $1.00",
            "alarms: 8 alarms × $0.10 = $0.80",
            "logs: 10 GB × ($0.76 in + $0.033 × 365/30 kept) = $11.62", // 7.60 + 4.015 = 11.615
        ],
        // 2 × 2 × 146 + 135 + 2.20 · 2336 + 135 + 2.25 + 11.615 · 2 × 16 × 146 + 148.865
        "$721.20 ≤ $2,484.87 ≤ $4,820.87",
    );
}

#[test]
fn sao_paulo_with_a_proxy_above_its_floor() {
    let design = design(|d| {
        d.region = &SA_EAST_1;
        d.proxy = Some(Proxy::default());
        d.usage.writer_acu = some("6");
        d.usage.readers_acu = some("4");
        d.cluster.readers = vec![Instance::in_tier(2)];
    });
    assert_lines(
        &design,
        TODAY,
        &[
            "writer_acu: 6 ACU × 730 h × $0.25 = $1,095.00",
            "reader_acu: 4 ACU × 730 h × $0.25 = $730.00",
            "storage: 100 GB × $0.19 = $19.00",
            "proxy: max(8, 10) ACU × 730 h × $0.032 = $233.60",
            "alarms: 8 alarms × $0.135 = $1.08",
        ],
    );
    // The floor of 8 in an idle month (2 + 2 ACU), 6 + 4, and 16 + 16.
    assert_months(&design, "proxy", &["$186.88 $233.60 $747.52"]);
}

#[test]
fn tiers_0_and_1_run_at_the_writers_figure_and_the_others_at_their_own() {
    let design = design(|d| {
        d.cluster.readers = [0, 1, 2, 15].map(Instance::in_tier).to_vec();
        d.usage.writer_acu = some("6");
        d.usage.readers_acu = some("3");
    });
    assert_lines(
        &design,
        TODAY,
        &[
            "reader_acu: 6 ACU × 730 h × $0.12, as the writer = $525.60",
            "reader_acu: 6 ACU × 730 h × $0.12, as the writer = $525.60",
            "reader_acu: 3 ACU × 730 h × $0.12 = $262.80",
            "reader_acu: 3 ACU × 730 h × $0.12 = $262.80",
        ],
    );
}

#[test]
fn a_reader_that_works_harder_than_the_writer_is_billed_for_it() {
    let design = design(|d| {
        d.usage.writer_acu = some("3");
        d.usage.readers_acu = some("7.25");
    });
    assert_lines(
        &design,
        TODAY,
        &["writer_acu: 3 ACU × 730 h × $0.12 = $262.80", "reader_acu: 7.25 ACU × 730 h × $0.12 = $635.10"],
    );
}

#[test]
fn an_average_outside_the_range_is_held_inside() {
    let over = design(|d| d.usage.writer_acu = some("40"));
    assert_lines(&over, TODAY, &["writer_acu: 16 ACU × 730 h × $0.12 = $1,401.60"]);
    let under = design(|d| d.usage.writer_acu = some("0.25"));
    assert_lines(&under, TODAY, &["writer_acu: 2 ACU × 730 h × $0.12 = $175.20"]);
    // A maximum that AWS refuses still has a bill: that of the minimum.
    let crossed =
        design(|d| (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::whole(8), Acu::whole(2)));
    assert_months(&crossed, "writer_acu", &["$700.80 $700.80 $700.80"]);
}

#[test]
fn a_cluster_pauses_only_where_nothing_keeps_it_awake() {
    let asleep = design(|d| {
        d.cluster.min_capacity = Acu::ZERO;
        d.cluster.max_capacity = Acu::whole(4);
        d.usage.active_hours_per_month = some("200.5");
        d.usage.writer_acu = some("2");
        d.cluster.readers = vec![Instance::in_tier(1), Instance::in_tier(5)];
        d.usage.readers_acu = some("1");
    });
    assert_lines(
        &asleep,
        TODAY,
        &[
            "writer_acu: 2 ACU × 200.5 h × $0.12 = $48.12",
            "reader_acu: 2 ACU × 200.5 h × $0.12, as the writer = $48.12",
            "reader_acu: 1 ACU × 200.5 h × $0.12 = $24.06",
        ],
    );
    assert_months(&asleep, "reader_acu", &["$0.00 $48.12 $350.40", "$0.00 $24.06 $350.40"]);

    let mut proxied = asleep.clone();
    proxied.proxy = Some(Proxy::default());
    assert_months(&proxied, "writer_acu", &["$43.80 $175.20 $350.40"]);

    // Logical replication holds the writer and its followers; the reader of tier 5 still sleeps.
    let mut replicating = asleep.clone();
    replicating.cluster.parameters.insert("rds.logical_replication".to_owned(), "1".to_owned());
    assert_months(&replicating, "writer_acu", &["$43.80 $175.20 $350.40"]);
    assert_months(&replicating, "reader_acu", &["$43.80 $175.20 $350.40", "$0.00 $24.06 $350.40"]);

    let mut old = asleep;
    old.cluster.engine_version = Some("15.5".to_owned());
    assert_months(&old, "writer_acu", &["$43.80 $175.20 $350.40"]);
}

#[test]
fn hours_awake_count_only_where_the_cluster_can_pause() {
    let awake = design(|d| d.usage.active_hours_per_month = some("10"));
    assert_lines(&awake, TODAY, &["writer_acu: 5.5 ACU × 730 h × $0.12 = $481.80"]);
    let longer = design(|d| {
        d.cluster.min_capacity = Acu::ZERO;
        d.usage.active_hours_per_month = some("9000");
        d.usage.writer_acu = some("4");
    });
    assert_lines(&longer, TODAY, &["writer_acu: 4 ACU × 730 h × $0.12 = $350.40"]);
}

#[test]
fn a_savings_plan_is_paid_for_in_every_hour() {
    let awake = design(|d| {
        d.usage.savings_plan_percent = decimal("35");
        d.cluster.readers.clear();
        d.usage.writer_acu = some("4");
    });
    // 350.40 × 0.65 = 227.76, in an idle month too; 1401.60 × 0.65 at the ceiling.
    assert_lines(&awake, TODAY, &["writer_acu: 4 ACU × 730 h × $0.12 × 65% = $227.76"]);
    assert_months(&awake, "writer_acu", &["$227.76 $227.76 $911.04"]);
    let line = bill(&awake, TODAY).lines.into_iter().next().unwrap();
    assert_eq!((line.quantity, line.unit_price), (decimal("2920").into(), Some(decimal("0.078").into())));

    let mut asleep = awake;
    asleep.cluster.min_capacity = Acu::ZERO;
    asleep.usage.active_hours_per_month = some("100");
    assert_months(&asleep, "writer_acu", &["$227.76 $227.76 $911.04"]);
    asleep.usage.savings_plan_percent = decimal("0");
    assert_months(&asleep, "writer_acu", &["$0.00 $48.00 $1,401.60"]);
}

#[test]
fn a_price_of_ones_own_comes_first_and_names_no_source() {
    let own = design(|d| {
        d.prices.insert(PriceField::AcuHourStandard, decimal("0.1"));
        d.usage.writer_acu = some("4");
    });
    assert_lines(&own, TODAY, &["writer_acu: 4 ACU × 730 h × $0.10 = $292.00"]);
    let bill = bill(&own, TODAY);
    let by_id = |id: &str| bill.lines.iter().find(|line| line.id.name() == id).unwrap();
    assert!(by_id("writer_acu").provenance.is_none());
    assert!(by_id("storage").provenance.unwrap().sources.contains("S-"));
    assert!(bill.total(Month::Typical).complete);
}
