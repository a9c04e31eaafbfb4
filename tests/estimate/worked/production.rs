//! Worked bills of production clusters in one Region.

use aurora_designer::design::{Instance, Proxy, StorageType};
use aurora_designer::facts::regions::{
    AF_SOUTH_1, AP_SOUTH_1, AP_SOUTHEAST_2, EU_CENTRAL_1, EU_WEST_1, EU_WEST_2, IL_CENTRAL_1, SA_EAST_1,
};

use super::{Worked, average, capacity, mysql};
use crate::{decimal, some};

#[rustfmt::skip]
pub(super) static BILLS: &[Worked] = &[
    Worked {
        name: "Ireland with two readers behind the writer",
        change: |d| {
            d.region = &EU_WEST_1;
            capacity(d, 8, 64);
            average(d, "10", "6");
            d.cluster.readers = vec![Instance::in_tier(1); 2];
            d.usage.storage_gb = some("640.5");
            d.usage.io_requests_millions = some("912.25");
        },
        lines: &[
            "writer_acu 10 * 730 * 0.14 = 1022.00",
            "reader_acu 10 * 730 * 0.14 = 1022.00",
            "reader_acu 10 * 730 * 0.14 = 1022.00",
            "storage 640.5 * 0.11 = 70.46",
            "io 912.25 * 0.22 = 200.70",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 12 * 0.10 = 1.20",
            "logs 10 * (0.57 + 0.03 * 365 / 30) = 9.35",
        ],
        idle: "3 * 4 * 730 * 0.14 + 70.455 + 0.40 + 1 + 1.20 = 1299.46",
        typical: "3349.15",
        ceiling: "3 * 32 * 730 * 0.14 + 70.455 + 200.695 + 0.45 + 1 + 1.20 + 10 * (0.57 + 0.365) = 10094.35",
    },
    Worked {
        name: "London on I/O-Optimized",
        change: |d| {
            d.region = &EU_WEST_2;
            capacity(d, 16, 64);
            average(d, "12", "12");
            d.cluster.storage_type = StorageType::AuroraIopt1;
            d.usage.storage_gb = some("800");
            d.usage.io_requests_millions = some("9000");
        },
        lines: &[
            "writer_acu 12 * 730 * 0.19 = 1664.40",
            "reader_acu 12 * 730 * 0.19 = 1664.40",
            "storage 800 * 0.225 = 180.00",
            "io 9000 * 0 = 0.00",
            "backup 0 * 0.022 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 10 * (0.5985 + 0.0315 * 365 / 30) = 9.82",
        ],
        idle: "2 * 8 * 730 * 0.19 + 180 + 0.40 + 1 + 0.80 = 2401.40",
        typical: "3520.87",
        ceiling: "2 * 32 * 730 * 0.19 + 180 + 0.45 + 1 + 0.80 + 10 * (0.5985 + 0.38325) = 9068.87",
    },
    Worked {
        name: "Frankfurt with every kind of tier",
        change: |d| {
            d.region = &EU_CENTRAL_1;
            capacity(d, 4, 32);
            average(d, "6", "4");
            d.cluster.readers = [0, 1, 2, 15].map(Instance::in_tier).to_vec();
        },
        lines: &[
            "writer_acu 6 * 730 * 0.14 = 613.20",
            "reader_acu 6 * 730 * 0.14 = 613.20",
            "reader_acu 6 * 730 * 0.14 = 613.20",
            "reader_acu 4 * 730 * 0.14 = 408.80",
            "reader_acu 4 * 730 * 0.14 = 408.80",
            "storage 100 * 0.119 = 11.90",
            "io 100 * 0.22 = 22.00",
            "backup 0 * 0.023 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 20 * 0.10 = 2.00",
            "logs 10 * (0.63 + 0.0324 * 365 / 30) = 10.24",
        ],
        idle: "5 * 2 * 730 * 0.14 + 11.90 + 0.40 + 1 + 2 = 1037.30",
        typical: "2704.79",
        ceiling: "5 * 16 * 730 * 0.14 + 11.90 + 22 + 0.45 + 1 + 2 + 10 * (0.63 + 0.3942) = 8223.59",
    },
    Worked {
        name: "Sao Paulo behind a proxy with a read-only endpoint",
        change: |d| {
            d.region = &SA_EAST_1;
            capacity(d, 8, 40);
            average(d, "9", "9");
            d.proxy = Some(Proxy { read_only_endpoint: true, ..Proxy::default() });
        },
        lines: &[
            "writer_acu 9 * 730 * 0.25 = 1642.50",
            "reader_acu 9 * 730 * 0.25 = 1642.50",
            "storage 100 * 0.19 = 19.00",
            "io 100 * 0.28 = 28.00",
            "backup 0 * 0.037 = 0.00",
            "proxy 18 * 730 * 0.032 = 420.48",
            "proxy_endpoint 3 * 730 * 0.021 = 45.99",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.135 = 1.08",
            "logs 10 * (0.90 + 0.0408 * 365 / 30) = 13.96",
        ],
        idle: "2 * 4 * 730 * 0.25 + 19 + 8 * 730 * 0.032 + 45.99 + 0.40 + 1 + 1.08 = 1714.35",
        typical: "3814.96",
        ceiling: "2 * 20 * 730 * 0.25 + 19 + 28 + 40 * 730 * 0.032 + 45.99 + 0.45 + 1 + 1.08 + 10 * (0.90 + 0.4964) = 8343.88",
    },
    Worked {
        name: "Sydney with backups beyond the volume",
        change: |d| {
            d.region = &AP_SOUTHEAST_2;
            mysql(d);
            capacity(d, 4, 16);
            average(d, "3", "3");
            d.usage.storage_gb = some("300");
            d.usage.automated_backup_gb = decimal("750.5");
            d.usage.manual_snapshot_gb = decimal("120.25");
        },
        lines: &[
            "writer_acu 3 * 730 * 0.20 = 438.00",
            "reader_acu 3 * 730 * 0.20 = 438.00",
            "storage 300 * 0.11 = 33.00",
            "io 100 * 0.22 = 22.00",
            "backup (750.5 - 300 + 120.25) * 0.023 = 13.13",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 10 * (0.67 + 0.033 * 365 / 30) = 10.72",
        ],
        idle: "2 * 2 * 730 * 0.20 + 33 + 570.75 * 0.023 + 0.40 + 1 + 0.80 = 632.33",
        typical: "957.09",
        ceiling: "2 * 8 * 730 * 0.20 + 33 + 22 + 570.75 * 0.023 + 0.45 + 1 + 0.80 + 10 * (0.67 + 0.4015) = 2417.09",
    },
    Worked {
        name: "Mumbai with one day of automated backups",
        change: |d| {
            d.region = &AP_SOUTH_1;
            capacity(d, 2, 10);
            average(d, "2.5", "2.5");
            d.cluster.readers.clear();
            d.cluster.backup_retention = 1;
            d.usage.automated_backup_gb = decimal("400");
            d.usage.manual_snapshot_gb = decimal("55");
        },
        lines: &[
            "writer_acu 2.5 * 730 * 0.18 = 328.50",
            "storage 100 * 0.11 = 11.00",
            "io 100 * 0.22 = 22.00",
            "backup 55 * 0.023 = 1.27",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.67 + 0.03 * 365 / 30) = 10.35",
        ],
        idle: "1 * 730 * 0.18 + 11 + 1.265 + 0.40 + 1 + 0.40 = 145.47",
        typical: "374.97",
        ceiling: "5 * 730 * 0.18 + 11 + 22 + 1.265 + 0.45 + 1 + 0.40 + 10 * (0.67 + 0.365) = 703.47",
    },
    Worked {
        name: "Tel Aviv on I/O-Optimized, whose storage is no 2.25 times",
        change: |d| {
            d.region = &IL_CENTRAL_1;
            capacity(d, 4, 32);
            average(d, "5", "5");
            d.cluster.readers.clear();
            d.cluster.storage_type = StorageType::AuroraIopt1;
            d.usage.storage_gb = some("1024");
        },
        lines: &[
            "writer_acu 5 * 730 * 0.20 = 730.00",
            "storage 1024 * 0.298 = 305.15",
            "io 100 * 0 = 0.00",
            "backup 0 * 0.024 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "2 * 730 * 0.20 + 305.152 + 0.40 + 1 + 0.40 = 598.95",
        typical: "1045.65",
        ceiling: "16 * 730 * 0.20 + 305.152 + 0.45 + 1 + 0.40 + 8.65 = 2651.65",
    },
    Worked {
        name: "Cape Town with three years of logs",
        change: |d| {
            d.region = &AF_SOUTH_1;
            capacity(d, 4, 16);
            average(d, "4", "4");
            d.usage.log_gb = some("40");
            d.cluster.log_retention_days = 1096;
        },
        lines: &[
            "writer_acu 4 * 730 * 0.16 = 467.20",
            "reader_acu 4 * 730 * 0.16 = 467.20",
            "storage 100 * 0.131 = 13.10",
            "io 100 * 0.26 = 26.00",
            "backup 0 * 0.025 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 8 * 0.10 = 0.80",
            "logs 40 * (0.678 + 0.036 * 1096 / 30) = 79.73",
        ],
        idle: "2 * 2 * 730 * 0.16 + 13.10 + 0.40 + 1 + 0.80 = 482.50",
        typical: "1055.48",
        ceiling: "2 * 8 * 730 * 0.16 + 13.10 + 26 + 0.45 + 1 + 0.80 + 40 * (0.678 + 0.036 * 1096 / 30) = 1989.88",
    },
    Worked {
        name: "sixteen instances",
        change: |d| {
            capacity(d, 4, 64);
            average(d, "8", "3.5");
            d.cluster.readers = (0..15).map(|place| Instance::in_tier(place % 4)).collect();
        },
        lines: &[
            "writer_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 8 * 730 * 0.12 = 700.80",
            "reader_acu 3.5 * 730 * 0.12 = 306.60",
            "storage 100 * 0.10 = 10.00",
            "io 100 * 0.20 = 20.00",
            "backup 0 * 0.021 = 0.00",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 64 * 0.10 = 6.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "16 * 2 * 730 * 0.12 + 10 + 0.40 + 1 + 6.40 = 2821.00",
        typical: "8499.90",
        ceiling: "16 * 32 * 730 * 0.12 + 10 + 20 + 0.45 + 1 + 6.40 + 8.65 = 44897.70",
    },
    Worked {
        name: "the seed's Large with I/O and a quarter of a terabyte of snapshots",
        change: |d| {
            capacity(d, 2, 128);
            average(d, "32", "32");
            d.cluster.readers.clear();
            d.usage.storage_gb = some("1024");
            d.usage.io_requests_millions = some("1000");
            d.usage.manual_snapshot_gb = decimal("256");
        },
        lines: &[
            "writer_acu 32 * 730 * 0.12 = 2803.20",
            "storage 1024 * 0.10 = 102.40",
            "io 1000 * 0.20 = 200.00",
            "backup 256 * 0.021 = 5.38",
            "secret 0.40 + 10000 / 10000 * 0.05 = 0.45",
            "kms 1 * 1.00 = 1.00",
            "alarms 4 * 0.10 = 0.40",
            "logs 10 * (0.50 + 0.03 * 365 / 30) = 8.65",
        ],
        idle: "1 * 730 * 0.12 + 102.40 + 5.376 + 0.40 + 1 + 0.40 = 197.18",
        typical: "3121.48",
        ceiling: "64 * 730 * 0.12 + 102.40 + 200 + 5.376 + 0.45 + 1 + 0.40 + 8.65 = 5924.68",
    },
];
