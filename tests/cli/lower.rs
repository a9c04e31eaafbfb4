//! `cost --lower`: what would lower a bill, in each of its forms.

use super::*;

fn json_of(file: &str) -> Value {
    let ran = run_with(&["cost", file, "--lower", "--format", "json", "--today", "2026-11-28"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn every_change_says_what_it_saves_what_it_gives_up_and_how_it_is_made() {
    let page = json_of(FULL);
    let all = page["lower"].as_array().unwrap();
    assert!(all.len() > 5, "{page}");
    let typical = |it: &Value| it["saves"]["typical"].as_f64().unwrap();
    assert!(all.is_sorted_by(|one, next| typical(one) >= typical(next)));
    for it in all {
        assert!(it["gives_up"].as_str().unwrap().ends_with('.'), "{it}");
        let saves = ["idle", "typical", "ceiling"].map(|month| it["saves"][month].as_f64().unwrap());
        assert!(saves[1] > 0.0 || saves[1] == 0.0 && saves.iter().any(|usd| *usd > 0.0), "{it}");
        assert_eq!(it["edits"].as_array().unwrap().is_empty(), it["id"] == "provisioned", "{it}");
    }
}

#[test]
fn the_spec_after_a_change_costs_so_much_less() {
    let spec = std::fs::read_to_string("tests/designs/seed.yaml").unwrap();
    let page = json_of("tests/designs/seed.yaml");
    let tier = page["lower"].as_array().unwrap().iter().find(|it| it["id"] == "remove-proxy").unwrap();
    let before = page["typical"].as_f64().unwrap();
    let from = spec.find("  - id: db-proxy").unwrap();
    let rest = spec[from..].find("\nusage:").map_or(spec.len(), |at| from + at + 1);
    let without = format!("{}{}", &spec[..from], &spec[rest..]);
    let ran = run_with(&["cost", "-", "--format", "json", "--today", "2026-11-28"], &without);
    let after: Value = serde_json::from_str(&ran.out).unwrap();
    let saved = before - after["typical"].as_f64().unwrap();
    assert!((saved - tier["saves"]["typical"].as_f64().unwrap()).abs() < 0.011, "{saved} {tier}");
}

#[test]
fn it_is_written_for_people_for_a_spreadsheet_and_for_a_pull_request() {
    for (format, begins) in
        [("text", ""), ("csv", "id,change,saves_idle"), ("markdown", "# What would lower")]
    {
        let ran = run_with(&["cost", FULL, "--lower", "--format", format, "--today", "2026-11-28"], "");
        assert_eq!(ran.code, 0);
        assert!(ran.out.starts_with(begins) && ran.out.contains("tier 2"), "{}", ran.out);
    }
    let ran = run_with(&["cost", FULL, "--lower", "--compare", FULL], "");
    assert_eq!(ran.code, 2);
}
