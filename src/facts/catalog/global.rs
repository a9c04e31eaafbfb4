//! Global Database.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{OWN_ADVICE, guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "GDB-01",
        "A Global Database has one primary and at most 10 secondary Regions, each once and all in one \
         partition.",
        &[guide!("aurora-global-database")],
    ),
    Fact::warning(
        "GDB-01b",
        "AWS and Terraform accept a Global Database of one member: secondaries may come later. Until \
         then nothing is copied to another Region.",
        &[guide!("aurora-global-database-getting-started"), rds_api!("CreateGlobalClusterMessage")],
    )
    .read_on(CORRECTIONS),
    Fact::error(
        "GDB-02",
        "A Global Database takes PostgreSQL from 13.4, 14.3, 15.2, 16.1, 17.4 and 18.3, MySQL from \
         3.01 and every 8.4; each member's Region must offer the version.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase")],
    ),
    Fact::data(
        "GDB-03",
        "All members run the same engine and version; for a switchover or failover the minor must be \
         the same as well.",
        &[guide!("aurora-global-database-disaster-recovery")],
    ),
    Fact::data(
        "GDB-04",
        "Every member may have serverless instances, and members may differ in that.",
        &[guide!("aurora-global-database-getting-started")],
    ),
    Fact::data(
        "GDB-05",
        "AWS recommends a minimum of at least 8 ACU in the primary Region; a secondary should be \
         sized to take over.",
        &[guide!("aurora-global-database-getting-started")],
    ),
    Fact::warning(
        "GDB-05b",
        "A secondary with a smaller maximum than the primary can't take over its load.",
        &[OWN_ADVICE, guide!("aurora-global-database-getting-started")],
    ),
    Fact::note(
        "GDB-06",
        "A secondary may have no instance at all, only storage; it needs one before a switchover or \
         failover.",
        &[guide!("aurora-global-database-getting-started")],
    ),
    Fact::data(
        "GDB-07",
        "A secondary has its own subnet group and security groups, no master user, password or \
         database of its own, and if encrypted a KMS key of its Region.",
        &[
            guide!("aurora-global-database-getting-started"),
            provider!("website/docs/r/rds_global_cluster.html.markdown"),
        ],
    ),
    Fact::error(
        "GDB-08",
        "A Global Database takes neither Backtrack nor a managed secret.",
        &[guide!("aurora-global-database")],
    ),
    Fact::note(
        "GDB-08b",
        "A cluster in a Global Database can't be stopped, started or renamed, secondaries have no \
         Auto Scaling of readers, and automatic minor upgrades have no effect.",
        &[guide!("aurora-global-database")],
    ),
    Fact::error(
        "GDB-09",
        "Write forwarding is for secondaries only and off by default. It needs PostgreSQL 14.9, 15.4 \
         or 16, or MySQL 2.08.1, or later; PostgreSQL's consistency is SESSION by default, EVENTUAL, \
         GLOBAL or OFF.",
        &[
            guide!("aurora-global-database-write-forwarding-apg"),
            guide!("aurora-global-database-write-forwarding-ams"),
        ],
    ),
    Fact::data(
        "GDB-10",
        "A switchover loses nothing and needs healthy clusters; a failover may lose seconds of data \
         and takes minutes.",
        &[
            guide!("aurora-global-database-disaster-recovery"),
            rds_api!("SwitchoverGlobalClusterMessage"),
            rds_api!("FailoverGlobalClusterMessage"),
        ],
    ),
    Fact::data(
        "GDB-10b",
        "A failover is started with FailoverGlobalCluster and AllowDataLoss, which name the secondary; \
         AWS advises the one that lags least. It waits for no data: what was not replicated yet is \
         lost, and writes to the old primary are stopped as far as AWS can.",
        &[guide!("aurora-global-database-disaster-recovery"), rds_api!("FailoverGlobalClusterMessage")],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "GDB-10c",
        "Once its Region is well, AWS adds the old primary back as a secondary on a new volume, and \
         tries to keep a snapshot of the old one. Other secondaries are rebuilt after a failover, \
         which takes minutes to hours; until then nobody can read them.",
        &[guide!("aurora-global-database-disaster-recovery")],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "GDB-10d",
        "A promoted secondary inherits no setting of the primary: its parameter group, monitoring, \
         alarms and links to other services stay its own.",
        &[guide!("aurora-global-database-disaster-recovery")],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "GDB-10e",
        "AWS' guide knows only failovers that somebody starts. That none happens by itself is what \
         others quote of AWS, and unconfirmed.",
        &[guide!("aurora-global-database-disaster-recovery")],
    )
    .unconfirmed()
    .read_on(CORRECTIONS),
    Fact::data(
        "GDB-11",
        "How many readers the members of a Global Database have follows the limit of instances of a \
         cluster (LIM-01).",
        &[guide!("aurora-global-database")],
    ),
    Fact::data(
        "GDB-12",
        "In Terraform a global cluster states its engine; one that is made from an existing cluster \
         states neither engine, version, database nor encryption.",
        &[
            provider!("website/docs/r/rds_global_cluster.html.markdown"),
            rds_api!("CreateGlobalClusterMessage"),
        ],
    ),
    Fact::data(
        "GDB-13",
        "A Global Database has a writer endpoint that follows its primary to another Region; clients \
         that cache DNS follow later, and need a way into the network there. The endpoints of a \
         cluster stay those of its own Region, and a secondary's cluster endpoint takes reads only.",
        &[guide!("aurora-global-database-connecting")],
    )
    .read_on(CORRECTIONS),
];
