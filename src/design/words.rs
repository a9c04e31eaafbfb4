//! The closed sets of words a design chooses from, spelt as AWS, Terraform or the spec spells them.

use std::fmt;

use enumset::EnumSetType;
use serde::{Deserialize, Serialize};

use super::values::ValueError;

/// A choice out of a closed set of words.
pub trait Word: Sized + Copy + PartialEq + 'static {
    /// Every word with its value, in the order people read them.
    const WORDS: &'static [(&'static str, Self)];

    /// What AWS or Terraform's provider prints in place of a word. It is read, never written.
    const PRINTED_BY_AWS: &'static [(&'static str, Self)] = &[];

    /// Whether the words are the two of a switch.
    const IS_SWITCH: bool = false;

    /// The value of a word.
    fn from_word(text: &str) -> Option<Self> {
        let mut all = Self::WORDS.iter().chain(Self::PRINTED_BY_AWS);
        all.find(|(word, _)| *word == text).map(|(_, value)| *value)
    }

    /// The word of a value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }
}

/// The database engine (ENG-01).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Engine {
    /// Aurora PostgreSQL.
    AuroraPostgresql,
    /// Aurora MySQL.
    AuroraMysql,
}

impl Word for Engine {
    const WORDS: &'static [(&'static str, Self)] =
        &[("aurora-postgresql", Self::AuroraPostgresql), ("aurora-mysql", Self::AuroraMysql)];
}

/// What the cluster is for; chooses usage figures and may move a finding between warning and note.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Environment {
    /// `development`.
    Development,
    /// `staging`.
    Staging,
    /// `production`.
    Production,
}

impl Word for Environment {
    const WORDS: &'static [(&'static str, Self)] =
        &[("development", Self::Development), ("staging", Self::Staging), ("production", Self::Production)];
}

/// What connects to the cluster.
#[derive(EnumSetType, PartialOrd, Ord, Debug)]
pub enum Client {
    /// AWS Lambda.
    Lambda,
    /// Amazon ECS.
    Ecs,
    /// Amazon EKS.
    Eks,
    /// Amazon EC2.
    Ec2,
}

impl Word for Client {
    const WORDS: &'static [(&'static str, Self)] =
        &[("lambda", Self::Lambda), ("ecs", Self::Ecs), ("eks", Self::Eks), ("ec2", Self::Ec2)];
}

/// How the load varies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Variability {
    /// Nearly flat.
    Steady,
    /// A daily wave.
    Daily,
    /// Short peaks.
    Spiky,
    /// Nobody knows.
    Unpredictable,
}

impl Word for Variability {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("steady", Self::Steady),
        ("daily", Self::Daily),
        ("spiky", Self::Spiky),
        ("unpredictable", Self::Unpredictable),
    ];
}

/// Whether the first query after idling may wait for a resume.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FirstQuery {
    /// About 15 seconds are fine.
    MayWait,
    /// It must be answered at once.
    Instant,
}

impl Word for FirstQuery {
    const WORDS: &'static [(&'static str, Self)] = &[("may_wait", Self::MayWait), ("instant", Self::Instant)];
}

/// A load as people know it, played minute by minute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LoadPreset {
    /// The peak on weekdays from 08:00 to 18:00, less at noon, the base at night and on weekends.
    OfficeHours,
    /// The peak from 02:00 to 03:30, a little by day.
    NightlyBatch,
    /// A low wave, and about six spikes of four minutes a day.
    SpikyApi,
    /// A wave by day that is lower from day to day and lowest on Sunday.
    Weekly,
    /// Twenty minutes in ninety on weekdays, nobody else.
    SleepingDev,
    /// One day: the peak at noon, halved every two hours.
    LaunchDay,
}

impl Word for LoadPreset {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("office_hours", Self::OfficeHours),
        ("nightly_batch", Self::NightlyBatch),
        ("spiky_api", Self::SpikyApi),
        ("weekly", Self::Weekly),
        ("sleeping_dev", Self::SleepingDev),
        ("launch_day", Self::LaunchDay),
    ];
}

/// The platform version that runs the instances; it decides how fast they scale (ACU-07). The default is the newest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum PlatformVersion {
    /// 1.
    V1,
    /// 2.
    V2,
    /// 3.
    V3,
    /// 4, which new clusters, restores and clones get.
    #[default]
    V4,
}

impl PlatformVersion {
    /// Reads `1` to `4`.
    ///
    /// # Errors
    /// For anything else; the nearest of them is offered.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        match text {
            "1" => Ok(Self::V1),
            "2" => Ok(Self::V2),
            "3" => Ok(Self::V3),
            "4" => Ok(Self::V4),
            _ => {
                let over = text.parse::<u32>().is_ok_and(|it| it > 4);
                let nearest = if over { "4" } else { "1" };
                Err(ValueError::expected("a platform version from 1 to 4").nearest(Some(nearest.to_owned())))
            }
        }
    }

    /// Every version, oldest first.
    pub const ALL: [Self; 4] = [Self::V1, Self::V2, Self::V3, Self::V4];
}

impl fmt::Display for PlatformVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::V1 => "1",
            Self::V2 => "2",
            Self::V3 => "3",
            Self::V4 => "4",
        })
    }
}

/// Who keeps the master password.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Credentials {
    /// RDS makes, keeps and rotates it (SEC-01).
    Managed,
    /// A secret of one's own (SEC-06).
    SecretsManager,
}

impl Word for Credentials {
    const WORDS: &'static [(&'static str, Self)] =
        &[("managed", Self::Managed), ("secrets_manager", Self::SecretsManager)];
}

