//! What stands around the instances: backups, proxy, insights, Extended Support, secret, keys, logs, Data API.

use std::collections::BTreeSet;
use std::fs;

use aurora_designer::design::{
    AuthScheme, Credentials, Design, Engine, InsightsMode, Instance, InterfaceEndpoint, KmsKey, Part, Proxy,
    Vpc,
};
use aurora_designer::estimate::{LineId, Month, bill};
use aurora_designer::facts::prices::PriceField;
use aurora_designer::facts::regions::{AP_EAST_2, AP_NORTHEAST_1, EU_WEST_1};
use aurora_designer::facts::{Acu, Day};
use aurora_designer::formats::yaml;
use aurora_designer::rules::EXAMPLES;

use super::{TODAY, assert_lines, assert_months, decimal, design, some, totals};

#[test]
fn backups_are_free_up_to_the_volume_and_for_one_day() {
    let backup = |automated: &str, manual: &str, retention: u32| {
        design(|d| {
            d.usage.storage_gb = some("120");
            d.usage.automated_backup_gb = decimal(automated);
            d.usage.manual_snapshot_gb = decimal(manual);
            d.cluster.backup_retention = retention;
        })
    };
    let line = |design, text| assert_lines(&design, TODAY, &[text]);
    line(backup("150", "0", 7), "backup: (150 − 120 free) GB × $0.021 = $0.63");
    line(backup("150", "40", 7), "backup: (150 − 120 free + 40) GB × $0.021 = $1.47");
    line(backup("80", "0", 7), "backup: max(0, 80 − 120 free) GB × $0.021 = $0.00");
    line(backup("80", "40", 7), "backup: (max(0, 80 − 120 free) + 40) GB × $0.021 = $0.84");
    line(backup("150", "40", 1), "backup: 40 GB × $0.021, automated backups free at 1 day = $0.84");
    line(backup("0", "1500", 7), "backup: 1,500 GB × $0.021 = $31.50");
}

#[test]
fn a_proxy_costs_8_acus_at_least() {
    let design = design(|d| {
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::HALF, Acu::whole(4));
        d.cluster.readers.clear();
        d.usage.writer_acu = some("1.5");
        d.proxy = Some(Proxy::default());
    });
    assert_lines(&design, TODAY, &["proxy: max(8, 1.5) ACU × 730 h × $0.015 = $87.60"]);
    assert_months(&design, "proxy", &["$87.60 $87.60 $87.60"]);
    let line = bill(&design, TODAY).lines.into_iter().find(|line| line.part == Part::Proxy).unwrap();
    assert_eq!(
        (line.quantity, line.note),
        (decimal("5840").into(), Some("The 8-ACU floor and its scope are unconfirmed."))
    );
}

#[test]
fn a_read_only_endpoint_has_an_interface_in_every_zone_of_the_proxy() {
    let mut design = design(|d| d.proxy = Some(Proxy { read_only_endpoint: true, ..Proxy::default() }));
    assert_lines(&design, TODAY, &["proxy_endpoint: 3 zones × 730 h × $0.01 = $21.90"]);
    design.cluster.network.vpc = Vpc::Existing;
    design.cluster.network.subnet_ids = vec!["subnet-0a1b2c3d".to_owned(), "subnet-1a1b2c3d".to_owned()];
    assert_lines(&design, TODAY, &["proxy_endpoint: 2 zones × 730 h × $0.01 = $14.60"]);
}

