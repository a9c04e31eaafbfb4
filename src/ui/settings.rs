//! Every setting as people meet it: label, unit, kind of control and a line of help, grouped as engineers think.

use crate::design::words::{
    AuthScheme, Client, ClientPasswordAuthType, Credentials, Engine, Environment, FirstQuery, IamAuth,
    InsightsMode, LogExport, PinningFilter, StorageType, Variability, Vpc, Word,
};
use crate::design::{Design, EngineFamily, Field, Member, Part};
use crate::estimate::{Bill, Pause, alarms, assumed, max_connections, pause};
use crate::facts::limits::{ENHANCED_MONITORING_SECONDS, LOG_RETENTION_DAYS};
use crate::facts::regions::REGIONS;

/// A group of the inspector.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Group {
    /// Name, Region, environment, clients, tags.
    Design,
    /// Engine and version.
    Engine,
    /// ACU range and pausing.
    Capacity,
    /// Writer and readers.
    Instances,
    /// VPC, subnets, port.
    Network,
    /// Users, secrets, IAM, Data API.
    Access,
    /// RDS Proxy.
    Proxy,
    /// Encryption, backups, deletion.
    Protection,
    /// Logs, insights, alarms.
    Observability,
    /// Secondary Regions.
    Regions,
    /// What the bill assumes.
    Usage,
}

impl Group {
    /// Id of the button that opens it in the inspector.
    pub fn head_id(self) -> String {
        format!("group-head-{self:?}").to_ascii_lowercase()
    }

    /// All groups, in the inspector's order.
    pub const ALL: [Self; 11] = [
        Self::Design,
        Self::Engine,
        Self::Capacity,
        Self::Instances,
        Self::Network,
        Self::Access,
        Self::Proxy,
        Self::Protection,
        Self::Observability,
        Self::Regions,
        Self::Usage,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Design => "Design",
            Self::Engine => "Engine",
            Self::Capacity => "Capacity",
            Self::Instances => "Instances",
            Self::Network => "Network",
            Self::Access => "Access",
            Self::Proxy => "Proxy",
            Self::Protection => "Protection",
            Self::Observability => "Observability",
            Self::Regions => "Regions",
            Self::Usage => "Usage and prices",
        }
    }

    /// The group that holds a part's settings.
    pub const fn of_part(part: Part) -> Self {
        match part {
            Part::Design | Part::Clients => Self::Design,
            Part::Vpc => Self::Network,
            Part::Cluster => Self::Capacity,
            Part::ReaderEndpoint | Part::Instance(_) => Self::Instances,
            Part::Proxy => Self::Proxy,
            Part::Storage | Part::Usage => Self::Usage,
            Part::Secret => Self::Access,
            Part::Kms | Part::Backups => Self::Protection,
            Part::Monitoring => Self::Observability,
            Part::Secondary(_) => Self::Regions,
        }
    }

    /// What the closed group says about the design.
    pub fn summary(self, design: &Design) -> String {
        let cluster = &design.cluster;
        match self {
            Self::Design => format!("{}, {}", design.region.code, design.environment.word()),
            Self::Engine => format!("{} {}", cluster.engine.label(), design.engine_version()),
            Self::Capacity => format!("{} to {} ACU", cluster.min_capacity, cluster.max_capacity),
            Self::Instances => match cluster.readers.len() {
                0 => "1 writer".to_owned(),
                1 => "1 writer, 1 reader".to_owned(),
                readers => format!("1 writer, {readers} readers"),
            },
            Self::Network if cluster.network.vpc == Vpc::Existing => "existing VPC".to_owned(),
            Self::Network => format!("new VPC, {}", design.cidr()),
            Self::Access => {
                let secret = match cluster.credentials {
                    Credentials::Managed => "managed secret",
                    Credentials::SecretsManager => "own secret",
                };
                format!("{secret}{}", if cluster.iam_database_authentication { ", IAM" } else { "" })
            }
            Self::Proxy => match &design.proxy {
                None => "off".to_owned(),
                Some(proxy) if proxy.read_only_endpoint => "on, read-only endpoint".to_owned(),
                Some(_) => "on".to_owned(),
            },
            Self::Protection => format!("backups {} days", cluster.backup_retention),
            Self::Observability => {
                format!("{} alarms, logs {} days", alarms(design).len(), cluster.log_retention_days)
            }
            Self::Regions => match design.secondaries().len() {
                0 => "one Region".to_owned(),
                1 => "1 secondary".to_owned(),
                secondaries => format!("{secondaries} secondaries"),
            },
            Self::Usage => format!("{} GB, {} M I/O", design.storage_gb(), design.io_requests_millions()),
        }
    }
}

