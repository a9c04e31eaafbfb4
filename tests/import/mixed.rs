//! Several sources as one input, and designs of our own.

use aurora_designer::design::{Design, Edit, Field};
use aurora_designer::formats::import::{Options, import};
use aurora_designer::formats::terraform::main_tf;
use aurora_designer::formats::yaml;

use super::common::{case, folder, of, says};

#[test]
fn a_spec_and_a_main_tf_of_ours_are_read_back() {
    let design = Design::default()
        .with_all(&[
            Edit::set(Field::ProjectName, "orders"),
            Edit::set(Field::MaxCapacity, "32"),
            Edit::AddProxy,
            Edit::set(Field::Tag("team".to_owned()), "payments"),
        ])
        .unwrap();
    let spec = of(&[("aurora.yaml", &yaml::write(&design))]).unwrap();
    assert_eq!((&spec.design, spec.notices.len()), (&design, 0));
    let main = of(&[("main.tf", &main_tf(&design))]).unwrap();
    assert_eq!(main.design, design);
    assert!(says(&main, "link head"));
    // The link wins over the spec beside it.
    let both =
        of(&[("main.tf", &main_tf(&design)), ("aurora.yaml", &yaml::write(&Design::default()))]).unwrap();
    assert_eq!(both.design, design);
    let twice = of(&[("a.yaml", &yaml::write(&design)), ("b.yaml", &yaml::write(&design))]).unwrap_err();
    assert!(twice.message.contains("a.yaml, b.yaml"));
    let wrong = of(&[("aurora.yaml", "project_name: orders\nprovider: azure\n")]).unwrap_err();
    assert_eq!(wrong.place.unwrap().line, Some(2));
}

#[test]
fn beside_a_design_of_ours_nothing_else_is_read_but_series() {
    let spec = yaml::write(&Design::default());
    let both = of(&[("aurora.yaml", &spec), ("clusters.json", "{\"DBClusters\": []}")]).unwrap();
    assert_eq!(both.design, Design::default());
    assert!(says(&both, "clusters.json left out"));
}

#[test]
fn a_state_wins_over_the_text_beside_it() {
    let mut inputs = folder(&case("tf-state"));
    let text = r#"
resource "aws_rds_cluster" "records" {
  cluster_identifier      = "records"
  engine                  = "aurora-postgresql"
  engine_version          = "15"
  backup_retention_period = 2
}
resource "aws_cloudwatch_metric_alarm" "cpu" {
  namespace  = "AWS/RDS"
  dimensions = { DBClusterIdentifier = aws_rds_cluster.records.cluster_identifier }
}
"#;
    inputs.extend([("main.tf", text)].map(super::common::input));
    let both = import(&inputs, &Options::default()).unwrap();
    assert_eq!(both.design.cluster.backup_retention, 35);
    // What only the text shows is taken from it.
    assert!(both.design.cluster.alarms.enabled);
    assert_eq!(both.clusters, ["records"]);
}

#[test]
fn one_cluster_out_of_several_is_chosen_by_name() {
    let mut inputs = folder(&case("tf-literals"));
    inputs.extend(folder(&case("describe-clusters-instances")));
    let refusal = import(&inputs, &Options::default()).unwrap_err();
    assert!(refusal.message.contains("harbour-bookings") && refusal.message.contains("signal-box-cluster"));
    let options = Options { cluster: Some("signal-box-cluster".to_owned()), ..Options::default() };
    let chosen = import(&inputs, &options).unwrap();
    let expected =
        std::fs::read_to_string(case("describe-clusters-instances").with_file_name("expected.yaml")).unwrap();
    assert_eq!(yaml::write(&chosen.design), expected);
    assert!(says(&chosen, "main.tf:52 harbour-bookings another"));
}

#[test]
fn the_order_of_files_does_not_matter() {
    for name in
        ["tf-variables", "describe-global-proxy", "metrics-data", "metrics-statistics-csv", "tf-global"]
    {
        let mut inputs = folder(&case(name));
        let forth = import(&inputs, &Options::default()).unwrap();
        inputs.reverse();
        let back = import(&inputs, &Options::default()).unwrap();
        assert_eq!((forth.design, forth.notices), (back.design, back.notices), "{name}");
    }
}