#[test]
fn a_price_that_is_not_known_is_never_0() {
    let mut taipei = design(|d| {
        d.region = &AP_EAST_2;
        d.cluster.readers.clear();
        d.usage.writer_acu = some("4");
    });
    // 4 × 730 × 0.135 + 12 + 24 + 0.45 + 1 + 0.40 + 8.65; idle 2 × 98.55 + 13.80; ceiling 16 × 98.55 + 46.50
    assert_eq!(totals(&bill(&taipei, TODAY)), "$210.90 ≤ $440.70 ≤ $1,623.30");
    taipei.proxy = Some(Proxy::default());
    assert_lines(&taipei, TODAY, &["proxy: max(8, 4) ACU × 730 h × an unknown price = unknown"]);
    assert_eq!(totals(&bill(&taipei, TODAY)), "at least $210.90 ≤ at least $440.70 ≤ at least $1,623.30");
    // The user's own price makes it known: 8 × 730 × 0.02.
    taipei.prices.insert(PriceField::RdsProxyAcuHour, decimal("0.02"));
    assert_lines(&taipei, TODAY, &["proxy: max(8, 4) ACU × 730 h × $0.02 = $116.80"]);
}

#[test]
fn nothing_costs_nothing_even_at_an_unknown_price() {
    let mut taipei = design(|d| {
        d.region = &AP_EAST_2;
        d.cluster.data_api = true;
    });
    assert_lines(&taipei, TODAY, &["data_api: 0 M requests × an unknown price = $0.00"]);
    assert!(bill(&taipei, TODAY).total(Month::Typical).complete);
    taipei.usage.data_api_millions = decimal("3");
    assert_lines(&taipei, TODAY, &["data_api: 3 M requests × an unknown price = unknown"]);
    assert!(!bill(&taipei, TODAY).total(Month::Typical).complete);
}

#[test]
fn insights_are_charged_per_acu_hour_awake() {
    let advanced = |min: Acu| {
        design(|d| {
            d.cluster.performance_insights.mode = InsightsMode::Advanced;
            d.cluster.performance_insights.retention_days = 465;
            (d.cluster.min_capacity, d.cluster.max_capacity) = (min, Acu::whole(8));
            d.usage.writer_acu = some("4");
            d.usage.active_hours_per_month = some("160");
        })
    };
    assert_lines(&advanced(Acu::ZERO), TODAY, &["insights: 8 ACU × 160 h × $0.003125 = $4.00"]);
    assert_months(&advanced(Acu::ZERO), "insights", &["$0.00 $4.00 $36.50"]); // 16 × 2.28125
    assert_months(&advanced(Acu::whole(2)), "insights", &["$9.13 $18.25 $36.50"]); // 4 × 2.28125 = 9.125
}

#[test]
fn instances_with_different_hours_are_summed_in_acu_hours() {
    let design = design(|d| {
        d.cluster.performance_insights.mode = InsightsMode::Advanced;
        (d.cluster.min_capacity, d.cluster.max_capacity) = (Acu::ZERO, Acu::whole(8));
        d.cluster.parameters.insert("rds.logical_replication".to_owned(), "1".to_owned());
        d.cluster.readers = vec![Instance::in_tier(2)];
        d.usage.writer_acu = some("4");
        d.usage.readers_acu = some("2");
        d.usage.active_hours_per_month = some("100");
    });
    // 4 × 730 + 2 × 100 = 3,120 ACU-hours.
    assert_lines(&design, TODAY, &["insights: 3,120 ACU-hours × $0.003125 = $9.75"]);
}

#[test]
fn standard_insights_cost_from_the_eighth_day_on() {
    let kept = |region, days| {
        design(|d| {
            d.region = region;
            d.cluster.performance_insights.retention_days = days;
            d.cluster.readers.clear();
            d.usage.writer_acu = some("4");
        })
    };
    let line = |design, text| assert_lines(&design, TODAY, &[text]);
    line(kept(&AP_NORTHEAST_1, 31), "insights: 4 ACU × 730 h × $0.000601 = $1.75"); // 1.75492
    line(kept(&EU_WEST_1, 31), "insights: 4 ACU × 730 h × an unknown price = unknown");
    line(kept(&AP_NORTHEAST_1, 62), "insights: 4 ACU × 730 h × an unknown price = unknown");
    assert_months(&kept(&EU_WEST_1, 7), "insights", &[]);
    let mut off = kept(&EU_WEST_1, 31);
    off.cluster.performance_insights.enabled = false;
    assert_months(&off, "insights", &[]);
}

