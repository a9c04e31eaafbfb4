//! The table: for every setting what a change of it does, by direction, with a source a row. What has rooms of its own
//! (network, proxy, Global Database) stands beside.

use super::around::{global, network, proxy, secondary};
use super::change::Change;
use super::cluster::{credentials, engine_version, insights, logs, monitoring, parameter, range, rotation};
use super::sources as at;
use super::subnets::{blocked, remakes_proxy};
use super::verdict::{Row, Verdict};
use crate::design::{Design, Field, KmsKey, Member};

/// What the change of a setting does.
pub(super) fn row(field: &Field, change: &Change<'_>) -> Row {
    use Verdict::{DataLoss, Live, None, Outage, Refused, Window};
    let new = Row::new;
    match field {
        // Of the file.
        Field::ProjectName => new(
            DataLoss,
            "The subnet group carries this name and a cluster can't change its group, so the cluster is made anew even where its own name stays.",
            at::PROVIDER_SUBNETS,
        ),
        Field::Region => new(
            DataLoss,
            "Everything is destroyed here and made empty there; move by a Global Database or a snapshot's copy instead.",
            at::REGIONS,
        ),
        Field::Environment => new(Live, "Only a tag changes.", at::TAGGING),
        Field::Tag(_) => new(Live, "Many resources appear in the plan, nothing restarts.", at::TAGGING),
        Field::ClusterId | Field::ProxyId | Field::GlobalId => {
            new(None, "A name inside the design only.", at::TRIAL)
        }
        Field::Clients
        | Field::Budget
        | Field::Variability
        | Field::IdleHoursPerDay
        | Field::FirstQuery
        | Field::CostFirst
        | Field::Price(_)
        | Field::Suppress(_) => new(None, "Our own figures and notes; AWS sees nothing.", at::TRIAL),
        Field::WriterAcu
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
        | Field::PlatformVersion => new(None, "Feeds bill and simulation only.", at::TRIAL),
        // Of the cluster.
        Field::ClusterName => new(
            DataLoss,
            "AWS can rename a cluster, Terraform can't: it destroys it and makes an empty one. Rename it in the console, then adjust the state.",
            at::PROVIDER_CLUSTER,
        ),
        Field::Engine => new(
            DataLoss,
            "Another engine is another database; migrate with DMS or a dump.",
            at::PROVIDER_CLUSTER,
        ),
        Field::EngineVersion => engine_version(change),
        Field::DatabaseName => new(
            DataLoss,
            "It names only the first database; make a further one with SQL and leave this key.",
            at::PROVIDER_CLUSTER,
        ),
        Field::MasterUsername => new(
            DataLoss,
            "The master user can't be renamed; make another user with SQL.",
            at::PROVIDER_CLUSTER,
        ),
        Field::Port => new(
            Outage,
            "Every instance restarts during the apply, and clients must use the new port.",
            at::MODIFYING,
        ),
        Field::MinCapacity
        | Field::MaxCapacity
        | Field::SecondaryMinCapacity(_)
        | Field::SecondaryMaxCapacity(_) => range(field, change),
        Field::SecondsUntilAutoPause if !change.a.may_pause() && !change.b.may_pause() => {
            new(None, "With a minimum above 0 nothing pauses, and nothing of it is sent.", at::TRIAL)
        }
        Field::SecondsUntilAutoPause => new(Live, "Works at once.", at::CAPACITY),
        Field::Credentials => credentials(change),
        Field::RotationDays => rotation(change),
        Field::IamDatabaseAuthentication => new(
            Window,
            "Sign-in with IAM starts or ends in the window; until then the next plans show the change again.",
            at::IAM,
        ),
        Field::DataApi => {
            new(Live, "Off breaks whoever uses the Data API, the rest notices nothing.", at::DATA_API)
        }
        Field::Encryption => new(
            DataLoss,
            "Encryption is decided at birth: copy a snapshot under a key and restore it, don't apply this.",
            at::ENCRYPTION,
        )
        .and(key_left(change)),
        Field::KmsKey(Member::Primary) if !change.a.cluster.encryption && !change.b.cluster.encryption => {
            new(None, "Nothing uses the key.", at::TRIAL)
        }
        Field::KmsKey(Member::Primary) => new(
            DataLoss,
            "The key is fixed at birth; a cluster under another key is another cluster.",
            at::PROVIDER_CLUSTER,
        )
        .and(key_left(change)),
        Field::StorageType if change.to == "aurora" => new(
            Window,
            "No interruption; going to I/O-Optimized again is barred until its 30 days are over. When AWS does it is unconfirmed.",
            at::STORAGE,
        ),
        Field::StorageType => new(
            Window,
            "No interruption; the bill changes when AWS does it, and this way goes once in 30 days: refused if it was switched to it less than 30 days ago. When AWS does it is unconfirmed.",
            at::STORAGE,
        ),
        Field::BackupRetention if change.grows() => {
            new(Live, "Works at once; older restore points come with time.", at::MODIFYING)
        }
        Field::BackupRetention => {
            new(Live, "Fewer days: the older restore points are gone for good.", at::MODIFYING).forever()
        }
        Field::BackupWindow => new(Live, "The next backup follows it.", at::INSTANCE_SETTINGS),
        Field::MaintenanceWindow => new(
            Live,
            "Moves the time of everything that waits; a window that is open now starts it now.",
            at::MODIFYING,
        ),
        Field::BacktrackHours if change.is_postgresql() => {
            new(None, "Backtrack is MySQL's alone; nothing of it is exported.", at::TRIAL)
        }
        Field::BacktrackHours if change.from == "0" => new(
            Refused,
            "Backtrack is chosen at birth; clone or restore into a new cluster with it.",
            at::BACKTRACK,
        ),
        Field::BacktrackHours => {
            new(Live, "Works at once; off can't be switched on again on this cluster.", at::BACKTRACK)
                .forever_if(change.to == "0")
        }
        Field::AwsBackup if change.on() => new(Live, "The first copy comes at the next night.", at::TRIAL),
        Field::AwsBackup => new(
            Refused,
            "After the first night the vault holds copies and can't be deleted; delete them first, or leave it.",
            at::VAULT,
        ),
        Field::DeletionProtection => new(
            Live,
            "Works at once; it must be off, in an apply of its own, before one that removes or replaces the cluster.",
            at::DELETING,
        ),
        Field::FinalSnapshot => {
            new(None, "It counts at the destroy, with the value that was applied before.", at::TRIAL)
        }
        Field::PubliclyAccessible => new(
            Live,
            "The same endpoint, another address; off cuts clients outside the VPC.",
            at::INSTANCE_SETTINGS,
        ),
        Field::AutoMinorVersionUpgrade if change.on() => {
            new(Live, "AWS may upgrade in any window, with a short outage.", at::MODIFYING)
        }
        Field::AutoMinorVersionUpgrade => new(
            Live,
            "After AWS has upgraded raise engine_version to what runs, or the next plan wants to go back.",
            at::MODIFYING,
        ),
        Field::LogExports | Field::LogRetentionDays => logs(field, change),
        Field::InsightsEnabled | Field::InsightsMode | Field::InsightsRetentionDays => {
            insights(field, change)
        }
        Field::EnhancedMonitoringSeconds => new(Live, "Works at once.", at::INSTANCE_SETTINGS),
        Field::ForceTls if change.keeps_tls() => {
            new(None, "The parameter that is set by its name wins, and it stays as it is.", at::TRIAL)
        }
        Field::ForceTls => {
            new(Live, "On: clients without TLS fail at their next connection.", at::REQUIRE_SSL)
        }
        Field::Parameter(name) => parameter(name, change),
        Field::AlarmsEnabled | Field::NotifyEmail | Field::Dashboard => monitoring(field, change),
        // Of the instances.
        Field::Instances | Field::InstanceZone(_) => {
            blocked(change.a, change.b).unwrap_or_else(|| with_proxy(instance(field, change), change))
        }
        Field::InstanceTier(_) => {
            new(Live, "Tiers 0 and 1 keep a reader as large as the writer: the bill follows.", at::MODIFYING)
        }
        // Around the cluster.
        Field::Vpc(_)
        | Field::VpcId(_)
        | Field::Cidr(_)
        | Field::SubnetIds(_)
        | Field::ClientSecurityGroupIds(_)
        | Field::InterfaceEndpoints(_) => network(field, change),
        Field::Global | Field::GlobalName => global(field, change),
        Field::SecondaryRegion(_)
        | Field::SecondaryReaders(_)
        | Field::WriteForwarding(_)
        | Field::KmsKey(Member::Secondary(_)) => secondary(field, change),
        Field::Proxy
        | Field::ProxyName
        | Field::EngineFamily
        | Field::RequireTls
        | Field::AuthScheme
        | Field::IamAuth
        | Field::ClientPasswordAuthType
        | Field::IdleClientTimeout
        | Field::ConnectionBorrowTimeout
        | Field::MaxConnectionsPercent
        | Field::MaxIdleConnectionsPercent
        | Field::SessionPinningFilters
        | Field::ReadOnlyEndpoint
        | Field::DebugLogging => proxy(field, change),
    }
}

