//! Worked bills of development and staging.

use aurora_designer::design::{Environment, Instance, KmsKey, Proxy};
use aurora_designer::facts::regions::{
    AP_EAST_1, AP_NORTHEAST_3, CA_CENTRAL_1, EU_SOUTH_1, EU_WEST_2, US_GOV_WEST_1, US_WEST_2,
};

use super::{Worked, average, capacity};
use crate::some;

#[rustfmt::skip]
pub(super) static BILLS: &[Worked] = &[
    Worked {
        name: "a development cluster that sleeps",
        change: |d| {
            d.environment = Environment::Development;
            capacity(d, 0, 8);
            d.cluster.readers.clear();
            d.cluster.log_retention_days = 30;
        },
        lines: &[
            "writer_acu 1.5 * 160 * 0.12 = 28.80",
            "storage 20 * 0.10 = 2.00",
            "io 1 * 0.20 = 0.20",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 1 * (0.50 + 0.03 * 30 / 30) = 0.53",
        ],
        idle: "20 * 0.10 + 0.40 + 1 + 4 * 0.10 = 3.80",
        typical: "33.34",
        ceiling: "4 * 730 * 0.12 + 20 * 0.10 + 0.20 + 0.405 + 1 + 0.40 + 0.53 = 354.94",
    },
    Worked {
        name: "the same, held awake by a proxy",
        change: |d| {
            d.environment = Environment::Development;
            capacity(d, 0, 8);
            d.cluster.readers.clear();
            d.cluster.log_retention_days = 30;
            d.proxy = Some(Proxy::default());
        },
        lines: &[
            "writer_acu 1.5 * 730 * 0.12 = 131.40",
            "storage 20 * 0.10 = 2.00",
            "io 1 * 0.20 = 0.20",
            "backup 0 * 0.021 = 0.00",
            "proxy 8 * 730 * 0.015 = 87.60",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 1 * (0.50 + 0.03 * 30 / 30) = 0.53",
        ],
        idle: "0.5 * 730 * 0.12 + 8 * 730 * 0.015 + 20 * 0.10 + 0.40 + 1 + 0.40 = 135.20",
        typical: "223.54",
        ceiling: "4 * 730 * 0.12 + 8 * 730 * 0.015 + 20 * 0.10 + 0.20 + 0.405 + 1 + 0.40 + 0.53 = 442.54",
    },
    Worked {
        name: "staging in Oregon with a reader that follows",
        change: |d| {
            d.environment = Environment::Staging;
            d.region = &US_WEST_2;
            capacity(d, 1, 16);
            d.cluster.log_retention_days = 90;
        },
        lines: &[
            "writer_acu 2.5 * 730 * 0.12 = 219.00",
            "reader_acu 2.5 * 730 * 0.12 = 219.00",
            "storage 50 * 0.10 = 5.00",
            "io 20 * 0.20 = 4.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 2 * (0.50 + 0.03 * 90 / 30) = 1.18",
        ],
        idle: "2 * 0.5 * 730 * 0.12 + 5 + 0.40 + 1 + 0.80 = 94.80",
        typical: "450.43",
        ceiling: "2 * 8 * 730 * 0.12 + 5 + 4 + 0.45 + 1 + 0.80 + 2 * (0.50 + 0.09) = 1414.03",
    },
    Worked {
        name: "London behind a proxy below its floor",
        change: |d| {
            d.region = &EU_WEST_2;
            capacity(d, 2, 8);
            d.cluster.readers = vec![Instance::in_tier(2)];
            average(d, "1.5", "1");
            d.proxy = Some(Proxy::default());
        },
        lines: &[
            "writer_acu 1.5 * 730 * 0.14 = 153.30",
            "reader_acu 1 * 730 * 0.14 = 102.20",
            "storage 100 * 0.10 = 10.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.022 = 0.00",
            "proxy 8 * 730 * 0.018 = 105.12",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 10 * (0.5985 + 0.0315 * 365 / 30) = 9.82",
        ],
        idle: "2 * 1 * 730 * 0.14 + 10 + 8 * 730 * 0.018 + 0.40 + 1 + 0.80 = 321.72",
        typical: "402.69",
        ceiling: "2 * 4 * 730 * 0.14 + 10 + 20 + 8 * 730 * 0.018 + 0.45 + 1 + 0.80 + 10 * (0.5985 + 0.38325) = 964.79",
    },
    Worked {
        name: "Canada asleep most of the month, three quarters of an ACU at a time",
        change: |d| {
            d.environment = Environment::Development;
            d.region = &CA_CENTRAL_1;
            capacity(d, 0, 12);
            average(d, "2.25", "0.75");
            d.usage.active_hours_per_month = some("220.5");
            d.cluster.readers = vec![Instance::in_tier(15)];
        },
        lines: &[
            "writer_acu 2.25 * 220.5 * 0.14 = 69.46",
            "reader_acu 0.75 * 220.5 * 0.14 = 23.15",
            "storage 20 * 0.11 = 2.20",
            "io 1 * 0.22 = 0.22",
            "backup 0 * 0.023 = 0.00",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 1 * (0.55 + 0.033 * 365 / 30) = 0.95",
        ],
        idle: "20 * 0.11 + 0.40 + 1 + 0.80 = 4.40",
        typical: "98.19",
        ceiling: "2 * 6 * 730 * 0.14 + 2.20 + 0.22 + 0.405 + 1 + 0.80 + 0.55 + 0.4015 = 1231.98",
    },
    Worked {
        name: "Hong Kong staging under AWS' own key",
        change: |d| {
            d.environment = Environment::Staging;
            d.region = &AP_EAST_1;
            capacity(d, 2, 4);
            d.cluster.readers.clear();
            d.cluster.kms_key = KmsKey::AwsManaged;
            d.cluster.log_retention_days = 7;
        },
        lines: &[
            "writer_acu 1.5 * 730 * 0.22 = 240.90",
            "storage 50 * 0.12 = 6.00",
            "io 20 * 0.24 = 4.80",
            "backup 0 * 0.023 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "alarms 4 * 0.10 = 0.40",
            "logs 2 * (0.80 + 0.03 * 7 / 30) = 1.61",
        ],
        idle: "1 * 730 * 0.22 + 6 + 0.40 + 0.40 = 167.40",
        typical: "254.16",
        ceiling: "2 * 730 * 0.22 + 6 + 4.80 + 0.45 + 0.40 + 2 * 0.807 = 334.46",
    },
    Worked {
        name: "Milan development that never sleeps, without alarms",
        change: |d| {
            d.environment = Environment::Development;
            d.region = &EU_SOUTH_1;
            capacity(d, 1, 2);
            d.cluster.readers.clear();
            d.cluster.alarms.enabled = false;
        },
        lines: &[
            "writer_acu 1 * 730 * 0.14 = 102.20",
            "storage 20 * 0.116 = 2.32",
            "io 1 * 0.23 = 0.23",
            "backup 0 * 0.022 = 0.00",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "logs 1 * (0.60 + 0.032 * 365 / 30) = 0.99",
        ],
        idle: "0.5 * 730 * 0.14 + 20 * 0.116 + 0.40 + 1 = 54.82",
        typical: "107.14",
        ceiling: "1 * 730 * 0.14 + 2.32 + 0.23 + 0.405 + 1 + 0.60 + 0.032 * 365 / 30 = 107.14",
    },
    Worked {
        name: "Osaka, where replication holds the writer and its follower",
        change: |d| {
            d.environment = Environment::Development;
            d.region = &AP_NORTHEAST_3;
            capacity(d, 0, 8);
            average(d, "2", "1");
            d.cluster.readers = [1, 2].map(Instance::in_tier).to_vec();
            d.cluster.parameters.insert("rds.logical_replication".to_owned(), "1".to_owned());
        },
        lines: &[
            "writer_acu 2 * 730 * 0.15 = 219.00",
            "reader_acu 2 * 730 * 0.15 = 219.00",
            "reader_acu 1 * 160 * 0.15 = 24.00",
            "storage 20 * 0.12 = 2.40",
            "io 1 * 0.24 = 0.24",
            "backup 0 * 0.023 = 0.00",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "alarms 12 * 0.10 = 1.20",
            "logs 1 * (0.76 + 0.033 * 365 / 30) = 1.16",
        ],
        idle: "2 * 0.5 * 730 * 0.15 + 2.40 + 0.40 + 1 + 1.20 = 114.50",
        typical: "468.41",
        ceiling: "3 * 4 * 730 * 0.15 + 2.40 + 0.24 + 0.405 + 1 + 1.20 + 0.76 + 0.4015 = 1320.41",
    },
    Worked {
        name: "GovCloud development",
        change: |d| {
            d.environment = Environment::Development;
            d.region = &US_GOV_WEST_1;
            capacity(d, 1, 4);
            d.cluster.readers.clear();
        },
        lines: &[
            "writer_acu 1 * 730 * 0.14 = 102.20",
            "storage 20 * 0.13 = 2.60",
            "io 1 * 0.26 = 0.26",
            "backup 0 * 0.036 = 0.00",
            "secret 0.40 + 1000 / 10000 * 0.05 = 0.41",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.13 = 0.52",
            "logs 1 * (0.675 + 0.039 * 365 / 30) = 1.15",
        ],
        idle: "0.5 * 730 * 0.14 + 2.60 + 0.40 + 1 + 0.52 = 55.62",
        typical: "108.13",
        ceiling: "2 * 730 * 0.14 + 2.60 + 0.26 + 0.405 + 1 + 0.52 + 0.675 + 0.4745 = 210.33",
    },
];
