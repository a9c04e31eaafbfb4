//! What the user chose: one immutable value that knows no screen, and every way to change it.
//!
//! `None` means "not chosen": the value then follows from the rest of the design ([`Design::port`] and its siblings say
//! how). [`Design::normalized`] turns a choice that equals what would follow anyway back into `None`, so that equal
//! designs are equal values, equal files and equal links.

use std::collections::BTreeMap;

mod edit;
mod follow;
mod names;
mod normal;
mod offer;
pub(crate) mod ordered;
mod part;
pub mod presets;
pub mod read;
mod settings;
mod spread;
pub mod values;
pub mod words;

use enumset::EnumSet;
use litemap::LiteMap;

use crate::facts::prices::PriceField;
use crate::facts::regions::{Region, US_EAST_1};
use crate::facts::{Acu, Day, Decimal};

pub use edit::Edit;
pub use names::{instance_at_start, instance_name, instance_within};
pub use part::{Member, Part, Positions};
pub use settings::{Choice, Control, Field, Group, Home, Kind, Setting, Shape, Written};
pub use spread::spread;
pub use values::{Cidr, DailyWindow, KmsKey, ValueError, WeeklyWindow, Zone};
pub use words::*;

/// Everything a spec or a link can say. Every value of this type has findings, a bill, a diagram and files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Design {
    /// Prefix of every derived name; kept as typed, judged by NAM-10.
    pub project_name: String,
    /// The primary's Region.
    pub region: &'static Region,
    /// What it is for.
    pub environment: Environment,
    /// What connects to it.
    pub clients: EnumSet<Client>,
    /// The user's tags.
    pub tags: BTreeMap<String, String>,
    /// The most a typical month may cost, in USD.
    pub budget_monthly_usd: Option<Decimal>,
    /// What the fit verdict asks about.
    pub traits: Traits,
    /// The user's own prices for the Region, in USD per the field's unit.
    pub prices: LiteMap<PriceField, Decimal>,
    /// The cluster.
    pub cluster: Cluster,
    /// RDS Proxy, if there is one.
    pub proxy: Option<Proxy>,
    /// The Global Database, if there is one.
    pub global: Option<GlobalCluster>,
    /// What the bill assumes.
    pub usage: Usage,
    /// Findings the user has answered.
    pub suppress: Vec<Suppression>,
}

/// Answers that feed the fit verdict only.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Traits {
    /// How the load varies.
    pub variability: Option<Variability>,
    /// Hours without any load, 0–24 a day.
    pub idle_hours_per_day: Option<Decimal>,
    /// Whether the first query may wait.
    pub first_query: Option<FirstQuery>,
    /// Whether cost comes before speed.
    pub cost_first: Option<bool>,
}

