//! Which row of the table a change takes. The match names every setting, so that a new one has to say what its change
//! does.

use std::collections::BTreeSet;

use crate::design::{
    AuthScheme, Credentials, Design, Engine, Field, InsightsMode, Member, Network, StorageType, Vpc,
};
use crate::facts::Acu;
use crate::facts::limits::{POSTGRESQL_LOW_MINIMUM_CONNECTIONS, postgresql_connections};

use super::table::{self, Row};
use super::version;

/// One setting that differs: where it stands in each design, and what it says there.
pub(super) struct Step<'a> {
    /// The design that runs.
    pub(super) from: &'a Design,
    /// The design that is wanted.
    pub(super) to: &'a Design,
    /// The setting in the first.
    pub(super) old: &'a Field,
    /// The setting in the second; another one where a secondary has moved.
    pub(super) new: &'a Field,
}

/// The range of one member: minimum and maximum in each design.
struct Ranges {
    min: (Acu, Acu),
    max: (Acu, Acu),
}

impl Step<'_> {
    /// What the change does alone, or what blocks it.
    pub(super) fn row(&self) -> &'static Row {
        let (a, b) = (&self.from.cluster, &self.to.cluster);
        match self.new {
            Field::ProjectName => &table::PROJECT,
            Field::Region => &table::REGION,
            Field::Environment | Field::Tag(_) => &table::TAG,
            Field::ClusterId | Field::ProxyId | Field::GlobalId => &table::INNER_NAME,
            Field::Clients
            | Field::Budget
            | Field::Variability
            | Field::IdleHoursPerDay
            | Field::FirstQuery
            | Field::CostFirst
            | Field::Price(_)
            | Field::WriterAcu
            | Field::ReadersAcu
            | Field::SecondariesAcu
            | Field::ActiveHoursPerMonth
            | Field::StorageGb
            | Field::IoRequestsMillions
            | Field::AutomatedBackupGb
            | Field::ManualSnapshotGb
            | Field::ReplicatedWriteIoMillions
            | Field::CrossRegionTransferGb
            | Field::LogGb
            | Field::SecretCalls
            | Field::DataApiMillions
            | Field::PeakConnections
            | Field::SavingsPlanPercent
            | Field::LoadPreset
            | Field::LoadBase
            | Field::LoadPeak
            | Field::PlatformVersion
            | Field::Suppress(_) => &table::FIGURES,

            Field::ClusterName => &table::CLUSTER_NAME,
            Field::Engine => &table::ENGINE,
            Field::EngineVersion => version::row(self.from, self.to),
            Field::MinCapacity => self.minimum(&self.primary()),
            Field::MaxCapacity => self.maximum(&self.primary()),
            Field::SecondaryMinCapacity(_) => self.minimum(&self.secondary()),
            Field::SecondaryMaxCapacity(_) => self.maximum(&self.secondary()),
            Field::SecondsUntilAutoPause => &table::PAUSE_DELAY,
            // The count alone; a reader that comes or goes has its own rows.
            Field::Instances => self.count(self.from.instances().count(), self.to.instances().count()),
            Field::InstanceZone(0) if self.writer_moves_alone() => &table::WRITER_ZONE_ALONE,
            Field::InstanceZone(0) => &table::WRITER_ZONE,
            Field::InstanceZone(_) => &table::READER_ZONE,
            Field::InstanceTier(_) => &table::TIER,
            Field::DatabaseName => &table::DATABASE,
            Field::MasterUsername => &table::MASTER,
            Field::Port => &table::PORT,
            Field::Credentials if b.credentials == Credentials::Managed && self.to.global.is_some() => {
                &table::CREDENTIALS_GLOBAL
            }
            Field::Credentials => &table::CREDENTIALS,
            Field::RotationDays => match (rotation(self.from), rotation(self.to)) {
                (None, None) => &table::NOT_EXPORTED,
                (_, Some(_)) => &table::ROTATION,
                (Some(_), None) => &table::ROTATION_OFF,
            },
            Field::IamDatabaseAuthentication => &table::IAM,
            Field::DataApi => &table::DATA_API,
            Field::Encryption => &table::ENCRYPTION,
            Field::KmsKey(_) if !a.encryption && !b.encryption => &table::NOT_EXPORTED,
            Field::KmsKey(Member::Primary) => &table::KMS,
            Field::KmsKey(Member::Secondary(_)) => self.unless_protected(&table::SECONDARY_KEY),
            Field::StorageType if b.storage_type == StorageType::AuroraIopt1 => &table::STORAGE_OPTIMIZED,
            Field::StorageType => &table::STORAGE_STANDARD,
            Field::BackupRetention if b.backup_retention > a.backup_retention => &table::RETENTION_UP,
            Field::BackupRetention => &table::RETENTION_DOWN,
            Field::BackupWindow => &table::BACKUP_WINDOW,
            Field::MaintenanceWindow => &table::MAINTENANCE_WINDOW,
            Field::BacktrackHours => match (backtrack(self.from), backtrack(self.to)) {
                (0, 0) => &table::NOT_EXPORTED,
                (0, _) => &table::BACKTRACK_ON,
                (_, 0) => &table::BACKTRACK_OFF,
                _ => &table::BACKTRACK,
            },
            Field::AwsBackup => on_off(b.aws_backup, &table::AWS_BACKUP_ON, &table::AWS_BACKUP_OFF),
            Field::DeletionProtection => &table::PROTECTION,
            Field::FinalSnapshot => &table::FINAL_SNAPSHOT,
            Field::PubliclyAccessible => &table::PUBLIC,
            Field::AutoMinorVersionUpgrade => &table::AUTO_MINOR,
            Field::LogExports => {
                let (old, new) = (self.from.log_exports(), self.to.log_exports());
                on_off(new.is_superset(&old), &table::LOGS_MORE, &table::LOGS_FEWER)
            }
            Field::LogRetentionDays => {
                // 0 keeps them for ever.
                let days = |days: u32| if days == 0 { u32::MAX } else { days };
                let longer = days(b.log_retention_days) > days(a.log_retention_days);
                on_off(longer, &table::LOG_DAYS_UP, &table::LOG_DAYS_DOWN)
            }
            Field::InsightsEnabled
                if !b.performance_insights.enabled
                    && b.performance_insights.mode == InsightsMode::Advanced =>
            {
                &table::INSIGHTS_ADVANCED_OFF
            }
            Field::InsightsEnabled | Field::InsightsMode | Field::InsightsRetentionDays => &table::INSIGHTS,
            Field::EnhancedMonitoringSeconds => &table::MONITORING,
            Field::ForceTls => &table::FORCE_TLS,
            Field::Parameter(name) => {
                let own = |design: &Design| design.own_parameters().contains_key(name.as_str());
                on_off(own(self.from) && own(self.to), &table::PARAMETER_OWN, &table::PARAMETER)
            }
            Field::AlarmsEnabled => on_off(b.alarms.enabled, &table::ALARMS_ON, &table::ALARMS_OFF),
            Field::NotifyEmail => match (a.alarms.enabled || b.alarms.enabled, &a.alarms.notify_email) {
                (false, _) => &table::NOT_EXPORTED,
                (true, None) => &table::EMAIL_NEW,
                (true, Some(_)) => &table::EMAIL,
            },
            Field::Dashboard => on_off(b.alarms.dashboard, &table::DASHBOARD_ON, &table::DASHBOARD_OFF),

            Field::Vpc(_)
            | Field::VpcId(_)
            | Field::Cidr(_)
            | Field::SubnetIds(_)
            | Field::ClientSecurityGroupIds(_)
            | Field::InterfaceEndpoints(_) => self.network(),

            Field::Proxy => on_off(self.to.proxy.is_some(), &table::PROXY_ADDED, &table::PROXY_REMOVED),
            Field::ProxyName => &table::PROXY_NAME,
            Field::EngineFamily => &table::FAMILY,
            Field::IamAuth | Field::ClientPasswordAuthType if !self.proxy_has_secret() => {
                &table::NOT_EXPORTED
            }
            Field::ClientPasswordAuthType
                if self.to.proxy.as_ref().is_some_and(|it| it.client_password_auth_type.is_none()) =>
            {
                &table::PASSWORD_PROOF_GONE
            }
            Field::RequireTls
            | Field::AuthScheme
            | Field::IamAuth
            | Field::ClientPasswordAuthType
            | Field::IdleClientTimeout
            | Field::DebugLogging => &table::PROXY_SETTING,
            Field::ConnectionBorrowTimeout
            | Field::MaxConnectionsPercent
            | Field::MaxIdleConnectionsPercent
            | Field::SessionPinningFilters => &table::POOL,
            Field::ReadOnlyEndpoint => {
                let on = self.to.proxy.as_ref().is_some_and(|it| it.read_only_endpoint);
                on_off(on, &table::READ_ONLY_ON, &table::READ_ONLY_OFF)
            }

            Field::Global => on_off(self.to.global.is_some(), &table::GLOBAL_ADDED, &table::GLOBAL_REMOVED),
            Field::GlobalName => &table::GLOBAL_REMOVED,
            Field::SecondaryRegion(_) => self.unless_protected(&table::SECONDARY_REMOVED),
            Field::SecondaryReaders(new) => {
                let nodes = |design: &Design, index: usize| {
                    design.secondaries().get(index).map_or(0, |secondary| secondary.readers)
                };
                let old = if let Field::SecondaryReaders(old) = self.old { *old } else { *new };
                let more = nodes(self.to, *new) > nodes(self.from, old);
                on_off(more, &table::NODES_MORE, &table::NODES_FEWER)
            }
            Field::WriteForwarding(_) => &table::FORWARDING,
        }
    }

    fn count(&self, old: usize, new: usize) -> &'static Row {
        on_off(new > old, &table::READER_ADDED, &table::READER_REMOVED)
    }

    /// What removes or replaces a secondary; protected, it stays half-way.
    pub(super) fn unless_protected(&self, row: &'static Row) -> &'static Row {
        on_off(self.from.cluster.deletion_protection, &table::SECONDARY_PROTECTED, row)
    }

    /// Whether no reader stays in its place while the writer is made anew.
    fn writer_moves_alone(&self) -> bool {
        let (old, new) = (self.from.zones(), self.to.zones());
        !old.iter().zip(&new).skip(1).any(|(old, new)| old == new)
    }

    /// Whether the proxy logs in with a secret, before or after.
    fn proxy_has_secret(&self) -> bool {
        let reads = |design: &Design| {
            design.proxy.as_ref().is_some_and(|proxy| proxy.auth_scheme == AuthScheme::Secrets)
        };
        reads(self.from) || reads(self.to)
    }

    fn primary(&self) -> Ranges {
        let (a, b) = (&self.from.cluster, &self.to.cluster);
        Ranges { min: (a.min_capacity, b.min_capacity), max: (a.max_capacity, b.max_capacity) }
    }

    /// The range of the secondary that the setting belongs to; the primary's where there is none.
    fn secondary(&self) -> Ranges {
        let of = |design: &Design, field: &Field| {
            let index = match field {
                Field::SecondaryMinCapacity(index) | Field::SecondaryMaxCapacity(index) => *index,
                _ => 0,
            };
            let usual = (design.cluster.min_capacity, design.cluster.max_capacity);
            let secondary = design.secondaries().get(index);
            secondary.map_or(usual, |it| (design.secondary_min(it), design.secondary_max(it)))
        };
        let (old, new) = (of(self.from, self.old), of(self.to, self.new));
        Ranges { min: (old.0, new.0), max: (old.1, new.1) }
    }

    /// A maximum: `max_connections` and its like are static and follow it (ACU-30).
    fn maximum(&self, ranges: &Ranges) -> &'static Row {
        let (a, b) = (self.from, self.to);
        if b.cluster.engine == Engine::AuroraPostgresql {
            return &table::MAX;
        }
        let fixed = |design: &Design| design.cluster.parameters.get("max_connections").cloned();
        // From 192 ACU on the number of connections stays.
        let stays =
            fixed(a).is_some() && fixed(a) == fixed(b) || ranges.max.0.min(ranges.max.1) >= Acu::whole(192);
        on_off(stays, &table::RANGE, &table::MAX)
    }

    /// A minimum: on PostgreSQL 0 and 0.5 cap the connections (ACU-31).
    fn minimum(&self, ranges: &Ranges) -> &'static Row {
        let is_low = |min: Acu| min < Acu::whole(1);
        let capped = postgresql_connections(ranges.max.0) > POSTGRESQL_LOW_MINIMUM_CONNECTIONS;
        let moves = self.to.cluster.engine == Engine::AuroraPostgresql
            && is_low(ranges.min.0) != is_low(ranges.min.1)
            && capped;
        on_off(moves, &table::MIN_CAP, &table::RANGE)
    }

    fn network(&self) -> &'static Row {
        let (Some(old), Some(new)) = (network(self.from, self.old), network(self.to, self.new)) else {
            return &table::VPC;
        };
        let makes = |network: &Network| network.vpc == Vpc::Create;
        let moved = old.vpc != new.vpc || !makes(new) && old.vpc_id != new.vpc_id;
        match self.new {
            Field::Vpc(_) => &table::VPC,
            Field::VpcId(_) | Field::SubnetIds(_) if makes(old) && makes(new) => &table::NOT_EXPORTED,
            Field::Cidr(_) | Field::InterfaceEndpoints(_) if !makes(old) && !makes(new) => {
                &table::NOT_EXPORTED
            }
            Field::Cidr(_) if makes(old) && makes(new) => &table::CIDR,
            Field::SubnetIds(_) if !moved => self.subnets(old, new),
            Field::ClientSecurityGroupIds(_) => {
                let (old, new) = (set(&old.client_security_group_ids), set(&new.client_security_group_ids));
                match (old.is_empty() || new.is_empty(), new.is_superset(&old)) {
                    (true, _) => &table::GROUPS_ALL,
                    (false, more) => on_off(more, &table::GROUPS_MORE, &table::GROUPS_FEWER),
                }
            }
            Field::InterfaceEndpoints(_) => {
                let more = new.interface_endpoints.is_superset(&old.interface_endpoints);
                on_off(more, &table::ENDPOINTS_MORE, &table::ENDPOINTS_FEWER)
            }
            _ => &table::VPC,
        }
    }

    fn subnets(&self, old: &Network, new: &Network) -> &'static Row {
        if !set(&new.subnet_ids).is_superset(&set(&old.subnet_ids)) {
            return &table::SUBNETS_FEWER;
        }
        // The proxy stands in the primary's Region.
        let is_primary = matches!(self.new, Field::SubnetIds(Member::Primary));
        let proxied = is_primary && self.from.proxy.is_some() && self.to.proxy.is_some();
        on_off(proxied, &table::SUBNETS_PROXY, &table::SUBNETS_MORE)
    }
}

fn on_off(on: bool, yes: &'static Row, no: &'static Row) -> &'static Row {
    if on { yes } else { no }
}

/// Days between rotations, where the export rotates.
fn rotation(design: &Design) -> Option<u32> {
    design.cluster.rotation_days.filter(|_| design.cluster.credentials == Credentials::SecretsManager)
}

/// Hours of Backtrack, where the export has them.
fn backtrack(design: &Design) -> u32 {
    if design.cluster.engine == Engine::AuroraMysql { design.cluster.backtrack_hours } else { 0 }
}

fn set(items: &[String]) -> BTreeSet<&str> {
    items.iter().map(String::as_str).collect()
}

/// The network that a setting belongs to.
fn network<'d>(design: &'d Design, field: &Field) -> Option<&'d Network> {
    let member = match field {
        Field::Vpc(member)
        | Field::VpcId(member)
        | Field::Cidr(member)
        | Field::SubnetIds(member)
        | Field::ClientSecurityGroupIds(member)
        | Field::InterfaceEndpoints(member) => *member,
        _ => Member::Primary,
    };
    match member {
        Member::Primary => Some(&design.cluster.network),
        Member::Secondary(index) => design.secondaries().get(index).map(|it| &it.network),
    }
}
