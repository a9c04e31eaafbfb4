//! Small texts that stand for much work: each ends soon, with a sentence that says where and what to do, and what comes
//! before it is read.

use super::common::{many, said_within};

const CLUSTER: &str = "resource \"aws_rds_cluster\" \"a\" {\n  engine = \"aurora-mysql\"\n}\n";
const INSTANCE: &str = "resource \"aws_rds_cluster_instance\" \"i\" {\n  cluster_identifier = aws_rds_cluster.a.id\n  instance_class = \"db.serverless\"\n";
const TEMPLATE: &str =
    "Resources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n";

/// Everything that is said, within a time that an optimised build keeps twenty times over.
#[track_caller]
fn said(files: &[(&str, &str)]) -> String {
    said_within(20, files)
}

#[track_caller]
fn terraform(more: &str) -> String {
    said(&[("main.tf", &format!("{CLUSTER}{more}"))])
}

/// What is said of an expression over a list of 90,000 numbers, one of 1,000, and a text of a million letters.
#[track_caller]
fn of(expression: &str) -> String {
    terraform(&format!(
        "locals {{
  big  = flatten([for x in range(1000) : [for y in range(90) : y]])
  some = range(1000)
  long = join(\"\", [for x in range(1000) : format(\"%1000d\", x)])
}}
resource \"aws_vpc\" \"b\" {{
  cidr_block = {expression}
}}
{INSTANCE}}}
"
    ))
}

#[test]
fn large_values_gone_through_again_and_again_use_up_the_steps() {
    for expression in [
        "[for x in local.big : local.big == local.big]",
        "[for x in local.big : local.big[*].a]",
        "[for x in local.big : { password = local.big }]",
    ] {
        let said = of(expression);
        assert!(said.contains("main.tf:10: notice: Evaluation takes more than 1000000 steps"), "{said}");
        assert!(said.contains("Give the part that is about the cluster"), "{said}");
    }
}

#[test]
fn what_would_grow_too_large_has_no_value() {
    for expression in [
        "jsonencode([for x in local.some : local.long])",
        "[for x in local.some : local.long]",
        "[for x in local.big : chunklist(local.big, 1)]",
    ] {
        let said = of(expression);
        assert!(said.contains("main.tf:10: notice: This has more than 100000 values in one"), "{said}");
    }
    for expression in [
        "replace(local.long, \"/ /\", local.long)",
        "formatlist(\"%s%s\", local.big, local.long)",
        "regexall(\"(a{100}){100}|.\", local.long)",
        "setproduct([1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1], [1])",
        "distinct([for x in local.some : [x, 1]])",
    ] {
        assert!(of(expression).contains("database_name"), "{expression}");
    }
}

#[test]
fn thousands_of_modules_and_instances_are_read_or_end_with_a_line() {
    let calls =
        |source: &str| many(20_000, |at| format!("module \"m{at}\" {{\n  source = \"{source}\"\n}}\n"));
    let local = said(&[("main.tf", &format!("{CLUSTER}{}", calls("./m"))), ("m/main.tf", "locals {}\n")]);
    assert!(local.contains("database_name"), "{local}");
    let known = terraform(&calls("terraform-aws-modules/vpc/aws"));
    assert!(known.contains("steps, which are used up here") && known.contains("main.tf:"), "{known}");
    let two = |to: usize| {
        format!(
            "module \"a\" {{\n  source = \"../m{to}\"\n}}\nmodule \"b\" {{\n  source = \"../m{to}\"\n}}\n"
        )
    };
    let mut files = vec![("main.tf".to_owned(), format!("{CLUSTER}{}", two(0).replace("../", "./")))];
    files.extend((0..25).map(|at| (format!("m{at}/main.tf"), two(at + 1))));
    files.push(("m25/main.tf".to_owned(), "locals {}\n".to_owned()));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert!(said(&files).contains("steps, which are used up here"));
    let count = terraform(&format!("{INSTANCE}  count = 9999\n}}\n"));
    assert!(count.contains("has 9999 instances"), "{count}");
    let wide = many(20_000, |at| format!("  a{at} = 1\n"));
    let wide = terraform(&format!("{INSTANCE}  count = 9999\n{wide}}}\n"));
    assert!(wide.contains("main.tf:4: notice: Evaluation takes more"), "{wide}");
}

