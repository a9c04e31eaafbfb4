//! What measured series fill in.

use aurora_designer::design::{Design, Instance};
use aurora_designer::facts::Acu;
use aurora_designer::formats::import::Input;
use aurora_designer::formats::import::metrics::{Members, fill};

fn input(name: &str, text: impl Into<String>) -> Input {
    Input { name: name.to_owned(), bytes: text.into().into_bytes() }
}

/// A label, an id, and the value of each point.
type Given<'a> = (&'a str, &'a str, &'a dyn Fn(usize) -> String);

/// A `get-metric-data` answer of so many points, a period apart.
fn data(series: &[Given<'_>], count: usize, period: usize) -> Input {
    let each = series.iter().map(|(label, id, value)| {
        let times: Vec<String> = (0..count).map(|it| (1_761_955_200 + it * period).to_string()).collect();
        let values: Vec<String> = (0..count).map(value).collect();
        format!(
            "{{\"Id\": \"{id}\", \"Label\": \"{label}\", \"Timestamps\": [{}], \"Values\": [{}], \"StatusCode\": \"Complete\"}}",
            times.join(", "),
            values.join(", ")
        )
    });
    input("metrics.json", format!("{{\"MetricDataResults\": [{}]}}", each.collect::<Vec<_>>().join(", ")))
}

fn filled(input: &Input, members: &Members, readers: usize) -> (Design, Vec<String>) {
    let mut design = Design::default();
    design.cluster.readers = vec![Instance::in_tier(1); readers];
    let (design, notices) = fill(&[input], members, design).unwrap();
    (design, notices.iter().map(ToString::to_string).collect())
}

fn known() -> Members {
    Members {
        cluster: Some("till".to_owned()),
        writer: Some("till-a".to_owned()),
        readers: vec!["till-b".to_owned()],
        range_given: true,
    }
}

fn has(notices: &[String], words: &[&str]) -> bool {
    notices.iter().any(|notice| words.iter().all(|word| notice.contains(word)))
}

#[test]
fn capacities_are_averaged_over_what_is_awake_and_rounded_half_up() {
    let capacity = |it: usize| if it < 50 { "0.0" } else { "1.005" }.to_owned();
    let (design, notices) =
        filled(&data(&[("till-a ServerlessDatabaseCapacity", "acu_avg", &capacity)], 200, 3600), &known(), 1);
    assert_eq!(design.usage.writer_acu.map(|it| it.to_string()).as_deref(), Some("1.01"));
    assert_eq!(design.usage.active_hours_per_month.map(|it| it.to_string()).as_deref(), Some("547.5"));
    assert_eq!(design.usage.readers_acu, None);
    assert!(has(&notices, &["metrics.json", "8.3 days", "adequate"]), "{notices:#?}");
}

#[test]
fn under_three_days_only_the_storage_is_taken() {
    let capacity = |_| "2.0".to_owned();
    let bytes = |it: usize| if it == 0 { "1" } else { "281474976710656.0" }.to_owned();
    let series: [Given<'_>; 2] = [
        ("till-a ServerlessDatabaseCapacity", "acu_avg", &capacity),
        ("VolumeBytesUsed", "bytes_avg", &bytes),
    ];
    let (design, notices) = filled(&data(&series, 71, 3600), &known(), 0);
    assert_eq!(design.usage.storage_gb.map(|it| it.to_string()).as_deref(), Some("262144"));
    assert_eq!((design.usage.writer_acu, design.usage.peak_connections), (None, None));
    assert!(has(&notices, &["71 hours", "less than 72 h", "storage_gb"]), "{notices:#?}");
    assert!(!has(&notices, &["suggested"]), "{notices:#?}");
}

#[test]
fn a_sum_is_a_number_and_an_average_is_of_five_minutes() {
    let each = |_| "300.0".to_owned();
    let of = |label| filled(&data(&[(label, "reads", &each)], 80, 3600), &known(), 0);
    let (summed, notices) = of("VolumeReadIOPs");
    assert!(has(&notices, &["no statistic is named, taken for Sum"]), "{notices:#?}");
    assert!(has(&notices, &["VolumeWriteIOPs is not in the data"]), "{notices:#?}");
    // 80 hours of 300, as 730 hours.
    assert_eq!(summed.usage.io_requests_millions.map(|it| it.to_string()).as_deref(), Some("0.22"));
    let (averaged, _) = of("VolumeReadIOPs Average");
    assert_eq!(averaged.usage.io_requests_millions.map(|it| it.to_string()).as_deref(), Some("2.63"));
}

#[test]
fn a_series_without_an_instance_counts_for_all() {
    let capacity = |_| "2.0".to_owned();
    let input = data(&[("ServerlessDatabaseCapacity", "acu_avg", &capacity)], 72, 3600);
    let (design, notices) = filled(&input, &Members::default(), 2);
    assert_eq!(design.usage.writer_acu, design.usage.readers_acu);
    assert!(has(&notices, &["does not tell its instance", "all readers"]), "{notices:#?}");
    let (design, notices) = filled(&input, &Members::default(), 0);
    assert_eq!(design.usage.readers_acu, None);
    assert!(!has(&notices, &["does not tell its instance"]), "{notices:#?}");
    let cluster = data(&[("till ServerlessDatabaseCapacity", "acu_avg", &capacity)], 72, 3600);
    let (_, notices) = filled(&cluster, &known(), 1);
    assert!(has(&notices, &["the average over its instances"]), "{notices:#?}");
}

#[test]
fn another_clusters_instance_is_left_out() {
    let (low, high) = (|_| "2.0".to_owned(), |_| "200.0".to_owned());
    let series: [Given<'_>; 2] = [
        ("till-a ServerlessDatabaseCapacity", "acu_avg_1", &low),
        ("else-1 ServerlessDatabaseCapacity", "acu_avg_2", &high),
    ];
    let (design, notices) = filled(&data(&series, 72, 3600), &known(), 1);
    assert_eq!(design.usage.writer_acu.map(|it| it.to_string()).as_deref(), Some("2"));
    assert!(has(&notices, &["names none of the cluster's instances"]), "{notices:#?}");
}

#[test]
fn utilization_stands_in_for_capacity_and_says_when_the_peak_is_unseen() {
    let percent = |it: usize| if it == 0 { "100" } else { "12.5" }.to_owned();
    let input = data(&[("till-a ACUUtilization", "util_avg", &percent)], 336, 3600);
    let (design, notices) = filled(&input, &known(), 1);
    // 16 ACU: (16 + 335 × 2) ÷ 336 = 2.0417.
    assert_eq!(design.usage.writer_acu.map(|it| it.to_string()).as_deref(), Some("2.04"));
    assert!(has(&notices, &["14 days", "good"]), "{notices:#?}");
    assert!(has(&notices, &["suggested", "min 2.5", "max 21", "unseen", "keeps"]), "{notices:#?}");
    assert_eq!(design.cluster.max_capacity, Acu::whole(16));
    // Without a maximum, a share of it says nothing.
    let (design, _) = filled(&input, &Members { range_given: false, ..known() }, 1);
    assert_eq!(design.usage.writer_acu, None);
}

#[test]
fn the_range_is_taken_where_nothing_else_gives_one() {
    let capacity = |it: usize| if it.is_multiple_of(4) { "0" } else { "3.0" }.to_owned();
    let connections = |_| "90.5".to_owned();
    let series: [Given<'_>; 2] = [
        ("ServerlessDatabaseCapacity", "acu_avg", &capacity),
        ("DatabaseConnections", "connections_max", &connections),
    ];
    let (design, notices) = filled(&data(&series, 100, 3600), &Members::default(), 0);
    assert_eq!((design.cluster.min_capacity, design.cluster.max_capacity), (Acu::ZERO, Acu::halves(9)));
    assert_eq!(design.usage.peak_connections, Some(91));
    assert!(has(&notices, &["suggested", "min 0", "max 4.5", "taken"]), "{notices:#?}");
}

#[test]
fn the_mean_need_is_by_cpu_and_connections_hold_memory() {
    let capacity = |_| "4.0".to_owned();
    let cpu = |_| "5.0".to_owned();
    let connections = |_| "300".to_owned();
    let series: [Given<'_>; 2] = [
        ("till-a ServerlessDatabaseCapacity", "acu_avg", &capacity),
        ("till-a CPUUtilization", "cpu_avg", &cpu),
    ];
    let (_, notices) = filled(&data(&series, 100, 3600), &known(), 1);
    // 5 % of 16 ACU are 0.8.
    assert!(has(&notices, &["suggested", "min 1,", "max 6 "]), "{notices:#?}");
    let with = [series[0], series[1], ("till-a DatabaseConnections", "conn_max", &connections as _)];
    let (_, notices) = filled(&data(&with, 100, 3600), &known(), 1);
    // 300 connections of 10 MB at 2 GiB an ACU are 1.397.
    assert!(has(&notices, &["suggested", "min 1.5,"]), "{notices:#?}");
}

#[test]
fn pages_are_joined_and_what_is_missing_is_said() {
    let page = |first: usize, token: &str| {
        let capacity = |_| "2.0".to_owned();
        let Input { bytes, .. } = data(&[("ServerlessDatabaseCapacity", "acu_avg", &capacity)], 40, 3600);
        let text = String::from_utf8(bytes).unwrap();
        let moved = (0..40).rev().fold(text, |text, it| {
            text.replace(
                &(1_761_955_200 + it * 3600).to_string(),
                &format!("\"{}\"", 1_762_955_200 + (first + it) * 3600),
            )
        });
        input(&format!("page-{first}.json"), moved.replacen('{', &format!("{{\"NextToken\": {token}, "), 1))
    };
    let pages = [page(0, "\"MARKER\""), page(40, "null")];
    let inputs: Vec<&Input> = pages.iter().collect();
    let (design, notices) = fill(&inputs, &Members::default(), Design::default()).unwrap();
    assert_eq!(design.usage.writer_acu.map(|it| it.to_string()).as_deref(), Some("2"));
    let notices: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert!(has(&notices, &["page-0.json", "NextToken"]), "{notices:#?}");
    assert!(!has(&notices, &["MARKER"]) && !has(&notices, &["page-40.json", "NextToken"]), "{notices:#?}");
    assert!(has(&notices, &["page-0.json", "3.3 days", "short"]), "{notices:#?}");
}

#[test]
fn other_metrics_and_empty_series_are_nothing() {
    let text = r#"{"MetricDataResults": [{"Id": "a", "Label": "FreeLocalStorage", "Timestamps": [1761955200], "Values": [1]},
        {"Id": "b", "Label": "VolumeBytesUsed", "Timestamps": [], "Values": []}]}"#;
    let (design, notices) = filled(&input("m.json", text), &known(), 1);
    assert_eq!(design.usage, Design::default().usage);
    assert!(has(&notices, &["FreeLocalStorage", "no metric that tells usage"]), "{notices:#?}");
    let statistics = r#"{"Label": "FreeLocalStorage", "Datapoints": []}"#;
    assert!(fill(&[&input("m.json", statistics)], &known(), Design::default()).is_ok());
}

