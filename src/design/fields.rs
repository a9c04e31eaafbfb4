//! Every setting there is: its place in the spec, its part of the diagram, its value as text, its default.
//!
//! One table serves the link, the inspector, findings, fixes and the before/after of a change.

use std::collections::BTreeSet;

use crate::facts::prices::PriceField;
use crate::facts::regions::{REGIONS, Region};
use crate::facts::{Acu, Decimal};

use super::follow::figures;
use super::values::{DailyWindow, KmsKey, ValueError, WeeklyWindow, Zone, nearest_word};
use super::{Cidr, Design, GlobalCluster, Network, Proxy, Secondary, Vpc, Word};

/// A part of the diagram that can be selected.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// The design as a whole: the Region's frame.
    Design,
    /// What connects.
    Clients,
    /// The VPC.
    Vpc,
    /// The cluster: engine, capacity, cluster endpoint.
    Cluster,
    /// The reader endpoint.
    ReaderEndpoint,
    /// RDS Proxy and its endpoints.
    Proxy,
    /// An instance, writer first.
    Instance(usize),
    /// The volume.
    Storage,
    /// Master credentials.
    Secret,
    /// The KMS key.
    Kms,
    /// Logs, alarms, insights.
    Monitoring,
    /// Backups and snapshots.
    Backups,
    /// A secondary of the Global Database.
    Secondary(usize),
    /// What the bill assumes.
    Usage,
}

/// The member of a Global Database that a setting belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Member {
    /// The cluster itself.
    Primary,
    /// A secondary by its place.
    Secondary(usize),
}

/// Where resources and instances stand in the file a design was read from; findings name these places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Positions {
    /// Place of `aws_rds_aurora` in `resources`.
    pub cluster: usize,
    /// Place of `aws_db_proxy`, or where it would be.
    pub proxy: usize,
    /// Place of `aws_rds_global_cluster`, or where it would be.
    pub global: usize,
    /// Place of each instance in `instances`, writer first; empty where they stand in order.
    pub instances: Vec<usize>,
}

impl Positions {
    /// As the canonical file has them.
    pub fn canonical(design: &Design) -> Self {
        let proxy = usize::from(design.proxy.is_some());
        Self { cluster: 0, proxy: 1, global: 1 + proxy, instances: Vec::new() }
    }

    fn instance(&self, index: usize) -> usize {
        self.instances.get(index).copied().unwrap_or(index)
    }
}

/// One setting of the spec.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// Prefix of every name (NAM-10).
    ProjectName,
    /// Region (REG-*).
    Region,
    /// Environment.
    Environment,
    /// What connects.
    Clients,
    /// Most a typical month may cost, USD.
    Budget,
    /// How the load varies.
    Variability,
    /// Hours without load a day.
    IdleHoursPerDay,
    /// Whether the first query may wait.
    FirstQuery,
    /// Whether cost comes first.
    CostFirst,
    /// Id of the cluster in the spec.
    ClusterId,
    /// Cluster identifier (NAM-01).
    ClusterName,
    /// Engine (ENG-01).
    Engine,
    /// Engine version (ENG-*).
    EngineVersion,
    /// Smallest capacity, ACU (ACU-03).
    MinCapacity,
    /// Largest capacity, ACU (ACU-04).
    MaxCapacity,
    /// Idle seconds before a pause (ACU-14).
    SecondsUntilAutoPause,
    /// First database (NAM-08).
    DatabaseName,
    /// Master user (USR-*).
    MasterUsername,
    /// TCP port (NET-01).
    Port,
    /// Who keeps the master password (SEC-01).
    Credentials,
    /// Days between rotations (SEC-11).
    RotationDays,
    /// IAM database authentication (API-02).
    IamDatabaseAuthentication,
    /// RDS Data API (API-01).
    DataApi,
    /// `storage_encrypted` (BAK-09).
    Encryption,
    /// Storage billing (STO-01).
    StorageType,
    /// Days of automated backups (BAK-01).
    BackupRetention,
    /// Backup window, UTC (BAK-02).
    BackupWindow,
    /// Maintenance window, UTC (BAK-03).
    MaintenanceWindow,
    /// Hours of Backtrack (BAK-10).
    BacktrackHours,
    /// AWS Backup plan (BAK-12).
    AwsBackup,
    /// Deletion protection (BAK-05).
    DeletionProtection,
    /// Final snapshot (BAK-06).
    FinalSnapshot,
    /// Public addresses (NET-05).
    PubliclyAccessible,
    /// Automatic minor upgrades (ENG-10).
    AutoMinorVersionUpgrade,
    /// Logs exported (LOG-01).
    LogExports,
    /// Days logs are kept (LOG-02).
    LogRetentionDays,
    /// Performance Insights.
    InsightsEnabled,
    /// Database Insights mode (MON-02).
    InsightsMode,
    /// Days of insights (MON-01).
    InsightsRetentionDays,
    /// Enhanced Monitoring interval, seconds (MON-04).
    EnhancedMonitoringSeconds,
    /// TLS forced by the server (TLS-02).
    ForceTls,
    /// CloudWatch alarms (CW-03).
    AlarmsEnabled,
    /// Who gets the alarms (REF-01).
    NotifyEmail,
    /// CloudWatch dashboard.
    Dashboard,
    /// Id of the proxy in the spec.
    ProxyId,
    /// Name of the proxy (NAM-09).
    ProxyName,
    /// Engine family of the proxy (PRX-01).
    EngineFamily,
    /// Clients of the proxy must use TLS (TLS-02).
    RequireTls,
    /// How the proxy logs in (PRX-05).
    AuthScheme,
    /// Clients of the proxy log in with IAM (PRX-03).
    IamAuth,
    /// How clients prove their password (PRX-04).
    ClientPasswordAuthType,
    /// Seconds an idle client stays (PRX-10).
    IdleClientTimeout,
    /// Seconds a client waits for a connection (PRX-11).
    ConnectionBorrowTimeout,
    /// Share of `max_connections`, percent (PRX-12).
    MaxConnectionsPercent,
    /// Share kept open while idle, percent (PRX-13).
    MaxIdleConnectionsPercent,
    /// What shall not pin a session (PRX-14).
    SessionPinningFilters,
    /// Read-only endpoint of the proxy (PRX-17).
    ReadOnlyEndpoint,
    /// Debug logging of the proxy (PRX-26).
    DebugLogging,
    /// Id of the Global Database in the spec.
    GlobalId,
    /// Global Database identifier (NAM-04).
    GlobalName,
    /// Average ACU of the writer.
    WriterAcu,
    /// Average ACU of each reader.
    ReadersAcu,
    /// Average ACU of each secondary instance.
    SecondariesAcu,
    /// Hours awake a month.
    ActiveHoursPerMonth,
    /// Volume, GB.
    StorageGb,
    /// Storage requests, millions a month.
    IoRequestsMillions,
    /// Automated backups, GB.
    AutomatedBackupGb,
    /// Manual snapshots, GB.
    ManualSnapshotGb,
    /// Replicated writes, millions a month, per secondary.
    ReplicatedWriteIoMillions,
    /// GB sent to another Region a month, per secondary.
    CrossRegionTransferGb,
    /// Logs, GB a month.
    LogGb,
    /// Calls for the secret a month.
    SecretCalls,
    /// Data API requests, millions a month.
    DataApiMillions,
    /// Connections at the peak (ACU-43).
    PeakConnections,
    /// Discount on ACUs, percent.
    SavingsPlanPercent,
    /// One of the user's tags, by key (TAG-*).
    Tag(String),
    /// One of the user's own prices.
    Price(PriceField),
    /// One cluster parameter, by name.
    Parameter(String),
    /// The list of instances.
    Instances,
    /// Zone of an instance, writer first (REG-05).
    InstanceZone(usize),
    /// Tier of an instance, writer first (ACU-42).
    InstanceTier(usize),
    /// VPC made or given.
    Vpc(Member),
    /// Range of a created VPC (NET-09).
    Cidr(Member),
    /// Id of an existing VPC (REF-06).
    VpcId(Member),
    /// Subnets of an existing VPC (NET-15).
    SubnetIds(Member),
    /// Security groups of the clients (REF-07).
    ClientSecurityGroupIds(Member),
    /// KMS key (REF-03).
    KmsKey(Member),
    /// The proxy as a whole.
    Proxy,
    /// The Global Database as a whole.
    Global,
    /// Region of a secondary (GDB-01).
    SecondaryRegion(usize),
    /// Instances of a secondary (GDB-06).
    SecondaryReaders(usize),
    /// Write forwarding of a secondary (GDB-09).
    WriteForwarding(usize),
    /// Smallest capacity of a secondary.
    SecondaryMinCapacity(usize),
    /// Largest capacity of a secondary (GDB-05b).
    SecondaryMaxCapacity(usize),
    /// One suppression.
    Suppress(usize),
}

