//! The table of verdicts: a row for each way in which a setting can change, with why and where that is written.
//! `judge.rs` says which row a change takes.

use super::Verdict;
use super::Verdict::{DataLoss, Instance, Live, None, Outage, Reboot, Refused, Resource, Window};

/// What one kind of change does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub(super) verdict: Verdict,
    /// Sentences for people.
    pub(super) why: &'static str,
    /// The page that says so, by AWS, the provider or Terraform.
    pub(super) source: &'static str,
    /// Whether there is no way back.
    pub(super) is_final: bool,
}

const fn row(verdict: Verdict, why: &'static str, source: &'static str) -> Row {
    Row { verdict, why, source, is_final: false }
}

const fn last(verdict: Verdict, why: &'static str, source: &'static str) -> Row {
    Row { verdict, why, source, is_final: true }
}

/// A page of the Aurora User Guide.
macro_rules! aurora {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/", $page, ".html")
    };
}

/// A page of the RDS User Guide.
macro_rules! rds {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/", $page, ".html")
    };
}

/// A file of the provider's RDS service.
macro_rules! provider {
    ($file:literal) => {
        concat!(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/rds/",
            $file,
            ".go"
        )
    };
}

/// An issue of the provider.
macro_rules! issue {
    ($number:literal) => {
        concat!("https://github.com/hashicorp/terraform-provider-aws/issues/", $number)
    };
}

/// A resource in the provider's documentation.
macro_rules! resource {
    ($name:literal) => {
        concat!("https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/", $name)
    };
}

const MODIFYING: &str = aurora!("Aurora.Modifying");
const CAPACITY: &str = aurora!("aurora-serverless-v2.setting-capacity");
const CLUSTER: &str = provider!("cluster");
const PROXY: &str = aurora!("rds-proxy-modifying-proxy");

// The top of the file.

pub(super) static PROJECT: Row = last(
    DataLoss,
    "The subnet group carries this name and a cluster can't change its group, so the cluster is made anew and empty even where its own name stays.",
    provider!("subnet_group"),
);
pub(super) static INNER_NAME: Row = row(
    None,
    "A name inside the design only; AWS never sees it.",
    "https://developer.hashicorp.com/terraform/language/resources/syntax",
);
pub(super) static REGION: Row = last(
    DataLoss,
    "Everything is destroyed here and made empty there. Move by a Global Database or a snapshot copy instead.",
    "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support",
);
pub(super) static TAG: Row = row(
    Live,
    "Only tags change: many resources appear in the plan, nothing restarts.",
    aurora!("USER_Tagging"),
);
pub(super) static FIGURES: Row = row(
    None,
    "Our own figures and notes; AWS sees nothing of it.",
    "https://developer.hashicorp.com/terraform/language/resources/syntax",
);
pub(super) static NOT_EXPORTED: Row = row(
    None,
    "Nothing of the export uses this setting before or after the change.",
    "https://developer.hashicorp.com/terraform/language/resources/syntax",
);
pub(super) static CLUSTER_NAME: Row = last(
    DataLoss,
    "AWS can rename a cluster, Terraform can't: it destroys it and makes an empty one. Rename it in the console and adjust the state.",
    CLUSTER,
);

// Engine and version.

pub(super) static ENGINE: Row =
    last(DataLoss, "Another engine is another database: migrate with DMS or a dump.", CLUSTER);
pub(super) static VERSION_LEFT_TO_AWS: Row = row(
    None,
    "With automatic upgrades on, the export leaves the version to AWS: this moves nothing now, up or down.",
    aurora!("Aurora.VersionPolicy"),
);
pub(super) static VERSION_UP: Row = last(
    Window,
    "Waits for the maintenance window; then the instances restart or pause briefly.",
    aurora!("USER_UpgradeDBInstance.PostgreSQL.MinorUpgrade"),
);
pub(super) static VERSION_DOWN: Row =
    row(Refused, "Aurora never goes back a version: restore into a new cluster.", issue!("45026"));
pub(super) static MAJOR: Row = row(
    Refused,
    "A major upgrade is refused until var.allow_major_version_upgrade is true; better try it on a clone or by a blue/green deployment. Another engine's version is never taken, nor an older major.",
    issue!("13389"),
);
pub(super) static MAJOR_LEFT_TO_AWS: Row = row(
    Refused,
    "The export leaves the version to AWS, and its parameter group must not run ahead of it: the plan stops. Switch automatic minor upgrades off and set var.allow_major_version_upgrade; better try it on a clone or by a blue/green deployment.",
    issue!("13389"),
);
pub(super) static VERSION_GLOBAL: Row = last(
    Outage,
    "In a Global Database the upgrade starts during the apply, in every Region, whatever the window. Apply it alone.",
    aurora!("aurora-global-database-upgrade"),
);

