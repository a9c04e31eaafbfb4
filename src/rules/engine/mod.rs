//! The engine: versions, their end, what they offer.

pub(super) mod data_api_unconfirmed;
pub(super) mod data_api_unsupported;
pub(super) mod ending_major;
pub(super) mod expiring_version;
pub(super) mod extended_support;
pub(super) mod foreign_parameter;
pub(super) mod malformed_version;
pub(super) mod nonexistent_version;
pub(super) mod retired_version;
pub(super) mod unknown_version;
pub(super) mod unoffered_version;
pub(super) mod upgrade_leaves_lts;
pub(super) mod version_prefix;
pub(super) mod version_without_serverless;

use crate::design::{Design, Edit, Engine, Field, StorageType};
use crate::estimate::{Bill, LineId, Month, Usd, better_version, bill};
use crate::facts::Day;
use crate::facts::engines::{EngineVersion, numbers};
use crate::facts::limits;

use super::members::{places, ranges};
use super::{Context, Finding};

/// A finding that offers another version.
trait Suggest {
    /// With the version as its remedy, where there is one.
    fn with_version(self, version: Option<&'static EngineVersion>) -> Self;
}

impl Suggest for Finding {
    fn with_version(self, version: Option<&'static EngineVersion>) -> Self {
        let Some(version) = version else { return self };
        let lts = if version.lts { ", a long-term version" } else { "" };
        let edit = Edit::set(Field::EngineVersion, version.version);
        self.fix(format!("Use {}{lts}", version.version), [edit])
    }
}

/// What Extended Support adds to a typical month of a bill, as the end of a sentence.
fn surcharge(bill: &Bill) -> String {
    let mut lines = bill.lines.iter().filter(|line| line.id == LineId::ExtendedSupport);
    let sum = lines.try_fold(Usd::ZERO, |sum, line| Some(sum.plus(line.monthly?.of(Month::Typical))));
    sum.map_or_else(|| "an amount that is not known here".to_owned(), |usd| format!("{usd} a typical month"))
}

/// What Extended Support will add after a major's end.
fn later_surcharge(context: &Context<'_>, end: Day) -> String {
    // Any day of the years in which its first price holds.
    surcharge(&bill(context.design, Day::new(end.year() + 1, 1, 1)))
}

/// The version of that name.
fn find(engine: Engine, version: &str) -> Option<&'static EngineVersion> {
    engine.versions().iter().find(|known| known.version == version)
}

/// Every known version that the text stands for: itself, or those it is a prefix of (ENG-19).
fn meant(design: &Design) -> Vec<&'static EngineVersion> {
    let typed = design.engine_version();
    let prefix = format!("{typed}.");
    let fits = |known: &&EngineVersion| known.version == typed || known.version.starts_with(&prefix);
    design.cluster.engine.versions().iter().filter(fits).collect()
}

/// A version to use in place of another (ENG-06), one that takes what the design asks of it.
pub(super) fn better(context: &Context<'_>, version: &str) -> Option<&'static EngineVersion> {
    let (design, engine) = (context.design, context.design.cluster.engine);
    let known = meant(design).last().copied().or(find(engine, version));
    let Some(known) = known else {
        return near(design, version).or(find(engine, engine.recommended_version()));
    };
    let places = places(design);
    let regions: Vec<_> = places.iter().map(|place| place.region).collect();
    better_version(engine, known, &regions, context.today, &|it| suits(design, it))
}

/// The first version of the same major, from a text's own number on, that can be made wherever the design is: what a slip
/// such as `3.4.0` for `3.04.0` meant.
fn near(design: &Design, typed: &str) -> Option<&'static EngineVersion> {
    let from = numbers(typed);
    let fits = |it: &&EngineVersion| {
        let offered = places(design).iter().all(|place| limits::offered(place.region.code, it.version));
        is_of_major(&from, it) && numbers(it.version) >= from && it.creatable && it.serverless_v2 && offered
    };
    design.cluster.engine.versions().iter().filter(|it| suits(design, it)).find(fits)
}

/// Whether numbers begin with a known version's major.
fn is_of_major(numbers_of: &[u32], known: &EngineVersion) -> bool {
    numbers_of.starts_with(&numbers(known.major))
}

/// Whether a version that is not known is of a major of which none runs on serverless instances (ENG-03).
fn is_of_provisioned_major(engine: Engine, typed: &str) -> bool {
    let typed = numbers(typed);
    let mut of_major = engine.versions().iter().filter(|it| is_of_major(&typed, it)).peekable();
    of_major.peek().is_some() && of_major.all(|it| !it.serverless_v2)
}

