//! The settings, one row each, in the order of the link. A new key of the spec is its field in `design/mod.rs` and a row
//! here; what it means (a rule, a price, Terraform) reads that field.
//!
//! A row says, after the line of help that people read:
//!
//! ```text
//! Name(which): Where "key in the file" written, "key in the link", how it is read and written,
//!     Part, Group, "Label" in "unit" of options;
//! ```
//!
//! - `which` stands where the row is more than one setting: `Instance`, `Secondary`, `Member`, `Named`, `Price`, `Listed`.
//! - `written` is `always`, or `quoted` for a text that looks like a number; other settings are written where they differ
//!   from their default.
//! - `fixed!` is a value that always stands in its part, its default what a new part has; `follows!` one that follows
//!   from the design until it is chosen; `optional!` one that may be none.
//! - `last` behind the group puts a setting below the others.
//!
//! The file's order is the same but for two keys that `formats/yaml/keys.rs` names. A key of the link is never given a
//! second meaning.

use super::families;
use super::lens::{self, fixed, follows, optional};
use super::options;
use super::value;
use super::{Group, Home, Part, Setting, Shape, Written};
use crate::design::follow::figures;
use crate::design::part::{Member, Place};
use crate::design::values::{Cidr, KmsKey};
use crate::design::words::ClientPasswordAuthType;
use crate::design::{Cluster, Design, GlobalCluster, Instance, Network, Proxy, Secondary, read};
use crate::facts::prices::PriceField;

/// Makes the rows and the type that names them.
macro_rules! settings {
    ($(
        $(#[doc = $help:literal])+
        $name:ident $(($which:ident))?: $home:ident $key:literal $($written:ident)?, $link:literal, $access:expr,
            $part:ident, $group:ident $($last:ident)?, $label:literal $(in $unit:literal)? $(of $options:expr)?;
    )+) => {
        /// One setting of the spec.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Field {
            $($(#[doc = $help])+ $name $((settings!(@argument $which)))?,)+
        }

        impl Field {
            /// The row of the setting.
            pub(in crate::design) fn setting(&self) -> &'static Setting {
                match self {
                    $(Self::$name $((settings!(@any $which)))? => &rows::$name,)+
                }
            }

            /// Which of the row's settings it is.
            pub(in crate::design) fn place(&self) -> Place<'_> {
                match self {
                    $(Self::$name $((settings!(@bind it $which)))? => settings!(@place $(it $which)?),)+
                }
            }
        }

        #[allow(non_upper_case_globals, reason = "a row has the name of its setting")]
        mod rows {
            use super::*;

            $(pub(super) static $name: Setting = Setting {
                shape: settings!(@shape $name $($which)?),
                home: Home::$home,
                key: $key,
                written: settings!(@written $($written)?),
                link: $link,
                access: $access,
                part: settings!(@part $part),
                group: Group::$group,
                is_last: settings!(@last $($last)?),
                label: $label,
                unit: settings!(@unit $($unit)?),
                help: concat!($($help),+),
                options: settings!(@options $($options)?),
            };)+
        }

        /// Every row.
        pub(in crate::design) static SETTINGS: &[&Setting] = &[$(&rows::$name),+];
    };

    (@argument Instance) => { usize };
    (@argument Secondary) => { usize };
    (@argument Member) => { Member };
    (@argument Named) => { String };
    (@argument Price) => { PriceField };
    (@argument Listed) => { usize };
    (@any $which:ident) => { _ };
    (@bind $it:ident $which:ident) => { $it };
    (@place) => { Place::Once };
    (@place $it:ident Named) => { Place::Named($it) };
    (@place $it:ident $which:ident) => { Place::$which(*$it) };
    (@shape $name:ident) => { Shape::Once(Field::$name) };
    (@shape $name:ident $which:ident) => { Shape::$which(Field::$name) };
    (@written) => { Written::Changed };
    (@written always) => { Written::Always };
    (@written quoted) => { Written::Quoted };
    (@part Instance) => { Part::Instance(0) };
    (@part Secondary) => { Part::Secondary(0) };
    (@part $part:ident) => { Part::$part };
    (@last) => { false };
    (@last last) => { true };
    (@unit) => { "" };
    (@unit $unit:literal) => { $unit };
    (@options) => { None };
    (@options $options:expr) => { Some($options) };
}

