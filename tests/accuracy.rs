//! The page that says how far everything carries: printed here from what the tests themselves hold the product to, kept in
//! `tests/golden/accuracy.md`, and shown by the app. `UPDATE_GOLDEN=1 cargo test --test accuracy` prints it anew.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs;

use aurora_designer::design::Word as _;
use aurora_designer::facts::prices::{Confidence, FIELDS, PRICE_DATE, PRICES};
use aurora_designer::facts::{FACTS_DATE, Verdict, all};
use aurora_designer::formats::document::{Block, Cell, Table, markdown};
use aurora_designer::formats::yaml;
use aurora_designer::rules::{ALL, OWN_ADVICE, Severity};
use aurora_designer::simulate::NOT_SIMULATED;
use aurora_designer::simulate::evidence::{PROMISES, Read, judged};
use serde_json::Value;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/accuracy.md");

fn heading(words: &str) -> Block {
    Block::Heading(words.to_owned())
}

fn text(words: impl Into<String>) -> Block {
    Block::Text(words.into())
}

fn table(head: &[&str], rows: Vec<Vec<String>>) -> Block {
    let rows = rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect();
    Block::Table(Table::new("", head, rows))
}

fn percent(part: usize, whole: usize) -> String {
    format!("{} %", part * 100 / whole.max(1))
}

/// The price book by Region and confidence.
fn prices() -> Vec<Block> {
    let fields = || FIELDS.iter().map(|(field, _, _)| *field);
    let count = |region: &str, confidence: Option<Confidence>| {
        let row = PRICES.iter().find(|row| row.region == region).unwrap();
        fields().filter(|field| row.price(*field).map(|it| it.provenance.confidence) == confidence).count()
    };
    let kinds = [Some(Confidence::Confirmed), Some(Confidence::Derived), Some(Confidence::Unconfirmed), None];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut sums = [0; 4];
    for row in PRICES {
        let counts = kinds.map(|kind| count(row.region, kind));
        for (sum, count) in sums.iter_mut().zip(counts) {
            *sum += count;
        }
        rows.push([vec![row.region.to_owned()], counts.map(|it| it.to_string()).to_vec()].concat());
    }
    let whole: usize = sums.iter().sum();
    rows.push([vec!["all, share".to_owned()], sums.map(|it| percent(it, whole)).to_vec()].concat());
    vec![
        heading("Prices"),
        text(format!(
            "The price book of {PRICE_DATE}: {} prices in each of {} Regions. Unknown is never 0: a bill with one says that it is not complete.",
            fields().count(),
            PRICES.len()
        )),
        table(&["Region", "confirmed", "derived", "unconfirmed", "unknown"], rows),
    ]
}

/// Rules against facts.
fn rules() -> Vec<Block> {
    let rows = Severity::WORDS.iter().map(|(word, severity)| {
        let of = ALL.iter().filter(|rule| rule.severity == *severity);
        let own = of.clone().filter(|rule| rule.source == OWN_ADVICE).count();
        let (count, cited) = (of.clone().count(), of.filter(|rule| !rule.facts.is_empty()).count());
        vec![(*word).to_owned(), count.to_string(), cited.to_string(), own.to_string()]
    });
    let verdict = |verdict: Verdict| {
        let facts: Vec<_> = all().filter(|fact| fact.verdict == verdict).collect();
        let cited = facts.iter().filter(|fact| ALL.iter().any(|rule| rule.facts.contains(&fact.id)));
        (facts.len(), cited.count())
    };
    let facts = [
        ("error", Verdict::Error),
        ("warning", Verdict::Warning),
        ("note", Verdict::Note),
        ("no verdict", Verdict::Data),
    ]
    .map(|(word, it)| (word, verdict(it)))
    .map(|(word, (count, cited))| vec![word.to_owned(), count.to_string(), cited.to_string()]);
    vec![
        heading("Rules and facts"),
        text(format!(
            "Facts as of {FACTS_DATE}. Every rule has a bad example that is found and a good one that is not; every fact with a verdict has a rule, or a proved reason for none (tests/rules)."
        )),
        table(&["Severity", "rules", "resting on facts", "our own advice"], rows.collect()),
        table(&["Verdict of a fact", "facts", "with a rule"], facts.to_vec()),
    ]
}

/// Bills that somebody worked by hand.
fn bills() -> Vec<Block> {
    let data: Value = serde_json::from_str(include_str!("data/prices.json")).unwrap();
    let rows = data["worked_bills"].as_array().unwrap().iter().map(|bill| {
        let lines = bill["lines"].as_array().unwrap().len();
        let word = |key: &str| bill[key].as_str().unwrap().to_owned();
        vec![word("id"), word("title"), lines.to_string(), format!("${}", bill["total"])]
    });
    vec![
        heading("Bills"),
        text(
            "Worked by hand with the price book; each line and each sum comes out to the cent (tests/estimate).",
        ),
        table(&["Bill", "of", "lines", "a month"], rows.collect()),
    ]
}