/// Every setting that stands once, with its key in the link, in the link's order.
#[rustfmt::skip]
pub static SETTINGS: &[(Field, &str)] = &[
    (Field::ProjectName, "name"),
    (Field::Region, "region"),
    (Field::Environment, "env"),
    (Field::Clients, "clients"),
    (Field::Budget, "budget"),
    (Field::Variability, "load"),
    (Field::IdleHoursPerDay, "idle"),
    (Field::FirstQuery, "first"),
    (Field::CostFirst, "cheap"),
    (Field::ClusterId, "id"),
    (Field::ClusterName, "cluster"),
    (Field::Engine, "engine"),
    (Field::EngineVersion, "version"),
    (Field::MinCapacity, "min"),
    (Field::MaxCapacity, "max"),
    (Field::SecondsUntilAutoPause, "pause"),
    (Field::DatabaseName, "db"),
    (Field::MasterUsername, "user"),
    (Field::Port, "port"),
    (Field::Credentials, "secret"),
    (Field::RotationDays, "rotate"),
    (Field::IamDatabaseAuthentication, "iam"),
    (Field::DataApi, "api"),
    (Field::Encryption, "encrypt"),
    (Field::StorageType, "storage"),
    (Field::BackupRetention, "backup"),
    (Field::BackupWindow, "bwin"),
    (Field::MaintenanceWindow, "mwin"),
    (Field::BacktrackHours, "backtrack"),
    (Field::AwsBackup, "vault"),
    (Field::DeletionProtection, "protect"),
    (Field::FinalSnapshot, "final"),
    (Field::PubliclyAccessible, "public"),
    (Field::AutoMinorVersionUpgrade, "minor"),
    (Field::LogExports, "logs"),
    (Field::LogRetentionDays, "keep"),
    (Field::InsightsEnabled, "pi"),
    (Field::InsightsMode, "insights"),
    (Field::InsightsRetentionDays, "pidays"),
    (Field::EnhancedMonitoringSeconds, "em"),
    (Field::ForceTls, "tls"),
    (Field::AlarmsEnabled, "alarms"),
    (Field::NotifyEmail, "email"),
    (Field::Dashboard, "dash"),
    (Field::ProxyId, "proxyid"),
    (Field::ProxyName, "proxyname"),
    (Field::EngineFamily, "family"),
    (Field::RequireTls, "ptls"),
    (Field::AuthScheme, "auth"),
    (Field::IamAuth, "piam"),
    (Field::ClientPasswordAuthType, "pwtype"),
    (Field::IdleClientTimeout, "pidle"),
    (Field::ConnectionBorrowTimeout, "pborrow"),
    (Field::MaxConnectionsPercent, "pmax"),
    (Field::MaxIdleConnectionsPercent, "pmaxidle"),
    (Field::SessionPinningFilters, "pin"),
    (Field::ReadOnlyEndpoint, "pro"),
    (Field::DebugLogging, "pdebug"),
    (Field::GlobalId, "globalid"),
    (Field::GlobalName, "globalname"),
    (Field::WriterAcu, "wavg"),
    (Field::ReadersAcu, "ravg"),
    (Field::SecondariesAcu, "savg"),
    (Field::ActiveHoursPerMonth, "hours"),
    (Field::StorageGb, "gb"),
    (Field::IoRequestsMillions, "io"),
    (Field::AutomatedBackupGb, "bgb"),
    (Field::ManualSnapshotGb, "sgb"),
    (Field::ReplicatedWriteIoMillions, "rio"),
    (Field::CrossRegionTransferGb, "xfer"),
    (Field::LogGb, "lgb"),
    (Field::SecretCalls, "calls"),
    (Field::DataApiMillions, "apim"),
    (Field::PeakConnections, "conns"),
    (Field::SavingsPlanPercent, "sp"),
];

