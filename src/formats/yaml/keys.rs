//! Every key of a spec, in the order in which it is written, and the setting behind it.

use crate::design::{Field, Member};

/// A key and what stands behind it.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) slot: Slot,
}

/// What stands behind a key. Settings that stand more than once get their place as an argument.
pub(super) enum Slot {
    /// One setting.
    Setting(fn(usize) -> Field, Kind, When),
    /// A word that says what the reader knows anyway.
    Fixed(&'static str),
    /// A map of further keys.
    Map(&'static [Key]),
    /// The version of the format; this one is 1 and not written.
    Version,
    /// The user's tags.
    Tags,
    /// The user's own prices.
    Prices,
    /// The user's cluster parameters.
    Parameters,
    /// Cluster, proxy, Global Database.
    Resources,
    /// Writer and readers.
    Instances,
    /// What the writer is known by.
    Role,
    /// The zone of an instance.
    Zone,
    /// The clusters of other Regions.
    Secondaries,
    /// Findings the user has answered.
    Suppress,
}

/// The YAML type of a setting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A text that people leave unquoted although it looks like a number; written with quotes.
    Loose,
    /// A text of a known shape: one of a set of words, a window, a range.
    Word,
    /// A whole number.
    Whole,
    /// A number with places.
    Exact,
    /// `true` or `false`.
    Switch,
    /// A list of words or ids.
    List,
}

/// When a setting is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum When {
    /// In every file.
    Always,
    /// Where it differs from its default.
    Changed,
}

const fn key(name: &'static str, slot: Slot) -> Key {
    Key { name, slot }
}

const fn always(name: &'static str, kind: Kind, field: fn(usize) -> Field) -> Key {
    key(name, Slot::Setting(field, kind, When::Always))
}

const fn changed(name: &'static str, kind: Kind, field: fn(usize) -> Field) -> Key {
    key(name, Slot::Setting(field, kind, When::Changed))
}

/// The file.
pub(super) static SPEC: &[Key] = &[
    key("spec_version", Slot::Version),
    always("project_name", Kind::Text, |_| Field::ProjectName),
    key("provider", Slot::Fixed("aws")),
    key("architecture_type", Slot::Fixed("rds_aurora")),
    changed("region", Kind::Word, |_| Field::Region),
    changed("environment", Kind::Word, |_| Field::Environment),
    changed("clients", Kind::List, |_| Field::Clients),
    key("tags", Slot::Tags),
    changed("budget_monthly_usd", Kind::Exact, |_| Field::Budget),
    key("traits", Slot::Map(TRAITS)),
    key("prices", Slot::Prices),
    key("resources", Slot::Resources),
    key("usage", Slot::Map(USAGE)),
    key("suppress", Slot::Suppress),
];

static TRAITS: &[Key] = &[
    changed("variability", Kind::Word, |_| Field::Variability),
    changed("idle_hours_per_day", Kind::Exact, |_| Field::IdleHoursPerDay),
    changed("first_query", Kind::Word, |_| Field::FirstQuery),
    changed("cost_first", Kind::Switch, |_| Field::CostFirst),
];

static USAGE: &[Key] = &[
    key("average_acu", Slot::Map(AVERAGE_ACU)),
    changed("active_hours_per_month", Kind::Exact, |_| Field::ActiveHoursPerMonth),
    changed("storage_gb", Kind::Exact, |_| Field::StorageGb),
    changed("io_requests_millions", Kind::Exact, |_| Field::IoRequestsMillions),
    changed("automated_backup_gb", Kind::Exact, |_| Field::AutomatedBackupGb),
    changed("manual_snapshot_gb", Kind::Exact, |_| Field::ManualSnapshotGb),
    changed("replicated_write_io_millions", Kind::Exact, |_| Field::ReplicatedWriteIoMillions),
    changed("cross_region_transfer_gb", Kind::Exact, |_| Field::CrossRegionTransferGb),
    changed("log_gb", Kind::Exact, |_| Field::LogGb),
    changed("secret_calls", Kind::Exact, |_| Field::SecretCalls),
    changed("data_api_millions", Kind::Exact, |_| Field::DataApiMillions),
    changed("peak_connections", Kind::Whole, |_| Field::PeakConnections),
    changed("savings_plan_percent", Kind::Exact, |_| Field::SavingsPlanPercent),
];