/// What is said of a key that the first design made and the second does not.
fn key_left(change: &Change<'_>) -> &'static str {
    let makes = |design: &Design| design.cluster.encryption && design.cluster.kms_key == KmsKey::Create;
    if makes(change.a) && !makes(change.b) {
        " The key that was made stays, out of Terraform's state; beside a log group that goes or gets another name the plan ends in a cycle, so apply that apart."
    } else {
        ""
    }
}

/// The same with what becomes of a proxy, whose subnets are those of the zones in use.
fn with_proxy(row: Row, change: &Change<'_>) -> Row {
    if !remakes_proxy(change) {
        return row;
    }
    let why = format!(
        "{} With the zone the proxy's subnets change: it is deleted and made again with its target; its host may change.",
        row.why
    );
    Row { verdict: row.verdict.max(Verdict::Resource), why, source: at::PROXY_SUBNETS, ..row }
}

/// An instance that comes, goes or moves.
fn instance(field: &Field, change: &Change<'_>) -> Row {
    use Verdict::{Instance, Live, Outage};
    let new = Row::new;
    match field {
        Field::Instances if change.from.is_empty() => new(
            Live,
            "Joins while the rest runs. A named zone can push readers without one elsewhere: those are changes of their own.",
            at::ADDING,
        ),
        Field::Instances => new(
            Instance,
            "The last reader goes and the others take the place before it, whichever line was deleted. Without any reader the reader endpoint leads to the writer.",
            at::DELETING,
        ),
        Field::InstanceZone(0) if change.moves_every_instance() => new(
            Outage,
            "The writer is deleted, then made in the other zone: nobody can connect for minutes. The data stays.",
            at::PROVIDER_INSTANCE,
        ),
        Field::InstanceZone(0) => new(
            Outage,
            "Aurora fails over to a reader, and the new writer comes back as a reader. Fail over by hand instead; zones need no change.",
            at::DELETING,
        ),
        _ => new(
            Instance,
            "Deleted, then made in the other zone; a reader short for minutes.",
            at::PROVIDER_INSTANCE,
        ),
    }
}