impl Field {
    /// Every setting that stands once, in the link's order.
    pub fn settings() -> impl Iterator<Item = &'static Self> {
        SETTINGS.iter().map(|(field, _)| field)
    }

    /// Its place in the spec, with the file's own positions: `resources[0].config.serverless_v2.min_capacity`.
    #[rustfmt::skip]
    pub fn path(&self, at: &Positions) -> String {
        let (cluster, proxy, global) =
            (format!("resources[{}]", at.cluster), format!("resources[{}]", at.proxy), format!("resources[{}]", at.global));
        let secondary = |index: &usize, key: &str| format!("{global}.config.secondaries[{index}].{key}");
        let member = |member: &Member, key: &str| match member {
            Member::Primary => format!("{cluster}.config.{key}"),
            Member::Secondary(index) => secondary(index, key),
        };
        match self {
            Self::ProjectName => "project_name".to_owned(),
            Self::Region => "region".to_owned(),
            Self::Environment => "environment".to_owned(),
            Self::Clients => "clients".to_owned(),
            Self::Budget => "budget_monthly_usd".to_owned(),
            Self::Variability => "traits.variability".to_owned(),
            Self::IdleHoursPerDay => "traits.idle_hours_per_day".to_owned(),
            Self::FirstQuery => "traits.first_query".to_owned(),
            Self::CostFirst => "traits.cost_first".to_owned(),
            Self::ClusterId => format!("{cluster}.id"),
            Self::ClusterName => format!("{cluster}.name"),
            Self::Engine => format!("{cluster}.config.engine"),
            Self::EngineVersion => format!("{cluster}.config.engine_version"),
            Self::MinCapacity => format!("{cluster}.config.serverless_v2.min_capacity"),
            Self::MaxCapacity => format!("{cluster}.config.serverless_v2.max_capacity"),
            Self::SecondsUntilAutoPause => format!("{cluster}.config.serverless_v2.seconds_until_auto_pause"),
            Self::DatabaseName => format!("{cluster}.config.database_name"),
            Self::MasterUsername => format!("{cluster}.config.master_username"),
            Self::Port => format!("{cluster}.config.port"),
            Self::Credentials => format!("{cluster}.config.credentials"),
            Self::RotationDays => format!("{cluster}.config.rotation_days"),
            Self::IamDatabaseAuthentication => format!("{cluster}.config.iam_database_authentication"),
            Self::DataApi => format!("{cluster}.config.data_api"),
            Self::Encryption => format!("{cluster}.config.encryption"),
            Self::StorageType => format!("{cluster}.config.storage_type"),
            Self::BackupRetention => format!("{cluster}.config.backup_retention"),
            Self::BackupWindow => format!("{cluster}.config.backup_window"),
            Self::MaintenanceWindow => format!("{cluster}.config.maintenance_window"),
            Self::BacktrackHours => format!("{cluster}.config.backtrack_hours"),
            Self::AwsBackup => format!("{cluster}.config.aws_backup"),
            Self::DeletionProtection => format!("{cluster}.config.deletion_protection"),
            Self::FinalSnapshot => format!("{cluster}.config.final_snapshot"),
            Self::PubliclyAccessible => format!("{cluster}.config.publicly_accessible"),
            Self::AutoMinorVersionUpgrade => format!("{cluster}.config.auto_minor_version_upgrade"),
            Self::LogExports => format!("{cluster}.config.log_exports"),
            Self::LogRetentionDays => format!("{cluster}.config.log_retention_days"),
            Self::InsightsEnabled => format!("{cluster}.config.performance_insights.enabled"),
            Self::InsightsMode => format!("{cluster}.config.performance_insights.mode"),
            Self::InsightsRetentionDays => format!("{cluster}.config.performance_insights.retention_days"),
            Self::EnhancedMonitoringSeconds => format!("{cluster}.config.enhanced_monitoring_seconds"),
            Self::ForceTls => format!("{cluster}.config.force_tls"),
            Self::AlarmsEnabled => format!("{cluster}.config.alarms.enabled"),
            Self::NotifyEmail => format!("{cluster}.config.alarms.notify_email"),
            Self::Dashboard => format!("{cluster}.config.alarms.dashboard"),
            Self::ProxyId => format!("{proxy}.id"),
            Self::ProxyName => format!("{proxy}.name"),
            Self::EngineFamily => format!("{proxy}.config.engine_family"),
            Self::RequireTls => format!("{proxy}.config.require_tls"),
            Self::AuthScheme => format!("{proxy}.config.auth_scheme"),
            Self::IamAuth => format!("{proxy}.config.iam_auth"),
            Self::ClientPasswordAuthType => format!("{proxy}.config.client_password_auth_type"),
            Self::IdleClientTimeout => format!("{proxy}.config.idle_client_timeout"),
            Self::ConnectionBorrowTimeout => format!("{proxy}.config.connection_borrow_timeout"),
            Self::MaxConnectionsPercent => format!("{proxy}.config.max_connections_percent"),
            Self::MaxIdleConnectionsPercent => format!("{proxy}.config.max_idle_connections_percent"),
            Self::SessionPinningFilters => format!("{proxy}.config.session_pinning_filters"),
            Self::ReadOnlyEndpoint => format!("{proxy}.config.read_only_endpoint"),
            Self::DebugLogging => format!("{proxy}.config.debug_logging"),
            Self::GlobalId => format!("{global}.id"),
            Self::GlobalName => format!("{global}.name"),
            Self::WriterAcu => "usage.average_acu.writer".to_owned(),
            Self::ReadersAcu => "usage.average_acu.readers".to_owned(),
            Self::SecondariesAcu => "usage.average_acu.secondaries".to_owned(),
            Self::ActiveHoursPerMonth => "usage.active_hours_per_month".to_owned(),
            Self::StorageGb => "usage.storage_gb".to_owned(),
            Self::IoRequestsMillions => "usage.io_requests_millions".to_owned(),
            Self::AutomatedBackupGb => "usage.automated_backup_gb".to_owned(),
            Self::ManualSnapshotGb => "usage.manual_snapshot_gb".to_owned(),
            Self::ReplicatedWriteIoMillions => "usage.replicated_write_io_millions".to_owned(),
            Self::CrossRegionTransferGb => "usage.cross_region_transfer_gb".to_owned(),
            Self::LogGb => "usage.log_gb".to_owned(),
            Self::SecretCalls => "usage.secret_calls".to_owned(),
            Self::DataApiMillions => "usage.data_api_millions".to_owned(),
            Self::PeakConnections => "usage.peak_connections".to_owned(),
            Self::SavingsPlanPercent => "usage.savings_plan_percent".to_owned(),
            Self::Tag(key) => format!("tags.{key}"),
            Self::Price(field) => format!("prices.{}", field.name()),
            Self::Parameter(name) => format!("{cluster}.config.parameters.{name}"),
            Self::Instances => format!("{cluster}.config.instances"),
            Self::InstanceZone(index) => format!("{cluster}.config.instances[{}].availability_zone", at.instance(*index)),
            Self::InstanceTier(index) => format!("{cluster}.config.instances[{}].promotion_tier", at.instance(*index)),
            Self::Vpc(of) => member(of, "network.vpc"),
            Self::Cidr(of) => member(of, "network.cidr"),
            Self::VpcId(of) => member(of, "network.vpc_id"),
            Self::SubnetIds(of) => member(of, "network.subnet_ids"),
            Self::ClientSecurityGroupIds(of) => member(of, "network.client_security_group_ids"),
            Self::KmsKey(of) => member(of, "kms_key"),
            Self::Proxy => proxy,
            Self::Global => global,
            Self::SecondaryRegion(index) => secondary(index, "region"),
            Self::SecondaryReaders(index) => secondary(index, "readers"),
            Self::WriteForwarding(index) => secondary(index, "write_forwarding"),
            Self::SecondaryMinCapacity(index) => secondary(index, "min_capacity"),
            Self::SecondaryMaxCapacity(index) => secondary(index, "max_capacity"),
            Self::Suppress(index) => format!("suppress[{index}]"),
        }
    }

    /// The part of the diagram it belongs to.
    pub const fn part(&self) -> Part {
        match self {
            Self::ProjectName
            | Self::Region
            | Self::Environment
            | Self::Variability
            | Self::IdleHoursPerDay
            | Self::FirstQuery
            | Self::CostFirst
            | Self::Tag(_)
            | Self::Suppress(_) => Part::Design,
            Self::Clients => Part::Clients,
            Self::Budget
            | Self::WriterAcu
            | Self::ReadersAcu
            | Self::SecondariesAcu
            | Self::ActiveHoursPerMonth
            | Self::StorageGb
            | Self::IoRequestsMillions
            | Self::AutomatedBackupGb
            | Self::ManualSnapshotGb
            | Self::ReplicatedWriteIoMillions
            | Self::CrossRegionTransferGb
            | Self::LogGb
            | Self::SecretCalls
            | Self::DataApiMillions
            | Self::PeakConnections
            | Self::SavingsPlanPercent
            | Self::Price(_) => Part::Usage,
            Self::ClusterId
            | Self::ClusterName
            | Self::Engine
            | Self::EngineVersion
            | Self::MinCapacity
            | Self::MaxCapacity
            | Self::SecondsUntilAutoPause
            | Self::DatabaseName
            | Self::Port
            | Self::IamDatabaseAuthentication
            | Self::DataApi
            | Self::MaintenanceWindow
            | Self::DeletionProtection
            | Self::AutoMinorVersionUpgrade
            | Self::ForceTls
            | Self::GlobalId
            | Self::GlobalName
            | Self::Parameter(_)
            | Self::Global
            | Self::Instances => Part::Cluster,
            Self::MasterUsername | Self::Credentials | Self::RotationDays => Part::Secret,
            Self::Encryption | Self::StorageType => Part::Storage,
            Self::BackupRetention
            | Self::BackupWindow
            | Self::BacktrackHours
            | Self::AwsBackup
            | Self::FinalSnapshot => Part::Backups,
            Self::PubliclyAccessible
            | Self::Vpc(Member::Primary)
            | Self::Cidr(Member::Primary)
            | Self::VpcId(Member::Primary)
            | Self::SubnetIds(Member::Primary)
            | Self::ClientSecurityGroupIds(Member::Primary) => Part::Vpc,
            Self::LogExports
            | Self::LogRetentionDays
            | Self::InsightsEnabled
            | Self::InsightsMode
            | Self::InsightsRetentionDays
            | Self::EnhancedMonitoringSeconds
            | Self::AlarmsEnabled
            | Self::NotifyEmail
            | Self::Dashboard => Part::Monitoring,
            Self::ProxyId
            | Self::ProxyName
            | Self::EngineFamily
            | Self::RequireTls
            | Self::AuthScheme
            | Self::IamAuth
            | Self::ClientPasswordAuthType
            | Self::IdleClientTimeout
            | Self::ConnectionBorrowTimeout
            | Self::MaxConnectionsPercent
            | Self::MaxIdleConnectionsPercent
            | Self::SessionPinningFilters
            | Self::ReadOnlyEndpoint
            | Self::DebugLogging
            | Self::Proxy => Part::Proxy,
            Self::InstanceZone(index) | Self::InstanceTier(index) => Part::Instance(*index),
            Self::KmsKey(Member::Primary) => Part::Kms,
            Self::SecondaryRegion(index)
            | Self::SecondaryReaders(index)
            | Self::WriteForwarding(index)
            | Self::SecondaryMinCapacity(index)
            | Self::SecondaryMaxCapacity(index)
            | Self::Vpc(Member::Secondary(index))
            | Self::Cidr(Member::Secondary(index))
            | Self::VpcId(Member::Secondary(index))
            | Self::SubnetIds(Member::Secondary(index))
            | Self::ClientSecurityGroupIds(Member::Secondary(index))
            | Self::KmsKey(Member::Secondary(index)) => Part::Secondary(*index),
        }
    }

    /// Its effective value as text, empty where there is none; lists are parted by commas.
    #[rustfmt::skip]
    pub fn text(&self, d: &Design) -> String {
        match self {
            Self::ProjectName => d.project_name.clone(),
            Self::Region => d.region.code.to_owned(),
            Self::Environment => d.environment.word().to_owned(),
            Self::Clients => words(&d.clients),
            Self::Budget => show(d.budget_monthly_usd),
            Self::Variability => show_word(d.traits.variability),
            Self::IdleHoursPerDay => show(d.traits.idle_hours_per_day),
            Self::FirstQuery => show_word(d.traits.first_query),
            Self::CostFirst => show_word(d.traits.cost_first),
            Self::ClusterId => d.cluster.id.clone(),
            Self::ClusterName => d.cluster_name(),
            Self::Engine => d.cluster.engine.word().to_owned(),
            Self::EngineVersion => d.engine_version().to_owned(),
            Self::MinCapacity => d.cluster.min_capacity.to_string(),
            Self::MaxCapacity => d.cluster.max_capacity.to_string(),
            Self::SecondsUntilAutoPause => show(d.seconds_until_auto_pause()),
            Self::DatabaseName => d.cluster.database_name.clone(),
            Self::MasterUsername => d.master_username().to_owned(),
            Self::Port => d.port().to_string(),
            Self::Credentials => d.cluster.credentials.word().to_owned(),
            Self::RotationDays => show(d.cluster.rotation_days),
            Self::IamDatabaseAuthentication => d.cluster.iam_database_authentication.word().to_owned(),
            Self::DataApi => d.cluster.data_api.word().to_owned(),
            Self::Encryption => d.cluster.encryption.word().to_owned(),
            Self::StorageType => d.cluster.storage_type.word().to_owned(),
            Self::BackupRetention => d.cluster.backup_retention.to_string(),
            Self::BackupWindow => d.cluster.backup_window.to_string(),
            Self::MaintenanceWindow => d.cluster.maintenance_window.to_string(),
            Self::BacktrackHours => d.cluster.backtrack_hours.to_string(),
            Self::AwsBackup => d.cluster.aws_backup.word().to_owned(),
            Self::DeletionProtection => d.cluster.deletion_protection.word().to_owned(),
            Self::FinalSnapshot => d.cluster.final_snapshot.word().to_owned(),
            Self::PubliclyAccessible => d.cluster.publicly_accessible.word().to_owned(),
            Self::AutoMinorVersionUpgrade => d.auto_minor_version_upgrade().word().to_owned(),
            Self::LogExports => words(&d.log_exports()),
            Self::LogRetentionDays => d.cluster.log_retention_days.to_string(),
            Self::InsightsEnabled => d.cluster.performance_insights.enabled.word().to_owned(),
            Self::InsightsMode => d.cluster.performance_insights.mode.word().to_owned(),
            Self::InsightsRetentionDays => d.cluster.performance_insights.retention_days.to_string(),
            Self::EnhancedMonitoringSeconds => d.cluster.enhanced_monitoring_seconds.to_string(),
            Self::ForceTls => d.cluster.force_tls.word().to_owned(),
            Self::AlarmsEnabled => d.cluster.alarms.enabled.word().to_owned(),
            Self::NotifyEmail => show(d.cluster.alarms.notify_email.as_deref()),
            Self::Dashboard => d.cluster.alarms.dashboard.word().to_owned(),
            Self::ProxyId => in_proxy(d, |p| p.id.clone()),
            Self::ProxyName => in_proxy(d, |_| d.proxy_name()),
            Self::EngineFamily => in_proxy(d, |_| d.engine_family().word().to_owned()),
            Self::RequireTls => in_proxy(d, |p| p.require_tls.word().to_owned()),
            Self::AuthScheme => in_proxy(d, |p| p.auth_scheme.word().to_owned()),
            Self::IamAuth => in_proxy(d, |p| p.iam_auth.word().to_owned()),
            Self::ClientPasswordAuthType => in_proxy(d, |p| show_word(p.client_password_auth_type)),
            Self::IdleClientTimeout => in_proxy(d, |p| p.idle_client_timeout.to_string()),
            Self::ConnectionBorrowTimeout => in_proxy(d, |p| p.connection_borrow_timeout.to_string()),
            Self::MaxConnectionsPercent => in_proxy(d, |p| p.max_connections_percent.to_string()),
            Self::MaxIdleConnectionsPercent => in_proxy(d, |p| p.max_idle_connections_percent.to_string()),
            Self::SessionPinningFilters => in_proxy(d, |p| words(&p.session_pinning_filters)),
            Self::ReadOnlyEndpoint => in_proxy(d, |p| p.read_only_endpoint.word().to_owned()),
            Self::DebugLogging => in_proxy(d, |p| p.debug_logging.word().to_owned()),
            Self::GlobalId => in_global(d, |g| g.id.clone()),
            Self::GlobalName => in_global(d, |_| d.global_name()),
            Self::WriterAcu => d.writer_acu().to_string(),
            Self::ReadersAcu => d.readers_acu().to_string(),
            Self::SecondariesAcu => show(d.usage.secondaries_acu),
            Self::ActiveHoursPerMonth => d.active_hours_per_month().to_string(),
            Self::StorageGb => d.storage_gb().to_string(),
            Self::IoRequestsMillions => d.io_requests_millions().to_string(),
            Self::AutomatedBackupGb => d.usage.automated_backup_gb.to_string(),
            Self::ManualSnapshotGb => d.usage.manual_snapshot_gb.to_string(),
            Self::ReplicatedWriteIoMillions => d.usage.replicated_write_io_millions.to_string(),
            Self::CrossRegionTransferGb => d.usage.cross_region_transfer_gb.to_string(),
            Self::LogGb => d.log_gb().to_string(),
            Self::SecretCalls => d.secret_calls().to_string(),
            Self::DataApiMillions => d.usage.data_api_millions.to_string(),
            Self::PeakConnections => show(d.usage.peak_connections),
            Self::SavingsPlanPercent => d.usage.savings_plan_percent.to_string(),
            Self::Tag(key) => d.tags.get(key).cloned().unwrap_or_default(),
            Self::Price(field) => show(d.prices.get(field)),
            Self::Parameter(name) => d.cluster.parameters.get(name).cloned().unwrap_or_default(),
            Self::Instances => (1 + d.cluster.readers.len()).to_string(),
            Self::InstanceZone(index) => show(d.zones().get(*index)),
            Self::InstanceTier(index) => show(d.instances().nth(*index).map(|instance| instance.promotion_tier)),
            Self::Vpc(of) => in_network(d, *of, |network| network.vpc.word().to_owned()),
            Self::Cidr(Member::Primary) => d.cidr().to_string(),
            Self::Cidr(Member::Secondary(index)) => d.secondary_cidr(*index).to_string(),
            Self::VpcId(of) => in_network(d, *of, |network| show(network.vpc_id.as_deref())),
            Self::SubnetIds(of) => in_network(d, *of, |network| network.subnet_ids.join(",")),
            Self::ClientSecurityGroupIds(of) => in_network(d, *of, |network| network.client_security_group_ids.join(",")),
            Self::KmsKey(Member::Primary) => d.cluster.kms_key.to_string(),
            Self::KmsKey(Member::Secondary(index)) => in_secondary(d, *index, |it| it.kms_key.to_string()),
            Self::Proxy => d.proxy.is_some().word().to_owned(),
            Self::Global => d.global.is_some().word().to_owned(),
            Self::SecondaryRegion(index) => in_secondary(d, *index, |it| it.region.code.to_owned()),
            Self::SecondaryReaders(index) => in_secondary(d, *index, |it| it.readers.to_string()),
            Self::WriteForwarding(index) => in_secondary(d, *index, |it| it.write_forwarding.word().to_owned()),
            Self::SecondaryMinCapacity(index) => in_secondary(d, *index, |it| d.secondary_min(it).to_string()),
            Self::SecondaryMaxCapacity(index) => in_secondary(d, *index, |it| d.secondary_max(it).to_string()),
            Self::Suppress(index) => d.suppress.get(*index).map(|it| it.rule.clone()).unwrap_or_default(),
        }
    }

    /// What its text would be had nobody chosen anything here, the rest of the design being as it is.
    #[rustfmt::skip]
    pub fn default_text(&self, d: &Design) -> String {
        match self {
            Self::ProjectName => "aurora".to_owned(),
            Self::Region => "us-east-1".to_owned(),
            Self::Environment => "production".to_owned(),
            Self::Clients => String::new(),
            Self::Budget => String::new(),
            Self::Variability => String::new(),
            Self::IdleHoursPerDay => String::new(),
            Self::FirstQuery => String::new(),
            Self::CostFirst => String::new(),
            Self::ClusterId => "aurora-cluster".to_owned(),
            Self::ClusterName => d.default_cluster_name(),
            Self::Engine => "aurora-postgresql".to_owned(),
            Self::EngineVersion => d.cluster.engine.recommended_version().to_owned(),
            Self::MinCapacity => "2".to_owned(),
            Self::MaxCapacity => "16".to_owned(),
            Self::SecondsUntilAutoPause => show(d.default_auto_pause()),
            Self::DatabaseName => "app".to_owned(),
            Self::MasterUsername => d.cluster.engine.default_master_username().to_owned(),
            Self::Port => d.cluster.engine.default_port().to_string(),
            Self::Credentials => "managed".to_owned(),
            Self::RotationDays => String::new(),
            Self::IamDatabaseAuthentication => "true".to_owned(),
            Self::DataApi => "false".to_owned(),
            Self::Encryption => "true".to_owned(),
            Self::StorageType => "aurora".to_owned(),
            Self::BackupRetention => "7".to_owned(),
            Self::BackupWindow => "03:00-04:00".to_owned(),
            Self::MaintenanceWindow => "sun:04:00-sun:05:00".to_owned(),
            Self::BacktrackHours => "0".to_owned(),
            Self::AwsBackup => "false".to_owned(),
            Self::DeletionProtection => "true".to_owned(),
            Self::FinalSnapshot => "true".to_owned(),
            Self::PubliclyAccessible => "false".to_owned(),
            Self::AutoMinorVersionUpgrade => d.default_auto_minor().word().to_owned(),
            Self::LogExports => words(&d.cluster.engine.default_log_exports()),
            Self::LogRetentionDays => "365".to_owned(),
            Self::InsightsEnabled => "true".to_owned(),
            Self::InsightsMode => "standard".to_owned(),
            Self::InsightsRetentionDays => "7".to_owned(),
            Self::EnhancedMonitoringSeconds => "60".to_owned(),
            Self::ForceTls => "true".to_owned(),
            Self::AlarmsEnabled => "true".to_owned(),
            Self::NotifyEmail => String::new(),
            Self::Dashboard => "false".to_owned(),
            Self::ProxyId => "db-proxy".to_owned(),
            Self::ProxyName => d.default_proxy_name(),
            Self::EngineFamily => d.cluster.engine.family().word().to_owned(),
            Self::RequireTls => "true".to_owned(),
            Self::AuthScheme => "SECRETS".to_owned(),
            Self::IamAuth => "DISABLED".to_owned(),
            Self::ClientPasswordAuthType => String::new(),
            Self::IdleClientTimeout => "1800".to_owned(),
            Self::ConnectionBorrowTimeout => "120".to_owned(),
            Self::MaxConnectionsPercent => "100".to_owned(),
            Self::MaxIdleConnectionsPercent => "50".to_owned(),
            Self::SessionPinningFilters => String::new(),
            Self::ReadOnlyEndpoint => "false".to_owned(),
            Self::DebugLogging => "false".to_owned(),
            Self::GlobalId => "global-cluster".to_owned(),
            Self::GlobalName => d.default_global_name(),
            Self::WriterAcu => d.default_average().to_string(),
            Self::ReadersAcu => d.default_average().to_string(),
            Self::SecondariesAcu => String::new(),
            Self::ActiveHoursPerMonth => by_use(figures(d.environment).active_hours),
            Self::StorageGb => by_use(figures(d.environment).storage_gb),
            Self::IoRequestsMillions => by_use(figures(d.environment).io_millions),
            Self::AutomatedBackupGb => "0".to_owned(),
            Self::ManualSnapshotGb => "0".to_owned(),
            Self::ReplicatedWriteIoMillions => "0".to_owned(),
            Self::CrossRegionTransferGb => "0".to_owned(),
            Self::LogGb => by_use(figures(d.environment).log_gb),
            Self::SecretCalls => by_use(figures(d.environment).secret_calls),
            Self::DataApiMillions => "0".to_owned(),
            Self::PeakConnections => String::new(),
            Self::SavingsPlanPercent => "0".to_owned(),
            Self::Tag(_) | Self::Price(_) | Self::Parameter(_) | Self::VpcId(_) | Self::SubnetIds(_)
            | Self::ClientSecurityGroupIds(_) | Self::Suppress(_) => String::new(),
            Self::Instances => "2".to_owned(),
            Self::InstanceZone(index) => {
                let mut zones: Vec<_> = d.instances().map(|instance| instance.availability_zone).collect();
                if let Some(zone) = zones.get_mut(*index) {
                    *zone = None;
                }
                show(super::spread(d.region.zones, &zones).get(*index))
            }
            Self::InstanceTier(index) => if *index == 0 { "0" } else { "1" }.to_owned(),
            Self::Vpc(_) => Vpc::Create.word().to_owned(),
            Self::Cidr(Member::Primary) => Cidr::DEFAULT.to_string(),
            Self::Cidr(Member::Secondary(index)) => {
                let mut without = d.clone();
                if let Some(network) = without.secondary_network_mut(*index) {
                    network.cidr = None;
                }
                without.default_secondary_cidr(*index).to_string()
            }
            Self::KmsKey(_) => KmsKey::Create.to_string(),
            Self::Proxy | Self::Global | Self::WriteForwarding(_) => false.word().to_owned(),
            Self::SecondaryRegion(index) => in_secondary(d, *index, |it| it.region.code.to_owned()),
            Self::SecondaryReaders(_) => "1".to_owned(),
            Self::SecondaryMinCapacity(_) => d.cluster.min_capacity.to_string(),
            Self::SecondaryMaxCapacity(_) => d.cluster.max_capacity.to_string(),
        }
    }

    /// Whether somebody chose something else than the default; never in a part that is not there.
    pub fn is_changed(&self, design: &Design) -> bool {
        self.has_part(design) && self.text(design) != self.default_text(design)
    }

    /// Whether the design has the proxy or the Global Database that the setting belongs to.
    fn has_part(&self, design: &Design) -> bool {
        match self {
            Self::Proxy => true,
            Self::GlobalId | Self::GlobalName => design.global.is_some(),
            _ => design.proxy.is_some() || self.part() != Part::Proxy,
        }
    }

    /// Reads a text into the setting. What AWS thinks of the value is a rule's matter.
    ///
    /// # Errors
    /// Where the text is no value of the setting's type, or the setting belongs to a part that is not there.
    #[rustfmt::skip]
    pub(crate) fn set(&self, d: &mut Design, text: &str) -> Result<(), ValueError> {
        match self {
            Self::ProjectName => d.project_name = text.to_owned(),
            Self::Region => d.region = region(text)?,
            Self::Environment => d.environment = word(text)?,
            Self::Clients => d.clients = word_set(text)?,
            Self::Budget => d.budget_monthly_usd = optional(text, budget)?,
            Self::Variability => d.traits.variability = optional(text, word)?,
            Self::IdleHoursPerDay => d.traits.idle_hours_per_day = optional(text, decimal)?,
            Self::FirstQuery => d.traits.first_query = optional(text, word)?,
            Self::CostFirst => d.traits.cost_first = optional(text, word)?,
            Self::ClusterId => d.cluster.id = text.to_owned(),
            Self::ClusterName => d.cluster.name = Some(text.to_owned()),
            Self::Engine => d.cluster.engine = word(text)?,
            Self::EngineVersion => d.cluster.engine_version = Some(text.to_owned()),
            Self::MinCapacity => d.cluster.min_capacity = acu(text)?,
            Self::MaxCapacity => d.cluster.max_capacity = acu(text)?,
            Self::SecondsUntilAutoPause => d.cluster.seconds_until_auto_pause = optional(text, number)?,
            Self::DatabaseName => d.cluster.database_name = text.to_owned(),
            Self::MasterUsername => d.cluster.master_username = Some(text.to_owned()),
            Self::Port => d.cluster.port = Some(number(text)?),
            Self::Credentials => d.cluster.credentials = word(text)?,
            Self::RotationDays => d.cluster.rotation_days = optional(text, number)?,
            Self::IamDatabaseAuthentication => d.cluster.iam_database_authentication = word(text)?,
            Self::DataApi => d.cluster.data_api = word(text)?,
            Self::Encryption => d.cluster.encryption = word(text)?,
            Self::StorageType => d.cluster.storage_type = word(text)?,
            Self::BackupRetention => d.cluster.backup_retention = number(text)?,
            Self::BackupWindow => d.cluster.backup_window = DailyWindow::parse(text)?,
            Self::MaintenanceWindow => d.cluster.maintenance_window = WeeklyWindow::parse(text)?,
            Self::BacktrackHours => d.cluster.backtrack_hours = number(text)?,
            Self::AwsBackup => d.cluster.aws_backup = word(text)?,
            Self::DeletionProtection => d.cluster.deletion_protection = word(text)?,
            Self::FinalSnapshot => d.cluster.final_snapshot = word(text)?,
            Self::PubliclyAccessible => d.cluster.publicly_accessible = word(text)?,
            Self::AutoMinorVersionUpgrade => d.cluster.auto_minor_version_upgrade = Some(word(text)?),
            Self::LogExports => d.cluster.log_exports = Some(word_set(text)?),
            Self::LogRetentionDays => d.cluster.log_retention_days = number(text)?,
            Self::InsightsEnabled => d.cluster.performance_insights.enabled = word(text)?,
            Self::InsightsMode => d.cluster.performance_insights.mode = word(text)?,
            Self::InsightsRetentionDays => d.cluster.performance_insights.retention_days = number(text)?,
            Self::EnhancedMonitoringSeconds => d.cluster.enhanced_monitoring_seconds = number(text)?,
            Self::ForceTls => d.cluster.force_tls = word(text)?,
            Self::AlarmsEnabled => d.cluster.alarms.enabled = word(text)?,
            Self::NotifyEmail => d.cluster.alarms.notify_email = some_text(text),
            Self::Dashboard => d.cluster.alarms.dashboard = word(text)?,
            Self::ProxyId => proxy(d)?.id = text.to_owned(),
            Self::ProxyName => proxy(d)?.name = Some(text.to_owned()),
            Self::EngineFamily => proxy(d)?.engine_family = Some(word(text)?),
            Self::RequireTls => proxy(d)?.require_tls = word(text)?,
            Self::AuthScheme => proxy(d)?.auth_scheme = word(text)?,
            Self::IamAuth => proxy(d)?.iam_auth = word(text)?,
            Self::ClientPasswordAuthType => proxy(d)?.client_password_auth_type = optional(text, word)?,
            Self::IdleClientTimeout => proxy(d)?.idle_client_timeout = number(text)?,
            Self::ConnectionBorrowTimeout => proxy(d)?.connection_borrow_timeout = number(text)?,
            Self::MaxConnectionsPercent => proxy(d)?.max_connections_percent = number(text)?,
            Self::MaxIdleConnectionsPercent => proxy(d)?.max_idle_connections_percent = number(text)?,
            Self::SessionPinningFilters => proxy(d)?.session_pinning_filters = word_set(text)?,
            Self::ReadOnlyEndpoint => proxy(d)?.read_only_endpoint = word(text)?,
            Self::DebugLogging => proxy(d)?.debug_logging = word(text)?,
            Self::GlobalId => global(d)?.id = text.to_owned(),
            Self::GlobalName => global(d)?.name = Some(text.to_owned()),
            Self::WriterAcu => d.usage.writer_acu = optional(text, decimal)?,
            Self::ReadersAcu => d.usage.readers_acu = optional(text, decimal)?,
            Self::SecondariesAcu => d.usage.secondaries_acu = optional(text, decimal)?,
            Self::ActiveHoursPerMonth => d.usage.active_hours_per_month = optional(text, decimal)?,
            Self::StorageGb => d.usage.storage_gb = optional(text, decimal)?,
            Self::IoRequestsMillions => d.usage.io_requests_millions = optional(text, decimal)?,
            Self::AutomatedBackupGb => d.usage.automated_backup_gb = decimal(text)?,
            Self::ManualSnapshotGb => d.usage.manual_snapshot_gb = decimal(text)?,
            Self::ReplicatedWriteIoMillions => d.usage.replicated_write_io_millions = decimal(text)?,
            Self::CrossRegionTransferGb => d.usage.cross_region_transfer_gb = decimal(text)?,
            Self::LogGb => d.usage.log_gb = optional(text, decimal)?,
            Self::SecretCalls => d.usage.secret_calls = optional(text, decimal)?,
            Self::DataApiMillions => d.usage.data_api_millions = decimal(text)?,
            Self::PeakConnections => d.usage.peak_connections = optional(text, number)?,
            Self::SavingsPlanPercent => d.usage.savings_plan_percent = decimal(text)?,
            Self::Tag(key) => { d.tags.insert(key.clone(), text.to_owned()); }
            Self::Price(field) => { d.prices.insert(*field, decimal(text)?); }
            Self::Parameter(name) => { d.cluster.parameters.insert(name.clone(), text.to_owned()); }
            Self::InstanceZone(index) => {
                let zone = Zone::parse(text)?;
                d.pin_zones();
                instance(d, *index)?.availability_zone = Some(zone);
            }
            Self::InstanceTier(index) => {
                let tier = number(text)?;
                instance(d, *index)?.promotion_tier = tier;
            }
            Self::Vpc(of) => network(d, *of)?.vpc = word(text)?,
            Self::Cidr(of) => network(d, *of)?.cidr = Some(Cidr::parse(text)?),
            Self::VpcId(of) => network(d, *of)?.vpc_id = some_text(text),
            Self::SubnetIds(of) => network(d, *of)?.subnet_ids = list(text),
            Self::ClientSecurityGroupIds(of) => network(d, *of)?.client_security_group_ids = list(text),
            Self::KmsKey(Member::Primary) => d.cluster.kms_key = KmsKey::parse(text)?,
            Self::KmsKey(Member::Secondary(index)) => secondary(d, *index)?.kms_key = KmsKey::parse(text)?,
            Self::Proxy => d.proxy = word::<bool>(text)?.then(|| d.proxy.take().unwrap_or_default()),
            Self::Global => d.global = word::<bool>(text)?.then(|| d.global.take().unwrap_or_default()),
            Self::SecondaryRegion(index) => secondary(d, *index)?.region = region(text)?,
            Self::SecondaryReaders(index) => secondary(d, *index)?.readers = number(text)?,
            Self::WriteForwarding(index) => secondary(d, *index)?.write_forwarding = word(text)?,
            Self::SecondaryMinCapacity(index) => secondary(d, *index)?.min_capacity = Some(acu(text)?),
            Self::SecondaryMaxCapacity(index) => secondary(d, *index)?.max_capacity = Some(acu(text)?),
            Self::Instances | Self::Suppress(_) => return Err(ValueError::expected("one of its own settings")),
        }
        Ok(())
    }
}

