//! Sizes and quotas.

use super::fact::Fact;
use super::sources::{OWN_ADVICE, guide, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "LIM-01",
        "A cluster has at most 15 readers, so 16 instances. A secondary cluster of a Global Database \
         has at most 16 readers, and the primary at most 15 less the number of secondaries.",
        &[guide!("Aurora.Replication"), guide!("aurora-global-database")],
    ),
    Fact::data(
        "LIM-02",
        "A volume grows to 256 TiB on PostgreSQL 15.13, 16.9, 17.5 and later and on MySQL 3.10 and \
         later, to 128 TiB on all others. 8.4 is not named, so its size is not known.",
        &[guide!("CHAP_Limits")],
    ),
    Fact::warning(
        "LIM-02b",
        "A bill for more storage than the version's volume can hold describes a month that can't be.",
        &[OWN_ADVICE, guide!("CHAP_Limits")],
    ),
    Fact::data(
        "LIM-03",
        "Nothing sets a volume's size: it grows by itself and is billed by use. That it begins with \
         10 GB, as AWS once wrote, is no longer said and so unconfirmed.",
        &[guide!("Aurora.Overview.StorageReliability"), rds_api!("CreateDBClusterMessage.AllocatedStorage")],
    )
    .unconfirmed(),
    Fact::data(
        "LIM-04",
        "A table holds at most 64 TiB on MySQL and 32 TiB on PostgreSQL.",
        &[guide!("CHAP_Limits")],
    ),
    Fact::data(
        "LIM-05",
        "Default quotas of an account in a Region: 40 clusters, 40 instances (20 in Mumbai), 50 \
         subnet groups, 50 parameter groups and 50 cluster parameter groups, 20 proxies, 100 manual \
         cluster snapshots; 5 custom endpoints and 5 IAM roles a cluster, 20 subnets a subnet group.",
        &[guide!("CHAP_Limits")],
    ),
    Fact::error(
        "LIM-06",
        "A cluster that serves has exactly one writer; only a secondary of a Global Database may have \
         no instance at all.",
        &[guide!("Aurora.Replication")],
    ),
];
