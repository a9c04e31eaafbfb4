//! Quirks of Terraform's text, from file to design.

use super::common::{assert_says, of, says};
use aurora_designer::formats::import::Import;

/// A cluster with one instance, and more arguments of the cluster.
fn cluster(more: &str) -> Import {
    file(&format!("{more}\n"), "")
}

fn file(more: &str, beside: &str) -> Import {
    let text = format!(
        "provider \"aws\" {{\n  region = \"eu-west-1\"\n}}\n{beside}\nresource \"aws_rds_cluster_instance\" \"a\" {{\n  cluster_identifier = aws_rds_cluster.a.id\n  instance_class     = \"db.serverless\"\n}}\nresource \"aws_rds_cluster\" \"a\" {{\n  cluster_identifier = \"orders\"\n  engine = \"aurora-postgresql\"\n  serverlessv2_scaling_configuration {{\n    min_capacity = 1\n    max_capacity = 4\n  }}\n{more}}}\n"
    );
    of(&[("main.tf", &text)]).unwrap()
}

#[test]
fn a_version_may_be_a_prefix_or_a_number() {
    assert_eq!(cluster("engine_version = \"16\"").design.engine_version(), "16");
    assert_eq!(cluster("engine_version = 15.4").design.engine_version(), "15.4");
    let lost = cluster("engine_version = 15.10");
    assert_eq!(lost.design.engine_version(), "15.1");
    assert_says(&lost, "engine_version 15.1 quote");
}

#[test]
fn windows_and_storage_are_read_in_any_spelling() {
    let import = cluster("preferred_maintenance_window = \"Mon:00:00-Mon:03:00\"\nstorage_type = \"\"\n");
    assert_eq!(import.design.cluster.maintenance_window.to_string(), "mon:00:00-mon:03:00");
}

#[test]
fn an_instance_finds_its_cluster_by_every_kind_of_reference() {
    for reference in [
        "aws_rds_cluster.b[0].id",
        "aws_rds_cluster.b[0].cluster_identifier",
        "one(aws_rds_cluster.b[*].id)",
        "join(\"\", aws_rds_cluster.b[*].id)",
        "element(aws_rds_cluster.b.*.cluster_identifier, 0)",
        "\"invoices\"",
        "aws_rds_cluster_instance.first.cluster_identifier",
    ] {
        let text = format!(
            "resource \"aws_rds_cluster\" \"b\" {{\n  count = 1\n  cluster_identifier = \"invoices\"\n  engine = \"aurora-mysql\"\n}}\nresource \"aws_rds_cluster_instance\" \"first\" {{\n  cluster_identifier = aws_rds_cluster.b[0].id\n  instance_class = \"db.serverless\"\n}}\nresource \"aws_rds_cluster_instance\" \"second\" {{\n  cluster_identifier = {reference}\n  instance_class = \"db.serverless\"\n}}\n"
        );
        let import = of(&[("main.tf", &text)]).unwrap();
        assert_eq!(import.design.cluster.readers.len(), 1, "{reference}");
    }
}

#[test]
fn an_override_file_wins_and_windows_line_ends_do_not_matter() {
    let main = "resource \"aws_rds_cluster\" \"a\" {\r\n  cluster_identifier = \"orders\"\r\n  engine = \"aurora-mysql\"\r\n  backup_retention_period = 3\r\n}\r\n";
    let over = "resource \"aws_rds_cluster\" \"a\" {\n  backup_retention_period = 9\n}\n";
    let import = of(&[("main.tf", main), ("prod_override.tf", over)]).unwrap();
    assert_eq!(import.design.cluster.backup_retention, 9);
}

#[test]
fn a_configuration_in_json_is_one_too() {
    let text = r#"{"resource": {"aws_rds_cluster": {"a": {
        "cluster_identifier": "orders", "engine": "aurora-postgresql", "backup_retention_period": 5,
        "serverlessv2_scaling_configuration": [{"min_capacity": 0, "max_capacity": 2}]
    }}}}"#;
    let import = of(&[("main.tf.json", text)]).unwrap();
    assert_eq!(
        (import.design.cluster.backup_retention, import.design.cluster_name().as_str()),
        (5, "orders")
    );
    assert_eq!(import.design.cluster.min_capacity.to_string(), "0");
}

#[test]
fn a_data_source_gives_what_it_was_asked_with() {
    let import = file(
        "vpc_security_group_ids = [aws_security_group.db.id]\nkms_key_id = data.aws_kms_alias.rds.target_key_arn\nstorage_encrypted = true\n",
        "data \"aws_vpc\" \"main\" {\n  id = \"vpc-1\"\n}\ndata \"aws_kms_alias\" \"rds\" {\n  name = \"alias/aws/rds\"\n}\nresource \"aws_security_group\" \"db\" {\n  vpc_id = data.aws_vpc.main.id\n}\n",
    );
    assert_eq!(import.design.cluster.network.vpc_id.as_deref(), Some("vpc-1"));
    assert!(!says(&import, "kms_key_id"));
}

#[test]
fn blocks_that_move_or_check_are_no_resources() {
    let import = file(
        "",
        "moved {\n  from = aws_rds_cluster.old\n  to = aws_rds_cluster.a\n}\nremoved {\n  from = aws_rds_cluster.gone\n  lifecycle {\n    destroy = false\n  }\n}\nimport {\n  to = aws_rds_cluster.a\n  id = \"orders\"\n}\ncheck \"health\" {\n  data \"http\" \"x\" {\n    url = \"https://example.com\"\n  }\n  assert {\n    condition = true\n    error_message = \"no\"\n  }\n}\n",
    );
    assert_eq!(import.clusters, ["orders"]);
}
