//! The version picker: what it lists, what it says of the chosen version, and why a version of elsewhere stays.

use crate::design::Design;
use crate::estimate::{VersionLine, version_groups, version_line};
use crate::facts::engines::EngineVersion;
use crate::facts::{Acu, Day, FACTS_DATE};

/// A heading of the list and the versions below it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct VersionRows {
    /// The major, or why these stand apart.
    pub title: String,
    /// Each version and its label.
    pub versions: Vec<(String, String)>,
}

/// What the list offers: the versions that can be created in the Region, by major; above them the design's own where a
/// file or a link brought one that is not among them.
pub fn version_rows(design: &Design) -> Vec<VersionRows> {
    let recommended = design.cluster.engine.recommended_version();
    let kept = foreign_version(design).map(|version| VersionRows {
        title: "Not in the list".to_owned(),
        versions: vec![(version.to_owned(), format!("{version} · kept"))],
    });
    let offered = version_groups(design.cluster.engine, design.region);
    let majors = offered.into_iter().map(|group| VersionRows {
        title: group.major.to_owned(),
        versions: group
            .versions
            .into_iter()
            .map(|version| (version.version.to_owned(), label(version, recommended)))
            .collect(),
    });
    kept.into_iter().chain(majors).collect()
}

fn label(version: &EngineVersion, recommended: &str) -> String {
    let lts = if version.lts { " · LTS" } else { "" };
    let best = if version.version == recommended { " · recommended" } else { "" };
    format!("{}{lts}{best}", version.version)
}

/// The design's version where the list does not offer it.
pub fn foreign_version(design: &Design) -> Option<&str> {
    let now = design.engine_version();
    let groups = version_groups(design.cluster.engine, design.region);
    let listed = groups.iter().any(|group| group.versions.iter().any(|it| it.version == now));
    (!listed).then_some(now)
}

/// What the picker says of the chosen version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VersionNotes {
    /// `Aurora PostgreSQL 17.7 in us-east-1`
    pub title: String,
    /// Why a version that the list does not offer is there all the same, and what becomes of it.
    pub kept: Option<String>,
    /// What it can do; `None` is unconfirmed. Empty for a version that the table does not hold.
    pub abilities: Vec<(&'static str, Option<bool>)>,
    /// When its support ends, a sentence each.
    pub support: Vec<String>,
}

/// What is known of the chosen version on a day, in the design's Region.
pub fn version_notes(design: &Design, today: Day) -> VersionNotes {
    let (engine, now) = (design.cluster.engine, design.engine_version());
    let line = version_line(engine, now, design.region, today);
    VersionNotes {
        title: format!("{} {now} in {}", engine.label(), design.region.code),
        kept: foreign_version(design).map(|version| kept_because(version, line.as_ref())),
        abilities: line.as_ref().map(abilities).unwrap_or_default(),
        support: line.iter().flat_map(VersionLine::support).map(|fact| sentence(&fact)).collect(),
    }
}

fn kept_because(version: &str, line: Option<&VersionLine>) -> String {
    match line {
        None => format!(
            "It stays as it came. The table of {FACTS_DATE} does not hold it, so its limits cannot be checked."
        ),
        Some(line) if line.prefix => {
            let full = line.version.version;
            format!("{version} is only the start of a version. These are the figures of {full}.")
        }
        Some(line) if line.creatable => "It stays as it came. This Region does not offer it.".to_owned(),
        Some(line) if line.version.creatable => {
            "It stays as it came. It does not run on serverless instances.".to_owned()
        }
        Some(_) => "It stays as it came. New clusters cannot be created with it; a cluster that has it keeps running."
            .to_owned(),
    }
}

fn abilities(line: &VersionLine) -> Vec<(&'static str, Option<bool>)> {
    let known = line.version;
    vec![
        ("creatable here", Some(line.creatable && line.offered)),
        ("0 ACU", Some(known.serverless_v2 && known.zero_acu)),
        ("256 ACU", Some(known.serverless_v2 && line.max_acu >= Acu::whole(256))),
        ("256 TiB", known.max_storage_tib.map(|tib| tib >= 256)),
        ("LTS", Some(known.lts)),
    ]
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Edit, Field};

    fn with_version(version: &str) -> Design {
        Design::default().with(&Edit::set(Field::EngineVersion, version)).unwrap()
    }

    #[test]
    fn the_list_marks_the_recommended_version_once() {
        let rows = version_rows(&Design::default());
        let marked: Vec<&String> = rows
            .iter()
            .flat_map(|group| &group.versions)
            .filter(|(_, label)| label.ends_with(" · recommended"))
            .map(|(version, _)| version)
            .collect();
        assert_eq!(marked, [Design::default().cluster.engine.recommended_version()]);
        assert!(rows.len() > 1 && rows.iter().all(|group| !group.versions.is_empty()));
        assert!(rows.iter().all(|group| group.title != "Not in the list"));
    }

    #[test]
    fn a_version_of_elsewhere_stays_on_top_and_says_why() {
        let unknown = with_version("99.1");
        let rows = version_rows(&unknown);
        assert_eq!(
            rows.first().map(|group| (group.title.as_str(), group.versions.clone())),
            Some(("Not in the list", vec![("99.1".to_owned(), "99.1 · kept".to_owned())]))
        );
        let notes = version_notes(&unknown, FACTS_DATE);
        assert!(notes.kept.is_some_and(|why| why.contains("does not hold it")));
        assert!(notes.abilities.is_empty() && notes.support.is_empty());

        let start = version_notes(&with_version("17"), FACTS_DATE);
        assert!(start.kept.is_some_and(|why| why.starts_with("17 is only the start of a version.")));
    }

    #[test]
    fn a_version_of_the_list_says_what_it_can_and_until_when() {
        let notes = version_notes(&Design::default(), FACTS_DATE);
        assert_eq!(notes.kept, None);
        let of = |name: &str| notes.abilities.iter().find(|(known, _)| *known == name).map(|(_, has)| *has);
        assert_eq!(of("creatable here"), Some(Some(true)));
        assert_eq!(of("0 ACU"), Some(Some(true)));
        assert!(!notes.support.is_empty());
        let written =
            |fact: &String| fact.ends_with('.') && fact.chars().next().is_some_and(char::is_uppercase);
        // A fact may begin with a number.
        assert!(notes.support.iter().all(|fact| written(fact) || fact.starts_with(char::is_numeric)));
    }
}
