//! `simulate` and `size`: the worked figures, the three ways to a load, and every refusal without a number.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{FULL, REFUSED, file, json as answer, run, run_with};

/// A CSV of every minute's CPU, from 2026-11-01 on.
pub(super) fn minutes(count: u32, cpu: impl Fn(u32) -> String) -> String {
    let mut text = "timestamp,CPUUtilization,CPUUtilization:Maximum\n".to_owned();
    for minute in 0..count {
        let value = cpu(minute);
        let _ = writeln!(text, "{},{value},{value}", 1_793_491_200 + minute * 60);
    }
    text
}

/// A spec of a writer alone.
fn spec(name: &str, range: &str, usage: &str) -> String {
    let text = REFUSED.replace("min_capacity: 8, max_capacity: 2", range);
    let alone = "      instances: [{ type: writer }]\n";
    file(name, "aurora.yaml", &format!("{text}{alone}{usage}"))
}

#[test]
fn a_worked_example_comes_out_exactly() {
    let spec = spec("simulate-x2", "min_capacity: 1, max_capacity: 32", "");
    let load = r#"{"point_seconds": 1, "start_acu": 10.5, "instances": [{"wanted_acu": {"acu": 0.0, "points": 900}}]}"#;
    let load = file("simulate-x2-load", "load.json", load);
    let out = answer(&["simulate", &spec, "--load", &load, "--platform", "1", "--format", "json"]);
    let plan = &out["instances"][0]["edges"]["plan"];
    assert_eq!(plan["changes"], json!([[1, 10.5], [300, 5.5], [444, 3], [544, 1.5], [644, 1]]));
    assert_eq!((&plan["acu_seconds"], &plan["usd"]), (&json!(4638.5), &json!(0.154617)));
    assert_eq!((&out["platform"], &out["point_seconds"]), (&json!(1), &json!(1)));
    let one = answer(&["simulate", &spec, "--load", &load, "--edge", "low", "--format", "json"]);
    assert_eq!(one["instances"][0]["edges"].as_object().unwrap().keys().collect::<Vec<_>>(), ["low"]);
    let csv =
        run(&["simulate", &spec, "--load", &load, "--platform", "1", "--edge", "plan", "--format", "csv"]);
    assert_eq!(
        csv.out,
        "instance,edge,second,acu\n0,plan,1,10.5\n0,plan,300,5.5\n0,plan,444,3\n0,plan,544,1.5\n0,plan,644,1\n"
    );
}

#[test]
fn the_load_of_the_spec_is_that_of_the_command_line() {
    let usage = "usage: { load: { preset: office_hours, base_acu: 2, peak_acu: 8 }, platform_version: 2 }\n";
    let range = "min_capacity: 1, max_capacity: 16";
    let (with, without) = (spec("simulate-usage", range, usage), spec("simulate-plain", range, ""));
    let asked = ["simulate", &without, "--load", "office_hours:2:8", "--platform", "2", "--format", "json"];
    assert_eq!(answer(&["simulate", &with, "--format", "json"]), answer(&asked));
    let text = run(&["simulate", &with]).out;
    assert!(
        text.contains("at least") && text.contains("at most") && text.contains("Not simulated:"),
        "{text}"
    );
}

#[test]
fn a_load_on_standard_input_is_read_as_csv() {
    let spec = spec("simulate-stdin", "min_capacity: 1, max_capacity: 4", "");
    let ran =
        run_with(&["simulate", &spec, "--load", "-", "--format", "json"], "second,wanted_acu\n0,8\n100,0\n");
    let out: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(out["instances"][0]["edges"]["plan"]["unserved_acu_seconds"], json!(224));
}

/// What is refused: exit code 1, a reason, and no number on standard output.
fn refused(arguments: &[&str], reason: &str) {
    let ran = run(arguments);
    assert_eq!(ran.code, 1, "{arguments:?}: {}{}", ran.out, ran.err);
    assert!(ran.err.contains(reason), "{arguments:?}: {}", ran.err);
    assert_eq!(ran.out, "", "{arguments:?}");
    if arguments[0] == "size" {
        let ran = run(&[arguments, &["--format", "json"]].concat());
        let out: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &out["grade"]), (1, &json!("refused")), "{arguments:?}");
        assert_eq!(out.as_object().unwrap().keys().collect::<Vec<_>>(), ["grade", "reasons"]);
    }
}

