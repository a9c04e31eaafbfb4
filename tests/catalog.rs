//! The catalogue of facts: whoever meets a mark such as `(BAK-01)` finds what it says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test says what is wrong by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use aurora_designer::facts::prices::SOURCES;
use aurora_designer::facts::{Day, FACTS_DATE, Verdict, all, find};
use aurora_designer::rules::{ALL, OWN_ADVICE};

/// The day of the last corrections.
const CORRECTED: Day = Day::new(2026, 11, 28);

/// Every file of source, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files
}

/// Whether a word is a topic of two to four capitals, a hyphen, two digits and perhaps a small letter; or the shape of a
/// text, `R-3`.
fn is_mark(word: &str) -> bool {
    let Some((topic, number)) = word.split_once('-') else { return false };
    let number = number.strip_suffix(|it: char| it.is_ascii_lowercase()).unwrap_or(number);
    let digits = number.bytes().all(|it| it.is_ascii_digit());
    let capitals = topic.bytes().all(|it| it.is_ascii_uppercase());
    match topic.len() {
        1 => topic == "R" && digits && (1..=2).contains(&number.len()),
        2..=4 => capitals && digits && number.len() == 2,
        _ => false,
    }
}

fn marks(text: &str) -> impl Iterator<Item = &str> {
    let inside = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
    text.split(move |it| !inside(it)).filter(|word| is_mark(word))
}

#[test]
fn a_mark_is_known_from_a_word() {
    let text = "up to 63 (NAM-02, R-3) as UTF-8, M-5, CKV_AWS_109, AWS-0079, BAK-09b's";
    assert_eq!(marks(text).collect::<Vec<_>>(), ["NAM-02", "R-3", "BAK-09b"]);
}

#[test]
fn every_mark_in_the_source_is_a_fact() {
    let mut lost = Vec::new();
    let mut found = 0;
    for (path, text) in sources() {
        for mark in marks(&text) {
            found += 1;
            if find(mark).is_none() {
                lost.push(format!("{}: {mark}", path.display()));
            }
        }
    }
    assert!(lost.is_empty(), "no such fact:\n{}", lost.join("\n"));
    assert!(found > all().count(), "the search found almost nothing: {found}");
}

/// What a comment names must be here to read; `README.md` and `cost.md` are files that the bundle holds.
#[test]
fn no_comment_points_to_a_document_that_is_not_here() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, text) in sources() {
        for comment in text.lines().filter_map(|line| line.split_once("//")).map(|(_, comment)| comment) {
            let words = comment.split(|it: char| !(it.is_ascii_alphanumeric() || "._-/".contains(it)));
            let documents = words.map(|it| it.trim_end_matches('.'));
            let documents = documents.filter(|it| Path::new(it).extension().is_some_and(|it| it == "md"));
            for name in documents.filter(|it| !["README.md", "cost.md"].contains(it)) {
                assert!(root.join(name).exists(), "{}: {name}", path.display());
            }
        }
    }
}

#[test]
fn facts_are_those_of_the_list_of_ids() {
    let row = |row: &'static str| {
        let mut words = row.split(' ');
        let verdict = match (words.next()?, words.next()?) {
            (id, "ERR") => (id, Verdict::Error),
            (id, "WARN") => (id, Verdict::Warning),
            (id, "NOTE") => (id, Verdict::Note),
            (id, "DATA") => (id, Verdict::Data),
            _ => return None,
        };
        Some((verdict.0, (verdict.1, words.next() != Some("UNCONFIRMED"))))
    };
    let text = include_str!("data/fact-ids.txt");
    let listed: BTreeMap<_, _> = text.lines().filter_map(row).collect();
    assert_eq!(listed.len(), text.lines().count(), "a row that can't be read, or an id that stands twice");
    let known: BTreeMap<_, _> = all().map(|fact| (fact.id, (fact.verdict, fact.confirmed))).collect();
    let ids: BTreeSet<&str> = known.keys().chain(listed.keys()).copied().collect();
    let apart = ids.into_iter().filter(|id| known.get(id) != listed.get(id)).collect::<Vec<_>>();
    assert!(apart.is_empty(), "tests/data/fact-ids.txt and src/facts/catalog/ say other things of {apart:?}");
}

#[test]
fn ids_are_unique_marks() {
    let mut seen = BTreeSet::new();
    for fact in all() {
        assert!(seen.insert(fact.id), "{} stands twice", fact.id);
        assert!(is_mark(fact.id), "{}", fact.id);
        assert_eq!(find(fact.id), Some(fact));
    }
    assert_eq!(find("BAK-99"), None);
}

#[test]
fn facts_are_plain_sentences() {
    for fact in all() {
        let (id, text) = (fact.id, fact.sentence);
        assert!(text.ends_with('.') && !text.contains('\n') && !text.contains("  "), "{id}: {text}");
        assert!((20..=500).contains(&text.len()), "{id}: {}", text.len());
        assert!(!text.contains('`'), "{id}");
    }
}

#[test]
fn facts_say_where_and_when_they_were_read() {
    for fact in all() {
        assert!(!fact.sources.is_empty(), "{}", fact.id);
        for source in fact.sources {
            let address = source.starts_with("https://") && !source.contains(' ');
            let document = !source.starts_with("http") && source.len() > 10;
            assert!(address || document, "{}: {source}", fact.id);
            let Some(id) = source.strip_prefix("Price book, source ") else { continue };
            assert!(SOURCES.iter().any(|known| known.id == id), "{}: {source}", fact.id);
        }
        assert!([FACTS_DATE, CORRECTED].contains(&fact.date), "{}: {}", fact.id, fact.date);
    }
}

#[test]
fn an_unconfirmed_fact_is_no_error_and_says_what_is_not_confirmed() {
    for fact in all().filter(|fact| !fact.confirmed) {
        assert_ne!(fact.verdict, Verdict::Error, "{}", fact.id);
        let said = ["unconfirmed", "confirms"].iter().any(|word| fact.sentence.contains(word));
        assert!(said, "{}: {}", fact.id, fact.sentence);
    }
    let said = all().filter(|fact| fact.confirmed && fact.sentence.contains("unconfirmed"));
    assert_eq!(said.map(|fact| fact.id).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_rule_cites_a_fact_or_is_our_own_advice() {
    for rule in ALL {
        assert_eq!(rule.cited().map(|fact| fact.id).collect::<Vec<_>>(), rule.facts, "{}", rule.id);
        assert!(!rule.facts.is_empty() || rule.source == OWN_ADVICE, "{} cites nothing", rule.id);
    }
}