/// The Aurora cluster and its instances.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cluster {
    /// The resource's id in the spec.
    pub id: String,
    /// Cluster identifier; `<project_name>-cluster` unless chosen (NAM-01).
    pub name: Option<String>,
    /// Engine.
    pub engine: Engine,
    /// Version as typed; the engine's recommended one unless chosen (ENG-18).
    pub engine_version: Option<String>,
    /// First database (NAM-08).
    pub database_name: String,
    /// Master user; `postgres` or `admin` unless chosen (USR-01…07).
    pub master_username: Option<String>,
    /// TCP port; the engine's own unless chosen (NET-01).
    pub port: Option<u32>,
    /// Smallest capacity of each instance (ACU-03).
    pub min_capacity: Acu,
    /// Largest capacity of each instance (ACU-04).
    pub max_capacity: Acu,
    /// Idle seconds before a pause; 300 where the minimum is 0 unless chosen (ACU-14).
    pub seconds_until_auto_pause: Option<u32>,
    /// The one writer (LIM-06).
    pub writer: Instance,
    /// Readers, 0 to 15 (LIM-01).
    pub readers: Vec<Instance>,
    /// Who keeps the master password.
    pub credentials: Credentials,
    /// Days between rotations of an own secret (SEC-11).
    pub rotation_days: Option<u32>,
    /// IAM database authentication (API-02).
    pub iam_database_authentication: bool,
    /// RDS Data API (API-01).
    pub data_api: bool,
    /// `storage_encrypted` (BAK-09).
    pub encryption: bool,
    /// Key for storage, secret, insights and logs.
    pub kms_key: KmsKey,
    /// Storage billing (STO-01).
    pub storage_type: StorageType,
    /// Days of automated backups (BAK-01).
    pub backup_retention: u32,
    /// Daily backup window (BAK-02).
    pub backup_window: DailyWindow,
    /// Weekly maintenance window (BAK-03).
    pub maintenance_window: WeeklyWindow,
    /// Hours of Backtrack, 0 for none (BAK-10).
    pub backtrack_hours: u32,
    /// AWS Backup plan (BAK-12).
    pub aws_backup: bool,
    /// Deletion protection (BAK-05).
    pub deletion_protection: bool,
    /// Final snapshot at destroy (BAK-06).
    pub final_snapshot: bool,
    /// Public addresses (NET-05).
    pub publicly_accessible: bool,
    /// Automatic minor upgrades; on, but off on an LTS version, unless chosen (ENG-10).
    pub auto_minor_version_upgrade: Option<bool>,
    /// Logs exported; the engine's usual ones unless chosen (LOG-01).
    pub log_exports: Option<EnumSet<LogExport>>,
    /// Days logs are kept, 0 for ever (LOG-02).
    pub log_retention_days: u32,
    /// Performance Insights and Database Insights.
    pub performance_insights: PerformanceInsights,
    /// Enhanced Monitoring interval in seconds, 0 for off (MON-04).
    pub enhanced_monitoring_seconds: u32,
    /// Whether the server refuses clear text (TLS-02).
    pub force_tls: bool,
    /// The user's cluster parameters.
    pub parameters: BTreeMap<String, String>,
    /// CloudWatch alarms.
    pub alarms: Alarms,
    /// Network.
    pub network: Network,
}

/// One `db.serverless` instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instance {
    /// Zone letter; spread over the Region's first three zones unless chosen.
    pub availability_zone: Option<Zone>,
    /// Failover order, 0–15; 0 and 1 scale with the writer (ACU-38, ACU-42).
    pub promotion_tier: u32,
}

impl Instance {
    /// In the given tier, in the zone used least.
    pub const fn in_tier(promotion_tier: u32) -> Self {
        Self { availability_zone: None, promotion_tier }
    }
}

/// Performance Insights and its CloudWatch successor (MON-01, MON-02).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PerformanceInsights {
    /// On or off.
    pub enabled: bool,
    /// Database Insights mode.
    pub mode: InsightsMode,
    /// Days of history (MON-01).
    pub retention_days: u32,
}

/// CloudWatch alarms (CW-03).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alarms {
    /// On or off.
    pub enabled: bool,
    /// Who gets the mail (REF-01).
    pub notify_email: Option<String>,
    /// Whether a dashboard is made too.
    pub dashboard: bool,
}

/// Where a member of the cluster lives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Network {
    /// Make a VPC or use one.
    pub vpc: Vpc,
    /// Range of a created VPC; `10.0.0.0/16`, for secondaries the next free /16, unless chosen (NET-09…13).
    pub cidr: Option<Cidr>,
    /// Existing VPC (REF-06).
    pub vpc_id: Option<String>,
    /// Its subnets (NET-15).
    pub subnet_ids: Vec<String>,
    /// Who may connect; none means every IPv4 range of the VPC (NET-08).
    pub client_security_group_ids: Vec<String>,
    /// Services that a created VPC reaches by an endpoint of its own (NET-17).
    pub interface_endpoints: EnumSet<InterfaceEndpoint>,
}