/// Whether AWS may have added a version that the table lacks: newer than the newest known of its major, of a newer major,
/// or a hotfix of one that can be made (ENG-24b). Any other never was or is gone (ENG-24).
fn may_be_new(engine: Engine, typed: &str) -> bool {
    let typed = numbers(typed);
    let known = engine.versions();
    let newest = |of: &dyn Fn(&EngineVersion) -> bool| {
        known.iter().filter(|it| of(it)).map(|it| numbers(it.version)).max()
    };
    let newer = match newest(&|it| is_of_major(&typed, it)) {
        Some(newest) => typed > newest,
        None => newest(&|_| true).is_none_or(|newest| typed > newest),
    };
    let hotfix = typed.split_last().is_some_and(|(_, base)| {
        known
            .iter()
            .any(|it| it.creatable && it.version.contains("mysql_aurora") && numbers(it.version) == base)
    });
    newer || hotfix
}

/// Whether a version takes what the design asks of it, so that changing to it raises no new error.
fn suits(design: &Design, version: &EngineVersion) -> bool {
    let cluster = &design.cluster;
    let range = ranges(design).iter().all(|it| it.min >= version.min_acu() && it.max <= version.max_acu());
    let storage = version.io_optimized != Some(false) || cluster.storage_type == StorageType::Aurora;
    let data_api = version.data_api != Some(false) || !cluster.data_api;
    let forwarding = cluster.engine == Engine::AuroraMysql
        || limits::postgresql_forwards_writes(version.version)
        || !design.secondaries().iter().any(|secondary| secondary.write_forwarding);
    range && storage && data_api && forwarding
}

