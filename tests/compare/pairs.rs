//! The pairs that tests/terraform/changes.py judges: for every setting two designs that differ in it, in a context where
//! that matters, and the rows of the table that depend on more. `CHANGE_PAIRS=FILE` writes them, one a line.

use std::collections::{BTreeMap, BTreeSet};

use aurora_designer::compare::Verdict;
use aurora_designer::design::{Design, Edit, Field, Setting, Zone};
use aurora_designer::estimate::bill;
use aurora_designer::facts::prices::{PRICE_DATE, PriceField};
use aurora_designer::facts::regions::{EU_WEST_1, Region};
use aurora_designer::formats::link;
use aurora_designer::rules::{Severity, check};
use serde_json::json;

use super::common::samples;
use super::{ROWS, between, with};

/// Settings that no pair of exports without errors differs in: the family of a proxy is that of its engine, and a note on a
/// finding is set as a whole (the worked cases have both).
const LEFT_OUT: &[&&str] = &[&"family", &"suppress"];

/// Values that AWS would take, for settings whose other samples are no such.
pub(super) const TYPED: &[&str] = &[
    "vpc-0a1b2c3d4e5f60718",
    "subnet-0a1b2c3d4e5f60718,subnet-0b1c2d3e4f5061728,subnet-0c1d2e3f405162738",
    "sg-0a1b2c3d4e5f60718",
    "arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
    "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
    "team@example.com",
    "10.77.0.0/16",
    "us-west-2",
    "80",
    "31",
    "600",
    "6543",
];

struct Pair {
    id: String,
    from: Design,
    to: Design,
}

fn has_errors(design: &Design) -> bool {
    let found = check(design, &bill(design, PRICE_DATE), PRICE_DATE);
    found.iter().any(|finding| finding.severity == Severity::Error)
}

fn after(design: &Design, edits: &[(&str, &str)]) -> Design {
    edits.iter().fold(design.clone(), |design, edit| with(&design, *edit))
}

/// Without its alarms, which are half of the resources and of no matter to most settings.
fn quiet(design: &Design) -> Design {
    with(design, ("alarms", "false"))
}

/// Designs in which different settings matter.
pub(super) fn contexts() -> Vec<Design> {
    let plain = quiet(&Design::default());
    let network = [
        ("net", "existing"),
        ("vpc", "vpc-0f9e8d7c6b5a40312"),
        ("subnets", "subnet-0f9e8d7c6b5a40312,subnet-0e8d7c6b5a4031221"),
        ("sgs", "sg-0f9e8d7c6b5a40312"),
        ("proxy", "true"),
    ];
    let own = [("secret", "secrets_manager"), ("rotate", "30")];
    let asleep = [("min", "0"), ("proxy", "false"), ("alarms", "true"), ("email", "ops@example.com")];
    let mysql = [("engine", "aurora-mysql"), ("version", "8.0.mysql_aurora.3.10.6"), ("minor", "false")];
    let mysql = after(&plain, &[mysql.as_slice(), &[("backtrack", "24"), ("proxy", "true")]].concat());
    let advanced = after(&plain, &[("insights", "advanced"), ("pidays", "465")]);
    let global = after(&plain, &own[..1]).with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
    let global = after(&global, &[("min", "8")]);
    let named = plain
        .with_all(&[
            Edit::set(Field::Tag("team".into()), "billing"),
            Edit::set(Field::Parameter("work_mem".into()), "65536"),
            Edit::set(Field::Price(PriceField::AcuHourStandard), "0.1"),
        ])
        .unwrap();
    vec![
        plain.clone(),
        after(&plain, &[("proxy", "true")]),
        after(&plain, &own),
        after(&plain, &network),
        after(&plain, &asleep),
        mysql,
        advanced,
        named,
        global,
    ]
}

/// The pair for a setting: where its change does something, else anywhere.
fn pair_of(row: &'static Setting, contexts: &[Design]) -> Option<(Field, Design, Design)> {
    let mut fallback = None;
    for base in contexts.iter().filter(|base| !has_errors(base)) {
        // The last of several, since the first is the writer or the primary, which others show.
        for field in row.fields(base).into_iter().rev() {
            let before = field.text(base);
            let typed = TYPED.iter().map(|text| (*text).to_owned());
            for text in samples(&field, base).into_iter().chain(typed) {
                let Ok(other) = base.with(&Edit::set(field.clone(), &text)) else { continue };
                if field.text(&other) != text || text == before || has_errors(&other) {
                    continue;
                }
                let found = between(base, &other);
                let Some(change) = found.changes.iter().find(|it| it.field == field) else { continue };
                if change.verdict != Verdict::None {
                    return Some((field, base.clone(), other));
                }
                fallback.get_or_insert((field.clone(), base.clone(), other));
            }
        }
    }
    fallback
}

