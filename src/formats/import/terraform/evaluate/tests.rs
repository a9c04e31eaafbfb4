//! Every construct of the language, by what an expression comes to.
#![expect(clippy::format_collect, reason = "short texts of tests")]

use super::*;
use crate::formats::import::Input;

/// What an expression comes to beside this configuration.
pub(super) fn evaluated(configuration: &str, expr: &str) -> Val {
    in_files(&[("main.tf", configuration)], expr).0
}

/// The same with its notices.
fn in_files(files: &[(&str, &str)], expr: &str) -> (Val, Vec<Notice>) {
    let mut inputs: Vec<Input> = files
        .iter()
        .map(|(name, text)| Input { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect();
    let asked = format!("locals {{\n  asked = {expr}\n}}\n");
    inputs.push(Input { name: "zz.tf".to_owned(), bytes: asked.into_bytes() });
    let files = Files::read(&inputs.iter().collect::<Vec<_>>());
    assert!(files.notices.is_empty(), "{:?}", files.notices);
    let mut evaluator = Evaluator::new(&files, 0, BTreeMap::new()).unwrap();
    let attribute = &files.folders[0].locals["asked"];
    let value = evaluator.eval_at(attribute, &mut Context::of(0, Instance::default()));
    (value, evaluator.into_notices().0.into_iter().collect())
}

/// A value as tests write it: `?` before what is unresolved, `!` before what is wrong, `@` before an edge.
pub(super) fn printed(value: &Val) -> String {
    let all = |items: &[Val]| items.iter().map(printed).collect::<Vec<_>>().join(",");
    match value {
        Val::Null => "null".to_owned(),
        Val::Bool(value) => value.to_string(),
        Val::Number(number) => number.to_string(),
        Val::Text(text) => format!("{text:?}"),
        Val::List(items) | Val::Set(items) => format!("[{}]", all(items)),
        Val::Map(map) => {
            let pairs = map.iter().map(|(key, value)| format!("{key}={}", printed(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Val::Edge(edge) => format!("@{}.{}", edge.address, edge.attribute),
        Val::Resource(_) => "resource".to_owned(),
        Val::Module(_) => "module".to_owned(),
        Val::Unresolved(what) => format!("?{what}"),
        Val::Wrong(what) => format!("!{what}"),
        Val::Secret => "***".to_owned(),
    }
}

fn check(configuration: &str, cases: &[(&str, &str)]) {
    for (expr, expected) in cases {
        assert_eq!(printed(&evaluated(configuration, expr)), *expected, "{expr}");
    }
}

#[test]
fn operators() {
    check(
        "",
        &[
            ("1 + 2 * 3", "7"),
            ("(1 + 2) * 3", "9"),
            ("7 / 2", "3.5"),
            ("7 % 4", "3"),
            ("-\"3\"", "-3"),
            ("!false", "true"),
            ("1 < 2 && 2 <= 2 && 3 > 2 && 2 >= 2", "true"),
            ("\"a\" == \"a\"", "true"),
            ("1 != 2", "true"),
            ("[1, 2] == [1, 2]", "true"),
            ("toset([\"a\"]) == [\"a\"]", "true"),
            ("1 / 0", "!an operand"),
            ("\"a\" + 1", "!an operand"),
            ("false && file(\"x\")", "false"),
            ("file(\"x\") || true", "true"),
            ("file(\"x\") && true", "?file(…)"),
            ("null == null", "true"),
        ],
    );
}

#[test]
fn conditionals_take_one_side() {
    check(
        "",
        &[
            ("true ? 1 : file(\"x\")", "1"),
            ("false ? file(\"x\") : 2", "2"),
            ("file(\"x\") == \"\" ? 1 : 2", "?file(…)"),
            ("file(\"x\") == \"\" ? 1 : 1", "1"),
            ("1 == 1 ? 2 == 3 ? \"a\" : \"b\" : \"c\"", "\"b\""),
        ],
    );
}

#[test]
fn templates() {
    check(
        "locals {\n  list = [\"a\", \"b\"]\n  one = 1.50\n}",
        &[
            ("\"x-${local.one}-${true}\"", "\"x-1.5-true\""),
            ("\"${local.list}\"", "[\"a\",\"b\"]"),
            ("\"${local.list}!\"", "!a part of a text"),
            ("\"$${x} %%{y} 100%\"", "\"${x} %{y} 100%\""),
            ("\"%{ if local.one > 1 }big%{ else }small%{ endif }\"", "\"big\""),
            ("\"%{ if false }big%{ endif }.\"", "\".\""),
            ("\"%{ for x in local.list }[${x}]%{ endfor }\"", "\"[a][b]\""),
            ("\"%{ for i, x in local.list ~} ${i}${x} %{~ endfor }\"", "\"0a1b\""),
            ("\"a ${~ \"b\" ~} c\"", "\"abc\""),
            ("\"a-${file(\"x\")}\"", "?file(…)"),
            ("\"\\u00e9\\t\\\"\"", "\"é\\t\\\"\""),
            ("\"\"", "\"\""),
        ],
    );
}

#[test]
fn heredocs_keep_their_lines_and_lose_their_indent() {
    let text = "<<-EOT\n    a = 1\n      b ${local.x}\n  EOT";
    check("locals {\n  x = \"y\"\n}", &[(text, "\"a = 1\\n  b y\\n\"")]);
    check(
        "",
        &[(
            "<<EOT\nresource \"aws_rds_cluster\" \"no\" {}\nEOT",
            "\"resource \\\"aws_rds_cluster\\\" \\\"no\\\" {}\\n\"",
        )],
    );
}

#[test]
fn for_expressions() {
    check(
        "",
        &[
            ("[for x in [1, 2, 3] : x * 2 if x != 2]", "[2,6]"),
            ("[for i, x in [\"a\", \"b\"] : \"${i}${x}\"]", "[\"0a\",\"1b\"]"),
            ("{ for k, v in { a = 1, b = 2 } : upper(k) => v + 1 }", "{A=2,B=3}"),
            (
                "{ for x in [\"ab\", \"ac\", \"b\"] : substr(x, 0, 1) => x... }",
                "{a=[\"ab\",\"ac\"],b=[\"b\"]}",
            ),
            ("[for k, v in toset([\"b\", \"a\"]) : k]", "[\"a\",\"b\"]"),
            ("[for x in file(\"x\") : x]", "?file(…)"),
            ("[for x in [1] : x if file(\"x\") == 1]", "?file(…)"),
            ("[for x in [[1], [2]] : [for y in x : x[0] + y]]", "[[2],[4]]"),
            ("[for x in 5 : x]", "!a collection"),
        ],
    );
}

#[test]
fn steps_into_values() {
    check(
        "locals {\n  l = [{ a = 1 }, { a = 2 }]\n  m = { k = { v = \"x\" } }\n  n = null\n}",
        &[
            ("local.l[1].a", "2"),
            ("local.l[*].a", "[1,2]"),
            ("local.l.*.a", "[1,2]"),
            ("local.l.0.a", "1"),
            ("local.m.k.v", "\"x\""),
            ("local.m[\"k\"][\"v\"]", "\"x\""),
            ("local.m[\"z\"]", "!local.m[\"z\"]"),
            ("local.m.z", "!local.m.z"),
            ("local.l[7]", "!local.l[7]"),
            ("local.n[*]", "[]"),
            ("local.m.k[*].v", "[\"x\"]"),
            ("{ (local.m.k.v) = 1, \"a-${1}\" = 2, b : 3 }", "{a-1=2,b=3,x=1}"),
            ("local.nothing", "!local.nothing"),
        ],
    );
}

#[test]
fn variables_locals_and_what_they_wait_for() {
    let configuration = r#"
variable "set" { default = 7 }
variable "unset" {}
variable "typed" {
  type    = number
  default = "5"
}
variable "object" {
  type = object({ min = number, pause = optional(number, 900) })
  default = { min = "1" }
}
variable "not-null" {
  default  = 3
  nullable = false
}
variable "bad" {
  type    = number
  default = "x"
}
locals {
  a = "${var.set}-${var.unset}"
}
"#;
    check(
        configuration,
        &[
            ("var.set", "7"),
            ("var.unset", "?var.unset"),
            ("var.typed + 1", "6"),
            ("var.object", "{min=1,pause=900}"),
            ("var.not-null", "3"),
            ("var.bad", "!var.bad as a number"),
            ("var.nothing", "!var.nothing"),
            ("local.a", "?var.unset"),
            ("[var.unset, 1]", "[?var.unset,1]"),
            ("length([var.unset, 1])", "2"),
            ("try(var.unset, 3)", "3"),
        ],
    );
}

#[test]
fn secrets_never_become_text() {
    let configuration = r#"
variable "a" {
  default   = "marker"
  sensitive = true
}
variable "none" {
  default   = null
  sensitive = true
}
variable "db_password" { default = "marker" }
variable "create_password" { default = true }
resource "random_password" "p" { length = 3 }
resource "aws_secretsmanager_secret_version" "v" {
  secret_string = jsonencode({ username = "marker", password = random_password.p.result })
}
resource "aws_ssm_parameter" "s" { value = "marker" }
locals {
  api_token = "marker"
  inside    = { password = "marker", user = "u" }
  through   = "x-${var.a}"
}
"#;
    check(
        configuration,
        &[
            ("var.a", "***"),
            ("\"${var.a}\"", "***"),
            ("upper(var.a)", "***"),
            ("var.a == \"marker\"", "***"),
            ("var.a == null", "false"),
            ("var.none", "null"),
            ("var.db_password", "***"),
            ("var.create_password", "true"),
            ("random_password.p.result", "***"),
            ("aws_secretsmanager_secret_version.v.secret_string", "***"),
            ("jsondecode(aws_secretsmanager_secret_version.v.secret_string).password", "***"),
            ("aws_ssm_parameter.s.value", "***"),
            ("local.api_token", "***"),
            ("local.inside", "{password=***,user=\"u\"}"),
            ("local.through", "***"),
            ("nonsensitive(var.a)", "***"),
            ("[for x in [\"marker\"] : var.a]", "[***]"),
        ],
    );
}

#[test]
fn resources_are_values_where_they_stand_and_edges_where_aws_makes_them_up() {
    let configuration = r#"
variable "unset" {}
resource "aws_rds_cluster" "one" {
  cluster_identifier = "tide"
  engine             = "aurora-mysql"
  engine_version     = var.unset
  serverlessv2_scaling_configuration {
    min_capacity = 2
  }
}
resource "aws_rds_cluster" "counted" {
  count              = 2
  cluster_identifier = "c-${count.index}"
}
resource "aws_subnet" "keyed" {
  for_each   = { b = "10.0.1.0/24", a = "10.0.0.0/24" }
  cidr_block = each.value
}
resource "aws_kms_key" "none" { count = 0 }
resource "random_id" "id" { byte_length = 2 }
resource "aws_s3_bucket" "b" { bucket = "wharf" }
data "aws_vpc" "v" { id = "vpc-1" }
data "aws_subnets" "all" {}
data "aws_subnet" "unknown" { for_each = toset(data.aws_subnets.all.ids) }
resource "aws_subnet" "unknown" { for_each = var.unset }
data "aws_kms_alias" "rds" { name = "alias/aws/rds" }
"#;
    check(
        configuration,
        &[
            ("aws_rds_cluster.one.engine", "\"aurora-mysql\""),
            ("aws_rds_cluster.one.engine_version", "@aws_rds_cluster.one.engine_version"),
            ("aws_rds_cluster.one.port", "@aws_rds_cluster.one.port"),
            ("aws_rds_cluster.one.id", "@aws_rds_cluster.one.id"),
            ("\"/aws/rds/cluster/${aws_rds_cluster.one.id}/error\"", "\"/aws/rds/cluster/tide/error\""),
            ("\"x-${aws_rds_cluster.one.arn}\"", "?aws_rds_cluster.one.arn"),
            ("aws_rds_cluster.one.serverlessv2_scaling_configuration[0].min_capacity", "2"),
            (
                "aws_rds_cluster.one.master_user_secret[0].secret_arn",
                "@aws_rds_cluster.one.master_user_secret",
            ),
            ("aws_rds_cluster.counted[1].cluster_identifier", "\"c-1\""),
            (
                "aws_rds_cluster.counted[*].id",
                "[@aws_rds_cluster.counted[0].id,@aws_rds_cluster.counted[1].id]",
            ),
            ("one(aws_rds_cluster.counted[*].id)", "!one(…)"),
            ("aws_subnet.keyed[\"a\"].id", "@aws_subnet.keyed[\"a\"].id"),
            ("values(aws_subnet.keyed)[*].cidr_block", "[\"10.0.0.0/24\",\"10.0.1.0/24\"]"),
            (
                "[for k, s in aws_subnet.keyed : s.id]",
                "[@aws_subnet.keyed[\"a\"].id,@aws_subnet.keyed[\"b\"].id]",
            ),
            ("aws_subnet.keyed[*].id", "[!id]"),
            ("length(aws_rds_cluster.counted)", "2"),
            ("aws_kms_key.none[*].arn", "[]"),
            ("one(aws_kms_key.none[*].arn)", "null"),
            ("try(aws_kms_key.none[0].arn, \"x\")", "\"x\""),
            ("coalesce(aws_rds_cluster.one.id, \"x\")", "@aws_rds_cluster.one.id"),
            ("aws_rds_cluster.one.arn == null", "false"),
            ("aws_rds_cluster.one.arn != \"\" ? 1 : 2", "1"),
            ("[for s in aws_subnet.unknown : s.id]", "[@aws_subnet.unknown.id]"),
            ("values(aws_subnet.unknown)[*].id", "[@aws_subnet.unknown.id]"),
            ("[for s in data.aws_subnet.unknown : s.id]", "?data.aws_subnets.all.ids"),
            ("sort(aws_rds_cluster.counted[*].id)[0]", "@aws_rds_cluster.counted[0].id"),
            ("random_id.id.hex", "?random_id.id.hex"),
            ("aws_s3_bucket.b.bucket", "\"wharf\""),
            ("data.aws_vpc.v.id", "\"vpc-1\""),
            ("data.aws_vpc.v.cidr_block", "@data.aws_vpc.v.cidr_block"),
            ("data.aws_subnets.all.ids", "?data.aws_subnets.all.ids"),
            ("data.aws_kms_alias.rds.target_key_arn", "@data.aws_kms_alias.rds.target_key_arn"),
            ("aws_vpc.missing.id", "!aws_vpc.missing.id"),
            ("path.module", "?path.module"),
        ],
    );
}

#[test]
fn data_sources_that_the_files_answer() {
    let configuration = r#"
provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
data "aws_region" "here" {}
data "aws_region" "there" { provider = aws.us }
data "aws_rds_engine_version" "pg" {
  engine  = "aurora-postgresql"
  version = "16.8"
}
data "aws_rds_engine_version" "my" {
  engine             = "aurora-mysql"
  preferred_versions = ["8.0.mysql_aurora.3.08.2", "8.0.mysql_aurora.3.04.0"]
}
data "aws_rds_engine_version" "open" { engine = "aurora-mysql" }
data "aws_availability_zones" "z" {}
data "aws_caller_identity" "me" {}
"#;
    check(
        configuration,
        &[
            ("data.aws_region.here.name", "\"eu-west-1\""),
            ("data.aws_region.here.region", "\"eu-west-1\""),
            ("data.aws_region.there.id", "\"us-east-1\""),
            ("data.aws_rds_engine_version.pg.version", "\"16.8\""),
            ("data.aws_rds_engine_version.pg.engine", "\"aurora-postgresql\""),
            ("data.aws_rds_engine_version.pg.parameter_group_family", "\"aurora-postgresql16\""),
            ("data.aws_rds_engine_version.my.version", "\"8.0.mysql_aurora.3.08.2\""),
            ("data.aws_rds_engine_version.my.parameter_group_family", "\"aurora-mysql8.0\""),
            ("data.aws_rds_engine_version.open.version", "?data.aws_rds_engine_version.open.version"),
            ("length(slice(data.aws_availability_zones.z.names, 0, 3))", "3"),
            ("data.aws_availability_zones.z.names[0]", "?data.aws_availability_zones.z.names"),
            ("data.aws_caller_identity.me.account_id", "?data.aws_caller_identity.me.account_id"),
        ],
    );
    check("data \"aws_region\" \"here\" {}", &[("data.aws_region.here.name", "?data.aws_region.here.name")]);
}

#[test]
fn modules_have_outputs_and_may_be_many() {
    let module = r#"
variable "name" {}
variable "days" { default = 3 }
output "name" { value = "${var.name}-db" }
output "days" { value = var.days }
output "token" {
  value     = "marker"
  sensitive = true
}
"#;
    let files = |root: &'static str| [("main.tf", root), ("m/main.tf", module)];
    let cases = [
        ("module \"m\" {\n source = \"./m\"\n name = \"a\"\n}", "module.m.name", "\"a-db\""),
        ("module \"m\" {\n source = \"./m\"\n name = \"a\"\n}", "module.m.token", "***"),
        ("module \"m\" {\n source = \"./m\"\n name = \"a\"\n}", "module.m.nothing", "!module.m.nothing"),
        ("module \"m\" {\n source = \"./m\"\n name = var.x\n}\nvariable \"x\" {}", "module.m.name", "?var.x"),
        ("module \"m\" {\n source = \"./m\"\n}", "module.m.name", "?module.m.var.name"),
        (
            "module \"m\" {\n source = \"./m\"\n count = 2\n name = count.index\n}",
            "module.m[*].name",
            "[\"0-db\",\"1-db\"]",
        ),
        (
            "module \"m\" {\n source = \"./m\"\n for_each = toset([\"x\"])\n name = each.key\n}",
            "module.m[\"x\"].name",
            "\"x-db\"",
        ),
    ];
    for (root, expr, expected) in cases {
        assert_eq!(printed(&in_files(&files(root), expr).0), expected, "{root} {expr}");
    }
    let unknown = "module \"m\" {\n source = \"acme/x/aws\"\n}";
    assert_eq!(printed(&evaluated(unknown, "module.m.id")), "?module.m.id");
    assert_eq!(printed(&evaluated(unknown, "module.m[0].id")), "?module.m[0].id");
}

#[test]
fn the_workspace_is_taken_as_the_default_and_said() {
    let (value, notices) = in_files(&[], "terraform.workspace");
    assert_eq!(printed(&value), "\"default\"");
    assert_eq!(notices[0].place, Place::line("zz.tf", 2));
    assert!(notices[0].text.contains("terraform.workspace"));
}

#[test]
fn a_circle_is_told_with_its_way() {
    let (value, notices) =
        in_files(&[("a.tf", "locals {\n  a = local.b\n  b = local.c + 1\n  c = local.a\n}")], "local.a");
    assert!(matches!(value, Val::Wrong(_)));
    assert_eq!(notices.len(), 1);
    assert!(notices[0].text.contains("local.a → local.b → local.c → local.a"), "{}", notices[0].text);
    let counted = "resource \"aws_kms_key\" \"k\" {\n  count = length(aws_kms_key.k)\n}";
    let (_, notices) = in_files(&[("a.tf", counted)], "aws_kms_key.k[0].id");
    assert!(notices.iter().any(|notice| notice.text.contains("aws_kms_key.k")), "{notices:?}");
}

#[test]
fn what_is_too_much_is_unresolved_and_ends() {
    let chain: String = (0..100).map(|number| format!("  l{number} = local.l{}\n", number + 1)).collect();
    let (value, notices) = in_files(&[("a.tf", &format!("locals {{\n{chain}  l100 = 1\n}}"))], "local.l0");
    assert_eq!(printed(&value), "?more than 64 references that lead on to each other");
    assert_eq!(notices.len(), 1);
    let doubled: String =
        (1..60).map(|number| format!("  d{number} = [local.d{0}, local.d{0}]\n", number - 1)).collect();
    let (value, _) = in_files(&[("a.tf", &format!("locals {{\n  d0 = [1, 2]\n{doubled}}}"))], "local.d59");
    assert!(printed(&value).contains("?more than"));
    let text: String = (1..60)
        .map(|number| format!("  d{number} = \"${{local.d{0}}}${{local.d{0}}}\"\n", number - 1))
        .collect();
    let (value, _) = in_files(&[("a.tf", &format!("locals {{\n  d0 = \"ab\"\n{text}}}"))], "local.d59");
    assert!(printed(&value).starts_with("?more than"));
    let (value, _) =
        in_files(&[], "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]]");
    assert!(printed(&value).contains("?more than"));
    let (_, notices) = in_files(
        &[("a.tf", "resource \"aws_kms_key\" \"k\" {\n  count = 10001\n}")],
        "length(aws_kms_key.k)",
    );
    assert!(notices.iter().any(|notice| notice.text.contains("10000 instances")));
}

#[test]
fn the_deepest_way_there_is_fits_the_stack() {
    let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(60), "]".repeat(60));
    let chain: String = (0..63)
        .map(|number| format!("  l{number} = {}\n", deep(&format!("local.l{}", number + 1))))
        .collect();
    let (value, _) = in_files(&[("a.tf", &format!("locals {{\n{chain}  l63 = 1\n}}"))], "local.l0");
    assert!(printed(&value).contains('?'));
    let sum = (0..120).map(|_| "local.l1").collect::<Vec<_>>().join(" + ");
    let chain: String = (0..63)
        .map(|number| format!("  l{number} = {}\n", sum.replace("l1", &format!("l{}", number + 1))))
        .collect();
    let (value, _) = in_files(&[("a.tf", &format!("locals {{\n{chain}  l63 = 1\n}}"))], "local.l0");
    assert!(matches!(value, Val::Unresolved(_) | Val::Wrong(_) | Val::Number(_)));
}