static AVERAGE_ACU: &[Key] = &[
    changed("writer", Kind::Exact, |_| Field::WriterAcu),
    changed("readers", Kind::Exact, |_| Field::ReadersAcu),
    changed("secondaries", Kind::Exact, |_| Field::SecondariesAcu),
];

/// The resource types, each with its keys.
pub(super) static RESOURCES: [(&str, &[Key]); 3] =
    [(CLUSTER_TYPE, CLUSTER), (PROXY_TYPE, PROXY), (GLOBAL_TYPE, GLOBAL)];

/// The cluster's type.
pub(super) const CLUSTER_TYPE: &str = "aws_rds_aurora";
/// The proxy's type.
pub(super) const PROXY_TYPE: &str = "aws_db_proxy";
/// The Global Database's type.
pub(super) const GLOBAL_TYPE: &str = "aws_rds_global_cluster";

/// The `aws_rds_aurora` resource.
pub(super) static CLUSTER: &[Key] = &[
    always("id", Kind::Text, |_| Field::ClusterId),
    key("type", Slot::Fixed(CLUSTER_TYPE)),
    always("name", Kind::Text, |_| Field::ClusterName),
    key("provider", Slot::Fixed("aws")),
    key("config", Slot::Map(CLUSTER_CONFIG)),
];

static CLUSTER_CONFIG: &[Key] = &[
    always("engine", Kind::Word, |_| Field::Engine),
    always("engine_version", Kind::Loose, |_| Field::EngineVersion),
    changed("database_name", Kind::Text, |_| Field::DatabaseName),
    changed("master_username", Kind::Text, |_| Field::MasterUsername),
    changed("port", Kind::Whole, |_| Field::Port),
    key("serverless_v2", Slot::Map(SERVERLESS_V2)),
    key("instances", Slot::Instances),
    changed("credentials", Kind::Word, |_| Field::Credentials),
    changed("rotation_days", Kind::Whole, |_| Field::RotationDays),
    changed("iam_database_authentication", Kind::Switch, |_| Field::IamDatabaseAuthentication),
    changed("data_api", Kind::Switch, |_| Field::DataApi),
    always("encryption", Kind::Switch, |_| Field::Encryption),
    changed("kms_key", Kind::Word, |_| Field::KmsKey(Member::Primary)),
    changed("storage_type", Kind::Word, |_| Field::StorageType),
    always("backup_retention", Kind::Whole, |_| Field::BackupRetention),
    changed("backup_window", Kind::Word, |_| Field::BackupWindow),
    changed("maintenance_window", Kind::Word, |_| Field::MaintenanceWindow),
    changed("backtrack_hours", Kind::Whole, |_| Field::BacktrackHours),
    changed("aws_backup", Kind::Switch, |_| Field::AwsBackup),
    changed("deletion_protection", Kind::Switch, |_| Field::DeletionProtection),
    changed("final_snapshot", Kind::Switch, |_| Field::FinalSnapshot),
    changed("publicly_accessible", Kind::Switch, |_| Field::PubliclyAccessible),
    changed("auto_minor_version_upgrade", Kind::Switch, |_| Field::AutoMinorVersionUpgrade),
    changed("log_exports", Kind::List, |_| Field::LogExports),
    changed("log_retention_days", Kind::Whole, |_| Field::LogRetentionDays),
    key("performance_insights", Slot::Map(PERFORMANCE_INSIGHTS)),
    changed("enhanced_monitoring_seconds", Kind::Whole, |_| Field::EnhancedMonitoringSeconds),
    changed("force_tls", Kind::Switch, |_| Field::ForceTls),
    key("parameters", Slot::Parameters),
    key("alarms", Slot::Map(ALARMS)),
    key("network", Slot::Map(NETWORK)),
];

static SERVERLESS_V2: &[Key] = &[
    always("min_capacity", Kind::Exact, |_| Field::MinCapacity),
    always("max_capacity", Kind::Exact, |_| Field::MaxCapacity),
    changed("seconds_until_auto_pause", Kind::Whole, |_| Field::SecondsUntilAutoPause),
];

static PERFORMANCE_INSIGHTS: &[Key] = &[
    changed("enabled", Kind::Switch, |_| Field::InsightsEnabled),
    changed("mode", Kind::Word, |_| Field::InsightsMode),
    changed("retention_days", Kind::Whole, |_| Field::InsightsRetentionDays),
];