fn show<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn show_word<T: Word>(value: Option<T>) -> String {
    value.map(|value| value.word().to_owned()).unwrap_or_default()
}

fn words<T: Word>(values: &BTreeSet<T>) -> String {
    values.iter().map(|value| value.word()).collect::<Vec<_>>().join(",")
}

/// A figure that an environment brings with it.
fn by_use(figure: u64) -> String {
    Decimal::whole(figure).to_string()
}

fn in_proxy(design: &Design, read: impl Fn(&Proxy) -> String) -> String {
    design.proxy.as_ref().map(read).unwrap_or_default()
}

fn in_global(design: &Design, read: impl Fn(&GlobalCluster) -> String) -> String {
    design.global.as_ref().map(read).unwrap_or_default()
}

fn in_secondary(design: &Design, index: usize, read: impl Fn(&Secondary) -> String) -> String {
    design.secondaries().get(index).map(read).unwrap_or_default()
}

fn in_network(design: &Design, member: Member, read: impl Fn(&Network) -> String) -> String {
    match member {
        Member::Primary => read(&design.cluster.network),
        Member::Secondary(index) => in_secondary(design, index, |it| read(&it.network)),
    }
}

fn proxy(design: &mut Design) -> Result<&mut Proxy, ValueError> {
    design.proxy.as_mut().ok_or_else(|| ValueError::expected("a design with RDS Proxy"))
}