#[test]
fn all_roots_of_an_input_share_its_steps() {
    let tags = format!("{INSTANCE}  count = 9999\n  tags = {{ for x in range(1000) : x => x }}\n}}\n");
    let mut files = vec![("a/main.tf".to_owned(), CLUSTER.to_owned())];
    files.extend((0..50).map(|at| (format!("r{at}/main.tf"), tags.clone())));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert!(said(&files).contains("database_name"));
}

#[test]
fn json_deep_in_json_is_read_again_only_so_often() {
    let deep = |levels: usize, items: usize| {
        format!(
            "{{\"locals\": {}[1{}]{}}}",
            "{\"a\": ".repeat(levels),
            ",1".repeat(items),
            "}".repeat(levels)
        )
    };
    let said = |text: &str| said(&[("a.tf.json", text), ("main.tf", CLUSTER)]);
    let refused = said(&deep(120, 900_000));
    assert!(refused.contains("a.tf.json:1: notice: What begins here lies deep"), "{refused}");
    assert!(refused.contains("database_name"), "{refused}");
    assert!(!said(&deep(20, 90_000)).contains("lies deep"));
    let templates = many(60_000, |at| format!("\"k{at}\": \"${{1}}\","));
    assert!(!said(&format!("{{\"locals\": {{{templates}\"z\": 1}}}}")).contains("a.tf.json"));
    let locals = many(100_000, |at| format!("\"k{at}\": 1,"));
    assert!(!said(&format!("{{\"locals\": {{{locals}\"z\": 1}}}}")).contains("a.tf.json"));
}

#[test]
fn override_files_of_many_arguments_are_read() {
    let wide = many(30_000, |at| format!("  k{at} = 1\n"));
    let cluster = format!("resource \"aws_rds_cluster\" \"a\" {{\n  engine = \"aurora-mysql\"\n{wide}}}\n");
    let port = format!("resource \"aws_rds_cluster\" \"a\" {{\n  port = 3307\n{wide}}}\n");
    assert!(said(&[("main.tf", &cluster), ("x_override.tf", &port)]).contains("database_name"));
}

#[test]
fn templates_in_thousands_of_pieces_or_conditions_are_read() {
    let fences = many(30_000, |at| format!("```\nA{at}:\n  Type: AWS::EC2::VPC\n```\n"));
    let page = format!("{fences}```\n{TEMPLATE}```\n");
    let said = |text: &str| said(&[("a.md", text)]);
    assert!(said(&page).contains("a.md:120003: notice: "));
    let conditions = many(10_000, |at| format!("  C{}: !And [!Condition C{at}, !Condition C{at}]\n", at + 1));
    let tags = many(10_000, |at| format!("      - {{Key: k{at}, Value: !If [C{at}, 1, 2]}}\n"));
    let text = format!("Conditions:\n  C0: !Equals [!Ref X, a]\n{conditions}{TEMPLATE}      Tags:\n{tags}");
    assert!(said(&text).contains("a.md:10004: notice: "));
}

#[test]
fn aliases_that_repeat_long_texts_or_large_lists_are_refused_in_every_reader_of_yaml() {
    let long = "x".repeat(100_000);
    let nested = many(120, |at| format!("&a{at} ["));
    for (text, words) in [
        (format!("project_name: &a {long}\nresources: [{}]\n", "*a,".repeat(30_000)), "a.yaml:1: resources["),
        (
            format!("{TEMPLATE}      Tags:\n      - &a {long}\n      - [{}]\n", "*a,".repeat(30_000)),
            "a.yaml:8: it has more parts",
        ),
        (
            format!("{TEMPLATE}      Tags: {nested}{}{}\n", "1,".repeat(9_000), "]".repeat(120)),
            "a.yaml:6: it has more parts",
        ),
        (
            format!("DBClusters:\n- DBClusterIdentifier: &a {long}\n- Engine: [{}]\n", "*a,".repeat(30_000)),
            "a.yaml:3: its aliases repeat",
        ),
        (
            format!("MetricDataResults:\n- Label: &a {long}\n- Label: [{}]\n", "*a,".repeat(30_000)),
            "a.yaml:3",
        ),
    ] {
        let design = ("design.yaml", include_str!("../designs/default.yaml"));
        let is_series = text.starts_with("Metric");
        let files = [("a.yaml", text.as_str()), design];
        let said = said(if is_series { &files } else { &files[..1] });
        assert!(said.contains(words), "{said}");
    }
}
