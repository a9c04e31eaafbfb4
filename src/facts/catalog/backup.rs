//! Backup, maintenance, deletion and encryption.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{OWN_ADVICE, guide, provider, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "BAK-01",
        "Automated backups are kept for 1 to 35 days, 1 by default. AWS refuses 0, which the \
         Terraform provider lets through.",
        &[rds_api!("CreateDBClusterMessage.BackupRetentionPeriod"), guide!("Aurora.Managing.Backups")],
    ),
    Fact::error(
        "BAK-02",
        "A backup window is at least 30 minutes, in UTC, and must not overlap the maintenance window.",
        &[rds_api!("CreateDBClusterMessage.PreferredBackupWindow")],
    ),
    Fact::error(
        "BAK-03",
        "A maintenance window is at least 30 minutes, in UTC, with days of three letters; Terraform \
         stores them in lower case.",
        &[
            rds_api!("CreateDBClusterMessage.PreferredMaintenanceWindow"),
            provider!("internal/service/rds/validate.go"),
        ],
    ),
    Fact::data(
        "BAK-04",
        "With a backup window on the cluster, Terraform must not set one on its instances.",
        &[provider!("website/docs/r/rds_cluster_instance.html.markdown")],
    ),
    Fact::warning(
        "BAK-05",
        "Deletion protection is off by default, in the API and in Terraform.",
        &[rds_api!("CreateDBClusterMessage.DeletionProtection")],
    ),
    Fact::data(
        "BAK-06",
        "Terraform takes a final snapshot at destroy unless told to skip it, and then needs its name. \
         AWS refuses a name that exists, so the name needs a part that is unique.",
        &[provider!("website/docs/r/rds_cluster.html.markdown"), rds_api!("DeleteDBCluster")],
    ),
    Fact::warning("BAK-06b", "Without a final snapshot, terraform destroy loses the data.", &[OWN_ADVICE]),
    Fact::data(
        "BAK-07",
        "Tags are not copied to snapshots by default.",
        &[rds_api!("CreateDBClusterMessage.CopyTagsToSnapshot")],
    ),
    Fact::data(
        "BAK-08",
        "Automatic minor upgrades are on by default and happen only if they are on for every instance \
         of the cluster.",
        &[
            rds_api!("CreateDBInstanceMessage.AutoMinorVersionUpgrade"),
            guide!("USER_UpgradeDBInstance.Maintenance"),
        ],
    ),
    Fact::data(
        "BAK-09",
        "Every cluster made since 2026-02-18 is encrypted at no cost. With storage_encrypted and a \
         key it is your key; without a key AWS' managed key aws/rds; with false or nothing a key that \
         AWS owns, and the API reports false. The kind of key can't be changed later without \
         replacing the cluster.",
        &[
            guide!("Overview.Encryption"),
            rds_api!("DBCluster.StorageEncrypted"),
            rds_api!("DBCluster.StorageEncryptionType"),
            provider!("internal/service/rds/cluster.go"),
            "https://aws.amazon.com/blogs/database/use-default-encryption-at-rest-for-new-amazon-aurora-clusters",
        ],
    ),
    Fact::warning(
        "BAK-09b",
        "With encryption: false the data is encrypted with a key that AWS owns. You can't audit, \
         restrict or revoke it, and tools that read storage_encrypted report the cluster.",
        &[OWN_ADVICE, guide!("Overview.Encryption")],
    ),
    Fact::note(
        "BAK-09c",
        "AWS itself recommends the key that it owns for simplicity and cost where no control over the key is \
         needed.",
        &[
            guide!("Overview.Encryption"),
            "https://aws.amazon.com/blogs/database/use-default-encryption-at-rest-for-new-amazon-aurora-clusters",
        ],
    ),
    Fact::warning(
        "BAK-09d",
        "A KMS key named together with encryption: false is not used.",
        &[OWN_ADVICE, guide!("Overview.Encryption")],
    ),
    Fact::error(
        "BAK-10",
        "Backtrack is for Aurora MySQL only, 0 to 72 hours, switched on at creation only, not in a \
         Global Database, and in 15 Regions only. It works with serverless instances.",
        &[
            rds_api!("CreateDBClusterMessage.BacktrackWindow"),
            guide!("AuroraMySQL.Managing.Backtrack"),
            guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.Backtrack"),
        ],
    ),
    Fact::warning(
        "BAK-11",
        "With backups kept for one day a mistake must be noticed within that day.",
        &[OWN_ADVICE],
    ),
    Fact::note(
        "BAK-12",
        "Without AWS Backup there is no copy outside the cluster's own backups and no vault lock. \
         When a cluster is deleted, only manual and final snapshots stay.",
        &[OWN_ADVICE, guide!("Aurora.Managing.Backups")],
    ),
    Fact::note(
        "BAK-13",
        "AWS Backup copies only what a Region has opted in. While its opt-in for Aurora is off, a plan \
         that names a cluster makes no copy, and nothing fails.",
        &["https://docs.aws.amazon.com/aws-backup/latest/devguide/service-opt-in.html"],
    )
    .read_on(CORRECTIONS),
];
