//! What would lower the bill: changes that each can be made by themselves, with what they save and what they give up.
//!
//! The use stays as it is: the averages, hours and requests that the bill assumes are held while a change is priced, so
//! that a smaller range does not seem to save what only a smaller guess saves.

use crate::design::{
    Design, Edit, Engine, Environment, Field, InsightsMode, KmsKey, Member, StorageType, Word as _,
};
use crate::estimate::alternatives::{Class, Fit, LARGEST_PLAN, provisioned, storage_types};
use crate::estimate::{Band, Bill, LineId, Month, Usd, bill};
use crate::facts::limits::HOURS_PER_MONTH;
use crate::facts::{Acu, Day, Decimal};

use super::{Severity, check};

/// One change that costs less.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lowering {
    /// What kind of change it is; never given a second meaning.
    pub id: &'static str,
    /// What to do.
    pub title: String,
    /// What is lost by it.
    pub gives_up: String,
    /// Ids of the facts behind it; none where it is our own advice.
    pub facts: &'static [&'static str],
    /// The change; empty where a design can't say it, because it holds serverless instances alone.
    pub edits: Vec<Edit>,
    /// What each month costs less, in USD: a typical one, or else another and none more. Where a typical month costs
    /// less another may cost more, which is then below zero.
    pub saves: Band<Usd>,
    /// Whether every price behind it is known.
    pub complete: bool,
    /// Ids of the rules that warn of the design afterwards and do not today.
    pub raises: Vec<&'static str>,
}

/// Everything that lowers the bill, what saves most of a typical month first, of an idle one where that is equal. What
/// brings an error is left out.
pub fn lowered(design: &Design, today: Day) -> Vec<Lowering> {
    let held = design.with_use_held();
    let now = bill(&held, today);
    let found = check(&held, &now, today);
    let known = |id: &str, severity: Severity| {
        found.iter().filter(|it| it.rule.id == id && it.severity == severity).count()
    };
    let priced = |idea: Idea| {
        let changed = held.with_all(&idea.edits).ok()?;
        let then = bill(&changed, today);
        let saves = Band::by(|month| now.total(month).usd.minus(then.total(month).usd));
        let raises: Vec<_> = check(&changed, &then, today);
        let more = |severity: Severity| {
            let mut ids: Vec<&'static str> = raises
                .iter()
                .filter(|it| it.severity == severity)
                .map(|it| it.rule.id)
                .filter(|id| {
                    let count =
                        raises.iter().filter(|it| it.rule.id == *id && it.severity == severity).count();
                    count > known(id, severity)
                })
                .collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let nowhere_dearer = Month::ALL.iter().all(|month| saves.of(*month) >= Usd::ZERO);
        let elsewhere = saves.idle > Usd::ZERO || saves.ceiling > Usd::ZERO;
        let better = saves.typical > Usd::ZERO || (saves.typical == Usd::ZERO && nowhere_dearer && elsewhere);
        (better && more(Severity::Error).is_empty()).then(|| Lowering {
            id: idea.id,
            title: idea.title,
            gives_up: idea.gives_up,
            facts: idea.facts,
            edits: idea.edits,
            saves,
            complete: now.total(Month::Typical).complete && then.total(Month::Typical).complete,
            raises: more(Severity::Warning),
        })
    };
    let mut all: Vec<Lowering> = ideas(&held, &now, today).into_iter().filter_map(priced).collect();
    all.extend(other_instances(&held, &now, today));
    all.sort_by(|one, other| {
        let key = |it: &Lowering| (it.saves.typical, it.saves.idle, it.saves.ceiling);
        key(other).cmp(&key(one))
    });
    all
}

/// A change that may cost less.
struct Idea {
    id: &'static str,
    title: String,
    gives_up: String,
    facts: &'static [&'static str],
    edits: Vec<Edit>,
}

impl Idea {
    fn new(
        id: &'static str,
        title: impl Into<String>,
        gives_up: impl Into<String>,
        facts: &'static [&'static str],
        edits: impl Into<Vec<Edit>>,
    ) -> Self {
        Self { id, title: title.into(), gives_up: gives_up.into(), facts, edits: edits.into() }
    }
}

fn ideas(design: &Design, bill: &Bill, today: Day) -> Vec<Idea> {
    let mut all = readers(design);
    all.extend(range(design));
    all.extend(proxy(design));
    all.extend(regions(design));
    all.extend(watching(design));
    all.extend(keeping(design, today));
    all.extend(contracts(design, bill));
    all
}