// The cluster.

pub(super) static DATABASE: Row = last(
    DataLoss,
    "It names only the first database. Make a further one with SQL and leave this setting.",
    CLUSTER,
);
pub(super) static MASTER: Row =
    last(DataLoss, "The master user can't be renamed: make another user with SQL.", CLUSTER);
pub(super) static PORT: Row = row(
    Outage,
    "Every instance restarts during the apply, in spite of apply_immediately = false, and clients must use the new port.",
    MODIFYING,
);
pub(super) static MAX: Row = row(
    Reboot,
    "The new ceiling works at once; max_connections and what else is derived from it keep their old size until you reboot each instance.",
    CAPACITY,
);
pub(super) static RANGE: Row = row(Live, "Works at once, and changes the bill at once.", CAPACITY);
pub(super) static MIN_CAP: Row = row(
    Reboot,
    "The floor works at once; the cap of 2000 connections, which PostgreSQL has at a minimum of 0 or 0.5, comes or goes with a reboot.",
    CAPACITY,
);
pub(super) static PAUSE_DELAY: Row = row(Live, "Works at once.", CAPACITY);
pub(super) static CREDENTIALS: Row = last(
    Live,
    "Password and ARN of the secret change at once: whoever reads the old secret can't sign in any more. A proxy learns of it after a short gap.",
    aurora!("rds-secrets-manager"),
);
pub(super) static CREDENTIALS_GLOBAL: Row =
    row(Refused, "RDS manages no master password in a Global Database.", aurora!("rds-secrets-manager"));
pub(super) static ROTATION: Row = row(
    Live,
    "The password is rotated during the apply, not only after the first days.",
    resource!("secretsmanager_secret_rotation"),
);
pub(super) static ROTATION_OFF: Row = row(
    Resource,
    "The function that rotates goes; the password stays as it is.",
    resource!("secretsmanager_secret_rotation"),
);
pub(super) static IAM: Row = row(
    Window,
    "Sign-in with IAM starts or ends in the maintenance window; until then each plan shows the change again.",
    aurora!("UsingWithRDS.IAMDBAuth.Enabling"),
);
pub(super) static DATA_API: Row = row(
    Live,
    "Off breaks whoever uses the Data API; the rest notices nothing.",
    aurora!("data-api.enabling"),
);
pub(super) static ENCRYPTION: Row = last(
    DataLoss,
    "Encryption is decided at birth: copy a snapshot under a key and restore it, don't apply this.",
    aurora!("Overview.Encryption"),
);
pub(super) static KMS: Row = last(
    DataLoss,
    "A cluster keeps its key for life, so it is made anew and empty. A key that the export made stays until you delete it: the snapshots need it.",
    aurora!("Overview.Encryption"),
);
pub(super) static STORAGE_OPTIMIZED: Row = row(
    Window,
    "No interruption; the bill changes when AWS does it. AWS refuses this way if it was gone less than 30 days ago.",
    aurora!("Aurora.Overview.StorageReliability"),
);
pub(super) static STORAGE_STANDARD: Row = row(
    Window,
    "No interruption; going to I/O-Optimized again is barred until its 30 days are over.",
    aurora!("Aurora.Overview.StorageReliability"),
);
pub(super) static RETENTION_UP: Row = row(Live, "Backups are kept longer from now on.", MODIFYING);
pub(super) static RETENTION_DOWN: Row =
    last(Live, "Restore points older than that are gone for good.", MODIFYING);
pub(super) static BACKUP_WINDOW: Row =
    row(Live, "The next backup is taken in the new window.", rds!("USER_ModifyInstance.Settings"));
pub(super) static MAINTENANCE_WINDOW: Row =
    row(Live, "Moves the time of everything that waits; a window that is open now starts it now.", MODIFYING);
pub(super) static BACKTRACK_ON: Row = row(
    Refused,
    "Backtrack is chosen at birth: clone or restore into a new cluster with it.",
    aurora!("AuroraMySQL.Managing.Backtrack"),
);
pub(super) static BACKTRACK: Row = row(Live, "Works at once.", aurora!("AuroraMySQL.Managing.Backtrack"));
pub(super) static BACKTRACK_OFF: Row =
    last(Live, "Off can't be switched on again on this cluster.", aurora!("AuroraMySQL.Managing.Backtrack"));
pub(super) static AWS_BACKUP_ON: Row =
    row(Live, "The first copy is taken on the next night.", resource!("backup_vault"));