/// Whether a text has the form of a version of the engine, or of the start of one (ENG-23).
fn well_formed(engine: Engine, version: &str) -> bool {
    let forms: &[&[&str]] = match engine {
        Engine::AuroraPostgresql => &[&["#", "#"]],
        Engine::AuroraMysql => &[
            &["8", "0", "mysql_aurora", "#", "#", "#", "#"],
            &["8", "4", "mysql_aurora", "8", "4", "#", "#"],
            &["5", "7", "mysql_aurora", "2", "#", "#", "#"],
        ],
    };
    let parts: Vec<&str> = version.split('.').collect();
    let number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = |part: &str, form: &str| if form == "#" { number(part) } else { part == form };
    forms.iter().any(|form| {
        parts.len() <= form.len() && parts.iter().zip(form.iter()).all(|(part, form)| fits(part, form))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{GlobalCluster, Secondary};
    use crate::facts::Acu;
    use crate::facts::regions::EU_WEST_1;
    use crate::rules::{check, examples};

    fn found(
        engine: Engine,
        version: &str,
        region: &'static crate::facts::regions::Region,
    ) -> Vec<(String, String)> {
        let design = examples::design(|it| {
            it.region = region;
            it.cluster.engine = engine;
            it.cluster.engine_version = Some(version.to_owned());
        });
        let today = crate::facts::FACTS_DATE;
        let bill = crate::estimate::bill(&design, today);
        let engine = check(&design, &bill, today).into_iter().filter(|it| it.rule.topic() == "engine");
        engine.map(|it| (it.rule.id.to_owned(), it.fix.map(|fix| fix.title).unwrap_or_default())).collect()
    }

    #[test]
    fn a_version_suits_what_takes_all_that_is_asked_of_it() {
        let whole = find(Engine::AuroraPostgresql, "17.7").unwrap();
        let asks = |change: fn(&mut Design)| examples::design(change);
        let plain = asks(|it| it.cluster.data_api = false);
        assert!(suits(&plain, whole));

        let pausing = asks(|it| it.cluster.min_capacity = Acu::ZERO);
        let waking = EngineVersion { zero_acu: false, ..*whole };
        assert!(suits(&pausing, whole) && suits(&plain, &waking) && !suits(&pausing, &waking));

        let large = asks(|it| it.cluster.max_capacity = Acu::halves(257));
        let small = EngineVersion { max_acu_256: false, ..*whole };
        assert!(suits(&large, whole) && suits(&plain, &small) && !suits(&large, &small));

        let optimized = asks(|it| it.cluster.storage_type = StorageType::AuroraIopt1);
        let standard = EngineVersion { io_optimized: Some(false), ..*whole };
        assert!(suits(&optimized, whole) && suits(&plain, &standard) && !suits(&optimized, &standard));

        let asked = asks(|it| it.cluster.data_api = true);
        let mute = EngineVersion { data_api: Some(false), ..*whole };
        assert!(suits(&asked, whole) && suits(&plain, &mute) && !suits(&asked, &mute));

        // What nobody has confirmed is no reason against a version.
        let unsure = EngineVersion { io_optimized: None, data_api: None, ..*whole };
        assert!(suits(&optimized, &unsure) && suits(&asked, &unsure));

        let secondary = |write_forwarding| {
            let one = Secondary { write_forwarding, ..Secondary::in_region(&EU_WEST_1) };
            let mut design = asks(|it| it.cluster.data_api = false);
            design.global = Some(GlobalCluster { secondaries: vec![one], ..GlobalCluster::default() });
            design
        };
        let local = EngineVersion { version: "14.8", ..*whole };
        let mut mysql = secondary(true);
        mysql.cluster.engine = Engine::AuroraMysql;
        assert!(suits(&secondary(true), whole) && suits(&secondary(false), &local) && suits(&mysql, &local));
        assert!(!suits(&secondary(true), &local));
    }

    #[test]
    fn a_version_has_the_form_of_its_engine() {
        for version in ["17", "17.7", "15.4"] {
            assert!(well_formed(Engine::AuroraPostgresql, version), "{version}");
            assert!(!well_formed(Engine::AuroraMysql, version), "{version}");
        }
        for version in [
            "8.0",
            "8.0.mysql_aurora.3",
            "8.0.mysql_aurora.3.04.0",
            "8.4.mysql_aurora.8.4.7",
            "5.7.mysql_aurora.2.11.1",
            "8.0.mysql_aurora.3.05.0.1",
        ] {
            assert!(well_formed(Engine::AuroraMysql, version), "{version}");
        }
        for version in ["", "17.", ".7", "17.7.1", "17.7-limitless", "latest", "8.0.mysql_aurora.3.04.0.1.1"]
        {
            assert!(!well_formed(Engine::AuroraPostgresql, version), "{version}");
        }
    }

    #[test]
    fn a_version_has_one_finding_and_the_nearest_remedy() {
        use Engine::{AuroraMysql as My, AuroraPostgresql as Pg};
        let here = &crate::facts::regions::US_EAST_1;
        let cases = [
            (Pg, "15.4", "engine/retired-version", "Use 15.10, a long-term version"),
            (Pg, "16.3", "engine/retired-version", "Use 16.8, a long-term version"),
            (Pg, "11.16", "engine/retired-version", "Use 17.7, a long-term version"),
            (Pg, "12.22", "engine/version-without-serverless", "Use 17.7, a long-term version"),
            (Pg, "12", "engine/version-without-serverless", "Use 17.7, a long-term version"),
            (Pg, "17.4", "engine/expiring-version", "Use 17.7, a long-term version"),
            (Pg, "17", "engine/version-prefix", "Write 17.7 out"),
            (Pg, "17.99", "engine/unknown-version", ""),
            (Pg, "13.23", "engine/extended-support", ""),
            (Pg, "8.0", "engine/nonexistent-version", "Use 17.7, a long-term version"),
            (Pg, "17.8", "engine/nonexistent-version", "Use 17.9"),
            (
                My,
                "8.0.mysql_aurora.3.4.0",
                "engine/nonexistent-version",
                "Use 8.0.mysql_aurora.3.04.0, a long-term version",
            ),
            (Pg, "latest", "engine/malformed-version", "Use 17.7, a long-term version"),
            (
                My,
                "8.0.mysql_aurora.3.05.2",
                "engine/retired-version",
                "Use 8.0.mysql_aurora.3.10.6, a long-term version",
            ),
            (
                My,
                "8.0.mysql_aurora.3.04.6",
                "engine/expiring-version",
                "Use 8.0.mysql_aurora.3.10.6, a long-term version",
            ),
            (
                My,
                "5.7.mysql_aurora.2.12.0",
                "engine/version-without-serverless",
                "Use 8.0.mysql_aurora.3.10.6, a long-term version",
            ),
            (My, "17.7", "engine/malformed-version", "Use 8.0.mysql_aurora.3.10.6, a long-term version"),
        ];
        for (engine, version, rule, title) in cases {
            assert_eq!(found(engine, version, here), [(rule.to_owned(), title.to_owned())], "{version}");
        }
        for version in ["17.7", "16.15", "18.6"] {
            assert_eq!(found(Pg, version, here), [], "{version}");
        }
    }

    #[test]
    fn the_nearest_better_version_is_offered_where_the_design_is() {
        let better = |version: &str, region: &'static crate::facts::regions::Region| {
            let design = examples::design(|it| {
                it.region = region;
                it.cluster.engine_version = Some(version.to_owned());
            });
            let today = crate::facts::FACTS_DATE;
            let found = crate::rules::better_version(&design, &bill(&design, today), today);
            found.map(|it| it.version)
        };
        let (here, late) = (&crate::facts::regions::US_EAST_1, &crate::facts::regions::AP_SOUTHEAST_6);
        assert_eq!(better("15.4", here), Some("15.10"));
        assert_eq!(better("15.4", late), Some("15.14"));
        assert_eq!(better("17.7", here), None);
        assert_eq!(better("nonsense", here), Some("17.7"));
    }

    #[test]
    fn the_remedy_is_offered_in_the_region() {
        let late = &crate::facts::regions::AP_SOUTHEAST_6;
        let found = found(Engine::AuroraPostgresql, "15.4", late);
        assert_eq!(found, [("engine/retired-version".to_owned(), "Use 15.14".to_owned())]);
    }
}