fn readers(design: &Design) -> Vec<Idea> {
    let mut all = Vec::new();
    let tied: Vec<usize> = (1..)
        .zip(&design.cluster.readers)
        .filter(|(_, reader)| reader.promotion_tier < 2)
        .map(|(place, _)| place)
        .collect();
    let alone = |place: &usize| Edit::set(Field::InstanceTier(*place), 2);
    for place in &tied {
        all.push(Idea::new(
            "reader-tier",
            format!("Move reader {place} to tier 2"),
            "It no longer keeps the writer's size, so a failover to it begins small and grows.",
            &["ACU-38", "ACU-39", "ACU-36"],
            [alone(place)],
        ));
    }
    if tied.len() > 1 {
        all.push(Idea::new(
            "all-reader-tiers",
            "Move every reader to tier 2",
            "No reader keeps the writer's size, so any failover begins small and grows.",
            &["ACU-38", "ACU-39", "ACU-36"],
            tied.iter().map(alone).collect::<Vec<_>>(),
        ));
    }
    let last = design.cluster.readers.len();
    if last > 0 {
        let gives_up = if last == 1 {
            "Nothing stands by: a lost writer is made anew, which takes minutes instead of seconds."
        } else {
            "One instance less to read from and to fail over to."
        };
        let title = format!("Remove reader {last}");
        all.push(Idea::new("remove-reader", title, gives_up, &["ADV-04"], [Edit::RemoveReader(last)]));
    }
    all
}

/// Another minimum, with the averages that the bill assumes written down: they follow from the range otherwise.
fn minimum(design: &Design, to: Acu) -> Vec<Edit> {
    let mut edits = vec![Edit::set(Field::MinCapacity, to), Edit::set(Field::WriterAcu, design.writer_acu())];
    if !design.cluster.readers.is_empty() {
        edits.push(Edit::set(Field::ReadersAcu, design.readers_acu()));
    }
    edits
}

fn range(design: &Design) -> Vec<Idea> {
    let min = design.cluster.min_capacity;
    let awake = design.active_hours_per_month();
    let mut all = Vec::new();
    if min > Acu::HALF {
        all.push(Idea::new(
            "minimum-half",
            "Lower the minimum to 0.5 ACU",
            match design.cluster.engine {
                Engine::AuroraPostgresql => {
                    "After a quiet time the first climb is slow and the cache is small, and there are 2,000 connections at most."
                }
                Engine::AuroraMysql => "After a quiet time the first climb is slow and the cache is small.",
            },
            &["ACU-36", "ACU-31"],
            minimum(design, Acu::HALF),
        ));
    }
    if min > Acu::ZERO {
        let hours = if awake >= Decimal::whole(HOURS_PER_MONTH) {
            " The bill assumes load in every hour of the month: say the hours awake, and a typical month shows what the pauses save."
        } else {
            ""
        };
        all.push(Idea::new(
            "pause",
            "Lower the minimum to 0 ACU, which pauses",
            format!(
                "The first connection after a pause waits about 15 seconds, 30 or more after a day.{hours}"
            ),
            &["ACU-13", "ACU-22", "ACU-15"],
            minimum(design, Acu::ZERO),
        ));
    }
    all
}

fn proxy(design: &Design) -> Vec<Idea> {
    let Some(proxy) = &design.proxy else { return Vec::new() };
    let wakes =
        if design.cluster.min_capacity == Acu::ZERO { " Without it the cluster can pause." } else { "" };
    let mut all = vec![Idea::new(
        "remove-proxy",
        "Remove RDS Proxy",
        format!(
            "Clients open their connections to the instances themselves, and reconnect after a failover.{wakes}"
        ),
        &["PRX-25", "PRX-24"],
        [Edit::RemoveProxy],
    )];
    if proxy.read_only_endpoint {
        all.push(Idea::new(
            "proxy-endpoint",
            "Remove the proxy's read-only endpoint",
            "Reads reach the readers by the cluster's reader endpoint, without the proxy's pool.",
            &["NET-18"],
            [Edit::set(Field::ReadOnlyEndpoint, false)],
        ));
    }
    all
}

fn regions(design: &Design) -> Vec<Idea> {
    let mut all = Vec::new();
    for (place, secondary) in design.secondaries().iter().enumerate() {
        let region = secondary.region.code;
        if secondary.readers > 0 {
            all.push(Idea::new(
                "headless",
                format!("Keep only storage in {region}"),
                "Nobody reads there, and before it can take over an instance must be made.",
                &["GDB-06"],
                [Edit::set(Field::SecondaryReaders(place), 0)],
            ));
        }
        all.push(Idea::new(
            "remove-region",
            format!("Remove the secondary in {region}"),
            "No copy there: neither reads nearby nor a way out if the primary's Region is lost.",
            &["GDB-01"],
            [Edit::RemoveSecondary(place)],
        ));
    }
    all
}