static ALARMS: &[Key] = &[
    changed("enabled", Kind::Switch, |_| Field::AlarmsEnabled),
    changed("notify_email", Kind::Text, |_| Field::NotifyEmail),
    changed("dashboard", Kind::Switch, |_| Field::Dashboard),
];

static NETWORK: &[Key] = &[
    changed("vpc", Kind::Word, |_| Field::Vpc(Member::Primary)),
    changed("cidr", Kind::Word, |_| Field::Cidr(Member::Primary)),
    changed("vpc_id", Kind::Text, |_| Field::VpcId(Member::Primary)),
    changed("subnet_ids", Kind::List, |_| Field::SubnetIds(Member::Primary)),
    changed("client_security_group_ids", Kind::List, |_| Field::ClientSecurityGroupIds(Member::Primary)),
];

/// An item of `instances`, by its place with the writer first.
pub(super) static INSTANCE: &[Key] = &[
    key("type", Slot::Role),
    key("availability_zone", Slot::Zone),
    changed("promotion_tier", Kind::Whole, Field::InstanceTier),
];

/// The `aws_db_proxy` resource.
pub(super) static PROXY: &[Key] = &[
    always("id", Kind::Text, |_| Field::ProxyId),
    key("type", Slot::Fixed(PROXY_TYPE)),
    always("name", Kind::Text, |_| Field::ProxyName),
    key("provider", Slot::Fixed("aws")),
    key("config", Slot::Map(PROXY_CONFIG)),
];

static PROXY_CONFIG: &[Key] = &[
    always("engine_family", Kind::Word, |_| Field::EngineFamily),
    always("require_tls", Kind::Switch, |_| Field::RequireTls),
    changed("auth_scheme", Kind::Word, |_| Field::AuthScheme),
    changed("iam_auth", Kind::Word, |_| Field::IamAuth),
    changed("client_password_auth_type", Kind::Word, |_| Field::ClientPasswordAuthType),
    changed("idle_client_timeout", Kind::Whole, |_| Field::IdleClientTimeout),
    changed("connection_borrow_timeout", Kind::Whole, |_| Field::ConnectionBorrowTimeout),
    changed("max_connections_percent", Kind::Whole, |_| Field::MaxConnectionsPercent),
    changed("max_idle_connections_percent", Kind::Whole, |_| Field::MaxIdleConnectionsPercent),
    changed("session_pinning_filters", Kind::List, |_| Field::SessionPinningFilters),
    changed("read_only_endpoint", Kind::Switch, |_| Field::ReadOnlyEndpoint),
    changed("debug_logging", Kind::Switch, |_| Field::DebugLogging),
];

/// The `aws_rds_global_cluster` resource.
pub(super) static GLOBAL: &[Key] = &[
    always("id", Kind::Text, |_| Field::GlobalId),
    key("type", Slot::Fixed(GLOBAL_TYPE)),
    always("name", Kind::Text, |_| Field::GlobalName),
    key("provider", Slot::Fixed("aws")),
    key("config", Slot::Map(&[key("secondaries", Slot::Secondaries)])),
];

/// An item of `secondaries`, by its place.
pub(super) static SECONDARY: &[Key] = &[
    always("region", Kind::Word, Field::SecondaryRegion),
    changed("readers", Kind::Whole, Field::SecondaryReaders),
    changed("write_forwarding", Kind::Switch, Field::WriteForwarding),
    changed("min_capacity", Kind::Exact, Field::SecondaryMinCapacity),
    changed("max_capacity", Kind::Exact, Field::SecondaryMaxCapacity),
    key("network", Slot::Map(SECONDARY_NETWORK)),
    changed("kms_key", Kind::Word, |index| Field::KmsKey(Member::Secondary(index))),
];

static SECONDARY_NETWORK: &[Key] = &[
    changed("vpc", Kind::Word, |index| Field::Vpc(Member::Secondary(index))),
    changed("cidr", Kind::Word, |index| Field::Cidr(Member::Secondary(index))),
    changed("vpc_id", Kind::Text, |index| Field::VpcId(Member::Secondary(index))),
    changed("subnet_ids", Kind::List, |index| Field::SubnetIds(Member::Secondary(index))),
    changed("client_security_group_ids", Kind::List, |index| {
        Field::ClientSecurityGroupIds(Member::Secondary(index))
    }),
];
