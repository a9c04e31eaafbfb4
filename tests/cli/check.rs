//! `check` and `rules`: findings in every format, what stands beside them, and each rule's page.

use aurora_designer::formats::yaml;
use aurora_designer::rules::{EXAMPLES, Examples};
use serde_json::{Value, json as value};

use super::{FULL, REFUSED, file, json, out, run, run_with};

#[test]
fn check_prints_findings_and_fails_on_errors_only() {
    let path = file("check", "refused.yaml", REFUSED);
    let ran = run(&["check", &path]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    // The value's own place, and for a key that is left out the place of the key it would stand under.
    let places =
        [":12:55: error: The maximum of 2 ACU", "[capacity/max-below-min]", ":9:5: note: AWS Backup is off"];
    assert!(places.iter().all(|part| ran.out.contains(part)), "{}", ran.out);
    let ran = run(&["check", &path, "--format", "json"]);
    assert_eq!(ran.code, 1);
    let findings: Value = serde_json::from_str(&ran.out).unwrap();
    let found =
        findings.as_array().unwrap().iter().find(|it| it["rule"] == "capacity/max-below-min").unwrap();
    assert_eq!(found["severity"], "error");
    assert_eq!(found["path"], "resources[0].config.serverless_v2.max_capacity");
    let edit = &found["fix"]["edits"][0];
    assert_eq!(
        (&edit["path"], &edit["from"], &edit["to"]),
        (&value!("resources[0].config.serverless_v2.max_capacity"), &value!("2"), &value!("8"))
    );
    assert_eq!(run(&["check", FULL]).code, 0);
}

#[test]
fn check_speaks_sarif() {
    let ran = run_with(&["check", "-", "--format", "sarif"], REFUSED);
    assert_eq!(ran.code, 1);
    let sarif: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(results.iter().all(|result| rules.iter().any(|rule| rule["id"] == result["ruleId"])));
    let error = results.iter().find(|result| result["level"] == "error").unwrap();
    assert_eq!(error["locations"][0]["physicalLocation"]["region"]["startLine"], 12);
}

#[test]
fn rules_are_listed_and_explained() {
    let list = json(&["rules", "--format", "json"]);
    let list = list.as_array().unwrap();
    let text = out(&["rules"]);
    for rule in list {
        let id = rule["id"].as_str().unwrap();
        assert!(text.contains(id));
        for key in ["severity", "title", "why", "source"] {
            assert!(!rule[key].as_str().unwrap().is_empty(), "{id} {key}");
        }
        assert!(rule["has_fix"].is_boolean());
    }
    let page = out(&["rules", "capacity/max-below-min"]);
    let rule = json(&["rules", "capacity/max-below-min", "--format", "json"]);
    assert!(page.contains(rule["why"].as_str().unwrap()) && page.contains(rule["source"].as_str().unwrap()));
    let wrong = run(&["rules", "capacity/min"]);
    assert!(wrong.code == 2 && wrong.err.contains("'capacity/min'"), "{}", wrong.err);
}

#[test]
fn text_ends_with_pausing_version_and_fit() {
    let text = out(&["check", FULL, "--today", "2026-11-25"]);
    let (findings, rest) = text.split_once("\n\n").unwrap();
    assert!(findings.lines().last().unwrap().ends_with("notes"), "{findings}");
    let heads: Vec<&str> = rest.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(heads, ["Pausing", "Version 17.7", "Fit"], "{rest}");
    let told = [
        "  Writer: never pauses, because ",
        " in an idle month",
        "  creatable here",
        "  open    Development",
    ];
    assert!(told.iter().all(|part| rest.contains(part)), "{rest}");
}

#[test]
fn what_sleeps_says_what_clients_need() {
    let text = out(&["check", "tests/designs/dev-sleeps.yaml"]);
    let told = [
        "  Writer: will pause after 10 min idle\n",
        "about 15 s",
        "connect timeout over 15 s",
        "do not run while",
    ];
    assert!(told.iter().all(|part| text.contains(part)), "{text}");
}

#[test]
fn a_version_is_explained_whatever_it_is() {
    let of = |version: &str| {
        let spec = REFUSED.replace("17.7", version);
        run_with(&["check", "-", "--today", "2026-11-25"], &spec).out
    };
    assert!(of("15.4").contains("Version 15.4\n  not creatable any more\n"));
    assert!(of("15.4").contains("  nearest better version: 15.10, long-term support\n"));
    assert!(of("17").contains("Version 17 (17.7)\n"));
    assert!(of("17.99").contains("Version 17.99\n  not known here; nothing of it can be checked\n"));
    assert!(!of("17.7").contains("nearest better version"));
}

#[test]
fn json_stays_the_array_and_full_holds_everything() {
    let array = json(&["check", FULL, "--format", "json", "--today", "2026-11-25"]);
    let full = json(&["check", FULL, "--format", "json", "--full", "--today", "2026-11-25"]);
    assert!(array.is_array() && full["findings"] == array);
    assert_eq!(full["version"]["version"], "17.7");
    assert_eq!((&full["version"]["lts"], &full["version"]["max_acu"]), (&value!(true), &value!(256)));
    let writer = &full["pause"]["instances"][0];
    assert_eq!(
        (&writer["instance"], &writer["pauses"], &writer["after_seconds"]),
        (&value!("Writer"), &value!("never"), &Value::Null)
    );
    let idle = writer["idle_month"].to_string();
    let text = out(&["check", FULL, "--today", "2026-11-25"]);
    assert!(text.contains(&format!("; ${idle} in an idle month")), "{idle}");
    assert_eq!(full["fit"]["signals"].as_array().unwrap().len(), 6);
    // What the file suppresses is not found there, so nothing is kept quiet.
    assert_eq!(full["suppressed"], value!([]));
    assert_eq!(run(&["fix", FULL, "--full"]).code, 2);
}

#[test]
fn an_ended_suppression_is_back_and_said() {
    let spec = format!(
        "{REFUSED}suppress:\n  - {{ rule: monitoring/alarms-unheard, reason: nobody is on call, until: 2027-01-31 }}\n"
    );
    let on = |day: &str| run_with(&["check", "-", "--today", day], &spec).out;
    let quieted = run_with(&["check", "-", "--format", "json", "--full", "--today", "2027-01-31"], &spec).out;
    let quieted: Value = serde_json::from_str(&quieted).unwrap();
    assert_eq!(
        (&quieted["suppressed"][0]["reason"], &quieted["suppressed"][0]["until"]),
        (&value!("nobody is on call"), &value!("2027-01-31"))
    );
    let (quiet, back) = (on("2027-01-31"), on("2027-02-01"));
    assert!(
        quiet.contains("Suppressed\n  monitoring/alarms-unheard, until 2027-01-31: nobody is on call\n"),
        "{quiet}"
    );
    assert!(!quiet.contains("[monitoring/alarms-unheard]"));
    assert!(
        back.contains("[monitoring/alarms-unheard]")
            && back.contains("<stdin>:16:5: note: The suppression of"),
        "{back}"
    );
}

#[test]
fn every_page_shows_examples_that_can_be_opened() {
    for Examples { rule, bad: make_bad, good: make_good } in EXAMPLES {
        let page = out(&["rules", rule.id]);
        for part in [
            rule.id,
            rule.title,
            rule.why,
            rule.source,
            "What is said of the bad example\n  ",
            "as of 2026-11-23",
        ] {
            assert!(page.contains(part), "{}: {part}", rule.id);
        }
        for fact in rule.cited() {
            let unconfirmed = if fact.confirmed { "" } else { " (unconfirmed)" };
            let told = format!("\n  {}{unconfirmed}: {}\n    As of {}: ", fact.id, fact.sentence, fact.date);
            assert!(page.contains(&told), "{}: {told}", rule.id);
            assert!(fact.sources.iter().all(|source| page.contains(source)), "{}: {}", rule.id, fact.id);
        }
        let (head, examples) = page.split_once("# Bad example\n").unwrap();
        let (bad, good) = examples.split_once("\n# Good example\n").unwrap();
        assert_eq!(yaml::read(bad).unwrap().design, make_bad(), "{}", rule.id);
        assert_eq!(yaml::read(good).unwrap().design, make_good(), "{}", rule.id);
        assert!(head.lines().count() < 40);
    }
    let page = json(&["rules", "engine/retired-version", "--format", "json"]);
    assert!(page["bad"].as_str().unwrap().contains("15.4") && page["facts"].as_array().unwrap().len() > 1);
}

#[test]
fn a_dear_remedy_is_offered_with_its_price_and_made_only_by_name() {
    let spec = include_str!("../mends/dev-that-must-stay-cheap.yaml");
    let run = |arguments: &[&str]| run_with(&[arguments, &["-", "--today", "2026-11-28"]].concat(), spec).out;
    let checked = run(&["check"]);
    assert!(checked.contains("\n  fix: Turn Performance Insights off\n"), "{checked}");
    assert!(checked.contains("\n  or: Raise the minimum to 2 ACU (idle month +$"), "{checked}");
    let fixed = run(&["fix"]);
    assert!(fixed.contains("min_capacity: 0.5") && fixed.contains("enabled: false"), "{fixed}");
    let production = spec.replace("environment: development", "environment: production");
    let run = |arguments: &[&str]| {
        run_with(&[arguments, &["-", "--today", "2026-11-28"]].concat(), &production).out
    };
    let fixed = run(&["fix"]);
    assert!(fixed.contains("min_capacity: 0.5") && !fixed.contains("type: reader"), "{fixed}");
    let asked = run(&["fix", "--rule", "capacity/min-low-for-insights"]);
    assert!(asked.contains("min_capacity: 2"), "{asked}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a figure is measured")]
fn ten_thousand_tags_are_checked_in_a_moment() {
    let seed = std::fs::read_to_string("tests/designs/seed.yaml").unwrap();
    let tags: Vec<String> = (0..10_000).map(|nth| format!("  k{nth}: v")).collect();
    let started = std::time::Instant::now();
    let ran = run_with(&["check", "-"], &format!("{seed}\ntags:\n{}\n", tags.join("\n")));
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("[names/too-many-tags]"), "{}", ran.out);
    // Key by key against all others they took minutes.
    assert!(started.elapsed() < std::time::Duration::from_secs(30), "{:?}", started.elapsed());
}

#[test]
fn a_name_stays_on_its_line() {
    let seed = std::fs::read_to_string("tests/designs/seed.yaml").unwrap();
    let ran = run_with(&["check", "-"], &format!("{seed}\ntags: {{ \"a\\e[31m\\nb\": c }}\n"));
    assert!(ran.out.contains("\n  tags.a\\u{1b}[31m\\nb\n"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
}
