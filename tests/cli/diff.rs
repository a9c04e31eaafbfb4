//! `diff`: its three forms, what it reads, and when it ends with which exit code.

use super::{FULL, folder, json, out, run, run_with};

const BEFORE: &str = include_str!("../designs/compare-before.yaml");
const AFTER: &str = "tests/designs/compare-after.yaml";
const OLD: &str = "tests/designs/compare-before.yaml";
const TODAY: &str = "--today=2026-11-28";

/// The output of a comparison that finds changes.
fn differs(arguments: &[&str]) -> String {
    let ran = run(&[&["diff", TODAY], arguments].concat());
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{arguments:?}");
    ran.out
}

#[test]
fn each_form_is_as_it_was_looked_at() {
    for (format, name) in [("text", "diff.txt"), ("json", "diff.json"), ("markdown", "diff.md")] {
        let printed = differs(&[OLD, AFTER, "--format", format]);
        let path = format!("tests/golden/{name}");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &printed).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(printed == golden, "{path} differs; UPDATE_GOLDEN=1 rewrites it:\n{printed}");
    }
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let page: serde_json::Value = serde_json::from_str(&differs(&[OLD, AFTER, "--format=json"])).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&page), ["changes", "cost", "findings", "worst"]);
    assert_eq!(keys(&page["changes"][0]), ["from", "path", "source", "to", "verdict", "why"]);
    assert_eq!(keys(&page["cost"]), ["ceiling", "idle", "typical"]);
    assert_eq!(keys(&page["findings"]), ["gone", "new"]);
    // The bill's difference is that of `cost --compare`.
    let bills = json(&["cost", AFTER, "--compare", OLD, "--format=json", TODAY]);
    assert_eq!(page["cost"], bills["difference"]);
}

#[test]
fn nothing_that_changes_ends_with_0() {
    assert_eq!(out(&["diff", FULL, FULL]), "No setting changes.\n");
    let page = json(&["diff", FULL, FULL, "--format=json"]);
    assert_eq!((page["worst"].as_str(), page["changes"].as_array().unwrap().len()), (Some("none"), 0));
}

#[test]
fn a_limit_lets_milder_changes_pass() {
    let code = |limit: &str| run(&["diff", OLD, AFTER, "--fail-on", limit]).code;
    // The worst is a restart by the new port.
    assert_eq!(["none", "live", "outage", "refused", "data_loss"].map(code), [1, 1, 1, 0, 0]);
    let unknown = run(&["diff", OLD, AFTER, "--fail-on", "horror"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("data_loss"), "{}", unknown.err);
}

#[test]
fn links_and_standard_input_are_read_as_well() {
    let link = out(&["link", OLD]);
    let address = format!("https://example.com/#{}", link.trim());
    assert_eq!(run(&["diff", &address, OLD]).code, 0);
    assert_eq!(run_with(&["diff", "-", OLD], BEFORE).code, 0);
    assert_eq!(run_with(&["diff", "-", OLD], &link).code, 0);
    let cut = run(&["diff", address.get(..address.len() - 3).unwrap(), OLD]);
    assert!(cut.err.starts_with("link:1:1: "), "{}", cut.err);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let folder = folder("diff");
    let broken = folder.join("broken.yaml");
    std::fs::write(&broken, BEFORE.replace("port:", "prot:")).unwrap();
    let ran = run(&["diff", OLD, broken.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("broken.yaml:") && ran.err.contains("port"), "{}", ran.err);
    assert_eq!(run(&["diff", "-", "-"]).code, 2);
    assert_eq!(run(&["diff", OLD, "nowhere.yaml"]).code, 2);
}