#[test]
fn extended_support_is_charged_by_the_day() {
    let at = |engine, version: &str, today: Day, lines: &[&str]| {
        let design = design(|d| {
            d.cluster.engine = engine;
            d.cluster.engine_version = Some(version.to_owned());
            d.cluster.readers.clear();
            d.usage.writer_acu = some("4");
        });
        assert_lines(&design, today, lines);
        let charged = bill(&design, today).lines.iter().any(|line| line.id.name() == "extended_support");
        assert_eq!(charged, !lines.is_empty(), "{version} on {today}");
    };
    let early = &["extended_support: 4 ACU × 730 h × $0.085 = $248.20"];
    let late = &["extended_support: 4 ACU × 730 h × $0.17 = $496.40"];
    at(Engine::AuroraPostgresql, "13.15", Day::new(2026, 2, 28), &[]);
    at(Engine::AuroraPostgresql, "13.15", Day::new(2026, 3, 1), early);
    at(Engine::AuroraPostgresql, "13.15", Day::new(2028, 2, 29), early);
    at(Engine::AuroraPostgresql, "13.15", Day::new(2028, 3, 1), late);
    at(Engine::AuroraPostgresql, "13", Day::new(2026, 3, 1), early);
    at(Engine::AuroraPostgresql, "11.9", Day::new(2024, 3, 31), &[]);
    at(Engine::AuroraPostgresql, "17.7", TODAY, &[]);
    // No dates of its own: the month after the major's end, and two years later.
    at(Engine::AuroraPostgresql, "15.5", Day::new(2028, 2, 28), &[]);
    at(Engine::AuroraPostgresql, "15.5", Day::new(2028, 3, 1), early);
    at(Engine::AuroraPostgresql, "15.5", Day::new(2030, 3, 1), late);
    at(Engine::AuroraMysql, "5.7.mysql_aurora.2.12.1", Day::new(2026, 11, 30), early);
    at(Engine::AuroraMysql, "5.7.mysql_aurora.2.12.1", Day::new(2026, 12, 1), late);
    at(Engine::AuroraMysql, "8.0.mysql_aurora.3.10.6", Day::new(2028, 4, 30), &[]);
    at(Engine::AuroraMysql, "8.0.mysql_aurora.3.10.6", Day::new(2040, 1, 1), early);
}

#[test]
fn the_master_secret_is_there_whoever_keeps_it() {
    let mut design = design(|d| d.usage.secret_calls = some("123456"));
    // 12.3456 × 0.05 = 0.61728
    let text = "secret: 1 secret × $0.40 + 123,456 calls × $0.05 per 10,000 = $1.02";
    assert_lines(&design, TODAY, &[text]);
    let line = bill(&design, TODAY).lines.into_iter().find(|line| line.id.name() == "secret").unwrap();
    assert_eq!((line.quantity, line.unit_price), (decimal("1").into(), Some(decimal("1.01728").into())));
    assert_months(&design, "secret", &["$0.40 $1.02 $1.02"]);
    design.cluster.credentials = Credentials::SecretsManager;
    design.proxy = Some(Proxy { auth_scheme: AuthScheme::IamAuth, ..Proxy::default() });
    assert_lines(&design, TODAY, &[text]);
    let note = |design: &Design| {
        let line = bill(design, TODAY).lines.into_iter().find(|line| line.part == Part::Secret);
        line.unwrap().note
    };
    assert_eq!(note(&design), None);
    design.cluster.rotation_days = Some(30);
    assert!(note(&design).unwrap().contains("left out"));
}

#[test]
fn only_keys_that_the_export_makes_are_billed() {
    let mut design = design(|_| ());
    assert_months(&design, "kms", &["$1.00 $1.00 $1.00"]);
    design.cluster.kms_key = KmsKey::AwsManaged;
    assert_months(&design, "kms", &[]);
    design.cluster.kms_key = KmsKey::Create;
    design.cluster.encryption = false;
    assert_months(&design, "kms", &[]);
}

