//! What can't be imported is answered with what to do; a file that nobody understands stands in no other's way.

use super::common::{case, folder, input, of, says};
use aurora_designer::formats::import::{Options, import};

#[test]
fn each_refusal_says_what_to_do() {
    for (name, text, words) in [
        ("empty.tf", "", "empty"),
        ("blank.tf", "\u{feff}\r\n \n", "empty"),
        ("plan.bin", "PK\u{3}\u{4}..tfplan..", "terraform show -json"),
        ("all.zip", "PK\u{3}\u{4}..other..", "Unpack"),
        (
            "old.tfstate",
            "{\"version\": 3, \"serial\": 1, \"lineage\": \"x\", \"modules\": []}",
            "terraform show -json",
        ),
        (
            "new.json",
            "{\"format_version\": \"2.1\", \"terraform_version\": \"9\", \"values\": {}}",
            "format_version",
        ),
        (
            "locked.tfstate",
            "{\"serial\": 1, \"encrypted_data\": \"x\", \"encryption_version\": \"v0\"}",
            "tofu show -json",
        ),
        (
            "stub.tfstate",
            "{\"version\": 4, \"serial\": 1, \"lineage\": \"x\", \"backend\": {\"type\": \"remote\"}, \"resources\": []}",
            "terraform state pull",
        ),
        ("page.html", "<!DOCTYPE html><html></html>", "HTML"),
        ("notes.txt", "Meeting at noon about the database.", "Meeting at noon"),
        (
            "cut.json",
            "{\"format_version\": \"1.0\", \"values\": {\"root_module\": {\"resources\": [",
            "too early",
        ),
        ("none.tf", "resource \"aws_s3_bucket\" \"x\" {\n}\n", "no Aurora cluster"),
        ("series.json", "{\"MetricDataResults\": []}", "Add what"),
        ("deep.json", &format!("{}{}", "[".repeat(1000), "]".repeat(1000)), "128"),
        ("latin.tf", "resource \"a\" \"caf\u{e9}\" {}", "no Aurora cluster"),
    ] {
        let refusal = of(&[(name, text)]).unwrap_err();
        assert!(refusal.message.contains(words), "{name}: {}", refusal.message);
    }
    let none = import(&[], &Options::default()).unwrap_err();
    assert!(none.message.contains("nothing to import"));
    let latin =
        aurora_designer::formats::import::Input { name: "a.tf".to_owned(), bytes: b"caf\xe9".to_vec() };
    assert!(import(&[latin], &Options::default()).unwrap_err().message.contains("UTF-8"));
}

#[test]
fn a_secret_as_the_first_line_is_not_shown() {
    for line in [
        "swordfish9vK2",
        "-----BEGIN PRIVATE KEY-----",
        "AWS_SECRET_ACCESS_KEY=abcdefabcdef",
        "postgres://u:p@h/db",
    ] {
        let refusal = of(&[("notes.txt", &format!("{line}\nmore\n"))]).unwrap_err();
        assert!(!refusal.message.contains(line), "{}", refusal.message);
    }
}

#[test]
fn a_file_of_no_kind_stands_in_no_other_ones_way() {
    let mut inputs = folder(&case("tf-literals"));
    inputs.push(input(("README.md", "# How to deploy\n")));
    let import = import(&inputs, &Options::default()).unwrap();
    assert!(says(&import, "README.md left out"));
}

#[test]
fn clusters_that_no_design_can_be_are_named() {
    let answer = r#"{"DBClusters": [
        {"DBClusterIdentifier": "docs", "Engine": "docdb"},
        {"DBClusterIdentifier": "graph", "Engine": "neptune", "ServerlessV2ScalingConfiguration": {"MinCapacity": 1, "MaxCapacity": 2}},
        {"DBClusterIdentifier": "multi", "Engine": "postgres", "DBClusterInstanceClass": "db.m6gd.large"},
        {"DBClusterIdentifier": "old", "Engine": "aurora-mysql", "EngineMode": "serverless"}
    ]}"#;
    let refusal = of(&[("clusters.json", answer)]).unwrap_err();
    for name in ["docs", "graph", "multi", "old"] {
        assert!(refusal.message.contains(name), "{}", refusal.message);
    }
}

#[test]
fn a_cluster_without_an_instance_is_named_with_its_line_and_the_argument() {
    let cluster = |argument: &str| {
        format!(
            "variable \"all\" {{\n  default = {{}}\n}}\nresource \"aws_rds_cluster\" \"db\" {{\n  {argument}\n}}\n"
        )
    };
    let module =
        |argument: &str| format!("locals {{}}\nmodule \"db\" {{\n  source = \"./db\"\n  {argument}\n}}\n");
    let outer = cluster("engine = \"aurora-mysql\"");
    for (files, words) in [
        (
            vec![("main.tf", cluster("for_each = var.all"))],
            "main.tf:5: aws_rds_cluster.db stands here, but it has no instance, because its for_each is empty",
        ),
        (
            vec![("main.tf", cluster("count = length(var.all)"))],
            "main.tf:5: aws_rds_cluster.db stands here, but it has no instance, because its count is 0",
        ),
        (
            vec![("main.tf", module("count = 0")), ("db/main.tf", outer.clone())],
            "main.tf:4: module.db stands here, but it has no instance, because its count is 0",
        ),
        (
            vec![("main.tf", "module \"db\" {\n  source = \"terraform-aws-modules/rds-aurora/aws\"\n  version = \"9.0\"\n  create = false\n}\n".to_owned())],
            "main.tf:1: module.db.aws_rds_cluster.this stands here, but it has no instance",
        ),
    ] {
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let message = of(&files).unwrap_err().message;
        assert!(message.starts_with("There is no instance of an Aurora cluster"), "{message}");
        assert!(message.contains(words), "{message}");
    }
    // One that is made elsewhere is taken, and of the other nothing is said.
    let both = format!(
        "{}{}",
        cluster("count = 0"),
        "resource \"aws_rds_cluster\" \"b\" {\n  engine = \"aurora-mysql\"\n}\n"
    );
    assert!(!says(&of(&[("main.tf", &both)]).unwrap(), "stands here"));
}