pub(super) static AWS_BACKUP_OFF: Row = row(
    Refused,
    "After its first night the vault holds copies and can't be deleted: delete them first, or leave it.",
    issue!("13247"),
);
pub(super) static PROTECTION: Row = row(
    Live,
    "Works at once. It must be off before the apply that removes or replaces the cluster, not in the same one.",
    aurora!("USER_DeleteCluster"),
);
pub(super) static FINAL_SNAPSHOT: Row =
    row(None, "No call: it counts at the destroy, with the value that was applied before.", CLUSTER);
pub(super) static PUBLIC: Row = row(
    Live,
    "Same endpoint, other address; off cuts clients outside the VPC.",
    rds!("USER_ModifyInstance.Settings"),
);
pub(super) static AUTO_MINOR: Row = row(
    Live,
    "On: AWS may upgrade in any window, with a short outage. Off after AWS upgraded: write the version that runs, or the next plan wants to go back.",
    MODIFYING,
);
pub(super) static LOGS_MORE: Row =
    row(Live, "The log group is made first, then the log is exported.", MODIFYING);
pub(super) static LOGS_FEWER: Row =
    last(Resource, "The export stops, then the log group and its lines are deleted.", issue!("42858"));
pub(super) static LOG_DAYS_UP: Row = row(
    Live,
    "Lines are kept longer from now on.",
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
);
pub(super) static LOG_DAYS_DOWN: Row = last(
    Live,
    "Lines older than that are deleted.",
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
);
pub(super) static INSIGHTS: Row = row(
    Live,
    "No downtime. Switched off, the history may be lost.",
    aurora!("USER_DatabaseInsights.Considerations"),
);
pub(super) static INSIGHTS_ADVANCED_OFF: Row = row(
    Refused,
    "The advanced mode can't be without Performance Insights: choose the standard mode too.",
    aurora!("USER_DatabaseInsights.Considerations"),
);
pub(super) static MONITORING: Row = row(Live, "Works at once.", rds!("USER_ModifyInstance.Settings"));
pub(super) static FORCE_TLS: Row = row(
    Live,
    "On: clients without TLS fail at their next connection.",
    rds!("mysql-ssl-connections.require-ssl"),
);
pub(super) static PARAMETER_OWN: Row = row(
    Live,
    "The export sets this parameter itself and at once; taken out, it gets the export's value.",
    provider!("cluster_parameter_group"),
);
pub(super) static PARAMETER: Row = row(
    Reboot,
    "Stored at once, but the old value counts until you reboot each instance.",
    aurora!("parameter-groups-overview"),
);
pub(super) static ALARMS_ON: Row =
    row(Live, "Topic and alarms are made.", resource!("cloudwatch_metric_alarm"));
pub(super) static ALARMS_OFF: Row = row(
    Resource,
    "Topic and alarms are deleted: other subscribers of that topic lose it.",
    resource!("cloudwatch_metric_alarm"),
);
pub(super) static EMAIL_NEW: Row =
    row(Live, "No mail comes until the new address has confirmed.", resource!("sns_topic_subscription"));
pub(super) static EMAIL: Row = row(
    Resource,
    "The old subscription is deleted; no mail comes until a new address has confirmed.",
    resource!("sns_topic_subscription"),
);
pub(super) static DASHBOARD_ON: Row = row(Live, "The dashboard is made.", resource!("cloudwatch_dashboard"));
pub(super) static DASHBOARD_OFF: Row =
    row(Resource, "The dashboard is deleted.", resource!("cloudwatch_dashboard"));

// Instances.

pub(super) static READER_ADDED: Row =
    row(Live, "Joins while the rest runs.", aurora!("aurora-replicas-adding"));
pub(super) static READER_REMOVED: Row = row(
    Instance,
    "The last reader goes and its connections drop; the others take the place before it, whichever line was deleted. Without any reader the reader endpoint leads to the writer.",
    aurora!("USER_DeleteCluster"),
);
pub(super) static READER_ZONE: Row = row(
    Instance,
    "Deleted, then made in the other zone: a reader short for minutes.",
    provider!("cluster_instance"),
);
pub(super) static WRITER_ZONE: Row = row(
    Outage,
    "Aurora fails over to a reader, and the new writer comes back as a reader. Fail over by hand instead: zones need no change.",
    aurora!("USER_DeleteCluster"),
);
pub(super) static WRITER_ZONE_ALONE: Row = row(
    Outage,
    "No other instance stays meanwhile: the data stays, but nobody can connect until the new instance is up. Write the readers' zones down first.",
    provider!("cluster_instance"),
);
pub(super) static TIER: Row = row(
    Live,
    "No downtime. In tiers 0 and 1 a reader is kept as large as the writer, and the bill follows.",
    MODIFYING,
);

// Network.