#[test]
fn alarms_are_as_many_as_the_export_makes() {
    let mut design = design(|d| d.cluster.readers = vec![Instance::in_tier(1); 3]);
    assert_lines(&design, TODAY, &["alarms: 16 alarms × $0.10 = $1.60"]);
    design.cluster.alarms.enabled = false;
    assert_months(&design, "alarms", &[]);
}

#[test]
fn logs_cost_when_they_come_and_while_they_are_kept() {
    let kept = |gigabytes: &str, days| {
        design(|d| {
            d.usage.log_gb = some(gigabytes);
            d.cluster.log_retention_days = days;
        })
    };
    // 5 × (0.50 + 0.365), 12 × (0.50 + 0.03 × 7/30 = 0.007)
    assert_lines(&kept("5", 365), TODAY, &["logs: 5 GB × ($0.50 in + $0.03 × 365/30 kept) = $4.33"]);
    assert_lines(&kept("12", 7), TODAY, &["logs: 12 GB × ($0.50 in + $0.03 × 7/30 kept) = $6.08"]);
    assert_months(&kept("5", 365), "logs", &["$0.00 $4.33 $4.33"]);
    let for_ever = "logs: 5 GB × ($0.50 in + $0.03 × every month since kept) = unknown";
    assert_lines(&kept("5", 0), TODAY, &[for_ever]);
    assert_months(&kept("0", 0), "logs", &["$0.00 $0.00 $0.00"]);
    let price = |design| {
        bill(&design, TODAY).lines.into_iter().find(|line| line.id == LineId::Logs).unwrap().unit_price
    };
    assert_eq!(price(kept("5", 365)), Some(decimal("0.865").into()));
    assert_eq!(price(kept("5", 0)), None);
    // 0.031 × 1/30 never ends: twelve places of it.
    let mut third = kept("5", 1);
    third.prices.insert(PriceField::CloudwatchLogsStoreGbMonth, decimal("0.031"));
    assert_eq!(price(third).map(|price| price.to_string()).as_deref(), Some("0.501033333333"));
}

#[test]
fn what_the_design_can_not_tell_is_unknown() {
    let design = design(|d| {
        d.cluster.engine = Engine::AuroraMysql;
        d.cluster.backtrack_hours = 24;
        d.cluster.aws_backup = true;
    });
    assert_lines(
        &design,
        TODAY,
        &[
            "backtrack: 24 h × millions of change records × $0.012 = unknown",
            "aws_backup: 1 plan × an unknown price = unknown",
        ],
    );
    assert!(!bill(&design, TODAY).of(Part::Backups, Month::Idle).complete);
    assert!(bill(&design, TODAY).of(Part::Storage, Month::Idle).complete);
}

#[test]
fn the_data_api_is_priced_up_to_a_billion_requests() {
    let asked = |millions: &str| {
        design(|d| {
            d.cluster.data_api = true;
            d.usage.data_api_millions = decimal(millions);
        })
    };
    assert_lines(&asked("12.5"), TODAY, &["data_api: 12.5 M requests × $0.35 = $4.38"]); // 4.375
    assert_months(&asked("1000"), "data_api", &["$0.00 $350.00 $350.00"]);
    assert_months(&asked("1000.1"), "data_api", &["unknown"]);
    assert_months(&design(|d| d.usage.data_api_millions = decimal("5")), "data_api", &[]);
}

/// A kind that no bill holds is a promise that nobody keeps.
#[test]
fn every_kind_of_line_is_in_a_bill() {
    let mut designs: Vec<Design> = EXAMPLES.iter().flat_map(|it| [(it.bad)(), (it.good)()]).collect();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/designs")).unwrap() {
        designs.push(yaml::read(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap().design);
    }
    designs.push(design(|d| d.cluster.network.interface_endpoints = InterfaceEndpoint::Kms.into()));
    let bills = designs.iter().map(|design| bill(design, TODAY));
    let found: BTreeSet<&str> = bills.flat_map(|bill| bill.lines).map(|line| line.id.name()).collect();
    assert_eq!(found, LineId::NAMES.iter().copied().collect());
}