/// RDS Proxy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proxy {
    /// The resource's id in the spec.
    pub id: String,
    /// Proxy name; `<project_name>-proxy` unless chosen (NAM-09).
    pub name: Option<String>,
    /// Engine family; the engine's unless chosen (PRX-01).
    pub engine_family: Option<EngineFamily>,
    /// Whether clients must use TLS.
    pub require_tls: bool,
    /// How it logs in to the cluster (PRX-05).
    pub auth_scheme: AuthScheme,
    /// Whether clients log in with IAM (PRX-03).
    pub iam_auth: IamAuth,
    /// How clients prove their password; AWS' default unless chosen (PRX-04).
    pub client_password_auth_type: Option<ClientPasswordAuthType>,
    /// Seconds an idle client stays connected (PRX-10).
    pub idle_client_timeout: u32,
    /// Seconds a client waits for a connection (PRX-11).
    pub connection_borrow_timeout: u32,
    /// Share of `max_connections` the proxy may use, in percent (PRX-12).
    pub max_connections_percent: u32,
    /// Share it keeps open while idle, in percent (PRX-13).
    pub max_idle_connections_percent: u32,
    /// What shall not pin a session (PRX-14).
    pub session_pinning_filters: EnumSet<PinningFilter>,
    /// A second endpoint that reaches readers only (PRX-17).
    pub read_only_endpoint: bool,
    /// Log SQL for 24 hours (PRX-26).
    pub debug_logging: bool,
}

/// Aurora Global Database.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GlobalCluster {
    /// The resource's id in the spec.
    pub id: String,
    /// Identifier; `<project_name>-global` unless chosen (NAM-04).
    pub name: Option<String>,
    /// Secondary Regions, up to 10 (GDB-01).
    pub secondaries: Vec<Secondary>,
}

/// A secondary cluster of the Global Database.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Secondary {
    /// Its Region.
    pub region: &'static Region,
    /// Its instances; 0 is headless (GDB-06).
    pub readers: u32,
    /// Write forwarding (GDB-09).
    pub write_forwarding: bool,
    /// Smallest capacity; the primary's unless chosen.
    pub min_capacity: Option<Acu>,
    /// Largest capacity; the primary's unless chosen.
    pub max_capacity: Option<Acu>,
    /// Network.
    pub network: Network,
    /// Key of its own Region (REF-04).
    pub kms_key: KmsKey,
}

/// What the bill assumes about use; `None` follows environment or capacity.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Usage {
    /// Average ACU of the writer while awake.
    pub writer_acu: Option<Decimal>,
    /// Average ACU of each reader while awake.
    pub readers_acu: Option<Decimal>,
    /// Average ACU of each secondary's instances while awake.
    pub secondaries_acu: Option<Decimal>,
    /// Hours awake a month, 0–730; counts only where the cluster can pause.
    pub active_hours_per_month: Option<Decimal>,
    /// Volume in GiB.
    pub storage_gb: Option<Decimal>,
    /// Storage requests in millions a month.
    pub io_requests_millions: Option<Decimal>,
    /// Automated backups in GiB.
    pub automated_backup_gb: Decimal,
    /// Manual snapshots outside the retention, in GiB.
    pub manual_snapshot_gb: Decimal,
    /// Replicated writes in millions a month, per secondary.
    pub replicated_write_io_millions: Decimal,
    /// Gigabytes sent to another Region a month, per secondary.
    pub cross_region_transfer_gb: Decimal,
    /// Logs in GB a month.
    pub log_gb: Option<Decimal>,
    /// Calls for the secret a month.
    pub secret_calls: Option<Decimal>,
    /// Data API requests in millions a month.
    pub data_api_millions: Decimal,
    /// Connections at the peak; feeds the connection budget.
    pub peak_connections: Option<u32>,
    /// Discount on ACUs in percent, 0–35.
    pub savings_plan_percent: Decimal,
    /// The load that is simulated.
    pub load: UsageLoad,
    /// The platform that is simulated.
    pub platform_version: PlatformVersion,
}