/// Parts that come and go, and orders that shift.
fn parts() -> Vec<Pair> {
    let pair =
        |id: &str, from: &Design, to: &Design| Pair { id: id.into(), from: from.clone(), to: to.clone() };
    let plain = after(&quiet(&Design::default()), &[("protect", "false")]);
    let three = plain.with(&Edit::AddReader { zone: None, tier: 1 }).unwrap();
    let late = plain.with(&Edit::set(Field::InstanceZone(1), "e")).unwrap();
    let tied = after(&late, &[("ifs", "kms")]);
    let own = after(&plain, &[("secret", "secrets_manager"), ("min", "8")]);
    let global = own.with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
    let two = global.with(&Edit::AddSecondary(Region::find("us-west-2").unwrap())).unwrap();
    let mut swapped = two.clone();
    swapped.global.as_mut().unwrap().secondaries.swap(0, 1);
    let guarded = after(&two, &[("protect", "true")]);
    let mine = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728", "subnet-0c1d2e3f405162738"];
    let two_of = |a: usize, b: usize| [mine[a], mine[b]].join(",");
    let groups = ["sg-0a1b2c3d4e5f60718", "sg-0b1c2d3e4f5061728"];
    let there = [("net", "existing"), ("vpc", "vpc-0a1b2c3d4e5f60718"), ("subnets", &two_of(0, 1))];
    let existing = after(&plain, &there);
    let guarded_groups = after(&existing, &[("sgs", groups[0])]);
    let proxied = after(&existing, &[("proxy", "true")]);
    let advanced = after(&plain, &[("insights", "advanced"), ("pidays", "465")]);
    let zoned = after(&plain, &[("proxy", "true")]);
    let zoned = zoned.with(&Edit::set(Field::InstanceZone(1), "b")).unwrap();
    let further =
        |zone: &str| zoned.with(&Edit::AddReader { zone: Zone::parse(zone).ok(), tier: 2 }).unwrap();
    let connections = Edit::set(Field::Parameter("max_connections".into()), "900");
    let chosen = |engine: &str| after(&plain, &[("engine", engine)]).with(&connections).unwrap();
    let [chosen_mysql, chosen_postgresql] = ["aurora-mysql", "aurora-postgresql"].map(chosen);
    vec![
        pair("zone-of-a-proxy", &zoned, &further("d")),
        pair("zone-that-a-proxy-has", &zoned, &further("c")),
        pair("connections-of-mysql", &chosen_mysql, &after(&chosen_mysql, &[("max", "64")])),
        pair("connections-of-postgresql", &chosen_postgresql, &after(&chosen_postgresql, &[("min", "0.5")])),
        pair("vpc", &plain, &existing),
        pair("public", &existing, &after(&existing, &[("public", "true")])),
        pair("subnets", &existing, &after(&existing, &[("subnets", &mine.join(","))])),
        pair("subnets-swapped", &existing, &after(&existing, &[("subnets", &two_of(0, 2))])),
        pair("subnets-of-a-proxy", &proxied, &after(&proxied, &[("subnets", &mine.join(","))])),
        pair("groups", &existing, &guarded_groups),
        pair("groups-more", &guarded_groups, &after(&existing, &[("sgs", &groups.join(","))])),
        // AWS refuses what this wants to be, and `check` says so.
        pair("insights-off-from-advanced", &advanced, &after(&advanced, &[("pi", "false")])),
        pair(
            "insights-off-from-standard",
            &advanced,
            &after(&advanced, &[("insights", "standard"), ("pi", "false")]),
        ),
        pair("reader", &plain, &three),
        pair("writer-moves", &three, &three.with(&Edit::set(Field::InstanceZone(0), "d")).unwrap()),
        // Later zones give way to one before them, and a zone that nothing is in any more is left.
        pair(
            "zone-before-others",
            &late,
            &late.with(&Edit::AddReader { zone: Zone::parse("d").ok(), tier: 2 }).unwrap(),
        ),
        pair("zone-left", &late, &late.with(&Edit::set(Field::InstanceZone(1), "b")).unwrap()),
        pair("zone-left-with-endpoints", &tied, &tied.with(&Edit::set(Field::InstanceZone(1), "b")).unwrap()),
        pair("secondary", &global, &two),
        pair("secondary-guarded", &guarded, &guarded.with(&Edit::RemoveSecondary(1)).unwrap()),
        pair("secondaries-swapped", &two, &swapped),
        pair("global", &own, &global),
    ]
}

fn all() -> Vec<Pair> {
    let contexts = contexts();
    let mut pairs: Vec<Pair> = Setting::all()
        .filter_map(|row| {
            let (field, from, to) = pair_of(row, &contexts)?;
            Some(Pair { id: format!("{}: {field:?}", row.link()), from, to })
        })
        .collect();
    pairs.extend(parts());
    for (before, change, verdict) in ROWS {
        let alarms = ["alarms", "email"];
        let about = before.iter().chain([change]).any(|(key, _)| alarms.contains(key));
        let base = if about { Design::default() } else { quiet(&Design::default()) };
        let from = after(&base, before);
        let to = with(&from, *change);
        if !has_errors(&from) && !has_errors(&to) {
            pairs.push(Pair { id: format!("row {before:?} {change:?} {verdict}"), from, to });
        }
    }
    pairs
}

#[test]
fn terraform_has_a_pair_for_every_setting() {
    let pairs = all();
    let settings: BTreeSet<&str> = Setting::all().map(Setting::link).collect();
    let there: BTreeSet<&str> =
        pairs.iter().filter_map(|pair| pair.id.split_once(": ")).map(|(row, _)| row).collect();
    let left: Vec<&&str> = settings.difference(&there).collect();
    assert_eq!(left, LEFT_OUT);
    // Two ways to the same two designs are one pair.
    let mut told: BTreeMap<[String; 2], String> = BTreeMap::new();
    for pair in &pairs {
        let [from, to] = [&pair.from, &pair.to].map(|design| link::encode(design).unwrap());
        if !told.contains_key(&[to.clone(), from.clone()]) {
            told.entry([from, to]).or_insert_with(|| pair.id.clone());
        }
    }
    if let Some(file) = std::env::var_os("CHANGE_PAIRS") {
        let lines = told
            .iter()
            .map(|([from, to], id)| json!({ "id": id, "from": from, "to": to }).to_string() + "\n");
        std::fs::write(file, lines.collect::<String>()).unwrap();
    }
}