/// The control that edits a setting.
#[derive(Clone, Copy)]
pub enum Control {
    /// Free text.
    Text,
    /// A number, with its unit.
    Number(&'static str),
    /// On or off.
    Switch,
    /// One word of a set: value and label.
    Choice(fn() -> Vec<(String, String)>),
    /// Any words of a set.
    Several(fn() -> Vec<(String, String)>),
}

/// One setting.
#[derive(Clone)]
pub struct Setting {
    /// What it edits.
    pub field: Field,
    /// Its label.
    pub label: &'static str,
    /// Its control.
    pub control: Control,
    /// What the value means for this design; empty where there is nothing to say.
    pub consequence: fn(&Design, &Bill) -> String,
}

fn setting(field: Field, label: &'static str, control: Control) -> Setting {
    Setting { field, label, control, consequence: |_, _| String::new() }
}

impl Setting {
    fn says(mut self, consequence: fn(&Design, &Bill) -> String) -> Self {
        self.consequence = consequence;
        self
    }
}

fn words<T: Word>() -> Vec<(String, String)> {
    T::WORDS.iter().map(|(word, _)| ((*word).to_owned(), (*word).to_owned())).collect()
}

fn optional_words<T: Word>() -> Vec<(String, String)> {
    std::iter::once((String::new(), "AWS' default".to_owned())).chain(words::<T>()).collect()
}

fn unanswered<T: Word>() -> Vec<(String, String)> {
    std::iter::once((String::new(), "not said".to_owned())).chain(words::<T>()).collect()
}

fn regions() -> Vec<(String, String)> {
    REGIONS
        .iter()
        .map(|region| (region.code.to_owned(), format!("{} · {}", region.code, region.place())))
        .collect()
}

fn numbers(values: &[u32], zero: &str) -> Vec<(String, String)> {
    let label = |value: &u32| if *value == 0 { zero.to_owned() } else { value.to_string() };
    values.iter().map(|value| (value.to_string(), label(value))).collect()
}

/// The settings of the capacity group, which the first screen shows; none for another group.
pub fn capacity(group: Group, _: &Design) -> Vec<Setting> {
    use Control::Number;
    if group != Group::Capacity {
        return Vec::new();
    }
    vec![
        setting(Field::MinCapacity, "Minimum", Number("ACU")),
        setting(Field::MaxCapacity, "Maximum", Number("ACU")).says(connections),
        setting(Field::WriterAcu, "Typical, writer", Number("ACU")),
        setting(Field::ReadersAcu, "Typical, readers", Number("ACU")),
        setting(Field::SecondsUntilAutoPause, "Pause after", Number("s")).says(pausing),
    ]
}

/// Every setting there is now, with its group and its name; those with an editor of their own too.
pub fn every_setting(design: &Design) -> Vec<(Group, String, Field)> {
    let mut all = Vec::new();
    for group in Group::ALL {
        all.extend(settings(group, design).into_iter().map(|it| (group, it.label.to_owned(), it.field)));
        match group {
            Group::Engine => all.push((group, "Version".to_owned(), Field::EngineVersion)),
            Group::Instances => {
                for index in 0..=design.cluster.readers.len() {
                    let name = if index == 0 { "writer".to_owned() } else { format!("reader {index}") };
                    all.push((group, format!("Zone of {name}"), Field::InstanceZone(index)));
                    all.push((group, format!("Tier of {name}"), Field::InstanceTier(index)));
                }
            }
            Group::Proxy => all.push((group, "RDS Proxy".to_owned(), Field::Proxy)),
            Group::Regions => {
                for (index, it) in design.secondaries().iter().enumerate() {
                    let of = |setting: Setting| {
                        (group, format!("{}, {}", setting.label, it.region.code), setting.field)
                    };
                    all.extend(secondary(index, design).into_iter().map(of));
                }
            }
            _ => {}
        }
    }
    all
}

/// The settings of a group that stand once; instances, Regions, tags and parameters have editors of their own.
#[rustfmt::skip]
pub fn settings(group: Group, design: &Design) -> Vec<Setting> {
    use Control::{Choice, Number, Several, Switch, Text};
    match group {
        Group::Design => vec![
            setting(Field::ProjectName, "Project name", Text).says(|d, _| format!("Cluster {}", d.cluster_name())),
            setting(Field::Region, "Region", Choice(regions)).says(|d, _| d.region.name.to_owned()),
            setting(Field::Environment, "Environment", Choice(words::<Environment>)),
            setting(Field::Clients, "Clients", Several(words::<Client>)),
            setting(Field::Budget, "Monthly budget", Number("USD")),
            setting(Field::Variability, "How the load varies", Choice(unanswered::<Variability>)),
            setting(Field::IdleHoursPerDay, "Hours without load a day", Number("h")),
            setting(Field::FirstQuery, "First query after idling", Choice(unanswered::<FirstQuery>)),
            setting(Field::CostFirst, "Cost comes first", Choice(unanswered::<bool>)),
            setting(Field::ClusterId, "Cluster id in the spec", Text),
            setting(Field::ClusterName, "Cluster identifier", Text),
        ],
        Group::Engine => vec![
            setting(Field::Engine, "Engine", Choice(words::<Engine>)),
            setting(Field::AutoMinorVersionUpgrade, "Automatic minor upgrades", Switch),
        ],
        Group::Capacity => capacity(group, design),
        Group::Instances => Vec::new(),
        Group::Regions if design.global.is_none() => Vec::new(),
        Group::Regions => vec![
            setting(Field::GlobalName, "Global Database identifier", Text),
            setting(Field::GlobalId, "Global Database id in the spec", Text),
        ],
        Group::Network => network(Member::Primary, design).into_iter().chain([
            setting(Field::Port, "Port", Number("TCP")),
            setting(Field::PubliclyAccessible, "Publicly accessible", Switch),
        ]).collect(),
        Group::Access => vec![
            setting(Field::DatabaseName, "Database name", Text),
            setting(Field::MasterUsername, "Master user", Text),
            setting(Field::Credentials, "Master password", Choice(words::<Credentials>)),
            setting(Field::RotationDays, "Rotation of an own secret", Number("days")),
            setting(Field::IamDatabaseAuthentication, "IAM database authentication", Switch),
            setting(Field::DataApi, "RDS Data API", Switch),
            setting(Field::ForceTls, "Server requires TLS", Switch),
        ],
        Group::Proxy if design.proxy.is_none() => Vec::new(),
        Group::Proxy => vec![
            setting(Field::ProxyName, "Proxy name", Text),
            setting(Field::ProxyId, "Proxy id in the spec", Text),
            setting(Field::EngineFamily, "Engine family", Choice(words::<EngineFamily>)),
            setting(Field::RequireTls, "Clients must use TLS", Switch),
            setting(Field::AuthScheme, "Proxy logs in with", Choice(words::<AuthScheme>)),
            setting(Field::IamAuth, "IAM for clients", Choice(words::<IamAuth>)),
            setting(Field::ClientPasswordAuthType, "Password proof", Choice(optional_words::<ClientPasswordAuthType>)),
            setting(Field::IdleClientTimeout, "Idle client timeout", Number("s")),
            setting(Field::ConnectionBorrowTimeout, "Wait for a connection", Number("s")),
            setting(Field::MaxConnectionsPercent, "Connections it may use", Number("%")),
            setting(Field::MaxIdleConnectionsPercent, "Idle connections it keeps", Number("%")),
            setting(Field::SessionPinningFilters, "Pinning filters", Several(words::<PinningFilter>)),
            setting(Field::ReadOnlyEndpoint, "Read-only endpoint", Switch),
            setting(Field::DebugLogging, "Debug logging", Switch),
        ],
        Group::Protection => vec![
            setting(Field::Encryption, "Encrypted with a key you see", Switch),
            setting(Field::KmsKey(Member::Primary), "KMS key", Text).says(|_, _| "create, aws_managed or a key's ARN".to_owned()),
            setting(Field::BackupRetention, "Backup retention", Number("days")),
            setting(Field::BackupWindow, "Backup window", Text).says(|_, _| "UTC".to_owned()),
            setting(Field::MaintenanceWindow, "Maintenance window", Text).says(|_, _| "UTC".to_owned()),
            setting(Field::BacktrackHours, "Backtrack", Number("h")),
            setting(Field::AwsBackup, "AWS Backup", Switch),
            setting(Field::DeletionProtection, "Deletion protection", Switch),
            setting(Field::FinalSnapshot, "Final snapshot", Switch),
        ],
        Group::Observability => vec![
            setting(Field::LogExports, "Logs exported", Several(words::<LogExport>)),
            setting(Field::LogRetentionDays, "Logs kept", Choice(|| numbers(LOG_RETENTION_DAYS, "for ever"))).says(|_, _| "days".to_owned()),
            setting(Field::InsightsEnabled, "Database Insights", Switch),
            setting(Field::InsightsMode, "Insights mode", Choice(words::<InsightsMode>)),
            setting(Field::InsightsRetentionDays, "Insights kept", Number("days")),
            setting(Field::EnhancedMonitoringSeconds, "Enhanced Monitoring", Choice(|| numbers(ENHANCED_MONITORING_SECONDS, "off"))).says(|_, _| "seconds".to_owned()),
            setting(Field::AlarmsEnabled, "Alarms", Switch).says(|d, _| format!("{} alarms", alarms(d).len())),
            setting(Field::NotifyEmail, "Alarm e-mail", Text),
            setting(Field::Dashboard, "Dashboard", Switch),
        ],
        Group::Usage => vec![
            setting(Field::StorageType, "Storage billing", Choice(words::<StorageType>)),
            setting(Field::StorageGb, "Stored", Number("GB")).says(|d, bill| takes(d, bill, &Field::StorageGb)),
            setting(Field::IoRequestsMillions, "I/O requests", Number("M a month")).says(|d, bill| takes(d, bill, &Field::IoRequestsMillions)),
            setting(Field::ActiveHoursPerMonth, "Hours awake", Number("h a month")).says(|d, bill| {
                if pause(d, 0).pauses() { takes(d, bill, &Field::ActiveHoursPerMonth) } else { "Counts only where the cluster can pause.".to_owned() }
            }),
            setting(Field::AutomatedBackupGb, "Automated backups", Number("GB")).says(|d, bill| takes(d, bill, &Field::AutomatedBackupGb)),
            setting(Field::ManualSnapshotGb, "Manual snapshots", Number("GB")).says(|d, bill| takes(d, bill, &Field::ManualSnapshotGb)),
            setting(Field::LogGb, "Logs written", Number("GB a month")).says(|d, bill| takes(d, bill, &Field::LogGb)),
            setting(Field::SecretCalls, "Calls for the secret", Number("a month")).says(|d, bill| takes(d, bill, &Field::SecretCalls)),
            setting(Field::DataApiMillions, "Data API requests", Number("M a month")).says(|d, bill| takes(d, bill, &Field::DataApiMillions)),
            setting(Field::ReplicatedWriteIoMillions, "Replicated writes", Number("M a month")).says(|d, bill| takes(d, bill, &Field::ReplicatedWriteIoMillions)),
            setting(Field::CrossRegionTransferGb, "Sent to each secondary", Number("GB a month")).says(|d, bill| takes(d, bill, &Field::CrossRegionTransferGb)),
            setting(Field::SecondariesAcu, "Typical, secondaries", Number("ACU")).says(|d, bill| takes(d, bill, &Field::SecondariesAcu)),
            setting(Field::PeakConnections, "Connections at the peak", Number("")).says(connections),
            setting(Field::SavingsPlanPercent, "Database Savings Plan", Number("%")),
        ],
    }
}

/// The network settings of a member; only those that its kind of VPC uses, and those that were chosen anyway.
pub fn network(member: Member, design: &Design) -> Vec<Setting> {
    let all = [
        setting(Field::Vpc(member), "VPC", Control::Choice(words::<Vpc>)),
        setting(Field::Cidr(member), "IPv4 range", Control::Text),
        setting(Field::VpcId(member), "VPC id", Control::Text),
        setting(Field::SubnetIds(member), "Subnet ids", Control::Text)
            .says(|_, _| "parted by commas".to_owned()),
        setting(Field::ClientSecurityGroupIds(member), "Client security groups", Control::Text)
            .says(|_, _| "parted by commas; none lets the VPC's own range in".to_owned()),
    ];
    let existing = Field::Vpc(member).text(design) == Vpc::Existing.word();
    all.into_iter()
        .filter(|setting| match setting.field {
            Field::Cidr(_) => !existing || setting.field.is_changed(design),
            Field::VpcId(_) | Field::SubnetIds(_) => existing || setting.field.is_changed(design),
            _ => true,
        })
        .collect()
}

/// The settings of a secondary.
pub fn secondary(index: usize, design: &Design) -> Vec<Setting> {
    let mut all = vec![
        setting(Field::SecondaryRegion(index), "Region", Control::Choice(regions)),
        setting(Field::SecondaryReaders(index), "Instances", Control::Number("")),
        setting(Field::SecondaryMinCapacity(index), "Minimum", Control::Number("ACU")),
        setting(Field::SecondaryMaxCapacity(index), "Maximum", Control::Number("ACU")),
        setting(Field::WriteForwarding(index), "Write forwarding", Control::Switch),
        setting(Field::KmsKey(Member::Secondary(index)), "KMS key", Control::Text),
    ];
    all.extend(network(Member::Secondary(index), design));
    all
}

/// What the bill takes where the user gives no figure.
fn takes(design: &Design, bill: &Bill, field: &Field) -> String {
    assumed(design, bill, field).map(|text| format!("{text}.")).unwrap_or_default()
}

fn connections(design: &Design, _: &Bill) -> String {
    let (table, capped) = max_connections(design);
    let grouped = |count: u32| crate::estimate::grouped(&count.to_string());
    let max = design.cluster.max_capacity;
    if capped < table {
        return format!(
            "{} connections at {max} ACU, capped at {} by the minimum.",
            grouped(table),
            grouped(capped)
        );
    }
    format!("{} connections at {max} ACU.", grouped(table))
}

fn pausing(design: &Design, _: &Bill) -> String {
    match pause(design, 0) {
        Pause::After(seconds) => {
            format!("Pauses after {} min without a connection; resumes in about 15 s.", seconds / 60)
        }
        Pause::Never(_) => String::new(),
    }
}
