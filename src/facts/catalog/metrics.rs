//! CloudWatch metrics and alarms.

use super::fact::Fact;
use super::sources::{OWN_ADVICE, RECOMMENDED_ALARMS, guide};

pub(super) static FACTS: &[Fact] = &[
    Fact::data(
        "MET-01",
        "ServerlessDatabaseCapacity is the capacity of an instance in ACU, and for a cluster the \
         average of its instances. AWS names no threshold; ours is 90 percent of the maximum for 15 \
         minutes.",
        &[
            guide!("Aurora.AuroraMonitoring.Metrics"),
            guide!("aurora-serverless-v2-administration"),
            OWN_ADVICE,
        ],
    ),
    Fact::data(
        "MET-02",
        "ACUUtilization is capacity in percent of the maximum. AWS reads a value near 100 as a call \
         for a higher maximum; our threshold is 90 percent for 5 minutes.",
        &[
            guide!("Aurora.AuroraMonitoring.Metrics"),
            guide!("aurora-serverless-v2-administration"),
            OWN_ADVICE,
        ],
    ),
    Fact::data(
        "MET-03",
        "CPUUtilization is in percent of the CPU at the maximum capacity. AWS recommends an alarm \
         above 90 percent for 5 minutes.",
        &[
            guide!("Aurora.AuroraMonitoring.Metrics"),
            guide!("aurora-serverless-v2-administration"),
            RECOMMENDED_ALARMS,
        ],
    ),
    Fact::data(
        "MET-04",
        "DatabaseConnections counts an instance's connections. AWS recommends an alarm above 90 to 95 \
         percent of max_connections for 5 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-05",
        "FreeableMemory is in bytes of the memory at the maximum capacity. AWS recommends an alarm \
         below about 5 percent of it for 15 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-06",
        "BufferCacheHitRatio is in percent. AWS recommends an alarm below 80 for 10 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-07",
        "Deadlocks, not DeadLocks, counts deadlocks a second. AWS names no threshold; ours is 0.1 for \
         5 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), OWN_ADVICE],
    ),
    Fact::data(
        "MET-08",
        "AuroraReplicaLag is a reader's lag in milliseconds. AWS names no threshold; ours is 2,000 \
         for 5 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), OWN_ADVICE],
    ),
    Fact::data(
        "MET-09",
        "AuroraReplicaLagMaximum is the largest lag between the writer and its readers, in \
         milliseconds.",
        &[guide!("Aurora.AuroraMonitoring.Metrics")],
    ),
    Fact::data(
        "MET-10",
        "ReadLatency and WriteLatency are in seconds. AWS recommends an alarm when the 90th \
         percentile is above 0.020 for 5 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-11",
        "VolumeBytesUsed is the cluster's volume in bytes, reported for the cluster only.",
        &[guide!("Aurora.AuroraMonitoring.Metrics")],
    ),
    Fact::data(
        "MET-12",
        "AuroraVolumeBytesLeftTotal is what the volume may still grow, in bytes, for Aurora MySQL \
         clusters. AWS recommends an alarm below 10 to 20 percent of the limit.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-13",
        "VolumeReadIOPs and VolumeWriteIOPs count requests in five minutes, for the cluster only.",
        &[guide!("Aurora.AuroraMonitoring.Metrics")],
    ),
    Fact::data(
        "MET-14",
        "MaximumUsedTransactionIDs is the age of the oldest transaction that PostgreSQL has not \
         vacuumed, in transactions. AWS recommends an alarm above 1,000,000,000.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-15",
        "EngineUptime is in seconds. AWS recommends an alarm when the writer reports none for two \
         minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-16",
        "RollbackSegmentHistoryListLength counts what MySQL has yet to purge. AWS recommends an alarm \
         above 1,000,000 for 5 minutes.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "MET-17",
        "AuroraGlobalDBReplicationLag and AuroraGlobalDBRPOLag are in milliseconds, in secondary \
         Regions only; our threshold is 5,000.",
        &[guide!("Aurora.AuroraMonitoring.Metrics"), OWN_ADVICE],
    ),
    Fact::data(
        "MET-18",
        "FreeLocalStorage does not apply to serverless instances, whose temporary storage scales with \
         capacity.",
        &[guide!("Aurora.AuroraMonitoring.Metrics")],
    ),
    Fact::data(
        "MET-19",
        "AWS' threshold of DBLoad needs a fixed number of vCPUs, which a serverless instance does not \
         have.",
        &[RECOMMENDED_ALARMS],
    ),
    Fact::data(
        "CW-01",
        "AWS' recommended alarms on CPU, connections, memory and uptime take missing data for a \
         breach. A paused instance reports hardly anything (ACU-24), so with a minimum of 0 they \
         would ring at every pause.",
        &[RECOMMENDED_ALARMS, guide!("aurora-serverless-v2-auto-pause")],
    ),
    Fact::data(
        "CW-02",
        "CPUUtilization of a cluster is the average of all instances. An alarm needs an instance, or \
         the cluster with the role WRITER to follow a failover.",
        &[guide!("dimensions"), RECOMMENDED_ALARMS],
    ),
    Fact::warning("CW-03", "Without alarms nobody is told that the cluster is full.", &[OWN_ADVICE]),
    Fact::note(
        "CW-03b",
        "Alarms without an e-mail address report to a topic that nobody reads.",
        &[OWN_ADVICE],
    ),
];