#[test]
fn what_is_no_series_has_a_place() {
    let refused =
        |text: &str| fill(&[&input("a/m.json", text)], &known(), Design::default()).unwrap_err().to_string();
    assert!(refused("{}").starts_with("a/m.json:1: expected the answer"));
    let wrong =
        "{\"Label\": \"CPUUtilization\",\n\"Datapoints\": [{\"Timestamp\": 1761955200, \"Average\": NaN}]}";
    assert_eq!(refused(wrong), "a/m.json:2: NaN is no number; leave the point out");
}

#[test]
fn an_answer_as_yaml_is_the_same() {
    let head = "Label: DatabaseConnections\nDatapoints:\n";
    let text = (0..80).fold(head.to_owned(), |text, it| {
        format!(
            "{text}- Maximum: 12.0\n  Timestamp: '2026-11-{:02}T{:02}:00:00+00:00'\n  Unit: Count\n",
            1 + it / 24,
            it % 24
        )
    });
    let (design, notices) = filled(&input("m.yaml", text), &known(), 0);
    assert_eq!(design.usage.peak_connections, Some(12), "{notices:#?}");
    let wrong = fill(&[&input("m.yaml", "Datapoints: [\n")], &known(), Design::default());
    assert!(wrong.unwrap_err().to_string().contains("no answer of CloudWatch as YAML"));
}