settings! {
    /// Every name starts with it.
    ProjectName: Spec "project_name" always, "name", fixed!(Design.project_name),
        Design, Design, "Project name";
    /// Where the cluster runs; it decides prices, zones and what AWS offers.
    Region: Spec "region", "region", fixed!(Design.region), Design, Design, "Region";
    /// What it is for; chooses the usual figures of use and how strictly some findings are meant.
    Environment: Spec "environment", "env", fixed!(Design.environment), Design, Design, "Environment";
    /// What connects to the cluster.
    Clients: Spec "clients", "clients", fixed!(Design.clients), Clients, Design, "Clients";
    /// A tag on every resource.
    Tag(Named): Spec "tags", "tag", &families::TAGS, Design, Design, "Tag";
    /// The most a typical month may cost; a finding tells when it costs more.
    Budget: Spec "budget_monthly_usd", "budget", optional!(Design.budget_monthly_usd, reads read::budget),
        Usage, Design, "Monthly budget" in "USD";
    /// How the load moves over time; asked for the advice whether Serverless v2 fits.
    Variability: Spec "traits.variability", "load", optional!(Design.traits.variability),
        Design, Design, "How the load varies" of options::words_or_unsaid::<crate::design::Variability>;
    /// Hours of a day on which nothing connects; asked for the same advice.
    IdleHoursPerDay: Spec "traits.idle_hours_per_day", "idle", optional!(Design.traits.idle_hours_per_day),
        Design, Design, "Hours without load a day" in "h";
    /// Whether the first query after a pause may wait for about 15 seconds.
    FirstQuery: Spec "traits.first_query", "first", optional!(Design.traits.first_query),
        Design, Design, "First query after idling" of options::words_or_unsaid::<crate::design::FirstQuery>;
    /// Whether a lower bill comes before a faster answer.
    CostFirst: Spec "traits.cost_first", "cheap", optional!(Design.traits.cost_first),
        Design, Design, "Cost comes first" of options::words_or_unsaid::<bool>;
    /// A price of your own for the Region, in place of the one in the price book.
    Price(Price): Spec "prices", "price", &families::Prices, Usage, Usage, "Price" in "USD";

    /// What the spec calls the cluster; it is in no name that AWS sees.
    ClusterId: Cluster "id" always, "id", fixed!(Cluster.id), Cluster, Design, "Cluster id in the spec";
    /// The name of the cluster in AWS, and the start of its instances' names.
    ClusterName: Cluster "name" always, "cluster", follows!(Cluster.name, |d, _| Some(d.default_cluster_name())),
        Cluster, Design, "Cluster identifier";
    /// PostgreSQL or MySQL; another engine takes its own version, logs and parameters.
    Engine: Cluster "config.engine" always, "engine", fixed!(Cluster.engine), Cluster, Engine, "Engine";
    /// The version that AWS runs; it decides the range of capacity and when support ends.
    EngineVersion: Cluster "config.engine_version" quoted, "version",
        follows!(Cluster.engine_version, |d, _| Some(d.cluster.engine.recommended_version().to_owned())),
        Cluster, Engine, "Version";
    /// The least that every instance runs on; 0 lets it pause.
    MinCapacity: Cluster "config.serverless_v2.min_capacity" always, "min", fixed!(Cluster.min_capacity),
        Cluster, Capacity, "Minimum" in "ACU";
    /// The most that every instance can grow to; it also sets how many connections it takes.
    MaxCapacity: Cluster "config.serverless_v2.max_capacity" always, "max", fixed!(Cluster.max_capacity),
        Cluster, Capacity, "Maximum" in "ACU";
    /// The writer and up to 15 readers.
    Instances: Cluster "config.instances", "nodes", &families::Instances, Cluster, Instances, "Instances";
    /// The Availability Zone of the instance.
    InstanceZone(Instance): Instance "availability_zone", "nodes", &families::InstanceZone,
        Instance, Instances, "Zone";
    /// Who takes over first when the writer fails; readers in tier 0 and 1 scale with the writer.
    InstanceTier(Instance): Instance "promotion_tier", "nodes", fixed!(Instance.promotion_tier),
        Instance, Instances, "Tier" of options::tiers;
    /// How long nobody may be connected before an instance pauses, where the minimum is 0.
    SecondsUntilAutoPause: Cluster "config.serverless_v2.seconds_until_auto_pause", "pause",
        optional!(Cluster.seconds_until_auto_pause, |d, _| d.default_auto_pause()),
        Cluster, Capacity last, "Pause after" in "s";
    /// The database that is made with the cluster.
    DatabaseName: Cluster "config.database_name", "db", fixed!(Cluster.database_name),
        Cluster, Access, "Database name";
    /// The user that owns the cluster.
    MasterUsername: Cluster "config.master_username", "user",
        follows!(Cluster.master_username, |d, _| Some(d.cluster.engine.default_master_username().to_owned())),
        Secret, Access, "Master user";
    /// The port that every endpoint listens on.
    Port: Cluster "config.port", "port", follows!(Cluster.port, |d, _| Some(d.cluster.engine.default_port())),
        Cluster, Network last, "Port" in "TCP";
    /// Who keeps the master password: RDS, or a secret of your own.
    Credentials: Cluster "config.credentials", "secret", fixed!(Cluster.credentials),
        Secret, Access, "Master password";
    /// How often a secret of your own gets a new password; RDS has its own rhythm.
    RotationDays: Cluster "config.rotation_days", "rotate", optional!(Cluster.rotation_days),
        Secret, Access, "Rotation of an own secret" in "days";
    /// Lets database users log in with a short-lived IAM token in place of a password.
    IamDatabaseAuthentication: Cluster "config.iam_database_authentication", "iam",
        fixed!(Cluster.iam_database_authentication), Cluster, Access, "IAM database authentication";
    /// SQL over HTTPS, without a connection and from outside the VPC.
    DataApi: Cluster "config.data_api", "api", fixed!(Cluster.data_api), Cluster, Access, "RDS Data API";
    /// Encrypts with a key that stands in your account; Aurora encrypts new clusters either way.
    Encryption: Cluster "config.encryption" always, "encrypt", fixed!(Cluster.encryption),
        Storage, Protection, "Encrypted with a key you see";
    /// The key for storage, secret, insights and logs: one that is made, the one of AWS, or one of yours.
    KmsKey(Member): Member "kms_key", "kms", fixed!(KmsKey), Kms, Protection, "KMS key";
    /// Standard bills every request of storage; I/O-Optimized bills none and makes ACUs and storage dearer.
    StorageType: Cluster "config.storage_type", "storage", fixed!(Cluster.storage_type),
        Storage, Usage, "Storage billing";
    /// How far back the cluster can be restored to any moment.
    BackupRetention: Cluster "config.backup_retention" always, "backup", fixed!(Cluster.backup_retention),
        Backups, Protection, "Backup retention" in "days";
    /// When the daily backup is taken, in UTC.
    BackupWindow: Cluster "config.backup_window", "bwin", fixed!(Cluster.backup_window),
        Backups, Protection, "Backup window";
    /// When AWS may patch the cluster, in UTC.
    MaintenanceWindow: Cluster "config.maintenance_window", "mwin", fixed!(Cluster.maintenance_window),
        Cluster, Protection, "Maintenance window";
    /// How far a MySQL cluster can be wound back in place; 0 is off.
    BacktrackHours: Cluster "config.backtrack_hours", "backtrack", fixed!(Cluster.backtrack_hours),
        Backups, Protection, "Backtrack" in "h";
    /// A plan in AWS Backup, which outlives the cluster.
    AwsBackup: Cluster "config.aws_backup", "vault", fixed!(Cluster.aws_backup),
        Backups, Protection, "AWS Backup";
    /// Refuses to delete the cluster until it is switched off.
    DeletionProtection: Cluster "config.deletion_protection", "protect", fixed!(Cluster.deletion_protection),
        Cluster, Protection, "Deletion protection";
    /// Keeps a snapshot when the cluster is destroyed.
    FinalSnapshot: Cluster "config.final_snapshot", "final", fixed!(Cluster.final_snapshot),
        Backups, Protection, "Final snapshot";
    /// Gives instances a public address; it needs a VPC with an internet gateway.
    PubliclyAccessible: Cluster "config.publicly_accessible", "public", fixed!(Cluster.publicly_accessible),
        Vpc, Network last, "Publicly accessible";
    /// Lets AWS take every new minor version in the maintenance window.
    AutoMinorVersionUpgrade: Cluster "config.auto_minor_version_upgrade", "minor",
        follows!(Cluster.auto_minor_version_upgrade, |d, _| Some(d.default_auto_minor())),
        Cluster, Engine, "Automatic minor upgrades";
    /// Logs that go to CloudWatch.
    LogExports: Cluster "config.log_exports", "logs",
        follows!(Cluster.log_exports, |d, _| Some(d.cluster.engine.default_log_exports())),
        Monitoring, Observability, "Logs exported";
    /// How long CloudWatch keeps the logs, in days.
    LogRetentionDays: Cluster "config.log_retention_days", "keep", fixed!(Cluster.log_retention_days),
        Monitoring, Observability, "Logs kept" in "days" of options::log_retention;
    /// Load of the database by query and by wait.
    InsightsEnabled: Cluster "config.performance_insights.enabled", "pi",
        fixed!(Cluster.performance_insights.enabled), Monitoring, Observability, "Database Insights";
    /// Standard is free with 7 days; advanced is billed per ACU-hour and needs 465 days.
    InsightsMode: Cluster "config.performance_insights.mode", "insights",
        fixed!(Cluster.performance_insights.mode), Monitoring, Observability, "Insights mode";
    /// How long insights are kept.
    InsightsRetentionDays: Cluster "config.performance_insights.retention_days", "pidays",
        fixed!(Cluster.performance_insights.retention_days),
        Monitoring, Observability, "Insights kept" in "days";
    /// Seconds between two measurements of the operating system; they are billed as logs.
    EnhancedMonitoringSeconds: Cluster "config.enhanced_monitoring_seconds", "em",
        fixed!(Cluster.enhanced_monitoring_seconds),
        Monitoring, Observability, "Enhanced Monitoring" in "s" of options::monitoring_intervals;
    /// The server refuses connections without TLS.
    ForceTls: Cluster "config.force_tls", "tls", fixed!(Cluster.force_tls), Cluster, Access, "Server requires TLS";
    /// A parameter of the cluster, as the engine's manual names it.
    Parameter(Named): Cluster "config.parameters", "param", &families::PARAMETERS, Cluster, Engine, "Parameter";
    /// CloudWatch alarms on what goes wrong first.
    AlarmsEnabled: Cluster "config.alarms.enabled", "alarms", fixed!(Cluster.alarms.enabled),
        Monitoring, Observability, "Alarms";
    /// Who gets the alarms; AWS asks that address to confirm.
    NotifyEmail: Cluster "config.alarms.notify_email", "email", optional!(Cluster.alarms.notify_email),
        Monitoring, Observability, "Alarm e-mail";
    /// A CloudWatch dashboard of the cluster.
    Dashboard: Cluster "config.alarms.dashboard", "dash", fixed!(Cluster.alarms.dashboard),
        Monitoring, Observability, "Dashboard";
    /// Whether the VPC is made with the cluster or exists.
    Vpc(Member): Member "network.vpc", "net", fixed!(Network.vpc), Vpc, Network, "VPC";
    /// The addresses of a VPC that is made.
    Cidr(Member): Member "network.cidr", "cidr", follows!(Network.cidr, |d, place| match place {
            Place::Member(Member::Secondary(index)) => Some(d.default_secondary_cidr(index)),
            _ => Some(Cidr::DEFAULT),
        }), Vpc, Network, "IPv4 range";
    /// The VPC that exists.
    VpcId(Member): Member "network.vpc_id", "vpc", optional!(Network.vpc_id), Vpc, Network, "VPC id";
    /// Its subnets, in two zones at least, parted by commas.
    SubnetIds(Member): Member "network.subnet_ids", "subnets", fixed!(Network.subnet_ids),
        Vpc, Network, "Subnet ids";
    /// Who may connect, parted by commas; none lets every IPv4 range of the VPC in.
    ClientSecurityGroupIds(Member): Member "network.client_security_group_ids", "sgs",
        fixed!(Network.client_security_group_ids), Vpc, Network, "Client security groups";
    /// Services of AWS that clients in a VPC that is made can reach; each is billed by the hour in every zone.
    InterfaceEndpoints(Member): Member "network.interface_endpoints", "ifs",
        fixed!(Network.interface_endpoints), Vpc, Network, "Interface endpoints";

    /// Pools connections for Lambda and other short-lived clients; it keeps the cluster awake.
    Proxy: Proxy "", "proxy", &families::PROXY, Proxy, Proxy, "RDS Proxy";
    /// What the spec calls the proxy; it is in no name that AWS sees.
    ProxyId: Proxy "id" always, "proxyid", fixed!(Proxy.id), Proxy, Proxy last, "Proxy id in the spec";
    /// The name of the proxy in AWS.
    ProxyName: Proxy "name" always, "proxyname", follows!(Proxy.name, |d, _| Some(d.default_proxy_name())),
        Proxy, Proxy, "Proxy name";
    /// The protocol that the proxy speaks; it must be the engine's.
    EngineFamily: Proxy "config.engine_family" always, "family",
        follows!(Proxy.engine_family, |d, _| Some(d.cluster.engine.family())), Proxy, Proxy, "Engine family";
    /// The proxy refuses clients without TLS.
    RequireTls: Proxy "config.require_tls" always, "ptls", fixed!(Proxy.require_tls),
        Proxy, Proxy, "Clients must use TLS";
    /// How the proxy logs in to the cluster: with the secret, or with IAM from end to end.
    AuthScheme: Proxy "config.auth_scheme", "auth", fixed!(Proxy.auth_scheme), Proxy, Proxy, "Proxy logs in with";
    /// Whether clients log in to the proxy with IAM or with a password.
    IamAuth: Proxy "config.iam_auth", "piam", fixed!(Proxy.iam_auth), Proxy, Proxy, "IAM for clients";
    /// How clients prove that they know the password.
    ClientPasswordAuthType: Proxy "config.client_password_auth_type", "pwtype",
        optional!(Proxy.client_password_auth_type),
        Proxy, Proxy, "Password proof" of options::words_or_aws::<ClientPasswordAuthType>;
    /// How long an idle client stays connected.
    IdleClientTimeout: Proxy "config.idle_client_timeout", "pidle", fixed!(Proxy.idle_client_timeout),
        Proxy, Proxy, "Idle client timeout" in "s";
    /// How long a client waits for a free connection.
    ConnectionBorrowTimeout: Proxy "config.connection_borrow_timeout", "pborrow",
        fixed!(Proxy.connection_borrow_timeout), Proxy, Proxy, "Wait for a connection" in "s";
    /// The share of the cluster's connections that the proxy may use.
    MaxConnectionsPercent: Proxy "config.max_connections_percent", "pmax", fixed!(Proxy.max_connections_percent),
        Proxy, Proxy, "Connections it may use" in "%";
    /// The share of the cluster's connections that it keeps open while nobody uses them.
    MaxIdleConnectionsPercent: Proxy "config.max_idle_connections_percent", "pmaxidle",
        fixed!(Proxy.max_idle_connections_percent), Proxy, Proxy, "Idle connections it keeps" in "%";
    /// What shall not tie a client to one connection.
    SessionPinningFilters: Proxy "config.session_pinning_filters", "pin", fixed!(Proxy.session_pinning_filters),
        Proxy, Proxy, "Pinning filters";
    /// A second endpoint of the proxy that reaches readers only.
    ReadOnlyEndpoint: Proxy "config.read_only_endpoint", "pro", fixed!(Proxy.read_only_endpoint),
        Proxy, Proxy, "Read-only endpoint";
    /// Writes the SQL of clients to the proxy's log; AWS switches it off after 24 hours.
    DebugLogging: Proxy "config.debug_logging", "pdebug", fixed!(Proxy.debug_logging),
        Proxy, Proxy, "Debug logging";

    /// One cluster over several Regions; it comes and goes with its secondaries.
    Global: Global "", "global", &families::GLOBAL, Cluster, Regions, "Global Database";
    /// The Region of a secondary.
    SecondaryRegion(Secondary): Secondary "region" always, "sec", fixed!(Secondary.region),
        Secondary, Regions, "Region" of options::secondary_regions;
    /// How many instances the secondary has; none keeps its storage only.
    SecondaryReaders(Secondary): Secondary "readers", "readers", fixed!(Secondary.readers),
        Secondary, Regions, "Instances" in "";
    /// Lets clients of the secondary write; it sends the writes to the primary.
    WriteForwarding(Secondary): Secondary "write_forwarding", "forward", fixed!(Secondary.write_forwarding),
        Secondary, Regions, "Write forwarding";
    /// The least that every instance of the secondary runs on.
    SecondaryMinCapacity(Secondary): Secondary "min_capacity", "min",
        follows!(Secondary.min_capacity, |d, _| Some(d.cluster.min_capacity)),
        Secondary, Regions, "Minimum" in "ACU";
    /// The most that every instance of the secondary can grow to.
    SecondaryMaxCapacity(Secondary): Secondary "max_capacity", "max",
        follows!(Secondary.max_capacity, |d, _| Some(d.cluster.max_capacity)),
        Secondary, Regions, "Maximum" in "ACU";
    /// What the spec calls the Global Database; it is in no name that AWS sees.
    GlobalId: Global "id" always, "globalid", fixed!(GlobalCluster.id),
        Cluster, Regions last, "Global Database id in the spec";
    /// The name of the Global Database in AWS.
    GlobalName: Global "name" always, "globalname",
        follows!(GlobalCluster.name, |d, _| Some(d.default_global_name())),
        Cluster, Regions, "Global Database identifier";

    /// What the writer runs on, on average while it is awake.
    WriterAcu: Spec "usage.average_acu.writer", "wavg",
        optional!(Design.usage.writer_acu, |d, _| Some(d.default_average())),
        Usage, Capacity, "Typical, writer" in "ACU";
    /// What each reader runs on, on average while it is awake.
    ReadersAcu: Spec "usage.average_acu.readers", "ravg",
        optional!(Design.usage.readers_acu, |d, _| Some(d.default_average())),
        Usage, Capacity, "Typical, readers" in "ACU";
    /// What each instance of a secondary runs on, on average while it is awake.
    SecondariesAcu: Spec "usage.average_acu.secondaries", "savg", optional!(Design.usage.secondaries_acu),
        Usage, Usage last, "Typical, secondaries" in "ACU";
    /// Hours of a month in which somebody is connected; they count only where the cluster can pause.
    ActiveHoursPerMonth: Spec "usage.active_hours_per_month", "hours",
        optional!(Design.usage.active_hours_per_month, |d, _| Some(figures(d.environment).active_hours)),
        Usage, Usage, "Hours awake" in "h a month";
    /// Data in the volume.
    StorageGb: Spec "usage.storage_gb", "gb",
        optional!(Design.usage.storage_gb, |d, _| Some(figures(d.environment).storage_gb)),
        Usage, Usage, "Stored" in "GB";
    /// Reads and writes of storage.
    IoRequestsMillions: Spec "usage.io_requests_millions", "io",
        optional!(Design.usage.io_requests_millions, |d, _| Some(figures(d.environment).io_millions)),
        Usage, Usage, "I/O requests" in "M a month";
    /// Automated backups; as much as the volume holds is free.
    AutomatedBackupGb: Spec "usage.automated_backup_gb", "bgb", fixed!(Design.usage.automated_backup_gb),
        Usage, Usage, "Automated backups" in "GB";
    /// Snapshots taken by hand, outside the retention of backups.
    ManualSnapshotGb: Spec "usage.manual_snapshot_gb", "sgb", fixed!(Design.usage.manual_snapshot_gb),
        Usage, Usage, "Manual snapshots" in "GB";
    /// Writes that the primary sends to each secondary.
    ReplicatedWriteIoMillions: Spec "usage.replicated_write_io_millions", "rio",
        fixed!(Design.usage.replicated_write_io_millions), Usage, Usage last, "Replicated writes" in "M a month";
    /// Data that leaves the primary's Region for each secondary.
    CrossRegionTransferGb: Spec "usage.cross_region_transfer_gb", "xfer",
        fixed!(Design.usage.cross_region_transfer_gb),
        Usage, Usage last, "Sent to each secondary" in "GB a month";
    /// Logs that CloudWatch takes in.
    LogGb: Spec "usage.log_gb", "lgb", optional!(Design.usage.log_gb, |d, _| Some(figures(d.environment).log_gb)),
        Usage, Usage, "Logs written" in "GB a month";
    /// How often clients and the proxy read the secret.
    SecretCalls: Spec "usage.secret_calls", "calls",
        optional!(Design.usage.secret_calls, |d, _| Some(figures(d.environment).secret_calls)),
        Usage, Usage, "Calls for the secret" in "a month";
    /// Requests to the RDS Data API.
    DataApiMillions: Spec "usage.data_api_millions", "apim", fixed!(Design.usage.data_api_millions),
        Usage, Usage, "Data API requests" in "M a month";
    /// The most clients that are connected at once; compared with what the instances take.
    PeakConnections: Spec "usage.peak_connections", "conns", optional!(Design.usage.peak_connections),
        Usage, Usage last, "Connections at the peak" in "";
    /// What a commitment takes off the price of ACUs.
    SavingsPlanPercent: Spec "usage.savings_plan_percent", "sp", fixed!(Design.usage.savings_plan_percent),
        Usage, Usage last, "Database Savings Plan" in "%";
    /// The load that the simulation plays; a measured one stays in the browser.
    LoadPreset: Spec "usage.load.preset", "curve", optional!(Design.usage.load.preset),
        Usage, Usage last, "Load" of options::words_or_unsaid::<crate::design::LoadPreset>;
    /// What the load wants at its quietest.
    LoadBase: Spec "usage.load.base_acu", "cbase",
        optional!(Design.usage.load.base_acu, |d, _| Some(d.default_load_base())),
        Usage, Usage last, "Load at the base" in "ACU";
    /// What the load wants at its peak.
    LoadPeak: Spec "usage.load.peak_acu", "cpeak",
        optional!(Design.usage.load.peak_acu, |d, _| Some(d.default_load_peak())),
        Usage, Usage last, "Load at the peak" in "ACU";
    /// How fast instances scale; new clusters get the newest platform.
    PlatformVersion: Spec "usage.platform_version", "platform", fixed!(Design.usage.platform_version),
        Usage, Usage last, "Platform version" of options::platform_versions;

    /// A finding that is answered, with the reason.
    Suppress(Listed): Spec "suppress", "suppress", &families::Suppressions, Design, Design, "Suppression";
}