/// How storage and I/O are billed (STO-01).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StorageType {
    /// Aurora Standard: I/O is billed per request.
    Aurora,
    /// Aurora I/O-Optimized: I/O is free, ACUs and storage cost more.
    AuroraIopt1,
}

impl Word for StorageType {
    const WORDS: &'static [(&'static str, Self)] =
        &[("aurora", Self::Aurora), ("aurora-iopt1", Self::AuroraIopt1)];
    // The API answers nothing for Aurora Standard, and the provider's state holds that.
    const PRINTED_BY_AWS: &'static [(&'static str, Self)] = &[("", Self::Aurora)];
}

/// A log that RDS can export to CloudWatch Logs (LOG-01).
#[derive(EnumSetType, PartialOrd, Ord, Debug)]
pub enum LogExport {
    /// MySQL audit log.
    Audit,
    /// MySQL error log.
    Error,
    /// MySQL general log.
    General,
    /// Failed IAM logins, both engines.
    IamDbAuthError,
    /// Instance log, both engines.
    Instance,
    /// PostgreSQL log.
    Postgresql,
    /// MySQL slow query log.
    Slowquery,
}

impl Word for LogExport {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("audit", Self::Audit),
        ("error", Self::Error),
        ("general", Self::General),
        ("iam-db-auth-error", Self::IamDbAuthError),
        ("instance", Self::Instance),
        ("postgresql", Self::Postgresql),
        ("slowquery", Self::Slowquery),
    ];
}

/// Mode of CloudWatch Database Insights (MON-02).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum InsightsMode {
    /// Free with 7 days.
    Standard,
    /// Billed per ACU-hour, needs 465 days.
    Advanced,
}

impl Word for InsightsMode {
    const WORDS: &'static [(&'static str, Self)] =
        &[("standard", Self::Standard), ("advanced", Self::Advanced)];
}

/// Whether the export makes a VPC or uses one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Vpc {
    /// Make one without an internet gateway.
    Create,
    /// Use `vpc_id` and `subnet_ids`.
    Existing,
}

impl Word for Vpc {
    const WORDS: &'static [(&'static str, Self)] = &[("create", Self::Create), ("existing", Self::Existing)];
}

/// A service of AWS that a VPC without a way out reaches by an interface endpoint (NET-17), as the endpoint's name ends.
#[derive(EnumSetType, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum InterfaceEndpoint {
    /// Secrets Manager.
    Secretsmanager,
    /// The RDS Data API.
    RdsData,
    /// KMS.
    Kms,
    /// CloudWatch Logs.
    Logs,
    /// CloudWatch.
    Monitoring,
}

impl Word for InterfaceEndpoint {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("secretsmanager", Self::Secretsmanager),
        ("rds-data", Self::RdsData),
        ("kms", Self::Kms),
        ("logs", Self::Logs),
        ("monitoring", Self::Monitoring),
    ];
}

/// Engine family of RDS Proxy (PRX-01).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EngineFamily {
    /// For aurora-postgresql.
    Postgresql,
    /// For aurora-mysql.
    Mysql,
}

impl Word for EngineFamily {
    const WORDS: &'static [(&'static str, Self)] =
        &[("POSTGRESQL", Self::Postgresql), ("MYSQL", Self::Mysql)];
}

/// How the proxy logs in to the cluster (PRX-05).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AuthScheme {
    /// With the secret.
    Secrets,
    /// With IAM, end to end, without a secret.
    IamAuth,
}

impl Word for AuthScheme {
    const WORDS: &'static [(&'static str, Self)] = &[("SECRETS", Self::Secrets), ("IAM_AUTH", Self::IamAuth)];
    // The API has no scheme by default where each secret has its own.
    const PRINTED_BY_AWS: &'static [(&'static str, Self)] = &[("NONE", Self::Secrets)];
}

/// Whether clients log in to the proxy with IAM (PRX-03).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum IamAuth {
    /// With user and password.
    Disabled,
    /// With IAM only.
    Required,
}

impl Word for IamAuth {
    const WORDS: &'static [(&'static str, Self)] =
        &[("DISABLED", Self::Disabled), ("REQUIRED", Self::Required)];
}

/// How clients prove their password to the proxy (PRX-04).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ClientPasswordAuthType {
    /// MySQL's default.
    MysqlCachingSha2Password,
    /// MySQL, weak.
    MysqlNativePassword,
    /// PostgreSQL's default.
    PostgresScramSha256,
    /// PostgreSQL, weak.
    PostgresMd5,
}

impl Word for ClientPasswordAuthType {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("MYSQL_CACHING_SHA2_PASSWORD", Self::MysqlCachingSha2Password),
        ("MYSQL_NATIVE_PASSWORD", Self::MysqlNativePassword),
        ("POSTGRES_SCRAM_SHA_256", Self::PostgresScramSha256),
        ("POSTGRES_MD5", Self::PostgresMd5),
    ];
}

/// A reason for which the proxy shall not pin a session (PRX-14).
#[derive(EnumSetType, PartialOrd, Ord, Debug)]
pub enum PinningFilter {
    /// `SET` statements, MySQL only.
    ExcludeVariableSets,
}

impl Word for PinningFilter {
    const WORDS: &'static [(&'static str, Self)] = &[("EXCLUDE_VARIABLE_SETS", Self::ExcludeVariableSets)];
}

impl Word for bool {
    const IS_SWITCH: Self = true;
    const WORDS: &'static [(&'static str, Self)] = &[("true", true), ("false", false)];
}
