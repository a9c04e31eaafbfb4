//! What a version is good for: the line that says so, the nearest better one, and those to choose from.

use crate::design::{Engine, Word as _};
use crate::facts::engines::EngineVersion;
use crate::facts::limits::offered;
use crate::facts::prices::{PriceField, RegionPrices, extended_support};
use crate::facts::regions::Region;
use crate::facts::{Acu, Day, Decimal};

/// How long before its date a minor version is reported, in days (ENG-14).
pub const EXPIRY_DAYS: i64 = 90;
/// How long before a major's end it is reported, in days: a major upgrade takes longer than a minor one.
pub const NOTICE_DAYS: i64 = 180;

/// A weakness of a version; a set of them is their sum.
type Flaws = u16;
const UNUSABLE: Flaws = 1;
const NO_PAUSE: Flaws = 2;
const SMALL_MAXIMUM: Flaws = 4;
const SMALL_VOLUME: Flaws = 8;
const NO_LTS: Flaws = 16;
const MINOR_ENDS: Flaws = 32;
const MAJOR_ENDS: Flaws = 64;

/// Everything there is to say of a version in a Region on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VersionLine {
    /// The version, in full.
    pub version: &'static EngineVersion,
    /// Whether it was named by its start (ENG-19).
    pub prefix: bool,
    /// Whether new serverless clusters can be made with it here (ENG-03…07).
    pub creatable: bool,
    /// Whether the Region offers it (ENG-07).
    pub offered: bool,
    /// Largest maximum (ACU-06).
    pub max_acu: Acu,
    /// Whether the minor's standard support has ended; `None` where its date is unconfirmed (ENG-14, ENG-15).
    pub minor_ended: Option<bool>,
    /// Whether Extended Support is charged (ENG-11, ENG-13).
    pub extended_support: bool,
    /// What Extended Support costs, or will cost from the major's end on, in USD per ACU-hour; `None` is unknown.
    pub surcharge: Option<Decimal>,
    /// The version we would take (ENG-18).
    pub recommended: bool,
}

/// What is known of a version, named in full or by its start; `None` for one that the table does not hold.
pub fn version_line(
    engine: Engine,
    version: &str,
    region: &'static Region,
    today: Day,
) -> Option<VersionLine> {
    let exact = engine.versions().iter().find(|known| known.version == version);
    let known = exact.or_else(|| of_prefix(engine, version))?;
    let offered = offered(region.code, known.version);
    let end = known.major_end_of_standard_support;
    let charged = extended_support(engine.word(), known.major, end, today);
    let price = charged.unwrap_or(PriceField::ExtendedSupportAcuHourYear12);
    Some(VersionLine {
        version: known,
        prefix: exact.is_none(),
        creatable: known.creatable && known.serverless_v2,
        offered,
        max_acu: known.max_acu(),
        minor_ended: known.end_of_standard_support.map(|day| today > day),
        extended_support: charged.is_some(),
        surcharge: RegionPrices::find(region.code)
            .and_then(|prices| prices.price(price))
            .map(|price| price.usd),
        recommended: known.version == engine.recommended_version(),
    })
}

/// The creatable serverless version that AWS is said to take for the prefix, else the newest, else the newest of any kind.
fn of_prefix(engine: Engine, prefix: &str) -> Option<&'static EngineVersion> {
    let begins =
        |it: &&EngineVersion| it.version.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('.'));
    let fitting = || engine.versions().iter().filter(begins);
    let usable = || fitting().filter(|it| it.creatable && it.serverless_v2);
    usable().find(|it| it.is_aws_default()).or_else(|| usable().next_back()).or_else(|| fitting().next_back())
}