/// The load of a preset between two capacities.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UsageLoad {
    /// Its shape; nothing is simulated without one.
    pub preset: Option<LoadPreset>,
    /// What is wanted at its quietest.
    pub base_acu: Option<Acu>,
    /// What is wanted at its peak.
    pub peak_acu: Option<Acu>,
}

/// A finding the user has answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suppression {
    /// Rule id, `pause/proxy-keeps-awake`.
    pub rule: String,
    /// Why it is fine here.
    pub reason: String,
    /// The last day on which it stays quiet.
    pub until: Option<Day>,
}

impl Default for Design {
    /// The smallest sound cluster: a writer and a reader in two zones, PostgreSQL 17.7, 2 to 16 ACU, in `us-east-1`.
    fn default() -> Self {
        Self {
            project_name: "aurora".to_owned(),
            region: &US_EAST_1,
            environment: Environment::Production,
            clients: EnumSet::new(),
            tags: BTreeMap::new(),
            budget_monthly_usd: None,
            traits: Traits::default(),
            prices: LiteMap::new(),
            cluster: Cluster::default(),
            proxy: None,
            global: None,
            usage: Usage::default(),
            suppress: Vec::new(),
        }
    }
}

impl Default for Cluster {
    fn default() -> Self {
        Self {
            id: "aurora-cluster".to_owned(),
            name: None,
            engine: Engine::AuroraPostgresql,
            engine_version: None,
            database_name: "app".to_owned(),
            master_username: None,
            port: None,
            min_capacity: Acu::whole(2),
            max_capacity: Acu::whole(16),
            seconds_until_auto_pause: None,
            writer: Instance::in_tier(0),
            readers: vec![Instance::in_tier(1)],
            credentials: Credentials::Managed,
            rotation_days: None,
            iam_database_authentication: true,
            data_api: false,
            encryption: true,
            kms_key: KmsKey::Create,
            storage_type: StorageType::Aurora,
            backup_retention: 7,
            backup_window: DailyWindow { start: 180, end: 240 },
            maintenance_window: WeeklyWindow { start: 6 * 1440 + 240, end: 6 * 1440 + 300 },
            backtrack_hours: 0,
            aws_backup: false,
            deletion_protection: true,
            final_snapshot: true,
            publicly_accessible: false,
            auto_minor_version_upgrade: None,
            log_exports: None,
            log_retention_days: 365,
            performance_insights: PerformanceInsights {
                enabled: true,
                mode: InsightsMode::Standard,
                retention_days: 7,
            },
            enhanced_monitoring_seconds: 60,
            force_tls: true,
            parameters: BTreeMap::new(),
            alarms: Alarms { enabled: true, notify_email: None, dashboard: false },
            network: Network::default(),
        }
    }
}

impl Default for Network {
    fn default() -> Self {
        Self {
            vpc: Vpc::Create,
            cidr: None,
            vpc_id: None,
            subnet_ids: Vec::new(),
            client_security_group_ids: Vec::new(),
            interface_endpoints: EnumSet::new(),
        }
    }
}

impl Default for Proxy {
    fn default() -> Self {
        Self {
            id: "db-proxy".to_owned(),
            name: None,
            engine_family: None,
            require_tls: true,
            auth_scheme: AuthScheme::Secrets,
            iam_auth: IamAuth::Disabled,
            client_password_auth_type: None,
            idle_client_timeout: 1800,
            connection_borrow_timeout: 120,
            max_connections_percent: 100,
            max_idle_connections_percent: 50,
            session_pinning_filters: EnumSet::new(),
            read_only_endpoint: false,
            debug_logging: false,
        }
    }
}

impl Default for GlobalCluster {
    fn default() -> Self {
        Self { id: "global-cluster".to_owned(), name: None, secondaries: Vec::new() }
    }
}

impl Secondary {
    /// One reader in that Region, everything else as the primary.
    pub fn in_region(region: &'static Region) -> Self {
        Self {
            region,
            readers: 1,
            write_forwarding: false,
            min_capacity: None,
            max_capacity: None,
            network: Network::default(),
            kms_key: KmsKey::Create,
        }
    }
}