fn global(design: &mut Design) -> Result<&mut GlobalCluster, ValueError> {
    design.global.as_mut().ok_or_else(|| ValueError::expected("a design with a Global Database"))
}

fn secondary(design: &mut Design, index: usize) -> Result<&mut Secondary, ValueError> {
    let secondary = design.global.as_mut().and_then(|global| global.secondaries.get_mut(index));
    secondary.ok_or_else(|| ValueError::expected("a secondary that exists"))
}

fn network(design: &mut Design, member: Member) -> Result<&mut Network, ValueError> {
    match member {
        Member::Primary => Ok(&mut design.cluster.network),
        Member::Secondary(index) => Ok(&mut secondary(design, index)?.network),
    }
}

fn instance(design: &mut Design, index: usize) -> Result<&mut super::Instance, ValueError> {
    design.instances_mut().nth(index).ok_or_else(|| ValueError::expected("an instance that exists"))
}

/// Reads one word of a closed set.
///
/// # Errors
/// Names the set and the nearest word.
pub fn word<T: Word>(text: &str) -> Result<T, ValueError> {
    T::from_word(text).ok_or_else(|| {
        let known = T::WORDS.iter().map(|(word, _)| *word);
        let all: Vec<_> = known.clone().collect();
        ValueError::expected(one_of(&all)).nearest(nearest_word(text, known).map(str::to_owned))
    })
}

