//! What would take long if it took more than its size: keys, blocks, clusters, depths, bombs. Each is read or refused soon.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::common::{input, notices};
use aurora_designer::formats::import::{Input, Options, import};

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

fn many(count: usize, each: impl Fn(usize) -> String) -> String {
    (0..count).map(each).collect()
}

/// Imports within a time that an optimised build keeps a hundred times over, and gives all that is said.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "a figure is measured")]
fn said(files: &[(&str, &str)]) -> String {
    let inputs: Vec<Input> = files.iter().copied().map(input).collect();
    let started = Instant::now();
    let said = match import(&inputs, &Options::default()) {
        Ok(import) => notices(&import).join("\n"),
        Err(refusal) => refusal.to_string(),
    };
    if std::env::var_os("HEAVY").is_some() {
        println!("{:?} {}", started.elapsed(), said.chars().take(300).collect::<String>());
    }
    // Unoptimised and beside other tests.
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
    said
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

const INSTANCE: &str = "resource \"aws_rds_cluster_instance\" \"i\" {\n  cluster_identifier = aws_rds_cluster.a.id\n  instance_class = \"db.serverless\"\n";

#[test]
fn probe() {
    let wanted = std::env::var("PROBE").unwrap_or_default();
    let p = |name: &str, f: &dyn Fn()| {
        if name == wanted {
            f();
        }
    };
    let used = |expr: &str| {
        terraform(&format!(
            "locals {{\n  big = flatten([for x in range(1000) : [for y in range(90) : y]])\n  r = range(1000)\n  mb = join(\"\", [for x in range(1000) : format(\"%1000d\", x)])\n}}\nresource \"aws_rds_cluster\" \"b\" {{\n  engine = \"aurora-mysql\"\n  port = {expr}\n}}\n"
        ))
    };
    p("chunk1", &|| {
        used("length([for x in local.big : chunklist(local.big, 1)])");
    });
    p("chunk2", &|| {
        used("length([for x in local.r : [for y in local.r : chunklist(local.r, 1)]])");
    });
    p("chunk3", &|| {
        used("length([for x in local.r : chunklist([for y in local.r : y], 1)])");
    });
    p("eq", &|| {
        used("length([for x in local.big : local.big == local.big])");
    });
    p("distinct", &|| {
        used("length([for x in local.big : distinct(local.big)])");
    });
    p("distinct2", &|| {
        used("length(distinct([for x in local.big : [x, 1]]))");
    });
    p("splat", &|| {
        used("length([for x in local.big : local.big[*].a])");
    });
    p("hidden", &|| {
        used("length([for x in local.big : { password = local.big }])");
    });
    p("contains", &|| {
        used("length([for x in local.big : contains(local.big, \"x\")])");
    });
    p("setsubtract", &|| {
        used("length(setsubtract(toset([for x in local.big : \"a${x}-${x*2}\"]), toset(local.big)))");
    });
    p("setproduct", &|| {
        used(&format!("length(setproduct({}local.r))", "[1],".repeat(20_000)));
    });
    p("join", &|| {
        used("length([for x in local.r : join(\",\", [for y in local.r : local.mb])])");
    });
    p("fmtlist", &|| {
        used("length(formatlist(\"%s%s\", local.big, local.mb))");
    });
    p("regex", &|| {
        used("length(regexall(\"(a{100}){100}|.\", local.mb))");
    });
    p("replace", &|| {
        used("length(replace(local.mb, \"/ /\", local.mb))");
    });
    p("template", &|| {
        used("length([for x in local.big : \"${local.mb}${local.mb}\"])");
    });
    p("json", &|| {
        used("length(jsonencode([for x in local.r : local.mb]))");
    });
    p("modules", &|| {
        said(&[
            ("main.tf", &many(20_000, |at| format!("module \"m{at}\" {{\n  source = \"./m\"\n}}\n"))),
            ("m/main.tf", CLUSTER),
        ]);
    });
    p("modules empty", &|| {
        said(&[
            (
                "main.tf",
                &format!(
                    "{CLUSTER}{}",
                    many(20_000, |at| format!("module \"m{at}\" {{\n  source = \"./m\"\n}}\n"))
                ),
            ),
            ("m/main.tf", "locals {}"),
        ]);
    });
    p("modules rds", &|| {
        said(&[(
            "main.tf",
            &many(20_000, |at| {
                format!("module \"m{at}\" {{\n  source = \"terraform-aws-modules/rds-aurora/aws\"\n}}\n")
            }),
        )]);
    });
    p("modules vpc", &|| {
        said(&[(
            "main.tf",
            &format!(
                "{CLUSTER}{}",
                many(20_000, |at| format!(
                    "module \"m{at}\" {{\n  source = \"terraform-aws-modules/vpc/aws\"\n}}\n"
                ))
            ),
        )]);
    });
    p("modules ref", &|| {
        said(&[
            (
                "main.tf",
                &format!(
                    "{CLUSTER}{}locals {{ x = [{}] }}\nresource \"aws_rds_cluster\" \"b\" {{ \n engine = local.x }}\n",
                    many(10_000, |at| format!("module \"m{at}\" {{\n  source = \"./m\"\n}}\n")),
                    many(10_000, |at| format!("module.m{at}.x,"))
                ),
            ),
            ("m/main.tf", "output \"x\" {\n value = 1\n}"),
        ]);
    });
    p("modules nested", &|| {
        let two = |to: &str| {
            format!("module \"a\" {{\n source = \"{to}\"\n}}\nmodule \"b\" {{\n source = \"{to}\"\n}}\n")
        };
        let mut files = vec![("main.tf".to_owned(), format!("{CLUSTER}{}", two("./m0")))];
        for at in 0..25 {
            files.push((format!("m{at}/main.tf"), two(&format!("../m{}", at + 1))));
        }
        files.push(("m25/main.tf".to_owned(), "locals {}".to_owned()));
        let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        said(&files);
    });
    p("count", &|| {
        terraform(&format!("{INSTANCE}  count = 9999\n}}\n"));
    });
    p("count self", &|| {
        terraform(&format!(
            "{INSTANCE}  count = 9999\n  identifier = \"x${{aws_vpc.v[count.index].id}}\"\n}}\nresource \"aws_vpc\" \"v\" {{\n  count = 9999\n}}\n"
        ));
    });
    p("count wide", &|| {
        terraform(&format!("{INSTANCE}  count = 9999\n{}}}\n", many(20_000, |at| format!("  a{at} = 1\n"))));
    });
    p("count cluster", &|| {
        terraform("resource \"aws_rds_cluster\" \"c\" {\n  count = 9999\n  engine = \"aurora-mysql\"\n}\n");
    });
    p("count tags", &|| {
        terraform(&format!(
            "{INSTANCE}  count = 9999\n  tags = {{ for x in range(1000) : \"k${{x}}\" => x }}\n}}\n"
        ));
    });
    p("sg rules", &|| {
        terraform(&format!(
            "resource \"aws_security_group\" \"s\" {{\n count = 9000\n}}\nresource \"aws_security_group_rule\" \"s\" {{\n count = 900\n security_group_id = aws_security_group.s[count.index].id\n type = \"ingress\"\n}}\n"
        ));
    });
    p("templates", &|| {
        said(&[
            ("main.tf", CLUSTER),
            (
                "a.tf.json",
                &format!(
                    "{{\"locals\": {{{}\"z\": 1}}}}",
                    many(60_000, |at| format!("\"k{at}\": \"${{1}}\","))
                ),
            ),
        ]);
    });
    p("templates in list", &|| {
        said(&[
            ("main.tf", CLUSTER),
            ("a.tf.json", &format!("{{\"locals\": {{\"z\": [{}1]}}}}", "\"${a.b}\",".repeat(150_000))),
        ]);
    });
    p("json locals", &|| {
        said(&[
            ("main.tf", CLUSTER),
            (
                "a.tf.json",
                &format!("{{\"locals\": {{{}\"z\": 1}}}}", many(100_000, |at| format!("\"k{at}\": 1,"))),
            ),
        ]);
    });
    p("json deep", &|| {
        said(&[
            ("main.tf", CLUSTER),
            (
                "a.tf.json",
                &format!(
                    "{{\"locals\": {}{}1{}{} }}",
                    "{\"a\": ".repeat(120),
                    "[",
                    format!("{}]", ",1".repeat(900_000)),
                    "}".repeat(120)
                ),
            ),
        ]);
    });
    p("locals", &|| {
        terraform(&format!("locals {{\n{}}}\n", many(100_000, |at| format!("  k{at} = 1\n"))));
    });
    p("override", &|| {
        let r = format!(
            "resource \"aws_rds_cluster\" \"z\" {{\n{}}}\n",
            many(50_000, |at| format!("  k{at} = 1\n"))
        );
        said(&[("main.tf", CLUSTER), ("b.tf", &r), ("x_override.tf", &r)]);
    });
    p("roots", &|| {
        let mut files = vec![("main.tf".to_owned(), CLUSTER.to_owned())];
        for at in 0..900 {
            files.push((
                format!("r{at}/main.tf"),
                format!("{INSTANCE}  count = 9999\n  tags = {{ for x in range(1000) : x => x }}\n}}\n"),
            ));
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        said(&files);
    });
    p("cfn cond", &|| {
        let condition = |at: usize| format!("  C{}: !And [!Condition C{at}, !Condition C{at}]\n", at + 1);
        said(&[(
            "a.yaml",
            &format!(
                "Conditions:\n  C0: !Equals [a, a]\n{}{TEMPLATE}  D:\n    Type: AWS::RDS::DBInstance\n    Condition: C10000\n    Properties: {{DBClusterIdentifier: !Ref C}}\n",
                many(10_000, condition)
            ),
        )]);
    });
    p("cfn cond if", &|| {
        let condition = |at: usize| format!("  C{}: !And [!Condition C{at}, !Condition C{at}]\n", at + 1);
        said(&[(
            "a.yaml",
            &format!(
                "Conditions:\n  C0: !Equals [!Ref X, a]\n{}{TEMPLATE}      Tags:\n{}",
                many(10_000, condition),
                many(10_000, |at| format!("      - {{Key: k{at}, Value: !If [C{at}, 1, 2]}}\n"))
            ),
        )]);
    });
    p("cfn fences", &|| {
        said(&[(
            "a.md",
            &many(30_000, |at| format!("```\nResources:\n  A{at}:\n    Type: AWS::RDS::DBCluster\n```\n")),
        )]);
    });
    p("cfn anchors", &|| {
        let open: String = (0..120).map(|at| format!("&a{at} [")).collect();
        said(&[(
            "a.yaml",
            &format!("{TEMPLATE}      Tags: {open}{}{}\n", "1,".repeat(300_000), "]".repeat(120)),
        )]);
    });
    p("cfn resources", &|| {
        said(&[(
            "a.yaml",
            &format!(
                "{TEMPLATE}{}",
                many(20_000, |at| format!(
                    "  I{at}:\n    Type: AWS::RDS::DBInstance\n    Properties: {{DBClusterIdentifier: !Ref C}}\n"
                ))
            ),
        )]);
    });
    p("yaml text bomb", &|| {
        said(&[(
            "a.yaml",
            &format!("project_name: &a {}\nresources: [{}]\n", "x".repeat(125_000), "*a,".repeat(30_000)),
        )]);
    });
    p("describe bomb", &|| {
        let aliases = |at: usize| format!("a{}: &a{} [{}]\n", at + 1, at + 1, format!("*a{at},").repeat(9));
        said(&[(
            "a.yaml",
            &format!("a0: &a0 [x]\n{}DBClusters:\n- DBClusterIdentifier: *a9\n", many(9, aliases)),
        )]);
    });
    p("describe many", &|| {
        said(&[(
            "a.json",
            &format!(
                "{{\"DBClusters\": [{{\"DBClusterIdentifier\": \"a\", \"Engine\": \"aurora-mysql\"}}], \"DBInstances\": [{}{{}}]}}",
                many(20_000, |at| format!(
                    "{{\"DBInstanceIdentifier\": \"i{at}\", \"DBClusterIdentifier\": \"a\", \"DBInstanceClass\": \"db.serverless\"}},"
                ))
            ),
        )]);
    });
    p("state many", &|| {
        said(&[(
            "a.json",
            &format!(
                "{{\"format_version\": \"1.0\", \"values\": {{\"root_module\": {{\"resources\": [{}{{\"address\": \"aws_rds_cluster.a\", \"mode\": \"managed\", \"type\": \"aws_rds_cluster\", \"name\": \"a\", \"values\": {{\"cluster_identifier\": \"a\", \"engine\": \"aurora-mysql\"}}}}]}}}}}}",
                many(20_000, |at| format!(
                    "{{\"address\": \"aws_rds_cluster_instance.a[{at}]\", \"mode\": \"managed\", \"type\": \"aws_rds_cluster_instance\", \"name\": \"a\", \"index\": {at}, \"values\": {{\"cluster_identifier\": \"a\", \"identifier\": \"a{at}\"}}}},"
                ))
            ),
        )]);
    });
}