fn watching(design: &Design) -> Vec<Idea> {
    let cluster = &design.cluster;
    let mut all = Vec::new();
    if cluster.performance_insights.mode == InsightsMode::Advanced {
        all.push(Idea::new(
            "insights-standard",
            "Database Insights in standard mode",
            "Queries and waits of the last 7 days only, no fleet view and no plans.",
            &["MON-02", "MON-03"],
            [
                Edit::set(Field::InsightsMode, InsightsMode::Standard.word()),
                Edit::Reset(Field::InsightsRetentionDays),
            ],
        ));
    }
    if cluster.log_retention_days == 0 || cluster.log_retention_days > 30 {
        all.push(Idea::new(
            "log-retention",
            "Keep logs for 30 days",
            "What happened earlier can't be looked up any more.",
            &["LOG-02", "LOG-04"],
            [Edit::set(Field::LogRetentionDays, 30)],
        ));
    }
    if cluster.alarms.dashboard {
        all.push(Idea::new(
            "dashboard",
            "No CloudWatch dashboard",
            "The figures are still there, but nobody has drawn them.",
            &[],
            [Edit::set(Field::Dashboard, false)],
        ));
    }
    all
}

fn keeping(design: &Design, today: Day) -> Vec<Idea> {
    let cluster = &design.cluster;
    let mut all = Vec::new();
    if storage_types(design, today).is_some_and(|it| it.cheaper() != cluster.storage_type) {
        let (title, gives_up, to) = match cluster.storage_type {
            StorageType::Aurora => (
                "Change to Aurora I/O-Optimized",
                "Capacity and storage cost more in a month of few requests; the way back is open, the next way here 30 days later.",
                StorageType::AuroraIopt1,
            ),
            StorageType::AuroraIopt1 => (
                "Change to Aurora Standard",
                "Each request is billed, so a month of many costs more; I/O-Optimized again only 30 days later.",
                StorageType::Aurora,
            ),
        };
        all.push(Idea::new(
            "storage-type",
            title,
            gives_up,
            &["STO-02"],
            [Edit::set(Field::StorageType, to.word())],
        ));
    }
    if cluster.backtrack_hours > 0 {
        all.push(Idea::new(
            "backtrack",
            "No Backtrack",
            "A mistake is undone by a restore into a new cluster, not by turning this one back; it can't be switched on again.",
            &["BAK-10"],
            [Edit::set(Field::BacktrackHours, 0)],
        ));
    }
    if cluster.backup_retention > 1 {
        all.push(Idea::new(
            "backup-retention",
            "Keep automated backups for 1 day",
            "A mistake must be noticed within that day.",
            &["BAK-01", "BAK-11"],
            [Edit::set(Field::BackupRetention, 1)],
        ));
    }
    if cluster.aws_backup {
        all.push(Idea::new(
            "aws-backup",
            "No AWS Backup",
            "No copy outside the cluster's own backups, and no vault lock.",
            &["BAK-12"],
            [Edit::set(Field::AwsBackup, false)],
        ));
    }
    if cluster.encryption && cluster.kms_key == KmsKey::Create {
        all.push(Idea::new(
            "aws-key",
            "Encrypt with AWS' own key",
            "No key policy of your own, and no snapshot shared with another account. A cluster that runs is replaced by it.",
            &["BAK-09"],
            [Edit::set(Field::KmsKey(Member::Primary), "aws_managed")],
        ));
    }
    if !design.cluster.network.interface_endpoints.is_empty() {
        all.push(Idea::new(
            "interface-endpoints",
            "No interface endpoints",
            "What runs in the VPC reaches those services only by a NAT gateway, which this design has not.",
            &["NET-17", "NET-18"],
            [Edit::set(Field::InterfaceEndpoints(Member::Primary), "")],
        ));
    }
    all
}

fn contracts(design: &Design, bill: &Bill) -> Vec<Idea> {
    let mut all = Vec::new();
    if design.usage.savings_plan_percent == Decimal::ZERO {
        all.push(Idea::new(
            "savings-plan",
            format!("Commit to a Database Savings Plan, up to {LARGEST_PLAN} %"),
            "A year's commitment, billed while the cluster is paused too; the exact rate is unconfirmed.",
            &["PRI-05"],
            [Edit::set(Field::SavingsPlanPercent, LARGEST_PLAN)],
        ));
    }
    if bill.lines.iter().any(|line| line.id == LineId::ExtendedSupport) {
        all.push(Idea::new(
            "extended-support",
            "Upgrade to a version in standard support",
            "A major upgrade: to be tried on a copy first, with some minutes without a database.",
            &["PRI-07"],
            [Edit::Reset(Field::EngineVersion)],
        ));
    }
    all
}