fn one_of(words: &[&str]) -> String {
    match words {
        [only] => (*only).to_owned(),
        [start @ .., last] => format!("{} or {last}", start.join(", ")),
        [] => String::new(),
    }
}

fn word_set<T: Word + Ord>(text: &str) -> Result<BTreeSet<T>, ValueError> {
    let mut set = BTreeSet::new();
    for item in list(text) {
        set.insert(word(&item)?);
    }
    Ok(set)
}

/// Reads a Region's code.
///
/// # Errors
/// Names the nearest known Region.
pub fn region(text: &str) -> Result<&'static Region, ValueError> {
    Region::find(text).ok_or_else(|| {
        let nearest = nearest_word(text, REGIONS.iter().map(|region| region.code)).map(str::to_owned);
        ValueError::expected("an AWS Region such as us-east-1").nearest(nearest)
    })
}

/// Reads a capacity on the half step.
///
/// # Errors
/// Offers the next half step up.
pub fn acu(text: &str) -> Result<Acu, ValueError> {
    Acu::parse(text).ok_or_else(|| {
        let nearest = Decimal::parse(text).map(|amount| Acu::at_least(amount).to_string());
        ValueError::expected("ACUs in steps of 0.5").nearest(nearest)
    })
}

/// Reads a number not below zero with at most six places.
///
/// # Errors
/// For anything else.
pub fn decimal(text: &str) -> Result<Decimal, ValueError> {
    Decimal::parse(text).ok_or_else(|| ValueError::expected("a number of 0 or more, with at most six places"))
}

/// Reads a budget in USD.
///
/// # Errors
/// For anything but a number above zero.
pub fn budget(text: &str) -> Result<Decimal, ValueError> {
    let error = || ValueError::expected("an amount above 0 in USD");
    Decimal::parse(text).filter(|amount| *amount > Decimal::ZERO).ok_or_else(error)
}

/// Reads a whole number not below zero.
///
/// # Errors
/// For anything else.
pub fn number(text: &str) -> Result<u32, ValueError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(|| ValueError::expected("a whole number of 0 or more"))
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Result<T, ValueError>) -> Result<Option<T>, ValueError> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn some_text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}