pub(super) static VPC: Row = row(
    Refused,
    "A cluster can't move to another VPC: clone or restore it there. Parts of the old network may be gone when AWS refuses.",
    issue!("27459"),
);
pub(super) static CIDR: Row = row(
    Refused,
    "The range of a VPC in use can't change: the apply stops at the subnets that hold instances.",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
);
pub(super) static SUBNETS_MORE: Row =
    row(Live, "Only instances that are made later use it.", provider!("subnet_group"));
pub(super) static SUBNETS_PROXY: Row = row(
    Resource,
    "The proxy is deleted and made again with its target: minutes without it, and its host may change.",
    issue!("45738"),
);
pub(super) static SUBNETS_FEWER: Row = row(
    Refused,
    "A subnet that holds an instance can't leave the group, and no plan knows which ones do.",
    provider!("subnet_group"),
);
pub(super) static GROUPS_MORE: Row = row(
    Live,
    "One rule more: those clients may connect at once.",
    resource!("vpc_security_group_ingress_rule"),
);
pub(super) static GROUPS_FEWER: Row = row(
    Resource,
    "The clients that are no longer named can't open new connections.",
    resource!("vpc_security_group_ingress_rule"),
);
pub(super) static GROUPS_ALL: Row = row(
    Resource,
    "The rule for the whole VPC and those for named groups take each other's place: for seconds nobody may connect.",
    resource!("vpc_security_group_ingress_rule"),
);
pub(super) static ENDPOINTS_MORE: Row = row(
    Live,
    "The endpoint is made; names of the service lead to it from then on.",
    resource!("vpc_endpoint"),
);
pub(super) static ENDPOINTS_FEWER: Row = row(
    Resource,
    "The endpoint is deleted: clients of the VPC no longer reach that service by it.",
    resource!("vpc_endpoint"),
);

// The proxy.

pub(super) static PROXY_ADDED: Row = row(
    Live,
    "Clients must change to its host; from then on the cluster no longer pauses.",
    aurora!("rds-proxy"),
);
pub(super) static PROXY_REMOVED: Row = row(
    Resource,
    "Connections through it drop: move the clients to the cluster's endpoint first.",
    aurora!("rds-proxy"),
);
pub(super) static PROXY_NAME: Row =
    row(Resource, "The old host is gone at once, and for minutes the proxy has no target.", PROXY);
pub(super) static FAMILY: Row =
    row(Resource, "The proxy is deleted and made again for the other protocol.", provider!("proxy"));
pub(super) static PROXY_SETTING: Row =
    row(Live, "Clients that don't meet the new rule fail at their next connection.", PROXY);
pub(super) static PASSWORD_PROOF_GONE: Row =
    row(None, "Taken out, the old type stays: write the one you want.", provider!("proxy"));
pub(super) static POOL: Row = row(Live, "Works at once.", provider!("proxy_default_target_group"));
pub(super) static READ_ONLY_ON: Row = row(Live, "A second endpoint is made.", provider!("proxy_endpoint"));
pub(super) static READ_ONLY_OFF: Row =
    row(Resource, "Clients of that endpoint lose their host.", provider!("proxy_endpoint"));

// The Global Database.

pub(super) static GLOBAL_ADDED: Row = row(
    Refused,
    "The provider lets no running cluster join, and says so only after other changes are done. Make the Global Database from the cluster by hand and import it.",
    issue!("30027"),
);
pub(super) static GLOBAL_REMOVED: Row = row(
    Refused,
    "A Global Database that is not empty can't be destroyed: detach the secondaries, then the primary, by hand, and drop it from the state.",
    aurora!("aurora-global-database-detaching"),
);
pub(super) static SECONDARY_ADDED: Row = row(
    Live,
    "The primary goes on. All data is copied to the other Region, which costs transfer.",
    aurora!("aurora-global-database-attaching"),
);
pub(super) static SECONDARY_PROTECTED: Row = row(
    Refused,
    "Half-way: its instances go, but the protected cluster stays, alone. Switch protection off in an apply of its own.",
    aurora!("USER_DeleteCluster"),
);
pub(super) static SECONDARY_REMOVED: Row = last(
    Resource,
    "Its clients lose their Region; the data stays in the primary.",
    provider!("global_cluster"),
);
pub(super) static NODES_MORE: Row =
    row(Live, "Joins while the rest runs.", aurora!("aurora-replicas-adding"));
pub(super) static NODES_FEWER: Row = row(
    Instance,
    "The last one goes and its connections drop. With none left nobody reads there, and a takeover is slower.",
    provider!("cluster_instance"),
);
pub(super) static FORWARDING: Row = row(
    Live,
    "No downtime and no reboot, but it takes a while.",
    aurora!("aurora-global-database-write-forwarding-apg"),
);
pub(super) static SECONDARY_KEY: Row =
    row(Resource, "The copy there is made anew from the primary.", CLUSTER);