impl VersionLine {
    /// The line as people read it, one fact after the other.
    pub fn says(&self) -> Vec<String> {
        let known = self.version;
        let mut facts = Vec::new();
        facts.push(match (self.creatable, self.offered) {
            (true, true) => "creatable here".to_owned(),
            (true, false) => "creatable, but not in this Region".to_owned(),
            (false, _) if known.creatable => "creatable on provisioned instances only".to_owned(),
            (false, _) => "not creatable any more".to_owned(),
        });
        if known.serverless_v2 {
            let low = if known.zero_acu { "0 ACU (can pause)" } else { "0.5 ACU (cannot pause)" };
            facts.push(format!("{low} to {} ACU", self.max_acu));
        }
        facts.push(match known.max_storage_tib {
            Some(tib) => format!("volume up to {tib} TiB"),
            None => "largest volume unconfirmed".to_owned(),
        });
        if known.lts {
            facts.push("long-term support".to_owned());
        }
        facts.extend(self.support());
        if self.recommended {
            facts.push("the version we recommend".to_owned());
        }
        facts
    }

    /// When its support ends and what comes then, of the minor and of the major (ENG-11…15).
    pub fn support(&self) -> Vec<String> {
        let known = self.version;
        let mut facts = Vec::new();
        facts.push(match (known.end_of_standard_support, self.minor_ended) {
            (Some(day), Some(true)) => format!("standard support of the minor ended on {day}"),
            (Some(day), _) => format!("standard support of the minor ends on {day}"),
            (None, _) => "end of the minor's standard support unconfirmed".to_owned(),
        });
        if let Some(day) = known.major_end_of_standard_support {
            let price = match self.surcharge {
                Some(usd) => format!("${usd} an ACU-hour"),
                None => "an unknown price".to_owned(),
            };
            facts.push(if self.extended_support {
                format!("{} is in Extended Support since {day}, at {price}", known.major)
            } else {
                format!("{} leaves standard support on {day}; then Extended Support at {price}", known.major)
            });
        }
        facts
    }
}

fn flaws(version: &EngineVersion, regions: &[&Region], today: Day) -> Flaws {
    let within = |day: Option<Day>, days: i64| day.is_some_and(|day| today.days_until(day) <= days);
    let offered = regions.iter().all(|region| offered(region.code, version.version));
    let flaw = |has: bool, flaw: Flaws| if has { flaw } else { 0 };
    flaw(!(version.creatable && version.serverless_v2 && offered), UNUSABLE)
        | flaw(!version.zero_acu, NO_PAUSE)
        | flaw(!version.max_acu_256, SMALL_MAXIMUM)
        | flaw(version.max_storage_tib.is_some_and(|tib| tib < 256), SMALL_VOLUME)
        | flaw(!version.lts, NO_LTS)
        | flaw(within(version.end_of_standard_support, EXPIRY_DAYS), MINOR_ENDS)
        | flaw(within(version.major_end_of_standard_support, NOTICE_DAYS), MAJOR_ENDS)
}

/// The nearest later version that lacks less than this one and nothing more: of the same major the recommended one,
/// else the next; then the recommended one, else the next of a later major. A version that can't be used has the
/// recommended one at least. `suits` says what the design can live with.
pub fn better_version(
    engine: Engine,
    version: &'static EngineVersion,
    regions: &[&Region],
    today: Day,
    suits: &dyn Fn(&EngineVersion) -> bool,
) -> Option<&'static EngineVersion> {
    let own = flaws(version, regions, today);
    let later = || engine.versions().iter().skip_while(|it| it.version != version.version).skip(1);
    let less = |it: &&EngineVersion| {
        let flaws = flaws(it, regions, today);
        flaws & UNUSABLE == 0 && flaws & !own == 0 && flaws != own && suits(it)
    };
    let recommended = |it: &&EngineVersion| it.version == engine.recommended_version();
    let near = || later().filter(less).filter(|it| it.major == version.major);
    near()
        .find(recommended)
        .or_else(|| near().next())
        .or_else(|| later().filter(less).find(recommended))
        .or_else(|| later().find(less))
        .or_else(|| engine.versions().iter().filter(|_| own & UNUSABLE != 0).find(recommended))
}

/// The creatable versions of a major in a Region, newest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VersionGroup {
    /// `17`, `8.0`.
    pub major: &'static str,
    /// Its versions.
    pub versions: Vec<&'static EngineVersion>,
}

