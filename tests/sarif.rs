//! What `check --format sarif` prints is SARIF 2.1.0 by the published schema, and what code scanning needs of it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use aurora_designer::formats::yaml;
use aurora_designer::rules::ALL;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

/// The schema of OASIS, as its repository has it.
const SCHEMA: &str = include_str!("data/sarif-schema-2.1.0.json");

fn schema() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let place = "https://example.com/sarif.json";
    compiler.add_resource(place, serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let index = compiler.compile(place, &mut schemas).unwrap();
    (schemas, index)
}

fn check(spec: &str) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aurora-designer"))
        .args(["check", "-", "--format", "sarif", "--today", "2026-11-25"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(spec.as_bytes()).unwrap();
    serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap()
}

fn results(sarif: &Value) -> &Vec<Value> {
    sarif["runs"][0]["results"].as_array().unwrap()
}

fn hostile() -> String {
    std::fs::read_to_string("tests/designs/hostile.yaml").unwrap()
}

#[test]
fn the_published_schema_holds_for_every_design() {
    let (schemas, index) = schema();
    let mut judged = 0;
    for entry in std::fs::read_dir("tests/designs").unwrap() {
        let path = entry.unwrap().path();
        let sarif = check(&std::fs::read_to_string(&path).unwrap());
        if let Err(error) = schemas.validate(&sarif, index) {
            panic!("{}: {error}", path.display());
        }
        judged += results(&sarif).len();
    }
    assert!(judged > 20, "{judged}");
}

#[test]
fn the_schema_is_not_taken_for_granted() {
    let (schemas, index) = schema();
    let good = check(&hostile());
    for (pointer, wrong) in [
        ("/version", Value::from("2.0.0")),
        ("/runs/0/tool/driver/name", Value::Null),
        ("/runs/0/results/0/level", Value::from("fatal")),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", Value::from(0)),
        ("/runs/0/columnKind", Value::from("bytes")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = wrong;
        assert!(schemas.validate(&bad, index).is_err(), "{pointer}");
    }
}

#[test]
fn every_rule_has_help_and_a_page() {
    let sarif = check(&hostile());
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), ALL.len());
    for (described, rule) in rules.iter().zip(ALL) {
        assert_eq!(described["id"], rule.id);
        for text in ["/help/text", "/help/markdown"] {
            let help = described.pointer(text).and_then(Value::as_str).unwrap();
            assert!(help.contains(rule.why) && help.contains(rule.source), "{}", rule.id);
        }
        assert!(described["helpUri"].as_str().unwrap().starts_with("https://"), "{}", rule.id);
        assert_eq!(described["defaultConfiguration"]["level"], described_level(rule));
    }
}

fn described_level(rule: &aurora_designer::rules::Rule) -> &'static str {
    use aurora_designer::design::Word as _;
    rule.severity.word()
}

#[test]
fn a_result_points_at_its_setting_in_the_file() {
    let spec = hostile();
    let sarif = check(&spec);
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results(&sarif) {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0];
        let region = &place["physicalLocation"]["region"];
        let path = place["logicalLocations"][0]["fullyQualifiedName"].as_str().unwrap();
        let (line, column) = yaml::locate(&spec, path);
        assert_eq!(
            (region["startLine"].as_u64(), region["startColumn"].as_u64()),
            (Some(line as u64), Some(column as u64))
        );
        assert!(line <= spec.lines().count(), "{path}");
        assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "%3Cstdin%3E");
    }
}

fn fingerprints(sarif: &Value) -> Vec<String> {
    let of = |result: &Value| result["partialFingerprints"]["ruleAndSetting/v1"].as_str().unwrap().to_owned();
    results(sarif).iter().map(of).collect()
}

#[test]
fn fingerprints_differ_and_outlive_lines_numbers_and_order() {
    let spec = std::fs::read_to_string("tests/designs/seed.yaml").unwrap();
    let before = check(&spec);
    let all = fingerprints(&before);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    // Comments move every line, a new maximum changes messages, and the proxy comes first.
    let (head, resources) = spec.split_once("resources:\n").unwrap();
    let proxy = resources.find("  - id: db-proxy").unwrap();
    let (cluster, proxy) = resources.split_at(proxy);
    let changed = format!("# one\n# two\n{head}resources:\n{}\n{cluster}", proxy.trim_end());
    let changed = changed.replace("max_capacity: 16", "max_capacity: 32");
    let after = check(&changed);
    assert_eq!(fingerprints(&after), all);
    assert_ne!(results(&before), results(&after));
    // The fingerprint of a published finding never changes.
    let retired = results(&before).iter().position(|it| it["ruleId"] == "engine/retired-version").unwrap();
    assert_eq!(all[retired], "58be4bdea0f2f06e:1");
}
