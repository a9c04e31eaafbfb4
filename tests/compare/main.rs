//! Comparisons: the worked cases exactly, every setting in both directions, and what holds of any two designs.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

#[path = "../common/mod.rs"]
mod common;
mod exported;
mod pairs;

use std::collections::{BTreeMap, BTreeSet};

use aurora_designer::compare::{Comparison, Side, Verdict, compare, json, markdown, text};
use aurora_designer::design::{Control, Design, Edit, Field, Positions, Setting, Word as _, Zone};
use aurora_designer::facts::prices::PRICE_DATE;
use aurora_designer::facts::regions::{EU_WEST_1, Region};
use aurora_designer::formats::yaml;
use aurora_designer::rules::Finding;
use common::{any_design, samples};
use proptest::prelude::*;
use serde_json::Value;

fn compared(from: &str, to: &str) -> Comparison {
    let (a, b) = (yaml::read(from).unwrap(), yaml::read(to).unwrap());
    compare(
        Side { design: &a.design, positions: &a.positions },
        Side { design: &b.design, positions: &b.positions },
        PRICE_DATE,
    )
}

#[test]
fn the_worked_cases_come_out_exactly() {
    let cases: Value = serde_json::from_str(include_str!("cases.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let found = compared(case["from"].as_str().unwrap(), case["to"].as_str().unwrap());
        let verdicts: BTreeMap<&str, &str> =
            found.changes.iter().map(|it| (it.path.as_str(), it.verdict.word())).collect();
        let wanted: BTreeMap<&str, &str> = case["expect"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (it["path"].as_str().unwrap(), it["verdict"].as_str().unwrap()))
            .collect();
        assert_eq!(verdicts, wanted, "{}", case["id"]);
        assert_eq!(found.changes.len(), wanted.len(), "{}", case["id"]);
        assert_eq!(found.worst().map(Verdict::word), case["worst"].as_str(), "{}", case["id"]);
        for change in &found.changes {
            assert!(change.why.ends_with('.') && !change.source.is_empty(), "{change:?}");
        }
    }
}

#[test]
fn nothing_differs_from_itself() {
    let spec = std::fs::read_to_string("tests/designs/full.yaml").unwrap();
    let found = compared(&spec, &spec);
    assert_eq!((found.changes.as_slice(), found.worst()), ([].as_slice(), None));
    assert_eq!(text(&found), "Nothing differs.\n");
    assert!(markdown(&found).ends_with("Nothing differs.\n"));
    let page: Value = serde_json::from_str(&json(&found)).unwrap();
    assert_eq!(page["worst"], Value::Null);
}

/// What a design must be before a change, the change, and the verdict of the setting it is about.
type Case = (&'static [(&'static str, &'static str)], (&'static str, &'static str), &'static str);

/// Rows of the table that the worked cases leave out. Settings stand by their keys in the link.
const ROWS: &[Case] = &[
    (&[], ("name", "orders"), "data_loss"),
    (&[], ("region", "eu-west-1"), "data_loss"),
    (&[], ("env", "staging"), "live"),
    (&[], ("cluster", "other"), "data_loss"),
    (&[], ("db", "other"), "data_loss"),
    (&[], ("user", "other"), "data_loss"),
    (&[], ("port", "6000"), "outage"),
    (&[("version", "16.9"), ("minor", "false")], ("version", "16.10"), "window"),
    (&[("version", "16.10"), ("minor", "false")], ("version", "16.9"), "refused"),
    (&[("version", "16.9")], ("version", "16.10"), "none"),
    // Leaving a version of long-term support switches automatic upgrades on.
    (&[("version", "16.8")], ("version", "16.10"), "none"),
    (&[("version", "16.9")], ("version", "16.8"), "refused"),
    (&[], ("version", "18.3"), "refused"),
    (&[], ("version", "16.8"), "refused"),
    (&[("max", "8")], ("min", "0.5"), "live"),
    (&[("max", "16")], ("min", "0.5"), "reboot"),
    (&[("max", "16"), ("min", "0")], ("min", "0.5"), "live"),
    (&[("max", "16"), ("min", "0")], ("min", "1"), "reboot"),
    (&[("engine", "aurora-mysql")], ("min", "0.5"), "live"),
    (&[("engine", "aurora-mysql")], ("max", "32"), "reboot"),
    (&[("engine", "aurora-mysql"), ("max", "192")], ("max", "256"), "live"),
    (&[("version", "16")], ("version", "17"), "refused"),
    (&[("min", "0")], ("pause", "600"), "live"),
    (&[], ("pause", "600"), "none"),
    (&[("secret", "managed")], ("rotate", "30"), "none"),
    (&[], ("backtrack", "24"), "none"),
    (&[], ("subnets", "subnet-a,subnet-b"), "none"),
    (&[], ("vpc", "vpc-1"), "none"),
    (&[("net", "existing")], ("cidr", "10.9.0.0/16"), "none"),
    (&[("net", "existing")], ("ifs", "kms"), "none"),
    (&[("proxy", "true"), ("auth", "IAM_AUTH")], ("piam", "REQUIRED"), "none"),
    (&[], ("secret", "secrets_manager"), "live"),
    (&[("secret", "secrets_manager")], ("rotate", "30"), "live"),
    (&[("secret", "secrets_manager"), ("rotate", "30")], ("rotate", ""), "resource"),
    (&[], ("iam", "false"), "window"),
    (&[], ("api", "true"), "live"),
    (&[], ("encrypt", "false"), "data_loss"),
    (&[], ("kms", "aws_managed"), "data_loss"),
    (&[("encrypt", "false")], ("kms", "aws_managed"), "none"),
    (&[], ("storage", "aurora-iopt1"), "window"),
    (&[("storage", "aurora-iopt1")], ("storage", "aurora"), "window"),
    (&[], ("backup", "3"), "live"),
    (&[], ("bwin", "05:00-06:00"), "live"),
    (&[("engine", "aurora-mysql")], ("backtrack", "24"), "refused"),
    (&[], ("vault", "true"), "live"),
    (&[("vault", "true")], ("vault", "false"), "refused"),
    (&[], ("protect", "false"), "live"),
    (&[], ("final", "false"), "none"),
    (&[], ("public", "true"), "live"),
    (&[], ("logs", ""), "resource"),
    (&[], ("logs", "postgresql,instance"), "live"),
    (&[], ("keep", "30"), "live"),
    (&[], ("pi", "false"), "live"),
    (&[("pi", "false")], ("pidays", "31"), "none"),
    (&[("pi", "false")], ("insights", "advanced"), "refused"),
    (&[("insights", "advanced"), ("pidays", "465")], ("pi", "false"), "refused"),
    (&[], ("tls", "false"), "live"),
    (&[], ("alarms", "false"), "resource"),
    (&[("alarms", "false")], ("alarms", "true"), "live"),
    (&[], ("email", "a@example.com"), "live"),
    (&[("email", "a@example.com")], ("email", ""), "resource"),
    (&[("alarms", "false")], ("email", "a@example.com"), "none"),
    (&[], ("dash", "true"), "live"),
    (&[("dash", "true")], ("dash", "false"), "resource"),
    (&[], ("net", "existing"), "refused"),
    (&[], ("cidr", "10.9.0.0/16"), "refused"),
    (
        &[("net", "existing"), ("subnets", "subnet-a,subnet-b")],
        ("subnets", "subnet-a,subnet-b,subnet-c"),
        "live",
    ),
    (&[("net", "existing"), ("subnets", "subnet-a,subnet-b")], ("subnets", "subnet-a,subnet-c"), "refused"),
    (
        &[("net", "existing"), ("subnets", "subnet-a,subnet-b"), ("proxy", "true")],
        ("subnets", "subnet-a,subnet-b,subnet-c"),
        "resource",
    ),
    (&[], ("sgs", "sg-a"), "resource"),
    (&[("sgs", "sg-a")], ("sgs", "sg-a,sg-b"), "live"),
    (&[("sgs", "sg-a,sg-b")], ("sgs", "sg-a"), "resource"),
    (&[], ("ifs", "kms"), "live"),
    (&[("ifs", "kms,logs")], ("ifs", "kms"), "resource"),
    (&[], ("proxy", "true"), "live"),
    (&[("proxy", "true")], ("proxy", "false"), "resource"),
    (&[("proxy", "true")], ("ptls", "false"), "live"),
    (&[("proxy", "true")], ("pwtype", "POSTGRES_MD5"), "live"),
    (&[("proxy", "true"), ("pwtype", "POSTGRES_MD5")], ("pwtype", ""), "none"),
    (&[("proxy", "true")], ("pro", "true"), "live"),
    (&[("proxy", "true"), ("pro", "true")], ("pro", "false"), "resource"),
    (&[("proxy", "true")], ("pmax", "80"), "live"),
];

/// The design with a setting, by its key in the link.
fn with(design: &Design, (key, text): (&str, &str)) -> Design {
    let field = Setting::all().find(|row| row.link() == key).unwrap().fields(design).remove(0);
    let edit = match (&field, text) {
        (Field::Proxy, "true") => Edit::AddProxy,
        (Field::Proxy, _) => Edit::RemoveProxy,
        (_, "") if !matches!(field.control(), Control::Several) => Edit::Reset(field),
        _ => Edit::set(field, text),
    };
    design.with(&edit).unwrap()
}

fn between(a: &Design, b: &Design) -> Comparison {
    let (one, other) = (Positions::canonical(a), Positions::canonical(b));
    compare(Side { design: a, positions: &one }, Side { design: b, positions: &other }, PRICE_DATE)
}

#[test]
fn the_table_says_of_each_row_what_it_says() {
    for (before, change, verdict) in ROWS {
        let a = before.iter().fold(Design::default(), |design, edit| with(&design, *edit));
        let b = with(&a, *change);
        let found = between(&a, &b);
        let field = Setting::all().find(|row| row.link() == change.0).unwrap().fields(&b).remove(0);
        let it = found.changes.iter().find(|it| it.field == field);
        assert_eq!(
            it.map(|it| it.verdict.word()),
            Some(*verdict),
            "{before:?} {change:?} {:?}",
            found.changes
        );
    }
}

#[test]
fn a_version_by_its_prefix_is_the_one_that_it_stands_for() {
    let prefix = with(&Design::default(), ("version", "16"));
    let full = with(&prefix, ("version", prefix.exported_version()));
    assert_eq!(between(&prefix, &full).changes, []);
}

#[test]
fn rds_keeps_no_password_of_a_global_database() {
    let own = with(&Design::default(), ("secret", "secrets_manager"));
    let own = own.with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
    let found = between(&own, &with(&own, ("secret", "managed")));
    assert_eq!(found.worst(), Some(Verdict::Refused));
    assert_eq!(between(&with(&own, ("secret", "managed")), &own).worst(), Some(Verdict::Live));
}

#[test]
fn the_writer_fails_over_to_a_reader_that_stays() {
    let moved = |design: &Design| {
        let b = design.with(&Edit::set(Field::InstanceZone(0), "c")).unwrap();
        between(design, &b).changes.remove(0)
    };
    let two = Design::default().with(&Edit::set(Field::InstanceZone(1), "b")).unwrap();
    assert!(moved(&two).why.contains("fails over"), "{:?}", moved(&two));
    let one = two.with(&Edit::RemoveReader(1)).unwrap();
    assert!(moved(&one).why.contains("nobody can connect"), "{:?}", moved(&one));
    assert_eq!([moved(&one).verdict, moved(&two).verdict], [Verdict::Outage; 2]);
}

#[test]
fn a_zone_that_moves_the_range_of_a_subnet_in_use_is_refused() {
    let late = Design::default().with(&Edit::set(Field::InstanceZone(1), "e")).unwrap();
    let reader = |zone| Edit::AddReader { zone: Zone::parse(zone).ok(), tier: 2 };
    let worst = |a: &Design, b: &Design| between(a, b).worst().map(Verdict::word);
    let (before, behind) = (late.with(&reader("d")).unwrap(), late.with(&reader("f")).unwrap());
    assert_eq!(worst(&late, &before), Some("refused"));
    assert_eq!(worst(&before, &late), Some("refused"));
    assert_eq!(worst(&late, &behind), Some("live"));
    assert_eq!(worst(&behind, &late), Some("instance"));
    // A fifth zone takes a third bit of a small range: every subnet moves.
    let small = |design: &Design| with(design, ("cidr", "10.0.0.0/24"));
    assert_eq!(worst(&small(&late), &small(&behind)), Some("refused"));
    // A zone that is left takes its subnet with it, unless an endpoint stands in it.
    let home = |design: &Design| design.with(&Edit::set(Field::InstanceZone(1), "b")).unwrap();
    assert_eq!(worst(&late, &home(&late)), Some("instance"));
    let tied = with(&late, ("ifs", "kms"));
    assert_eq!(worst(&tied, &home(&tied)), Some("refused"));
    assert_eq!(worst(&home(&tied), &tied), Some("instance"));
}

#[test]
fn every_setting_has_a_verdict_in_both_directions() {
    let full = with(&with(&Design::default(), ("proxy", "true")), ("min", "0"));
    let full = full.with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
    let mut tried = BTreeSet::new();
    for field in Setting::all().flat_map(|row| row.fields(&full)) {
        let before = field.text(&full);
        let other = samples(&field, &full).into_iter().filter(|text| *text != before).find_map(|text| {
            full.with(&Edit::set(field.clone(), &text)).ok().filter(|it| field.text(it) == text)
        });
        let Some(other) = other else { continue };
        tried.insert(field.row().link());
        for (a, b) in [(&full, &other), (&other, &full)] {
            let found = between(a, b);
            assert!(!found.changes.is_empty(), "{field:?}");
            let told = found.changes.iter().any(|it| it.field == field);
            let guess = field.row().key().starts_with("usage.");
            assert!(told || guess, "{field:?} {:?}", found.changes);
        }
    }
    let all: BTreeSet<&str> = Setting::all().map(Setting::link).collect();
    let left: Vec<&&str> = all.difference(&tried).collect();
    // Names of the user's own, and parts that come and go by edits of their own, are in the rows above and in the cases.
    assert_eq!(left, [&"param", &"price", &"suppress", &"tag"]);
}

#[test]
fn secondaries_are_paired_by_their_region() {
    let base = Design::default().with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
    let two = base.with(&Edit::AddSecondary(Region::find("us-west-2").unwrap())).unwrap();
    let verdict = |a: &Design, b: &Design| {
        between(a, b).changes.iter().map(|it| (it.path.clone(), it.verdict.word())).collect::<Vec<_>>()
    };
    let path = |tail: &str| format!("resources[1].config.secondaries{tail}");
    assert_eq!(verdict(&base, &two), [(path("[1]"), "live")]);
    assert_eq!(verdict(&two, &base), [(path("[1]"), "refused")]);
    let open = with(&two, ("protect", "false"));
    let fewer = open.with(&Edit::RemoveSecondary(1)).unwrap();
    assert_eq!(verdict(&open, &fewer), [(path("[1]"), "resource")]);
    // Another order alone shifts the ranges that follow from it.
    let mut swapped = two.clone();
    swapped.global.as_mut().unwrap().secondaries.swap(0, 1);
    let cidr = [(path("[0].network.cidr"), "refused"), (path("[1].network.cidr"), "refused")];
    assert_eq!(verdict(&two, &swapped), cidr);
    assert_eq!(verdict(&Design::default(), &base)[0].1, "refused");
    assert_eq!(verdict(&base, &Design::default())[0].1, "refused");
}

#[test]
fn what_main_tf_sets_anyway_is_no_change() {
    let plain = Design::default();
    let set = |design: &Design, name: &str, value: &str| {
        design.with(&Edit::set(Field::Parameter(name.into()), value)).unwrap()
    };
    let verdicts = |a: &Design, b: &Design| {
        between(a, b).changes.iter().map(|it| (it.path.clone(), it.verdict.word())).collect::<Vec<_>>()
    };
    let path = |tail: &str| format!("resources[0].config.{tail}");
    for (name, value) in [("rds.force_ssl", "1"), ("log_statement", "ddl")] {
        assert_eq!(verdicts(&plain, &set(&plain, name, value)), []);
        assert_eq!(verdicts(&set(&plain, name, value), &plain), []);
    }
    let other = set(&plain, "log_statement", "mod");
    assert_eq!(verdicts(&plain, &other), [(path("parameters.log_statement"), "live")]);
    // Without the export main.tf does not set it.
    let silent = with(&plain, ("logs", ""));
    let same = set(&silent, "log_statement", "ddl");
    assert_eq!(verdicts(&silent, &same), [(path("parameters.log_statement"), "reboot")]);
    // The parameter wins over the switch.
    let held = set(&plain, "rds.force_ssl", "1");
    assert_eq!(verdicts(&held, &with(&held, ("tls", "false"))), [(path("force_tls"), "none")]);
    assert_eq!(verdicts(&plain, &with(&held, ("tls", "false"))), [(path("force_tls"), "none")]);
}

#[test]
fn a_proxy_is_made_anew_with_the_zones_of_its_subnets() {
    let base = Design::default().with(&Edit::set(Field::InstanceZone(1), "b")).unwrap();
    let proxied = with(&base, ("proxy", "true"));
    let reader = |design: &Design, zone: &str| {
        design.with(&Edit::AddReader { zone: Zone::parse(zone).ok(), tier: 2 }).unwrap()
    };
    let told = |a: &Design, b: &Design| {
        let all = between(a, b).changes.into_iter();
        all.map(|it| (it.verdict.word(), it.why.contains("proxy"))).collect::<Vec<_>>()
    };
    let (near, far) = (reader(&proxied, "c"), reader(&proxied, "d"));
    assert_eq!(told(&proxied, &near), [("live", false)]);
    assert_eq!(told(&near, &proxied), [("instance", false)]);
    assert_eq!(told(&proxied, &far), [("resource", true)]);
    assert_eq!(told(&far, &proxied), [("instance", true)]);
    assert_eq!(told(&proxied, &reader(&near, "d")), [("live", false), ("resource", true)]);
    let moved = proxied.with(&Edit::set(Field::InstanceZone(1), "d")).unwrap();
    assert_eq!(told(&proxied, &moved), [("instance", true)]);
    // One that is new takes the subnets as they come, and existing subnets stay what they are.
    assert_eq!(told(&base, &far), [("live", false), ("live", false)]);
    let existing = |design: &Design| with(design, ("net", "existing"));
    assert_eq!(told(&existing(&proxied), &existing(&far)), [("live", false)]);
}

#[test]
fn findings_go_with_what_they_are_about() {
    let base = with(&Design::default(), ("secret", "secrets_manager"));
    let two = base.with(&Edit::AddSecondary(&EU_WEST_1)).unwrap();
    let two = two.with(&Edit::AddSecondary(Region::find("us-west-2").unwrap())).unwrap();
    let names = |found: &[(Finding, String)]| {
        found.iter().map(|(it, path)| (it.rule.id, path.clone())).collect::<Vec<_>>()
    };
    // Secondaries in another order are the same secondaries.
    let mut swapped = two.clone();
    swapped.global.as_mut().unwrap().secondaries.swap(0, 1);
    let found = between(&two, &swapped);
    assert_eq!((names(&found.new), names(&found.gone)), (vec![], vec![]));
    let first = two.with(&Edit::RemoveSecondary(0)).unwrap();
    let gone = between(&two, &first).gone;
    assert!(!gone.is_empty() && gone.iter().all(|(it, _)| it.message.starts_with("eu-west-1")), "{gone:?}");
    // A second one of the same rule at the same place is another.
    let ids = |text: &str| with(&with(&Design::default(), ("net", "existing")), ("sgs", text));
    let more = between(&ids("sg-x"), &ids("sg-x,sg-y"));
    let of = |found: &[(Finding, String)]| {
        found.iter().filter(|(it, _)| it.rule.id == "network/malformed-id").count()
    };
    assert_eq!((of(&more.new), of(&more.gone)), (1, 0));
    assert!(more.new.iter().any(|(it, _)| it.message.contains("sg-y")));
    // The same with other figures is no news.
    let (less, least) =
        (with(&Design::default(), ("backup", "40")), with(&Design::default(), ("backup", "41")));
    let found = between(&less, &least);
    assert_eq!((names(&found.new), names(&found.gone)), (vec![], vec![]));
}

#[test]
fn a_made_key_that_is_left_is_told_whichever_setting_leaves_it() {
    let why = |a: &Design, b: &Design| between(a, b).changes.remove(0).why;
    let plain = Design::default();
    for left in [with(&plain, ("encrypt", "false")), with(&plain, ("kms", "aws_managed"))] {
        assert!(why(&plain, &left).contains("The key that was made stays"), "{}", why(&plain, &left));
        assert!(!why(&left, &plain).contains("The key that was made"), "{}", why(&left, &plain));
    }
}

#[test]
fn an_unknown_price_makes_no_zero_of_the_difference() {
    let mysql = with(&Design::default(), ("engine", "aurora-mysql"));
    let found = between(&with(&mysql, ("backtrack", "24")), &with(&mysql, ("backtrack", "72")));
    for page in [text(&found), markdown(&found)] {
        assert!(page.contains("Typical month, as far as known"), "{page}");
        assert!(page.contains("Backtrack: unknown") || page.contains("| Backtrack | unknown |"), "{page}");
    }
    let same = with(&mysql, ("backtrack", "24"));
    assert_eq!(between(&same, &same).lines, []);
    let known = text(&between(&mysql, &with(&mysql, ("backup", "9"))));
    assert!(known.contains("Typical month: $0.00") && !known.contains("as far as known"), "{known}");
}

#[test]
fn a_name_breaks_no_line_of_the_text() {
    let base = Design::default();
    let tag = Field::Tag("a\nb\u{1b}[31m".to_owned());
    let page = text(&between(&base, &base.with(&Edit::set(tag, "one\ntwo")).unwrap()));
    assert!(page.contains("live: tags.a\\nb\\u{1b}[31m\n  nothing -> one\\ntwo\n"), "{page}");
    assert!(!page.contains('\u{1b}'), "{page}");
}

#[test]
fn what_can_t_be_undone_and_what_stops_it_is_said() {
    let a = Design::default();
    let lost = &between(&a, &with(&a, ("db", "other"))).changes[0];
    assert!(lost.why.contains("Deletion protection stops it only after"), "{}", lost.why);
    assert!(lost.why.ends_with("It can't be undone."));
    let open = with(&a, ("protect", "false"));
    let why = &between(&open, &with(&open, ("db", "other"))).changes[0].why;
    assert!(!why.contains("Deletion protection"), "{why}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_two_designs_can_be_compared(one in any_design(), other in any_design()) {
        let found = between(&one, &other);
        prop_assert_eq!(found.worst(), found.changes.iter().map(|it| it.verdict).max());
        prop_assert!(between(&one, &one).changes.is_empty());
        // A proxy that goes and a Global Database that comes may stand at one place, each in its own file.
        let paths: BTreeSet<_> = found.changes.iter().map(|it| (it.path.as_str(), &it.field)).collect();
        prop_assert_eq!(paths.len(), found.changes.len(), "a place is told once");
        for written in [text(&found), markdown(&found), json(&found)] {
            prop_assert!(!written.is_empty());
        }
    }
}
