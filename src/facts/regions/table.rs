//! Regions and their Availability Zones, as of 2026-11-23 (REG-01 to REG-09).

// Printed by tests/data/print_tables.py; tests/facts.rs compares it with tests/data. Do not edit by hand.

use super::{Partition, Region};

/// Africa (Cape Town).
pub static AF_SOUTH_1: Region = Region {
    code: "af-south-1",
    name: "Africa (Cape Town)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Hong Kong).
pub static AP_EAST_1: Region = Region {
    code: "ap-east-1",
    name: "Asia Pacific (Hong Kong)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Taipei).
pub static AP_EAST_2: Region = Region {
    code: "ap-east-2",
    name: "Asia Pacific (Taipei)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: false,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Tokyo).
pub static AP_NORTHEAST_1: Region = Region {
    code: "ap-northeast-1",
    name: "Asia Pacific (Tokyo)",
    zones: "acd",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Seoul).
pub static AP_NORTHEAST_2: Region = Region {
    code: "ap-northeast-2",
    name: "Asia Pacific (Seoul)",
    zones: "abcd",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Osaka).
pub static AP_NORTHEAST_3: Region = Region {
    code: "ap-northeast-3",
    name: "Asia Pacific (Osaka)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Mumbai).
pub static AP_SOUTH_1: Region = Region {
    code: "ap-south-1",
    name: "Asia Pacific (Mumbai)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Hyderabad).
pub static AP_SOUTH_2: Region = Region {
    code: "ap-south-2",
    name: "Asia Pacific (Hyderabad)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Singapore).
pub static AP_SOUTHEAST_1: Region = Region {
    code: "ap-southeast-1",
    name: "Asia Pacific (Singapore)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Sydney).
pub static AP_SOUTHEAST_2: Region = Region {
    code: "ap-southeast-2",
    name: "Asia Pacific (Sydney)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Jakarta).
pub static AP_SOUTHEAST_3: Region = Region {
    code: "ap-southeast-3",
    name: "Asia Pacific (Jakarta)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Melbourne).
pub static AP_SOUTHEAST_4: Region = Region {
    code: "ap-southeast-4",
    name: "Asia Pacific (Melbourne)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Malaysia).
pub static AP_SOUTHEAST_5: Region = Region {
    code: "ap-southeast-5",
    name: "Asia Pacific (Malaysia)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (New Zealand).
pub static AP_SOUTHEAST_6: Region = Region {
    code: "ap-southeast-6",
    name: "Asia Pacific (New Zealand)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: false,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Asia Pacific (Thailand).
pub static AP_SOUTHEAST_7: Region = Region {
    code: "ap-southeast-7",
    name: "Asia Pacific (Thailand)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Canada (Central).
pub static CA_CENTRAL_1: Region = Region {
    code: "ca-central-1",
    name: "Canada (Central)",
    zones: "abd",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Canada West (Calgary).
pub static CA_WEST_1: Region = Region {
    code: "ca-west-1",
    name: "Canada West (Calgary)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Frankfurt).
pub static EU_CENTRAL_1: Region = Region {
    code: "eu-central-1",
    name: "Europe (Frankfurt)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Zurich).
pub static EU_CENTRAL_2: Region = Region {
    code: "eu-central-2",
    name: "Europe (Zurich)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Stockholm).
pub static EU_NORTH_1: Region = Region {
    code: "eu-north-1",
    name: "Europe (Stockholm)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Milan).
pub static EU_SOUTH_1: Region = Region {
    code: "eu-south-1",
    name: "Europe (Milan)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Spain).
pub static EU_SOUTH_2: Region = Region {
    code: "eu-south-2",
    name: "Europe (Spain)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Ireland).
pub static EU_WEST_1: Region = Region {
    code: "eu-west-1",
    name: "Europe (Ireland)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (London).
pub static EU_WEST_2: Region = Region {
    code: "eu-west-2",
    name: "Europe (London)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Europe (Paris).
pub static EU_WEST_3: Region = Region {
    code: "eu-west-3",
    name: "Europe (Paris)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Israel (Tel Aviv).
pub static IL_CENTRAL_1: Region = Region {
    code: "il-central-1",
    name: "Israel (Tel Aviv)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Middle East (UAE).
pub static ME_CENTRAL_1: Region = Region {
    code: "me-central-1",
    name: "Middle East (UAE)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Middle East (Bahrain).
pub static ME_SOUTH_1: Region = Region {
    code: "me-south-1",
    name: "Middle East (Bahrain)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Mexico (Central).
pub static MX_CENTRAL_1: Region = Region {
    code: "mx-central-1",
    name: "Mexico (Central)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: true,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// South America (Sao Paulo).
pub static SA_EAST_1: Region = Region {
    code: "sa-east-1",
    name: "South America (Sao Paulo)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// US East (N. Virginia).
pub static US_EAST_1: Region = Region {
    code: "us-east-1",
    name: "US East (N. Virginia)",
    zones: "abcdef",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// US East (Ohio).
pub static US_EAST_2: Region = Region {
    code: "us-east-2",
    name: "US East (Ohio)",
    zones: "abc",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// US West (N. California).
pub static US_WEST_1: Region = Region {
    code: "us-west-1",
    name: "US West (N. California)",
    zones: "ac",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// US West (Oregon).
pub static US_WEST_2: Region = Region {
    code: "us-west-2",
    name: "US West (Oregon)",
    zones: "abcd",
    partition: Partition::Aws,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: true,
    backtrack: true,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// China (Beijing).
pub static CN_NORTH_1: Region = Region {
    code: "cn-north-1",
    name: "China (Beijing)",
    zones: "abc",
    partition: Partition::AwsCn,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// China (Ningxia).
pub static CN_NORTHWEST_1: Region = Region {
    code: "cn-northwest-1",
    name: "China (Ningxia)",
    zones: "abc",
    partition: Partition::AwsCn,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// AWS GovCloud (US-East).
pub static US_GOV_EAST_1: Region = Region {
    code: "us-gov-east-1",
    name: "AWS GovCloud (US-East)",
    zones: "abc",
    partition: Partition::AwsUsGov,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// AWS GovCloud (US-West).
pub static US_GOV_WEST_1: Region = Region {
    code: "us-gov-west-1",
    name: "AWS GovCloud (US-West)",
    zones: "abc",
    partition: Partition::AwsUsGov,
    serverless_v2: true,
    opt_in: false,
    rds_proxy: true,
    data_api: false,
    backtrack: false,
    source: "REG-01, REG-04, REG-05; 2026-11-23",
};

/// Every Region, by code.
pub static REGIONS: &[&Region] = &[
    &AF_SOUTH_1,
    &AP_EAST_1,
    &AP_EAST_2,
    &AP_NORTHEAST_1,
    &AP_NORTHEAST_2,
    &AP_NORTHEAST_3,
    &AP_SOUTH_1,
    &AP_SOUTH_2,
    &AP_SOUTHEAST_1,
    &AP_SOUTHEAST_2,
    &AP_SOUTHEAST_3,
    &AP_SOUTHEAST_4,
    &AP_SOUTHEAST_5,
    &AP_SOUTHEAST_6,
    &AP_SOUTHEAST_7,
    &CA_CENTRAL_1,
    &CA_WEST_1,
    &EU_CENTRAL_1,
    &EU_CENTRAL_2,
    &EU_NORTH_1,
    &EU_SOUTH_1,
    &EU_SOUTH_2,
    &EU_WEST_1,
    &EU_WEST_2,
    &EU_WEST_3,
    &IL_CENTRAL_1,
    &ME_CENTRAL_1,
    &ME_SOUTH_1,
    &MX_CENTRAL_1,
    &SA_EAST_1,
    &US_EAST_1,
    &US_EAST_2,
    &US_WEST_1,
    &US_WEST_2,
    &CN_NORTH_1,
    &CN_NORTHWEST_1,
    &US_GOV_EAST_1,
    &US_GOV_WEST_1,
];