/// What a picker offers in a Region: creatable serverless versions by major, newest first. `lts` and
/// [`Engine::recommended_version`] say what to mark.
pub fn version_groups(engine: Engine, region: &Region) -> Vec<VersionGroup> {
    let mut groups: Vec<VersionGroup> = Vec::new();
    for version in engine.versions().iter().rev() {
        if !version.creatable || !version.serverless_v2 || !offered(region.code, version.version) {
            continue;
        }
        match groups.last_mut() {
            Some(group) if group.major == version.major => group.versions.push(version),
            _ => groups.push(VersionGroup { major: version.major, versions: vec![version] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::FACTS_DATE;
    use crate::facts::regions::{AP_SOUTHEAST_6, CN_NORTH_1, MX_CENTRAL_1, US_EAST_1};

    fn line(version: &str, region: &'static Region, today: Day) -> VersionLine {
        let engine = if version.contains("mysql") { Engine::AuroraMysql } else { Engine::AuroraPostgresql };
        version_line(engine, version, region, today).unwrap()
    }

    fn better(version: &str) -> Option<&'static str> {
        better_on(version, FACTS_DATE)
    }

    fn better_on(version: &str, today: Day) -> Option<&'static str> {
        let known = line(version, &US_EAST_1, today).version;
        let engine = if version.contains("mysql") { Engine::AuroraMysql } else { Engine::AuroraPostgresql };
        better_version(engine, known, &[&US_EAST_1], today, &|_| true).map(|it| it.version)
    }

    #[test]
    fn a_line_says_everything_of_its_version() {
        assert_eq!(
            line("17.7", &US_EAST_1, FACTS_DATE).says(),
            [
                "creatable here",
                "0 ACU (can pause) to 256 ACU",
                "volume up to 256 TiB",
                "long-term support",
                "standard support of the minor ends on 2030-02-28",
                "17 leaves standard support on 2030-02-28; then Extended Support at $0.085 an ACU-hour",
                "the version we recommend",
            ]
        );
        assert_eq!(
            line("13.9", &US_EAST_1, FACTS_DATE).says(),
            [
                "creatable here",
                "0.5 ACU (cannot pause) to 128 ACU",
                "volume up to 128 TiB",
                "long-term support",
                "standard support of the minor ended on 2026-02-28",
                "13 is in Extended Support since 2026-02-28, at $0.085 an ACU-hour",
            ]
        );
        let unconfirmed = line("8.4.mysql_aurora.8.4.8", &CN_NORTH_1, FACTS_DATE).says();
        assert!(unconfirmed.contains(&"largest volume unconfirmed".to_owned()), "{unconfirmed:?}");
        assert!(unconfirmed.iter().any(|it| it.ends_with("Extended Support at an unknown price")));
        let undated = line("17.11", &US_EAST_1, FACTS_DATE).says();
        assert!(undated.contains(&"end of the minor's standard support unconfirmed".to_owned()));
        for (version, region, says) in [
            ("15.4", &US_EAST_1, "not creatable any more"),
            ("12.22", &US_EAST_1, "creatable on provisioned instances only"),
            ("14.6", &MX_CENTRAL_1, "creatable, but not in this Region"),
        ] {
            assert_eq!(line(version, region, FACTS_DATE).says()[0], says, "{version}");
        }
        assert!(!line("12.22", &US_EAST_1, FACTS_DATE).says().iter().any(|it| it.contains(" ACU (")));
    }

    #[test]
    fn a_line_follows_the_day() {
        let on = |year, month, day| line("17.7", &US_EAST_1, Day::new(year, month, day));
        assert!(!on(2030, 2, 28).extended_support && on(2030, 3, 1).extended_support);
        assert_eq!(on(2030, 2, 28).minor_ended, Some(false));
        assert_eq!(on(2030, 3, 1).minor_ended, Some(true));
        assert!(on(2032, 3, 1).surcharge > on(2032, 2, 1).surcharge);
        assert_eq!(better_on("17.7", Day::new(2029, 8, 31)), None);
        assert_eq!(line("17.11", &US_EAST_1, FACTS_DATE).minor_ended, None);
    }

    #[test]
    fn the_start_of_a_version_stands_for_the_default_of_aws_or_the_newest() {
        for (start, full) in [
            ("17", "17.7"),
            ("12", "12.22"),
            ("18", "18.6"),
            ("8.0.mysql_aurora.3.11", "8.0.mysql_aurora.3.11.1"),
        ] {
            let line = line(start, &US_EAST_1, FACTS_DATE);
            assert!(line.prefix && line.version.version == full, "{start}");
        }
        assert!(!line("17.7", &US_EAST_1, FACTS_DATE).prefix);
        for unknown in ["", "1", "17.", "17.99", "latest"] {
            assert_eq!(version_line(Engine::AuroraPostgresql, unknown, &US_EAST_1, FACTS_DATE), None);
        }
    }

    #[test]
    fn the_better_version_is_near_and_lacks_nothing_that_this_one_has() {
        for (version, nearest) in [
            ("17.7", None),
            ("17.11", None),
            ("18.6", None),
            ("17.4", Some("17.7")),
            ("17.6", Some("17.7")),
            ("15.10", Some("17.7")),
            ("15.4", Some("15.10")),
            ("16.9", Some("16.10")),
            ("14.17", Some("14.19")),
            ("14.24", Some("17.7")),
            ("13.23", Some("17.7")),
            ("11.16", Some("17.7")),
            ("8.0.mysql_aurora.3.04.6", Some("8.0.mysql_aurora.3.10.6")),
            ("8.0.mysql_aurora.3.10.6", None),
            ("5.7.mysql_aurora.2.12.0", Some("8.0.mysql_aurora.3.10.6")),
        ] {
            assert_eq!(better(version), nearest, "{version}");
        }
    }

    #[test]
    fn every_better_version_can_be_used_and_has_none_better_of_its_own_forever() {
        for engine in [Engine::AuroraPostgresql, Engine::AuroraMysql] {
            for region in [&US_EAST_1, &AP_SOUTHEAST_6] {
                for version in engine.versions() {
                    let mut at = version;
                    for _ in 0..8 {
                        match better_version(engine, at, &[region], FACTS_DATE, &|_| true) {
                            Some(next) => at = next,
                            None => break,
                        }
                        assert!(at.creatable && at.serverless_v2 && offered(region.code, at.version));
                    }
                    assert_eq!(better_version(engine, at, &[region], FACTS_DATE, &|_| true), None);
                }
            }
        }
    }

    #[test]
    fn what_does_not_suit_is_not_better() {
        let of = |version: &str| Engine::AuroraPostgresql.versions().iter().find(|it| it.version == version);
        let nearest = |suits: &dyn Fn(&EngineVersion) -> bool| {
            let retired = of("15.4").unwrap();
            let better = better_version(Engine::AuroraPostgresql, retired, &[&US_EAST_1], FACTS_DATE, suits);
            better.map(|it| it.version)
        };
        assert_eq!(nearest(&|it| it.version != "15.10"), Some("15.14"));
        assert_eq!(nearest(&|it| it.major != "15"), Some("17.7"));
        // What can't be used at all is left for the recommended one, whatever suits.
        assert_eq!(nearest(&|_| false), Some("17.7"));
    }

    #[test]
    fn a_picker_shows_what_can_be_made_here_newest_first() {
        let groups = version_groups(Engine::AuroraPostgresql, &US_EAST_1);
        let majors: Vec<_> = groups.iter().map(|group| group.major).collect();
        assert_eq!(majors, ["18", "17", "16", "15", "14", "13"]);
        let of_17: Vec<_> = groups[1].versions.iter().map(|it| it.version).collect();
        assert_eq!(of_17, ["17.11", "17.10", "17.9", "17.7", "17.6", "17.5", "17.4"]);
        assert!(groups.iter().flat_map(|group| &group.versions).all(|it| it.creatable && it.serverless_v2));
        let late = version_groups(Engine::AuroraPostgresql, &MX_CENTRAL_1);
        assert_eq!(late.last().map(|group| group.major), Some("14"));
        assert_eq!(version_groups(Engine::AuroraMysql, &US_EAST_1).len(), 2);
    }
}
