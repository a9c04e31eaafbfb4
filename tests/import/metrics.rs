//! Measured series beside a spec or what runs.

use aurora_designer::formats::yaml;

use super::common::{assert_says, notices, of, says};

const SPEC: &str = "project_name: kiosk\nprovider: aws\narchitecture_type: rds_aurora\nresources:\n  - id: aurora-cluster\n    type: aws_rds_aurora\n    name: kiosk\n    provider: aws\n    config: {}\n";

/// Hourly rows from the first of November.
fn csv(head: &str, hours: usize, cells: impl Fn(usize) -> String) -> String {
    let rows = (0..hours)
        .map(|hour| format!("2026-11-{:02}T{:02}:00:00Z,{}\r\n", 1 + hour / 24, hour % 24, cells(hour)));
    format!("{head}\r\n{}", rows.collect::<String>())
}

#[test]
fn a_table_fills_usage_and_gaps_are_gaps() {
    let head = "Time,kiosk-1 ServerlessDatabaseCapacity Average,writer DatabaseConnections Maximum";
    let text = csv(head, 96, |hour| if hour % 2 == 0 { "3,".to_owned() } else { format!("5,{hour}") });
    let import = of(&[("spec.yaml", SPEC), ("t.csv", &text)]).unwrap();
    let spec = yaml::write(&import.design);
    assert!(spec.contains("writer: 4\n") && spec.contains("readers: 4\n"), "{spec}");
    assert!(spec.contains("peak_connections: 95"), "{spec}");
    assert_says(&import, "t.csv 4 days short");
    assert_says(&import, "suggested min 4 max 7.5");
}

#[test]
fn days_decide_on_the_grade() {
    for (hours, words) in
        [(71, "71 hours 72"), (72, "3 days short"), (168, "7 days adequate"), (336, "14 days good")]
    {
        let text = csv("Time,writer ServerlessDatabaseCapacity Average", hours, |_| "2".to_owned());
        let import = of(&[("spec.yaml", SPEC), ("t.csv", &text)]).unwrap();
        assert_says(&import, words);
        assert_eq!(says(&import, "suggested"), hours > 71, "{:#?}", notices(&import));
        assert_eq!(yaml::write(&import.design).contains("writer: 2"), hours > 71);
    }
}

#[test]
fn series_alone_are_no_design() {
    let text = csv("Time,ServerlessDatabaseCapacity", 72, |_| "2".to_owned());
    let refusal = of(&[("t.csv", &text)]).unwrap_err().to_string();
    assert!(refusal.contains("Add what runs them"), "{refusal}");
}

#[test]
fn what_is_no_number_has_its_place() {
    let text =
        csv("Time,ServerlessDatabaseCapacity", 72, |hour| if hour == 5 { "NaN" } else { "1" }.to_owned());
    let refusal = of(&[("spec.yaml", SPEC), ("t.csv", &text)]).unwrap_err().to_string();
    assert!(refusal.starts_with("t.csv:7: NaN is no number"), "{refusal}");
}
