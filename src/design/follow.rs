//! What follows from the design where nothing was chosen: names, versions, ports, usage. The defaults of the spec.

use enumset::EnumSet;

use crate::facts::engines::{AURORA_MYSQL, AURORA_POSTGRESQL, EngineVersion};
use crate::facts::{Acu, Decimal};

use super::{
    Cidr, Credentials, Design, Engine, EngineFamily, Environment, LoadPreset, LogExport, Member, Network,
    Secondary, Vpc, Zone, ordered,
};

impl Engine {
    /// Every version of the engine, ascending.
    pub const fn versions(self) -> &'static [EngineVersion] {
        match self {
            Self::AuroraPostgresql => AURORA_POSTGRESQL,
            Self::AuroraMysql => AURORA_MYSQL,
        }
    }

    /// The version a new design starts with: the newest LTS (ENG-18).
    pub const fn recommended_version(self) -> &'static str {
        match self {
            Self::AuroraPostgresql => "17.7",
            Self::AuroraMysql => "8.0.mysql_aurora.3.10.6",
        }
    }

    /// Default port (NET-01).
    pub const fn default_port(self) -> u32 {
        match self {
            Self::AuroraPostgresql => 5432,
            Self::AuroraMysql => 3306,
        }
    }

    /// Default master user (USR-03, USR-06).
    pub const fn default_master_username(self) -> &'static str {
        match self {
            Self::AuroraPostgresql => "postgres",
            Self::AuroraMysql => "admin",
        }
    }

    /// The parameter by which the server refuses connections without TLS (TLS-02).
    pub const fn tls_parameter(self) -> &'static str {
        match self {
            Self::AuroraPostgresql => "rds.force_ssl",
            Self::AuroraMysql => "require_secure_transport",
        }
    }

    /// The proxy's family (PRX-01).
    pub const fn family(self) -> EngineFamily {
        match self {
            Self::AuroraPostgresql => EngineFamily::Postgresql,
            Self::AuroraMysql => EngineFamily::Mysql,
        }
    }

    /// Logs exported by default.
    pub fn default_log_exports(self) -> EnumSet<LogExport> {
        match self {
            Self::AuroraPostgresql => LogExport::Postgresql.into(),
            Self::AuroraMysql => LogExport::Audit | LogExport::Error | LogExport::Slowquery,
        }
    }

    /// Whether it writes that log (LOG-01).
    pub fn writes(self, log: LogExport) -> bool {
        match log {
            LogExport::Instance | LogExport::IamDbAuthError => true,
            LogExport::Postgresql => self == Self::AuroraPostgresql,
            LogExport::Audit | LogExport::Error | LogExport::General | LogExport::Slowquery => {
                self == Self::AuroraMysql
            }
        }
    }

    /// `PostgreSQL` or `MySQL`, as people say it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AuroraPostgresql => "PostgreSQL",
            Self::AuroraMysql => "MySQL",
        }
    }
}

/// Usage figures by environment.
pub(super) struct Figures {
    pub(super) active_hours: Decimal,
    pub(super) storage_gb: Decimal,
    pub(super) io_millions: Decimal,
    pub(super) log_gb: Decimal,
    pub(super) secret_calls: Decimal,
}

pub(super) const fn figures(environment: Environment) -> Figures {
    let (active_hours, storage_gb, io_millions, log_gb, secret_calls) = match environment {
        Environment::Production => (730, 100, 100, 10, 10_000),
        Environment::Staging => (730, 50, 20, 2, 10_000),
        Environment::Development => (160, 20, 1, 1, 1000),
    };
    Figures {
        active_hours: Decimal::whole(active_hours),
        storage_gb: Decimal::whole(storage_gb),
        io_millions: Decimal::whole(io_millions),
        log_gb: Decimal::whole(log_gb),
        secret_calls: Decimal::whole(secret_calls),
    }
}

/// The smallest running capacity of a range: its minimum, but at least 0.5 ACU.
fn low(min: Acu) -> Acu {
    min.max(Acu::HALF)
}

