//! `diff`: what a change does, in each of its forms, and the exit code that a job of CI goes by.

use super::*;

/// A spec with another maximum, and one that loses its data.
fn specs() -> [String; 3] {
    let seed = std::fs::read_to_string("tests/designs/seed.yaml").unwrap();
    let max = seed.replace("max_capacity: 16", "max_capacity: 32");
    assert_ne!(seed, max);
    let lost = seed.replace("encryption: true", "encryption: false");
    assert_ne!(seed, lost);
    [seed, max, lost]
}

fn diff(other: &str, more: &[&str]) -> Ran {
    let arguments = [&["diff", "tests/designs/seed.yaml", "-", "--today", "2026-11-28"], more].concat();
    run_with(&arguments, other)
}

#[test]
fn the_exit_code_says_whether_something_differs_and_how_bad_it_is() {
    let [seed, max, lost] = specs();
    assert_eq!(diff(&seed, &[]).code, 0);
    assert_eq!(diff(&max, &[]).code, 1);
    assert_eq!(diff(&max, &["--fail-on", "outage"]).code, 0);
    assert_eq!(diff(&max, &["--fail-on", "reboot"]).code, 1);
    assert_eq!(diff(&lost, &["--fail-on", "data_loss"]).code, 1);
    assert_eq!(diff("nonsense", &[]).code, 2);
    assert_eq!(diff(&max, &["--fail-on", "sometimes"]).code, 2);
}

#[test]
fn json_holds_changes_cost_and_findings() {
    let [_, max, _] = specs();
    let page: Value = serde_json::from_str(&diff(&max, &["--format", "json"]).out).unwrap();
    assert_eq!(page["worst"], "reboot");
    let change = &page["changes"][0];
    assert_eq!(change["path"], "resources[0].config.serverless_v2.max_capacity");
    assert_eq!((&change["from"], &change["to"]), (&json!("16"), &json!("32")));
    assert!(change["source"].as_str().unwrap().starts_with("https://"));
    assert!(page["cost"]["ceiling"].as_f64().unwrap() > 0.0);
    assert_eq!(page["cost"]["idle"], 0.0);
    assert!(page["findings"]["new"].is_array() && page["findings"]["gone"].is_array());
}

#[test]
fn text_and_markdown_put_the_worst_first() {
    let [_, _, lost] = specs();
    let lost = lost.replace("max_capacity: 16", "max_capacity: 32");
    let text = diff(&lost, &[]).out;
    assert!(
        text.starts_with("Worst: data_loss, replaces the cluster with an empty one.\n\ndata_loss: "),
        "{text}"
    );
    let page = diff(&lost, &["--format", "markdown"]).out;
    assert!(
        page.contains("| **`data_loss`** | resources\\[0\\].config.encryption | true | false |"),
        "{page}"
    );
    assert!(page.contains("| Ceiling month | +$"), "{page}");
}

#[test]
fn a_link_can_be_compared_too() {
    let link = run_with(&["link", "tests/designs/seed.yaml"], "").out;
    let ran = run_with(&["diff", link.trim(), "tests/designs/seed.yaml"], "");
    assert_eq!((ran.code, ran.out.as_str()), (0, "Nothing differs.\n"));
}
