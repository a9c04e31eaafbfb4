//! Worked bills with insights, Extended Support, other Regions, a savings plan and prices of one's own.

use aurora_designer::design::{Environment, GlobalCluster, InsightsMode, Secondary, StorageType};
use aurora_designer::facts::Acu;
use aurora_designer::facts::prices::PriceField;
use aurora_designer::facts::regions::{AP_NORTHEAST_2, AP_SOUTH_1, EU_CENTRAL_1, EU_WEST_1, US_EAST_1};

use super::{Worked, average, capacity, mysql};
use crate::{decimal, some};

#[rustfmt::skip]
pub(super) static BILLS: &[Worked] = &[
    Worked {
        name: "Database Insights Advanced on two instances",
        change: |d| {
            capacity(d, 4, 32);
            average(d, "7", "7");
            d.cluster.performance_insights.mode = InsightsMode::Advanced;
            d.cluster.performance_insights.retention_days = 465;
        },
        lines: &[
            "writer_acu 7 * 730 * 0.12 = 613.20",
            "reader_acu 7 * 730 * 0.12 = 613.20",
            "storage 100 * 0.10 = 10.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "insights 14 * 730 * 0.003125 = 31.94",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "2 * 2 * 730 * 0.12 + 10 + 4 * 730 * 0.003125 + 0.40 + 1 + 0.80 = 371.73",
        typical: "1299.24",
        ceiling: "2 * 16 * 730 * 0.12 + 10 + 20 + 32 * 730 * 0.003125 + 0.45 + 1 + 0.80 + 8.65 = 2917.10",
    },
    Worked {
        name: "a month of insights kept in Virginia",
        change: |d| {
            capacity(d, 4, 32);
            average(d, "3", "3");
            d.cluster.readers.clear();
            d.cluster.performance_insights.retention_days = 31;
        },
        lines: &[
            "writer_acu 3 * 730 * 0.12 = 262.80",
            "storage 100 * 0.10 = 10.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "insights 3 * 730 * 0.000515 = 1.13",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "2 * 730 * 0.12 + 10 + 2 * 730 * 0.000515 + 0.40 + 1 + 0.40 = 187.75",
        typical: "304.43",
        ceiling: "16 * 730 * 0.12 + 30 + 16 * 730 * 0.000515 + 0.45 + 1 + 0.40 + 8.65 = 1448.12",
    },
    Worked {
        name: "PostgreSQL 13 in Extended Support",
        change: |d| {
            d.region = &EU_WEST_1;
            capacity(d, 2, 16);
            average(d, "2", "2");
            d.cluster.engine_version = Some("13.20".to_owned());
        },
        lines: &[
            "writer_acu 2 * 730 * 0.14 = 204.40",
            "reader_acu 2 * 730 * 0.14 = 204.40",
            "storage 100 * 0.11 = 11.00",
            "io 100 * 0.22 = 22.00",
            "backup 0 * 0.021 = 0.00",
            "extended_support 4 * 730 * 0.095 = 277.40",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 10 * (0.57 + 0.03 * 365 / 30) = 9.35",
        ],
        idle: "2 * 730 * (0.14 + 0.095) + 11 + 0.40 + 1 + 0.80 = 356.30",
        typical: "730.80",
        ceiling: "16 * 730 * (0.14 + 0.095) + 11 + 22 + 0.45 + 1 + 0.80 + 9.35 = 2789.40",
    },
    Worked {
        name: "MySQL 5.7 in Extended Support in Mumbai",
        change: |d| {
            d.region = &AP_SOUTH_1;
            mysql(d);
            d.cluster.engine_version = Some("5.7.mysql_aurora.2.12.5".to_owned());
            capacity(d, 2, 16);
            average(d, "4", "4");
            d.cluster.readers.clear();
        },
        lines: &[
            "writer_acu 4 * 730 * 0.18 = 525.60",
            "storage 100 * 0.11 = 11.00",
            "io 100 * 0.22 = 22.00",
            "backup 0 * 0.023 = 0.00",
            "extended_support 4 * 730 * 0.097 = 283.24",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.67 + 0.03 * 365 / 30) = 10.35",
        ],
        idle: "1 * 730 * (0.18 + 0.097) + 11 + 0.40 + 1 + 0.40 = 215.01",
        typical: "854.04",
        ceiling: "8 * 730 * (0.18 + 0.097) + 11 + 22 + 0.45 + 1 + 0.40 + 10.35 = 1662.88",
    },
    Worked {
        name: "a Global Database of three Regions, one of them headless",
        change: |d| {
            capacity(d, 4, 16);
            average(d, "4", "4");
            d.usage.secondaries_acu = some("2.5");
            d.usage.replicated_write_io_millions = decimal("120");
            d.usage.cross_region_transfer_gb = decimal("60.5");
            let headless = Secondary { readers: 0, ..Secondary::in_region(&AP_NORTHEAST_2) };
            let secondaries = vec![Secondary { readers: 2, ..Secondary::in_region(&EU_CENTRAL_1) }, headless];
            d.global = Some(GlobalCluster { secondaries, ..GlobalCluster::default() });
        },
        lines: &[
            "writer_acu 4 * 730 * 0.12 = 350.40",
            "reader_acu 4 * 730 * 0.12 = 350.40",
            "secondary_acu 2 * 2.5 * 730 * 0.14 = 511.00",
            "storage 100 * 0.10 = 10.00",
            "secondary_storage 100 * 0.119 = 11.90",
            "secondary_storage 100 * 0.12 = 12.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "kms 1 * 1.00 = 1.00",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
            "replicated_io 120 * 0.20 = 24.00",
            "replicated_io 120 * 0.20 = 24.00",
            "transfer 60.5 * 0.02 = 1.21",
            "transfer 60.5 * 0.02 = 1.21",
        ],
        idle: "2 * 2 * 730 * 0.12 + 2 * 2 * 730 * 0.14 + 10 + 11.90 + 12 + 0.40 + 3 + 0.80 = 797.30",
        typical: "1329.02",
        ceiling: "2 * 8 * 730 * 0.12 + 2 * 8 * 730 * 0.14 + 33.90 + 20 + 0.45 + 3 + 0.80 + 8.65 + 48 + 2.42 = 3154.02",
    },
    Worked {
        name: "a secondary with a range of its own on I/O-Optimized",
        change: |d| {
            d.region = &EU_WEST_1;
            capacity(d, 8, 32);
            average(d, "6", "6");
            d.cluster.readers.clear();
            d.cluster.storage_type = StorageType::AuroraIopt1;
            let (min_capacity, max_capacity) = (Some(Acu::whole(1)), Some(Acu::whole(9)));
            let secondary = Secondary { min_capacity, max_capacity, ..Secondary::in_region(&US_EAST_1) };
            d.global = Some(GlobalCluster { secondaries: vec![secondary], ..GlobalCluster::default() });
        },
        lines: &[
            "writer_acu 6 * 730 * 0.19 = 832.20",
            "secondary_acu 3 * 730 * 0.16 = 350.40",
            "storage 100 * 0.248 = 24.80",
            "secondary_storage 100 * 0.225 = 22.50",
            "io 100 * 0 = 0.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.57 + 0.03 * 365 / 30) = 9.35",
            "replicated_io 0 * 0.22 = 0.00",
            "transfer 0 * 0.02 = 0.00",
        ],
        idle: "4 * 730 * 0.19 + 1 * 730 * 0.16 + 24.80 + 22.50 + 0.40 + 2 + 0.40 = 721.70",
        typical: "1242.10",
        ceiling: "16 * 730 * 0.19 + 9 * 730 * 0.16 + 47.30 + 0.45 + 2 + 0.40 + 9.35 = 3329.90",
    },
    Worked {
        name: "a savings plan of 35 percent",
        change: |d| {
            capacity(d, 8, 32);
            average(d, "8", "8");
            d.cluster.readers.clear();
            d.usage.savings_plan_percent = decimal("35");
        },
        lines: &[
            "writer_acu 8 * 730 * 0.12 * 65 / 100 = 455.52",
            "storage 100 * 0.10 = 10.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "8 * 730 * 0.078 + 10 + 0.40 + 1 + 0.40 = 467.32",
        typical: "496.02",
        ceiling: "16 * 730 * 0.078 + 30 + 0.45 + 1 + 0.40 + 8.65 = 951.54",
    },
    Worked {
        name: "a savings plan of an eighth, paid while the cluster sleeps",
        change: |d| {
            d.environment = Environment::Development;
            capacity(d, 0, 16);
            average(d, "2", "2");
            d.cluster.readers.clear();
            d.usage.active_hours_per_month = some("100");
            d.usage.savings_plan_percent = decimal("12.5");
        },
        lines: &[
            "writer_acu 2 * 730 * 0.12 * 87.5 / 100 = 153.30",
            "storage 20 * 0.10 = 2.00",
            "io 1 * 0.20 = 0.20",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 1 * (0.50 + 0.03 * 365 / 30) = 0.87",
        ],
        idle: "2 * 730 * 0.105 + 2 + 0.40 + 1 + 0.40 = 157.10",
        typical: "158.17",
        ceiling: "8 * 730 * 0.105 + 2 + 0.20 + 0.405 + 1 + 0.40 + 0.865 = 618.07",
    },
    Worked {
        name: "a Data API that is called 250.5 million times",
        change: |d| {
            capacity(d, 2, 16);
            average(d, "1", "1");
            d.cluster.readers.clear();
            d.cluster.data_api = true;
            d.usage.data_api_millions = decimal("250.5");
        },
        lines: &[
            "writer_acu 1 * 730 * 0.12 = 87.60",
            "storage 100 * 0.10 = 10.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
            "data_api 250.5 * 0.35 = 87.68",
        ],
        idle: "1 * 730 * 0.12 + 10 + 0.40 + 1 + 0.40 = 99.40",
        typical: "215.78",
        ceiling: "8 * 730 * 0.12 + 30 + 0.45 + 1 + 0.40 + 8.65 + 87.675 = 828.98",
    },
    Worked {
        name: "prices of one's own, without a key",
        change: |d| {
            capacity(d, 4, 16);
            average(d, "3", "3");
            d.cluster.readers.clear();
            d.cluster.encryption = false;
            d.prices.insert(PriceField::AcuHourStandard, decimal("0.101"));
            d.prices.insert(PriceField::StorageGbMonthStandard, decimal("0.0875"));
        },
        lines: &[
            "writer_acu 3 * 730 * 0.101 = 221.19",
            "storage 100 * 0.0875 = 8.75",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "2 * 730 * 0.101 + 8.75 + 0.40 + 0.40 = 157.01",
        typical: "259.44",
        ceiling: "8 * 730 * 0.101 + 8.75 + 20 + 0.45 + 0.40 + 8.65 = 628.09",
    },
];