/// Designs whose export Terraform itself judged.
fn designs() -> Vec<Block> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/designs")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let written = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/").to_owned() + &name + ".tf";
        assert!(yaml::read(&fs::read_to_string(&path).unwrap()).is_ok(), "{name}");
        let main_tf = fs::read_to_string(written).unwrap_or_default();
        counts.insert(name, main_tf.lines().filter(|line| line.starts_with("resource ")).count());
    }
    let rows = counts.into_iter().filter(|(_, resources)| *resources > 0);
    vec![
        heading("Terraform"),
        text(
            "Each of these designs is written as main.tf, byte for byte as kept, and judged by the real terraform with the providers' own schema: fmt, validate, plan, apply and a second plan that changes nothing (tests/terraform). No account was asked.",
        ),
        table(
            &["Design", "resources"],
            rows.map(|(name, resources)| vec![name, resources.to_string()]).collect(),
        ),
    ]
}

/// The moments of the published traces, and when the model says that they come.
fn moments() -> Vec<Block> {
    let judged = judged().unwrap();
    let held = judged.iter().filter(|it| it.is_held()).count();
    let rows = judged.iter().map(|it| {
        let moment = it.moment;
        let read = match moment.read {
            Read::Reaches(level) => format!("reaches {level} ACU"),
            Read::FallsTo(level) => format!("falls to {level} ACU"),
            Read::FallsBelow(level) => format!("falls below {level} ACU"),
        };
        let (first, last) = it.model_s.map(|it| it.unwrap()).span();
        vec![
            moment.trace.to_owned(),
            read,
            moment.observed_s.to_string(),
            moment.left_out_s.to_string(),
            it.model_s.plan.unwrap().to_string(),
            format!("{first}–{last}"),
            if it.is_held() { "yes" } else { "no" }.to_owned(),
        ]
    });
    let promises =
        PROMISES.iter().map(|it| vec![it.about.to_owned(), it.v1_to_2.to_owned(), it.v3_to_4.to_owned()]);
    vec![
        heading("Scaling under load"),
        text(format!(
            "Seconds after the load began or ended, as published and as the model has them: with the trace left out of the fit, on plan, and as a band. The band holds {held} of {}. All are of platform version 1, one study; of versions 3 and 4 nobody has measured anything by the second.",
            judged.len()
        )),
        table(
            &["Trace", "Reading", "Observed, s", "Left out, s", "Plan, s", "Band, s", "Held"],
            rows.collect(),
        ),
        heading("What may be promised of it"),
        table(&["About", "Versions 1 and 2", "Versions 3 and 4"], promises.collect()),
    ]
}

/// What is not known.
fn unknown() -> Vec<Block> {
    let unconfirmed =
        all().filter(|fact| !fact.confirmed).map(|fact| format!("{}: {}", fact.id, fact.sentence));
    let open = [
        NOT_SIMULATED,
        "Whether the 16 ACU that AWS states for a second come again in the next one.",
        "Second falls, the climb after a resume, MySQL over time, anything above 13 ACU over time, how a cache warms up: no public data.",
        "Whether idle CPU is 8 to 10 percent of the maximum or of the capacity: no floor is invented.",
    ];
    vec![
        heading("What is not known"),
        Block::List(open.map(str::to_owned).to_vec()),
        text("Facts that no primary source says in full; none of them is an error."),
        Block::List(unconfirmed.collect()),
    ]
}

#[test]
fn the_page_is_current() {
    let intro = text("Printed by a test from the tests' own data: what was checked, and against what.");
    let page = [
        vec![heading("How far everything carries"), intro],
        prices(),
        rules(),
        bills(),
        designs(),
        moments(),
        unknown(),
    ]
    .concat();
    let printed = markdown(&page);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(GOLDEN, &printed).unwrap();
    }
    assert!(
        fs::read_to_string(GOLDEN).unwrap() == printed,
        "tests/golden/accuracy.md is not current: UPDATE_GOLDEN=1 cargo test --test accuracy"
    );
}

#[test]
fn the_band_holds_what_it_is_said_to_hold() {
    let judged = judged().unwrap();
    let missed: Vec<_> = judged.iter().filter(|it| !it.is_held()).map(|it| it.moment.trace).collect();
    assert_eq!((judged.len(), missed), (23, vec!["K3"]));
}