#[test]
fn what_gives_no_number_is_refused_with_its_reason() {
    let metrics = |name: &str, text: &str| file(name, "cpu.csv", text);
    let good = metrics("size-good", &minutes(5000, |_| "20".to_owned()));
    let size = |file: &str, reason: &str| refused(&["size", file, "--max", "16"], reason);
    size(
        &metrics("size-short", &minutes(72 * 60 - 1, |_| "20".to_owned())),
        "the data span 71 h 59 min; fetch 72 hours",
    );
    size(
        &metrics("size-nan", &minutes(5000, |it| if it == 9 { "NaN" } else { "20" }.to_owned())),
        "cpu.csv:11:2: NaN is no number",
    );
    size(
        &metrics("size-negative", &minutes(5000, |it| if it == 9 { "-1" } else { "20" }.to_owned())),
        "-1 is below 0",
    );
    size(&metrics("size-empty", ""), "no column names a metric");
    let twice = format!("{}1793491200,21,21\n", minutes(5000, |_| "20".to_owned()));
    size(&metrics("size-twice", &twice), "two different values for the same time, 2026-11-01 00:00 UTC");
    let two = "timestamp,orders-1 CPUUtilization,orders-2 CPUUtilization\n1793491200,1,2\n";
    size(&metrics("size-two", two), "more than one instance (orders-1, orders-2)");
    let cluster = "timestamp,orders-cluster CPUUtilization\n1793491200,1\n";
    size(&metrics("size-cluster", cluster), "is the average over the cluster's instances");
    refused(&["size", &good], "the maximum of the measured cluster is not known");
    let (falling, empty) = (
        spec("simulate-falling", "min_capacity: 8, max_capacity: 2", ""),
        file("no-load", "l.json", r#"{"point_seconds": 1, "instances": []}"#),
    );
    refused(
        &["simulate", &falling, "--load", "weekly:1:4"],
        "the maximum of 2 ACU lies below the minimum of 8 ACU",
    );
    refused(&["simulate", FULL, "--load", &empty], "the load has no points");
    refused(&["simulate", FULL, "--load", "weekly:4:2"], "the peak of 2 ACU lies below the base of 4 ACU");
    let million = r#"{"point_seconds": 60, "instances": [{"wanted_acu": {"acu": 1, "points": 1000000}}]}"#;
    refused(&["simulate", FULL, "--load", &file("million", "l.json", million)], "525600 are the most");
    refused(&["size", "--load", "weekly:1:600"], "no range of Aurora carries this load");
    refused(&["simulate", FULL], "names no load");
    assert_eq!(run(&["size", "missing.csv", "--max", "16"]).code, 2);
    assert_eq!(run(&["size"]).code, 2);
}

#[test]
fn aws_figures_alone_are_exact() {
    let out = answer(&["size", "--aws", "db.r7g.2xlarge:40:65", "--connections", "200", "--format", "json"]);
    assert_eq!(out, json!({"aws": {"min": 8, "typical": 13.5, "peak": 21, "max": 27.5}}));
    assert_eq!(run(&["size", "--aws", "db.r7g.2xlarge:40"]).code, 2);
}

#[test]
fn a_measured_month_is_sized_with_its_grade() {
    let text = minutes(15 * 1440, |it| if it % 1440 < 60 { "70" } else { "10" }.to_owned());
    let good = file("size-month", "cpu.csv", &text);
    let out = answer(&["size", &good, "--max", "16", "--format", "json"]);
    assert_eq!((&out["grade"], &out["reasons"]), (&json!("good"), &json!([])));
    // 70 % of 16 is 11.2 busy ACU: 14.4 wanted, up 14.5; AWS: 1.3 times 11.5 is 15.
    assert_eq!((&out["aws"]["peak"], &out["aws"]["max"]), (&json!(11.5), &json!(15)));
    assert_eq!((&out["ours"]["min"], &out["ours"]["max"]), (&json!(0.5), &json!(15)));
    assert_eq!(out["ours"]["floors"][0]["acu"], json!(0.5));
    assert!(out["smaller"].as_array().unwrap().len() <= 8);
    let raised = answer(&["size", &good, "--max", "16", "--working-set", "9", "--format", "json"]);
    assert_eq!(raised["ours"]["min"], json!(4.5));
    let plain = run(&["size", &good, "--max", "16"]);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    assert!(plain.out.contains("Grade: good") && plain.out.contains("AWS' rule"), "{}", plain.out);
    let made = answer(&["size", "--load", "office_hours:1:8", "--format", "json"]);
    assert_eq!(made["grade"], json!("provisional"));
}

#[test]
fn ten_megabytes_are_read() {
    let mut points = String::new();
    for minute in 0..100_000 {
        let _ = writeln!(
            points,
            "{}{{\"Timestamp\": {}, \"Average\": {}.123456789, \"Maximum\": 50, \"Unit\": \"Percent\"}}",
            if minute == 0 { "" } else { "," },
            1_793_491_200 + minute * 60,
            10 + minute % 30
        );
    }
    let text = format!(
        "{{\"Label\": \"CPUUtilization\", \"Datapoints\": [{points}], \"Padding\": \"{}\"}}",
        "x".repeat(2_000_000)
    );
    assert!(text.len() > 10_000_000);
    let big = file("size-big", "cpu.json", &text);
    assert_eq!(answer(&["size", &big, "--max", "16", "--format", "json"])["grade"], json!("good"));
}

/// The rules that a check with this load finds beyond one without.
fn added(spec: &str, load: &str) -> Vec<String> {
    let rules = |arguments: &[&str]| -> Vec<String> {
        let found: Value = serde_json::from_str(&run(arguments).out).unwrap();
        found.as_array().unwrap().iter().map(|it| it["rule"].as_str().unwrap().to_owned()).collect()
    };
    let without = rules(&["check", spec, "--format", "json"]);
    let mut with = rules(&["check", spec, "--format", "json", "--load", load]);
    with.retain(|rule| !without.contains(rule));
    with
}

#[test]
fn a_check_under_a_load_finds_what_only_shows_there() {
    let wide = spec("check-wide", "min_capacity: 0.5, max_capacity: 16", "");
    assert_eq!(added(&wide, "office_hours:6:16"), ["capacity/min-far-below-load"]);
    assert_eq!(added(&wide, "office_hours:1:16"), [""; 0]);
    assert_eq!(added(&wide, "spiky_api:1:24"), ["capacity/max-below-load"]);

    let sleeper = spec("check-sleeper", "min_capacity: 0, max_capacity: 4", "");
    let visits = |every: usize| {
        let wanted: Vec<f64> = (0..1440).map(|it| if it % every == 0 { 0.5 } else { 0.0 }).collect();
        let away: Vec<bool> = (0..1440).map(|it| it % every != 0).collect();
        let load = json!({
            "point_seconds": 60,
            "instances": [{ "wanted_acu": wanted, "no_user_connection": away }],
        });
        file(&format!("check-every-{every}"), "load.json", &load.to_string())
    };
    let costly = ["pause/costs-more-than-it-saves", "pause/wakes-every-few-minutes"];
    assert_eq!(added(&sleeper, &visits(10)), costly);
    assert_eq!(added(&sleeper, &visits(25)), costly[1..]);
    assert_eq!(added(&sleeper, &visits(90)), [""; 0]);
    assert_eq!(added(&wide, &visits(10)), [""; 0]);
    assert_eq!(added(&sleeper, "sleeping_dev:0.5:2"), [""; 0]);

    let crowd =
        json!({ "point_seconds": 60, "instances": [{ "wanted_acu": [4, 4], "connections": [10, 6000] }] });
    let crowd = file("check-crowd", "load.json", &crowd.to_string());
    assert_eq!(added(&wide, &crowd), ["capacity/peak-over-connections", "capacity/min-far-below-load"]);
}

#[test]
fn the_load_of_the_spec_is_checked_without_being_asked_for() {
    let usage = "usage: { load: { preset: weekly, base_acu: 4, peak_acu: 40 } }\n";
    let loaded = spec("check-usage", "min_capacity: 0.5, max_capacity: 16", usage);
    let text = run(&["check", &loaded]).out;
    assert!(text.contains("[capacity/max-below-load]") && text.contains("up to 40 ACU"), "{text}");
    assert!(text.contains("[capacity/min-far-below-load]"), "{text}");
    let refused = run(&["check", &loaded, "--load", "weekly:8:4"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("the peak of 4 ACU lies below the base of 8 ACU"), "{}", refused.err);
}
