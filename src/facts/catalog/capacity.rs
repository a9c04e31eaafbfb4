//! Capacity: what an ACU is, how far it goes, when an instance pauses and what it can serve.

use super::fact::Fact;
use super::sources::{OWN_ADVICE, guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "ACU-01",
        "One ACU is about 2 GiB of memory with the CPU and network that go with it.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::error(
        "ACU-02",
        "Capacity moves in steps of 0.5 ACU; AWS refuses anything between. The Terraform provider \
         does not check the step.",
        &[rds_api!("ServerlessV2ScalingConfiguration"), provider!("internal/service/rds/cluster.go")],
    ),
    Fact::error(
        "ACU-03",
        "The minimum is 0, or 0.5 to 256 ACU, as far as the engine version allows. Terraform requires \
         it.",
        &[rds_api!("ServerlessV2ScalingConfiguration"), provider!("internal/service/rds/cluster.go")],
    ),
    Fact::error(
        "ACU-04",
        "The maximum is 1 to 256 ACU, as far as the engine version allows; 0.5 is refused. Terraform \
         requires it.",
        &[guide!("aurora-serverless-v2.setting-capacity"), provider!("internal/service/rds/cluster.go")],
    ),
    Fact::error(
        "ACU-05",
        "The minimum must not be above the maximum.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::warning(
        "ACU-05b",
        "A minimum equal to the maximum is accepted, but then nothing scales; AWS calls it fit for \
         tests only.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::error(
        "ACU-06",
        "The engine version sets the range. Up to 128 ACU: MySQL 3.02, PostgreSQL 13.6, 14.3, 15.2, \
         16.1. Up to 256: MySQL 3.06, PostgreSQL 13.13, 14.10, 15.5, 16.1. From 0: MySQL 3.08, \
         PostgreSQL 13.15, 14.12, 15.7, 16.3. Each holds for later versions too; every 17, 18 and 8.4 \
         on offer goes from 0 to 256.",
        &[guide!("aurora-serverless-v2.requirements"), guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ACU-07",
        "The platform version limits capacity as well: version 1 to 128 ACU, versions 2 to 4 to 256. \
         New clusters, restores and clones get the newest platform of their Region, so a new design \
         is limited by its engine version alone.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ACU-08",
        "Platform version 4 runs in most Regions: N. Virginia, Ohio, N. California, Oregon, Hong \
         Kong, Mumbai, Hyderabad, Singapore, Sydney, Jakarta, Melbourne, Malaysia, Tokyo, Seoul, \
         Osaka, Canada Central, Frankfurt, Zurich, Ireland, London, Paris, Spain, Stockholm, São \
         Paulo and both GovCloud Regions.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ACU-09",
        "Minimum and maximum are set once for the cluster and hold for each instance: n instances use \
         between n times the minimum and n times the maximum.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ACU-10",
        "The scaling range must be on the cluster before an instance of class db.serverless is added. \
         The engine mode is provisioned; the mode called serverless was version 1, which is gone.",
        &[guide!("aurora-serverless-v2-administration"), rds_api!("CreateDBClusterMessage.EngineMode")],
    ),
    Fact::data(
        "ACU-11",
        "A new range takes effect at once, whatever apply_immediately says; max_connections follows \
         only after a reboot.",
        &[guide!("aurora-serverless-v2-administration"), guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::warning(
        "ACU-12",
        "With a maximum that its parameters do not fit, an instance can end in the state \
         incompatible-parameters. On PostgreSQL AWS rolls a lower maximum back when a custom \
         max_connections, track_activity_query_size or min_dynamic_shared_memory no longer fits.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::data(
        "ACU-13",
        "Pausing is switched on by a minimum of 0 ACU; there is no other switch.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::error(
        "ACU-14",
        "SecondsUntilAutoPause is 300 to 86,400 seconds, 300 by default. AWS refuses it with any \
         minimum but 0; the Terraform provider checks only the range.",
        &[
            rds_api!("ServerlessV2ScalingConfiguration"),
            provider!("internal/service/rds/cluster.go"),
            "https://github.com/anomalyco/sst/pull/5276",
            guide!("aurora-serverless-v2-auto-pause"),
        ],
    ),
    Fact::note(
        "ACU-15",
        "An instance does not pause while a user's connection to it is open, even an idle one.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::warning(
        "ACU-16",
        "RDS Proxy keeps a connection open to every instance, so with a proxy none ever pauses.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::warning(
        "ACU-17",
        "In a Global Database the secondary clusters do not pause, nor do the primary's writer and \
         its readers of tier 0 and 1.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::warning(
        "ACU-18",
        "Logical replication on PostgreSQL (rds.logical_replication = 1) and binary-log replication \
         on MySQL (binlog_format other than OFF) keep the writer and the readers of tier 0 and 1 \
         awake.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "ACU-19",
        "A zero-ETL integration keeps the writer and the readers of tier 0 and 1 awake.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "ACU-20",
        "With a provisioned instance in the cluster, a serverless writer and the readers of tier 0 \
         and 1 do not pause.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "ACU-21",
        "AWS does not refuse a minimum of 0 together with what prevents pausing; the cluster is \
         created and never pauses.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::note(
        "ACU-22",
        "A paused instance takes about 15 seconds to resume, and 30 or more after a pause of over 24 \
         hours. Clients need a connect timeout above that.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "ACU-23",
        "Any attempt to connect wakes a paused instance, even one with a wrong password. Waking a \
         reader wakes the writer, and the writer pauses only when the whole cluster is idle.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "ACU-24",
        "A paused instance costs no ACUs while its storage is still billed. It reports only \
         CPUUtilization, ACUUtilization and ServerlessDatabaseCapacity, all 0, so alarms must not \
         take missing data for a breach.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::warning(
        "ACU-24b",
        "pg_cron and MySQL's event scheduler do not run while the cluster is paused.",
        &[guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "ACU-30",
        "The default max_connections follows the cluster's maximum (ACU: MySQL/PostgreSQL): 1: \
         90/189, 4: 135/823, 8: 1000/1669, 16: 2000/3360, 32: 3000/5000, 64: 4000/5000, 128: \
         5000/5000, 192 and 256: 6000/5000.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::note(
        "ACU-31",
        "On Aurora PostgreSQL max_connections stays at 2,000 at most while the minimum is 0 or 0.5 \
         ACU, whatever the maximum; a minimum of 1 lifts that.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::data(
        "ACU-32",
        "Aurora PostgreSQL's default max_connections is LEAST(memory in bytes / 9,531,392, 5,000).",
        &[guide!("AuroraPostgreSQL.Managing")],
    ),
    Fact::data(
        "ACU-33",
        "Aurora MySQL's default max_connections grows with the logarithm of memory. Today's exact \
         formula is unconfirmed, so values between the rows that AWS prints are interpolated; set by \
         hand it may be up to 16,000, and 50,000 from 8.4.10.",
        &[guide!("AuroraMySQL.Managing.Performance")],
    )
    .unconfirmed(),
    Fact::warning(
        "ACU-34",
        "With Performance Insights or Database Insights on, AWS recommends a minimum of at least 2 \
         ACU.",
        &[guide!("aurora-serverless-v2.setting-capacity"), guide!("aurora-serverless-v2.requirements")],
    ),
    Fact::warning(
        "ACU-35",
        "In a Global Database AWS recommends a minimum of at least 8 ACU in the primary Region.",
        &[guide!("aurora-serverless-v2.setting-capacity"), guide!("aurora-global-database-getting-started")],
    ),
    Fact::data(
        "ACU-36",
        "The larger an instance already is, the faster and further it scales up; from a low minimum \
         the first climb is slow.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::data(
        "ACU-37",
        "Some features keep capacity above the minimum by themselves: a Global Database, log export, \
         pgaudit, Enhanced Monitoring, Performance Insights, very large volumes and enlarged shared \
         memory.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::data(
        "ACU-38",
        "A reader of tier 0 or 1 is never smaller than the writer is at that moment, so that it can \
         take over.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ACU-39",
        "A reader of tier 2 to 15 scales on its own, whatever the writer does.",
        &[guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ACU-40",
        "The default failover tier is 1 in the API and the console but 0 in Terraform, so the export \
         always writes it.",
        &[
            rds_api!("CreateDBInstanceMessage.PromotionTier"),
            provider!("website/docs/r/rds_cluster_instance.html.markdown"),
        ],
    ),
    Fact::data(
        "ACU-41",
        "Serverless instances have no Database Activity Streams, no Aurora Auto Scaling of readers \
         and, on PostgreSQL, no cluster cache management.",
        &[guide!("aurora-serverless-v2.requirements"), guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::warning(
        "ACU-41b",
        "A value set for these parameters has no effect on a serverless instance: \
         innodb_buffer_pool_size, innodb_purge_threads, table_definition_cache and table_open_cache \
         on MySQL, shared_buffers on PostgreSQL.",
        &[guide!("aurora-serverless-v2.setting-capacity")],
    ),
    Fact::error(
        "ACU-42",
        "The failover tier is a whole number from 0 to 15.",
        &[rds_api!("CreateDBInstanceMessage.PromotionTier")],
    ),
    Fact::warning(
        "ACU-43",
        "More clients at the peak than the default max_connections of the maximum, or than the \
         proxy's share of it, will be turned away.",
        &[OWN_ADVICE],
    ),
];