/// Average of a range where none was given: a quarter of the way up, on the half step, inside the range.
fn quarter(min: Acu, max: Acu) -> Decimal {
    let low = low(min);
    let span = max.as_halves().saturating_sub(low.as_halves());
    Acu::halves(low.as_halves().saturating_add(span.div_ceil(4))).min(max.max(low)).as_decimal()
}

impl Design {
    /// Cluster identifier.
    pub fn cluster_name(&self) -> String {
        self.cluster.name.clone().unwrap_or_else(|| self.default_cluster_name())
    }

    pub(super) fn default_cluster_name(&self) -> String {
        format!("{}-cluster", self.project_name)
    }

    /// Name of the proxy, whether or not there is one.
    pub fn proxy_name(&self) -> String {
        self.proxy.as_ref().and_then(|proxy| proxy.name.clone()).unwrap_or_else(|| self.default_proxy_name())
    }

    pub(super) fn default_proxy_name(&self) -> String {
        format!("{}-proxy", self.project_name)
    }

    /// Identifier of the Global Database, whether or not there is one.
    pub fn global_name(&self) -> String {
        self.global
            .as_ref()
            .and_then(|global| global.name.clone())
            .unwrap_or_else(|| self.default_global_name())
    }

    pub(super) fn default_global_name(&self) -> String {
        format!("{}-global", self.project_name)
    }

    /// Short name of an instance, as it ends its identifier: `writer`, `reader-1` (NAM-11).
    pub fn instance_key(index: usize) -> String {
        if index == 0 { "writer".to_owned() } else { format!("reader-{index}") }
    }

    /// Identifier of an instance, writer first (NAM-11).
    pub fn instance_name(&self, index: usize) -> String {
        format!("{}-{}", self.cluster_name(), Self::instance_key(index))
    }

    /// Engine version as it goes into the files.
    pub fn engine_version(&self) -> &str {
        self.cluster.engine_version.as_deref().unwrap_or(self.cluster.engine.recommended_version())
    }

