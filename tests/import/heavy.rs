//! What would take long if it took more than its size: keys, blocks, clusters, depths, bombs. Each is read or refused soon.

use std::fmt::Write as _;

use super::common::{many, said_within};

const CLUSTER: &str = r#"
resource "aws_rds_cluster" "a" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  engine_version     = "16.4"
}
"#;

const TEMPLATE: &str = "Resources:
  C:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
";

/// All that is said, within a time that an optimised build keeps a hundred times over: this is unoptimised, and beside
/// other tests.
#[track_caller]
fn said(files: &[(&str, &str)]) -> String {
    said_within(30, files)
}

#[track_caller]
fn terraform(more: &str) -> String {
    said(&[("main.tf", &format!("{CLUSTER}{more}"))])
}

#[test]
fn an_object_of_too_many_keys_is_named_and_the_other_files_are_read() {
    let keys = many(100_000, |key| format!("  k{key} = {key}\n"));
    let object = format!("locals {{\n  a = {{\n{keys}  }}\n}}\n");
    let said = said(&[("big.tf", &object), ("main.tf", CLUSTER)]);
    assert!(said.contains("big.tf:2:") && said.contains("1000 keys"), "{said}");
    assert!(said.contains("database_name of aws_rds_cluster.a"), "{said}");
    let json =
        format!("{{\"locals\": {{\"a\": \"${{{{{}}}}}\"}}}}", many(50_000, |key| format!("k{key}={key},")));
    assert!(self::said(&[("a.tf.json", &json), ("main.tf", CLUSTER)]).contains("database_name"));
    // Arguments of a block are no keys of an object.
    let locals = format!("locals {{\n{}}}\n", many(5_000, |key| format!("  k{key} = {key}\n")));
    assert!(!terraform(&locals).contains("keys"));
}

#[test]
fn thousands_of_blocks_are_read() {
    let vpcs = many(4_000, |at| format!("resource \"aws_vpc\" \"v{at}\" {{\n}}\n"));
    assert!(terraform(&vpcs).contains("database_name"));
    let providers = many(4_000, |at| format!("provider \"aws\" {{\n  alias = \"a{at}\"\n}}\n"));
    assert!(terraform(&providers).contains("database_name"));
    assert!(
        said(&[("main.tf", &format!("{CLUSTER}{vpcs}")), ("x_override.tf", &vpcs)]).contains("database_name")
    );
}

#[test]
fn thousands_of_instances_and_clusters_are_bounded() {
    let instance = |at: usize| {
        format!(
            "resource \"aws_rds_cluster_instance\" \"i{at}\" {{\n  cluster_identifier = aws_rds_cluster.a.id\n  instance_class = \"db.serverless\"\n}}\n"
        )
    };
    let said = terraform(&many(3_000, instance));
    assert!(said.contains("has 3000 instances"), "{said}");
    let cluster =
        |at: usize| format!("resource \"aws_rds_cluster\" \"c{at}\" {{\n  engine = \"aurora-mysql\"\n}}\n");
    let said = terraform(&many(3_000, cluster));
    assert!(said.contains("3001 clusters, over the limit of 500"), "{said}");
}

#[test]
fn depth_in_every_bracket_is_refused() {
    for depth in [1_000, 100_000] {
        for (open, inner, close) in [
            ("[", "1", "]"),
            ("(", "1", ")"),
            ("{a=", "1", "}"),
            ("\"${", "1", "}\""),
            ("f(", "1", ")"),
            ("a[", "0", "]"),
            ("-", "1", ""),
            ("!", "true", ""),
            ("true ? 1 : ", "1", ""),
            ("[for x in [1] : ", "1", "]"),
            ("1 + ", "1", ""),
        ] {
            let text = format!("locals {{\n  a = {}{inner}{}\n}}\n", open.repeat(depth), close.repeat(depth));
            assert!(terraform(&text).contains("main.tf:8"), "{open} {depth}");
        }
        let blocks = format!("{}{}", "b {\n".repeat(depth), "}\n".repeat(depth));
        assert!(terraform(&blocks).contains("syntax"), "{depth}");
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
            let tags =
                format!("{TEMPLATE}      Tags:\n        {}a{}\n", open.repeat(depth), close.repeat(depth));
            assert!(!said(&[("a.yaml", &tags)]).is_empty());
        }
        let json = format!("{{\"Resources\": {}1{}}}", "{\"a\":".repeat(depth), "}".repeat(depth));
        assert!(said(&[("a.json", &json)]).contains("128"), "{depth}");
    }
}

#[test]
fn bombs_do_not_go_off() {
    // Each splat is evaluated within the one before it.
    let splats =
        format!("resource \"aws_rds_cluster\" \"b\" {{\n  port = [5432]{}\n}}\n", "[*]".repeat(100_000));
    assert!(!said(&[("main.tf", &splats)]).is_empty());
    let doubled = many(40, |at| format!("locals {{\n  a{} = [local.a{at}, local.a{at}]\n}}\n", at + 1));
    let used = "locals {\n  a0 = 1\n}\nresource \"aws_rds_cluster\" \"b\" {\n  engine = \"aurora-mysql\"\n  port = local.a40\n}\n";
    assert!(!terraform(&format!("{doubled}{used}")).is_empty());
    for value in [
        "length(range(100000000))",
        "length([for x in range(90000) : [for y in range(90000) : x]])",
        "length(setproduct(range(5000), range(5000)))",
        "format(\"%999999999d\", 1)",
        "pow(99999999, 99999999)",
    ] {
        let text = format!("resource \"aws_vpc\" \"b\" {{\n  cidr_block = {value}\n}}\n");
        assert!(!terraform(&text).is_empty(), "{value}");
    }
    let aliases = |at: usize| format!("a{}: &a{} [{}]\n", at + 1, at + 1, format!("*a{at},").repeat(9));
    let bomb = format!("a0: &a0 [x]\n{}{TEMPLATE}      Tags: *a9\n", many(9, aliases));
    assert!(!said(&[("a.yaml", &bomb)]).is_empty());
    let condition = |at: usize| format!("  C{}: !And [!Condition C{at}, !Condition C{at}]\n", at + 1);
    let conditions = format!(
        "Conditions:\n  C0: !Equals [a, a]\n{}{TEMPLATE}  D:\n    Type: AWS::RDS::DBInstance\n    Condition: C10000\n    Properties: {{DBClusterIdentifier: !Ref C}}\n",
        many(10_000, condition)
    );
    assert!(!said(&[("a.yaml", &conditions)]).is_empty());
}

#[test]
fn a_csv_of_many_rows_is_read() {
    let mut rows = "time,ServerlessDatabaseCapacity\n".to_owned();
    for minute in 0..100_000_u32 {
        writeln!(rows, "{},1.5", 1_760_000_000 + minute * 60).unwrap();
    }
    let said = said(&[("design.yaml", include_str!("../designs/default.yaml")), ("capacity.csv", &rows)]);
    assert!(said.contains("69"), "{said}");
}