/// The cheapest provisioned class where it costs less: one that holds the maximum, else one that holds the typical month.
/// A design can't say it.
fn other_instances(design: &Design, bill: &Bill, today: Day) -> Option<Lowering> {
    let all = provisioned(design, today)?;
    let now = bill.total(Month::Typical).usd;
    // Classes that can be throttled are no match for a production load.
    let steady =
        |class: &&Class| design.environment != Environment::Production || !class.name.starts_with("db.t");
    let of = |fit: Fit| all.classes.iter().filter(steady).find(|it| it.fit == fit && it.on_demand < now);
    let class = of(Fit::Peak).or_else(|| of(Fit::Typical))?;
    let holds = match class.fit {
        Fit::Peak => "the maximum",
        Fit::Typical => "a typical month, not the maximum",
    };
    Some(Lowering {
        id: "provisioned",
        title: format!("Provisioned {} in place of serverless", class.name),
        gives_up: format!(
            "It has {} GiB of memory, which holds {holds}, never grows and never pauses. A design here holds serverless \
             instances alone, so this is no click.",
            class.memory_gib
        ),
        facts: &["PRI-03", "PRI-09"],
        edits: Vec::new(),
        saves: Band { idle: Usd::ZERO, typical: now.minus(class.on_demand), ceiling: Usd::ZERO },
        complete: all.complete && class.complete,
        raises: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Proxy;
    use crate::facts::catalog;
    use crate::facts::prices::PRICE_DATE;

    fn ids(design: &Design) -> Vec<&'static str> {
        lowered(design, PRICE_DATE).iter().map(|it| it.id).collect()
    }

    fn found(design: &Design, id: &str) -> Option<Lowering> {
        lowered(design, PRICE_DATE).into_iter().find(|it| it.id == id)
    }

    /// What the typical month costs less after a click, to the cent.
    fn clicked(design: &Design, lowering: &Lowering) -> Usd {
        let after = design.with_all(&lowering.edits).unwrap();
        let month = |design: &Design| bill(design, PRICE_DATE).total(Month::Typical).usd;
        month(design).minus(month(&after))
    }

    #[test]
    fn every_fact_behind_a_change_is_there() {
        let designs = crate::design::presets::PRESETS.iter().map(|preset| (preset.design)());
        for design in designs.chain([Design::default()]) {
            for it in lowered(&design, PRICE_DATE) {
                for id in it.facts {
                    assert!(catalog::find(id).is_some(), "{}: {id}", it.id);
                }
            }
        }
    }

    #[test]
    fn a_tied_reader_is_worth_what_it_is_billed_above_its_own_load() {
        let mut design = Design::default();
        design.usage.writer_acu = Some(Decimal::whole(8));
        design.usage.readers_acu = Some(Decimal::whole(2));
        let tier = found(&design, "reader-tier").unwrap();
        // 6 ACU for 730 hours at 0.12 USD.
        assert_eq!(tier.saves.typical.to_string(), "$525.60");
        assert_eq!(clicked(&design, &tier), tier.saves.typical);
        design.cluster.readers[0].promotion_tier = 2;
        assert_eq!(found(&design, "reader-tier"), None);
    }

    #[test]
    fn a_smaller_minimum_saves_what_it_saves_and_not_what_a_smaller_guess_would() {
        let design = Design::default();
        let half = found(&design, "minimum-half").unwrap();
        assert_eq!(half.saves.typical, Usd::ZERO);
        assert!(half.saves.idle > Usd::ZERO);
        assert_eq!(clicked(&design, &half), Usd::ZERO, "the averages stay when it is made");
        let mut low = design;
        low.cluster.min_capacity = Acu::HALF;
        assert_eq!(found(&low, "minimum-half"), None);
    }

    #[test]
    fn what_saves_most_stands_first_and_only_what_is_there_goes() {
        let plain = Design::default();
        assert!(!ids(&plain).contains(&"remove-proxy"));
        let with = Design { proxy: Some(Proxy::default()), ..plain };
        let all = lowered(&with, PRICE_DATE);
        assert!(all.iter().any(|it| it.id == "remove-proxy"));
        assert!(all.is_sorted_by(|one, next| one.saves.typical >= next.saves.typical));
    }

    #[test]
    fn a_change_that_brings_an_error_is_not_offered_and_one_that_brings_a_warning_says_so() {
        let mut design = Design::default();
        // AWS refuses a cluster of this version that pauses (ENG-08).
        design.cluster.engine_version = Some("14.6".to_owned());
        assert_eq!(found(&design, "pause"), None);
        let plan = found(&Design::default(), "savings-plan").unwrap();
        assert!(
            plan.saves.typical > Usd::ZERO && plan.saves.idle < Usd::ZERO,
            "it is paid while nobody works"
        );
        let alone = found(&Design::default(), "remove-reader").unwrap();
        assert_eq!(alone.raises, ["nodes/single-instance"]);
    }
}