    /// What the table knows of the version; `None` for one it does not hold (ENG-24) and for prefixes (ENG-19).
    pub fn version_facts(&self) -> Option<&'static EngineVersion> {
        let version = self.engine_version();
        self.cluster.engine.versions().iter().find(|known| known.version == version)
    }

    /// The creatable serverless version that a prefix such as `17` or `8.0` stands for: AWS' own default, else the newest
    /// (ENG-17, ENG-19).
    pub fn prefixed_version(&self) -> Option<&'static EngineVersion> {
        let prefix = format!("{}.", self.engine_version());
        let fits = |known: &&EngineVersion| {
            known.version.starts_with(&prefix) && known.creatable && known.serverless_v2
        };
        let fitting = || self.cluster.engine.versions().iter().filter(fits);
        fitting().find(|known| known.is_aws_default()).or_else(|| fitting().next_back())
    }

    /// What the table knows of the version that AWS would run: the one written, or the one its prefix stands for (ENG-19).
    pub fn resolved_version(&self) -> Option<&'static EngineVersion> {
        self.version_facts().or_else(|| self.prefixed_version())
    }

    /// The version that the configuration names: a prefix stands for the one that AWS would choose (ENG-19).
    pub fn exported_version(&self) -> &str {
        self.resolved_version().map_or_else(|| self.engine_version(), |known| known.version)
    }

    /// Master user.
    pub fn master_username(&self) -> &str {
        self.cluster.master_username.as_deref().unwrap_or(self.cluster.engine.default_master_username())
    }

    /// TCP port.
    pub fn port(&self) -> u32 {
        self.cluster.port.unwrap_or(self.cluster.engine.default_port())
    }

    /// Idle seconds before a pause; none where the minimum is above 0 and nothing was chosen.
    pub fn seconds_until_auto_pause(&self) -> Option<u32> {
        self.cluster.seconds_until_auto_pause.or_else(|| self.default_auto_pause())
    }

    pub(super) fn default_auto_pause(&self) -> Option<u32> {
        (self.cluster.min_capacity == Acu::ZERO).then_some(300)
    }

    /// Whether an instance may go down to 0, in any Region: one idle time serves every member.
    pub fn may_pause(&self) -> bool {
        let secondaries = self.secondaries().iter().map(|it| self.secondary_min(it));
        secondaries.chain([self.cluster.min_capacity]).any(|min| min == Acu::ZERO)
    }

    /// Whether minor versions are upgraded by AWS (ENG-10b).
    pub fn auto_minor_version_upgrade(&self) -> bool {
        self.cluster.auto_minor_version_upgrade.unwrap_or_else(|| self.default_auto_minor())
    }

    pub(super) fn default_auto_minor(&self) -> bool {
        !self.resolved_version().is_some_and(|version| version.lts)
    }

    /// Logs exported to CloudWatch.
    pub fn log_exports(&self) -> EnumSet<LogExport> {
        self.cluster.log_exports.unwrap_or_else(|| self.cluster.engine.default_log_exports())
    }

    /// What a parameter that is a switch is set to: `1`, `on` or `true`, `0`, `off` or `false`, in any case; `None` where
    /// it is not set or no switch.
    pub fn switch(&self, name: &str) -> Option<bool> {
        let value = self.cluster.parameters.get(name)?;
        let is = |words: [&str; 3]| words.iter().any(|word| word.eq_ignore_ascii_case(value));
        match (is(["1", "on", "true"]), is(["0", "off", "false"])) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// Whether the configuration makes an IAM role: for Enhanced Monitoring, the proxy, AWS Backup, the flow logs of a VPC
    /// that it makes, or the function that rotates a secret.
    pub fn makes_roles(&self) -> bool {
        let cluster = &self.cluster;
        let rotates = cluster.credentials == Credentials::SecretsManager && cluster.rotation_days.is_some();
        cluster.enhanced_monitoring_seconds > 0
            || self.proxy.is_some()
            || cluster.aws_backup
            || rotates
            || self.networks().any(|network| network.vpc == Vpc::Create)
    }

    /// The network of the primary, then that of each secondary.
    fn networks(&self) -> impl Iterator<Item = &Network> {
        let secondaries = self.secondaries().iter().map(|it| &it.network);
        std::iter::once(&self.cluster.network).chain(secondaries)
    }

    /// Whether the configuration makes a log group: for the flow logs of a VPC that it makes, the proxy's or exported logs.
    pub fn keeps_logs(&self) -> bool {
        self.proxy.is_some()
            || !self.log_exports().is_empty()
            || self.networks().any(|network| network.vpc == Vpc::Create)
    }

    /// The proxy's engine family, whether or not there is a proxy.
    pub fn engine_family(&self) -> EngineFamily {
        self.proxy.as_ref().and_then(|proxy| proxy.engine_family).unwrap_or(self.cluster.engine.family())
    }

    /// The secondaries of the Global Database; empty where there is none.
    pub fn secondaries(&self) -> &[Secondary] {
        self.global.as_ref().map_or(&[], |global| global.secondaries.as_slice())
    }

    /// Smallest capacity of a secondary's instances.
    pub fn secondary_min(&self, secondary: &Secondary) -> Acu {
        secondary.min_capacity.unwrap_or(self.cluster.min_capacity)
    }

    /// Largest capacity of a secondary's instances.
    pub fn secondary_max(&self, secondary: &Secondary) -> Acu {
        secondary.max_capacity.unwrap_or(self.cluster.max_capacity)
    }

    /// Range of the primary's created VPC.
    pub fn cidr(&self) -> Cidr {
        self.cluster.network.cidr.unwrap_or(Cidr::DEFAULT)
    }

    /// Range of a secondary's created VPC: chosen, or the next free /16 after the primary's.
    pub fn secondary_cidr(&self, index: usize) -> Cidr {
        let chosen = self.secondaries().get(index).and_then(|secondary| secondary.network.cidr);
        chosen.unwrap_or_else(|| self.default_secondary_cidr(index))
    }

    /// Makes the ranges that follow for the secondaries behind one their own choice, so that they stay when it goes: a VPC in
    /// use can't change its range.
    pub(super) fn pin_ranges_after(&mut self, index: usize) {
        let ranges: Vec<Cidr> =
            (0..self.secondaries().len()).map(|place| self.secondary_cidr(place)).collect();
        let secondaries = self.global.iter_mut().flat_map(|global| &mut global.secondaries);
        for (secondary, range) in secondaries.zip(ranges).skip(index + 1) {
            if secondary.network.vpc == Vpc::Create {
                secondary.network.cidr = secondary.network.cidr.or(Some(range));
            }
        }
    }

    /// What follows where a secondary chose no range; its own choice plays no part in it.
    pub(super) fn default_secondary_cidr(&self, index: usize) -> Cidr {
        let primary = self.cidr();
        let others = self.secondaries().iter().enumerate().filter(|(other, _)| *other != index);
        let taken: Vec<Cidr> = std::iter::once(primary)
            .chain(others.filter_map(|(_, secondary)| secondary.network.cidr))
            .collect();
        let free = |block: &Cidr| !taken.iter().any(|other| other.overlaps(*block));
        let open = self.secondaries().iter().take(index).filter(|secondary| secondary.network.cidr.is_none());
        let place = open.count();
        (0..=256).map(|nth| primary.next_16(nth)).filter(free).nth(place).unwrap_or(primary.next_16(0))
    }

    /// How many zones the created VPC of a member has subnets in.
    pub fn count_of_subnet_zones(&self, member: Member) -> usize {
        match member {
            Member::Primary => self.subnet_zones().len(),
            Member::Secondary(index) => {
                self.secondaries().get(index).map_or(0, |it| Zone::all(it.region.zones).take(3).count())
            }
        }
    }

    /// Zones in which the primary's created VPC has subnets: the Region's first three, or where instances are, two at least.
    pub fn subnet_zones(&self) -> Vec<Zone> {
        let mut zones = self.zones_in_use();
        Zone::all(self.region.zones).take(3).for_each(|zone| ordered::put(&mut zones, zone));
        zones
    }

    /// Zones that have an instance of the primary, in order, each once.
    pub fn zones_in_use(&self) -> Vec<Zone> {
        let mut zones = Vec::new();
        self.zones().into_iter().for_each(|zone| ordered::put(&mut zones, zone));
        zones
    }

    /// Average ACU of the writer while awake, as given or a quarter of the way up; not yet held inside the range.
    pub fn writer_acu(&self) -> Decimal {
        self.usage.writer_acu.unwrap_or_else(|| self.default_average())
    }

    /// Average ACU of each reader while awake.
    pub fn readers_acu(&self) -> Decimal {
        self.usage.readers_acu.unwrap_or_else(|| self.default_average())
    }

    /// What the load wants at its quietest where nobody said: the least running capacity.
    pub(super) fn default_load_base(&self) -> Acu {
        self.cluster.min_capacity.max(Acu::HALF)
    }

    /// What the load wants at its peak where nobody said: the maximum, which then is just enough.
    pub(super) fn default_load_peak(&self) -> Acu {
        self.cluster.max_capacity.max(self.default_load_base())
    }

    /// The shape, base and peak of the load that is simulated; `None` where no shape was chosen.
    pub fn load(&self) -> Option<(LoadPreset, Acu, Acu)> {
        let load = &self.usage.load;
        let base = load.base_acu.unwrap_or_else(|| self.default_load_base());
        let peak = load.peak_acu.unwrap_or_else(|| self.default_load_peak());
        load.preset.map(|preset| (preset, base, peak))
    }

    pub(super) fn default_average(&self) -> Decimal {
        quarter(self.cluster.min_capacity, self.cluster.max_capacity)
    }

    /// Average ACU of a secondary's instances.
    pub fn secondary_acu(&self, secondary: &Secondary) -> Decimal {
        self.usage.secondaries_acu.unwrap_or_else(|| self.default_secondary_average(secondary))
    }

    pub(super) fn default_secondary_average(&self, secondary: &Secondary) -> Decimal {
        quarter(self.secondary_min(secondary), self.secondary_max(secondary))
    }

    /// The same design, its assumed averages and hours written down as they are in force, so that a change of the range
    /// changes no guess with it. The averages of secondaries that differ can't be written down and follow on.
    #[must_use]
    pub fn with_use_held(&self) -> Self {
        let mut held = self.clone();
        let low = self.cluster.min_capacity.max(Acu::HALF).as_decimal();
        let high = self.cluster.max_capacity.as_decimal().max(low);
        held.usage.writer_acu = Some(self.writer_acu().clamp(low, high));
        held.usage.readers_acu = Some(self.readers_acu().clamp(low, high));
        held.usage.active_hours_per_month = Some(self.active_hours_per_month());
        let mut others = self.secondaries().iter().map(|secondary| self.secondary_acu(secondary));
        if let Some(first) = others.next().filter(|first| others.all(|other| other == *first)) {
            held.usage.secondaries_acu = Some(first);
        }
        held
    }

    /// Hours awake a month.
    pub fn active_hours_per_month(&self) -> Decimal {
        self.usage.active_hours_per_month.unwrap_or(figures(self.environment).active_hours)
    }

    /// Volume in GiB.
    pub fn storage_gb(&self) -> Decimal {
        self.usage.storage_gb.unwrap_or(figures(self.environment).storage_gb)
    }

    /// Storage requests in millions a month.
    pub fn io_requests_millions(&self) -> Decimal {
        self.usage.io_requests_millions.unwrap_or(figures(self.environment).io_millions)
    }

    /// Logs in GB a month.
    pub fn log_gb(&self) -> Decimal {
        self.usage.log_gb.unwrap_or(figures(self.environment).log_gb)
    }

    /// Calls for the secret a month.
    pub fn secret_calls(&self) -> Decimal {
        self.usage.secret_calls.unwrap_or(figures(self.environment).secret_calls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::regions::{EU_WEST_1, US_WEST_2};

    #[test]
    fn a_quarter_of_the_way_up_is_rounded_up_to_the_half_step() {
        let typical = |min, max| quarter(Acu::halves(min), Acu::halves(max)).to_string();
        assert_eq!(typical(4, 32), "5.5");
        assert_eq!(typical(1, 32), "4.5");
        assert_eq!(typical(0, 2), "1");
        assert_eq!(typical(4, 4), "2");
        assert_eq!(typical(8, 2), "4");
    }

    #[test]
    fn secondaries_get_the_next_free_ranges() {
        let mut design = Design::default();
        let mut first = Secondary::in_region(&EU_WEST_1);
        first.network.cidr = Cidr::parse("10.1.0.0/16").ok();
        design.global = Some(GlobalClusterWith(vec![first, Secondary::in_region(&US_WEST_2)]).into());
        assert_eq!(design.secondary_cidr(0).to_string(), "10.1.0.0/16");
        assert_eq!(design.secondary_cidr(1).to_string(), "10.2.0.0/16");
        let normal = design.clone().normalized();
        assert_eq!(normal.secondaries()[0].network.cidr, None);
        assert_eq!(normal.secondary_cidr(0), design.secondary_cidr(0));
        assert_eq!(normal.secondary_cidr(1), design.secondary_cidr(1));
    }

    struct GlobalClusterWith(Vec<Secondary>);

    impl From<GlobalClusterWith> for super::super::GlobalCluster {
        fn from(with: GlobalClusterWith) -> Self {
            Self { secondaries: with.0, ..Self::default() }
        }
    }
}
