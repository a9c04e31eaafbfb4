//! Every construct that whole configurations are made of.

use super::*;
use crate::formats::import::Key;

#[test]
fn an_argument_has_the_place_where_it_stands() {
    let found = found(&[(
        "db/main.tf",
        "# one\nresource \"aws_rds_cluster\" \"a\" {\n  engine = local.e\n\n  master_password = \"marker\"\n  serverlessv2_scaling_configuration {\n    min_capacity = \"0.5\"\n  }\n}\nlocals {\n  e = \"aurora-mysql\"\n}\n",
    )]);
    let cluster = resource(&found, "aws_rds_cluster.a");
    assert_eq!(cluster.body.place.to_string(), "db/main.tf:2");
    assert_eq!(argument(&cluster.body, "engine"), "\"aurora-mysql\" at db/main.tf:3");
    assert_eq!(argument(&cluster.body, "master_password"), "*** at db/main.tf:5");
    let scaling = &cluster.body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!(scaling.place.to_string(), "db/main.tf:6");
    assert_eq!(argument(scaling, "min_capacity"), "\"0.5\" at db/main.tf:7");
}

#[test]
fn only_what_the_allow_list_names_is_there() {
    let found = found(&[(
        "main.tf",
        r#"
resource "aws_iam_role" "r" { name = "x" }
resource "aws_rds_cluster" "a" {
  engine                    = "aurora-mysql"
  final_snapshot_identifier = local.circle
  lifecycle {
    ignore_changes = [engine]
  }
}
locals {
  circle = local.circle
}
removed {
  from = aws_rds_cluster.gone
}
moved {
  from = aws_rds_cluster.b
  to   = aws_rds_cluster.a
}
import {
  to = aws_rds_cluster.a
  id = "x"
}
check "c" {
  data "aws_rds_cluster" "d" {
    cluster_identifier = "x"
  }
}
terraform {
  backend "s3" {
    secret_key = "marker"
  }
}
/* resource "aws_rds_cluster" "commented" {} */
"#,
    )]);
    assert_eq!(found.resources.len(), 1);
    assert_eq!(value(&found, "aws_rds_cluster.a", "final_snapshot_identifier"), "nothing");
    // What nobody reads is not evaluated, so its circle is not met.
    assert_eq!(notices(&found), [""; 0]);
    assert!(!format!("{found:?}").contains("marker"));
}

#[test]
fn a_password_that_is_null_is_none() {
    let text = "variable \"managed\" { default = true }\nresource \"aws_rds_cluster\" \"a\" {\n  master_password = var.managed ? null : random_password.p.result\n  master_password_wo = var.unset\n}\nresource \"random_password\" \"p\" { length = 3 }\nvariable \"unset\" {}";
    let found = found(&[("main.tf", text)]);
    assert_eq!(value(&found, "aws_rds_cluster.a", "master_password"), "null");
    assert_eq!(value(&found, "aws_rds_cluster.a", "master_password_wo"), "***");
}

#[test]
fn instances_come_by_count_and_for_each() {
    let text = r#"
resource "aws_rds_cluster_instance" "c" {
  count          = "2"
  identifier     = "c-${count.index}"
  promotion_tier = count.index + 1
}
resource "aws_rds_cluster_instance" "e" {
  for_each       = { b = { tier = 2 }, a = {} }
  identifier     = each.key
  promotion_tier = try(each.value.tier, 7)
}
resource "aws_rds_cluster_instance" "none" { count = 0 }
resource "aws_rds_cluster_instance" "listed" {
  for_each   = ["x"]
  identifier = each.value
}
"#;
    let found = found(&[("main.tf", text)]);
    let addresses: Vec<&str> = found.resources.iter().map(|resource| resource.address.as_str()).collect();
    assert_eq!(
        addresses,
        [
            "aws_rds_cluster_instance.c[0]",
            "aws_rds_cluster_instance.c[1]",
            "aws_rds_cluster_instance.e[\"a\"]",
            "aws_rds_cluster_instance.e[\"b\"]",
            "aws_rds_cluster_instance.listed[\"x\"]",
        ]
    );
    assert_eq!(value(&found, "aws_rds_cluster_instance.c[1]", "promotion_tier"), "2");
    assert_eq!(value(&found, "aws_rds_cluster_instance.e[\"a\"]", "promotion_tier"), "7");
    assert_eq!(resource(&found, "aws_rds_cluster_instance.e[\"b\"]").key, Some(Key::Name("b".to_owned())));
}

#[test]
fn a_count_that_is_not_known_is_one_with_a_notice() {
    let text = "variable \"n\" {}\nresource \"aws_rds_cluster\" \"a\" { engine = \"aurora-mysql\" }\nresource \"aws_rds_cluster_instance\" \"c\" {\n  count = var.n\n  identifier = \"i-${count.index}\"\n  cluster_identifier = aws_rds_cluster.a[0].id\n}\nresource \"aws_rds_cluster_instance\" \"e\" {\n  for_each = var.n\n  identifier = each.key\n}";
    let found = found(&[("main.tf", text)]);
    assert_eq!(value(&found, "aws_rds_cluster_instance.c", "identifier"), "?var.n");
    assert_eq!(value(&found, "aws_rds_cluster_instance.c", "cluster_identifier"), "@aws_rds_cluster.a.id");
    assert_eq!(value(&found, "aws_rds_cluster_instance.e", "identifier"), "?var.n");
    assert!(
        has_notice(&found, &["main.tf:4:", "count", "aws_rds_cluster_instance.c", "var.n"]),
        "{:?}",
        notices(&found)
    );
    assert!(has_notice(&found, &["main.tf:9:", "for_each"]));
}

#[test]
fn dynamic_blocks_of_every_shape() {
    for (each, expected) in [
        ("[1]", 1),
        ("[var.x]", 1),
        ("{ create = null }", 1),
        ("[null]", 1),
        ("var.x[*]", 1),
        ("var.none[*]", 0),
        ("[]", 0),
        ("null", 0),
        ("toset([\"a\", \"b\"])", 2),
    ] {
        let text = format!(
            "variable \"x\" {{ default = {{ min = 1 }} }}\nvariable \"none\" {{ default = null }}\nresource \"aws_rds_cluster\" \"a\" {{\n  dynamic \"serverlessv2_scaling_configuration\" {{\n    for_each = {each}\n    content {{\n      min_capacity = 1\n    }}\n  }}\n}}"
        );
        let found = found(&[("main.tf", &text)]);
        let blocks =
            resource(&found, "aws_rds_cluster.a").body.blocks.get("serverlessv2_scaling_configuration");
        assert_eq!(blocks.map_or(0, Vec::len), expected, "{each}");
    }
}

#[test]
fn a_dynamic_block_has_an_iterator_and_may_hold_another() {
    let text = r#"
locals {
  scaling = { min = 1, max = 8 }
  queries = [{ name = "CPUUtilization" }]
}
variable "unset" {}
resource "aws_rds_cluster" "a" {
  dynamic "serverlessv2_scaling_configuration" {
    for_each = [local.scaling]
    iterator = it
    content {
      min_capacity = it.value.min
      max_capacity = it.value["max"]
    }
  }
}
resource "aws_rds_cluster" "b" {
  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.unset
    content {
      min_capacity = serverlessv2_scaling_configuration.value.min
    }
  }
}
resource "aws_cloudwatch_metric_alarm" "m" {
  dynamic "metric_query" {
    for_each = local.queries
    content {
      dynamic "metric" {
        for_each = [metric_query.value.name]
        content {
          metric_name = "${metric_query.key}-${metric.value}"
        }
      }
    }
  }
}
"#;
    let found = found(&[("main.tf", text)]);
    let scaling =
        |address: &str| &resource(&found, address).body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!(argument(scaling("aws_rds_cluster.a"), "max_capacity"), "8 at main.tf:13");
    assert_eq!(argument(scaling("aws_rds_cluster.b"), "min_capacity"), "?var.unset at main.tf:21");
    assert!(has_notice(&found, &["main.tf:18:", "dynamic", "var.unset"]));
    let query = &resource(&found, "aws_cloudwatch_metric_alarm.m").body.blocks["metric_query"][0];
    assert_eq!(argument(&query.blocks["metric"][0], "metric_name"), "\"0-CPUUtilization\" at main.tf:32");
}

#[test]
fn a_list_of_objects_may_stand_for_blocks() {
    let text = "resource \"aws_security_group\" \"s\" {\n  ingress = [\n    { from_port = 5432, to_port = 5432, security_groups = [\"sg-1\"], description = \"x\" },\n  ]\n}";
    let found = found(&[("main.tf", text)]);
    let ingress = &resource(&found, "aws_security_group.s").body.blocks["ingress"];
    assert_eq!(ingress.len(), 1);
    assert_eq!(argument(&ingress[0], "security_groups"), "[\"sg-1\"] at main.tf:2");
    assert_eq!(argument(&ingress[0], "description"), "nothing");
}

#[test]
fn providers_give_regions_and_tags() {
    let root = r#"
variable "region" { default = "eu-west-1" }
provider "aws" {
  region = var.region
  default_tags {
    tags = { team = "tide", cost = var.unset }
  }
}
variable "unset" {}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
provider "random" {}
resource "aws_rds_cluster" "plain" { engine = "aurora-mysql" }
resource "aws_rds_cluster" "aliased" { provider = aws.us }
resource "aws_rds_cluster" "quoted" { provider = "aws.us" }
resource "aws_rds_cluster" "own" { region = "sa-east-1" }
resource "aws_rds_cluster" "lost" { provider = aws.nowhere }
module "handed" {
  source    = "./m"
  providers = { aws = aws.us, aws.other = aws }
}
module "inherited" { source = "./m" }
"#;
    let module = "resource \"aws_rds_cluster\" \"c\" { engine = \"aurora-mysql\" }\nresource \"aws_rds_cluster\" \"o\" { provider = aws.other }";
    let found = found(&[("main.tf", root), ("m/main.tf", module)]);
    let region = |address: &str| resource(&found, address).region.as_ref().map(printed);
    let text = |region: &str| Some(format!("{region:?}"));
    assert_eq!(region("aws_rds_cluster.plain"), text("eu-west-1"));
    assert_eq!(region("aws_rds_cluster.aliased"), text("us-east-1"));
    assert_eq!(region("aws_rds_cluster.quoted"), text("us-east-1"));
    assert_eq!(region("aws_rds_cluster.own"), text("sa-east-1"));
    assert_eq!(region("aws_rds_cluster.lost"), None);
    assert_eq!(region("module.handed.aws_rds_cluster.c"), text("us-east-1"));
    assert_eq!(region("module.handed.aws_rds_cluster.o"), text("eu-west-1"));
    assert_eq!(region("module.inherited.aws_rds_cluster.c"), text("eu-west-1"));
    assert_eq!(region("module.inherited.aws_rds_cluster.o"), None);
    let tags = &resource(&found, "module.inherited.aws_rds_cluster.c").default_tags;
    assert_eq!(
        (printed(&tags["team"]), printed(&tags["cost"])),
        ("\"tide\"".to_owned(), "?var.unset".to_owned())
    );
    assert!(resource(&found, "aws_rds_cluster.aliased").default_tags.is_empty());
}

#[test]
fn a_provider_inside_a_module_takes_its_variable() {
    let module = "variable \"region\" {}\nprovider \"aws\" { region = var.region }\nresource \"aws_rds_cluster\" \"c\" { engine = \"aurora-mysql\" }";
    let found = found(&[
        ("main.tf", "module \"m\" {\n  source = \"./m\"\n  region = \"eu-north-1\"\n}"),
        ("m/m.tf", module),
    ]);
    assert_eq!(
        resource(&found, "module.m.aws_rds_cluster.c").region,
        Some(Value::Text("eu-north-1".to_owned()))
    );
}

#[test]
fn two_default_providers_are_refused() {
    let text = "provider \"aws\" { region = \"eu-west-1\" }\nprovider \"aws\" { region = \"eu-west-2\" }";
    let refusal = try_found(&[("main.tf", text)], &Options::default()).unwrap_err();
    assert_eq!(refusal.place.unwrap().to_string(), "main.tf:2");
    let override_file = [
        (
            "main.tf",
            "provider \"aws\" { region = \"eu-west-1\" }\nresource \"aws_rds_cluster\" \"a\" { engine = \"x\" }",
        ),
        ("override.tf", "provider \"aws\" { region = \"eu-west-2\" }"),
    ];
    assert_eq!(
        resource(&found(&override_file), "aws_rds_cluster.a").region,
        Some(Value::Text("eu-west-2".to_owned()))
    );
}

#[test]
fn override_files_win_by_argument_and_by_block() {
    let plain = "resource \"aws_rds_cluster\" \"a\" {\n  engine = \"aurora-mysql\"\n  port = 1\n  serverlessv2_scaling_configuration {\n    min_capacity = 1\n    max_capacity = 2\n  }\n}\nvariable \"v\" { default = 1 }\nlocals {\n  l = 1\n}";
    let over = "resource \"aws_rds_cluster\" \"a\" {\n  port = 2\n  serverlessv2_scaling_configuration {\n    max_capacity = 9\n  }\n}\nvariable \"v\" { default = 2 }\nlocals {\n  l = 2\n}\nresource \"aws_kms_key\" \"k\" { key_id = \"${var.v}${local.l}\" }";
    let found = found(&[("a_override.tf", over), ("main.tf", plain)]);
    let cluster = resource(&found, "aws_rds_cluster.a");
    assert_eq!(argument(&cluster.body, "engine"), "\"aurora-mysql\" at main.tf:2");
    assert_eq!(argument(&cluster.body, "port"), "2 at a_override.tf:2");
    let scaling = &cluster.body.blocks["serverlessv2_scaling_configuration"];
    assert_eq!((scaling.len(), argument(&scaling[0], "min_capacity")), (1, "nothing".to_owned()));
    assert_eq!(value(&found, "aws_kms_key.k", "key_id"), "\"22\"");
}

#[test]
fn json_says_the_same() {
    let text = r#"{
  "provider": {"aws": [{"region": "eu-west-1", "default_tags": {"tags": {"team": "tide"}}}, {"alias": "us", "region": "us-east-1"}]},
  "variable": {"n": {"type": "number", "default": "2"}},
  "resource": {
    "aws_rds_cluster": {
      "a": {
        "engine": "aurora-mysql",
        "master_password": "marker",
        "serverlessv2_scaling_configuration": {"min_capacity": 0.5, "max_capacity": "${var.n * 4}"}
      },
      "b": {"provider": "aws.us", "serverlessv2_scaling_configuration": [{"min_capacity": 1}]}
    },
    "aws_rds_cluster_instance": {
      "i": {"count": "${var.n}", "identifier": "i-${count.index}", "cluster_identifier": "${aws_rds_cluster.a.id}"}
    }
  }
}"#;
    let found = found(&[("main.tf.json", text)]);
    let cluster = resource(&found, "aws_rds_cluster.a");
    assert_eq!(argument(&cluster.body, "engine"), "\"aurora-mysql\" at main.tf.json:7");
    assert_eq!(argument(&cluster.body, "master_password"), "*** at main.tf.json:8");
    let scaling = &cluster.body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!(argument(scaling, "min_capacity"), "0.5 at main.tf.json:9");
    assert_eq!(argument(scaling, "max_capacity"), "8 at main.tf.json:9");
    assert_eq!(printed(&cluster.default_tags["team"]), "\"tide\"");
    assert_eq!(resource(&found, "aws_rds_cluster.b").region, Some(Value::Text("us-east-1".to_owned())));
    assert_eq!(value(&found, "aws_rds_cluster_instance.i[1]", "cluster_identifier"), "@aws_rds_cluster.a.id");
}

#[test]
fn modules_lie_in_modules_and_hand_their_values_up_and_down() {
    let files = [
        (
            "main.tf",
            "module \"net\" { source = \"./net\" }\nmodule \"app\" {\n  source = \"./app\"\n  subnets = module.net.subnets\n  for_each = toset([\"dev\"])\n  stage = each.key\n}",
        ),
        (
            "net/main.tf",
            "resource \"aws_subnet\" \"s\" { count = 2 }\noutput \"subnets\" { value = aws_subnet.s[*].id }",
        ),
        (
            "app/main.tf",
            "variable \"subnets\" {}\nvariable \"stage\" {}\nmodule \"db\" {\n  source = \"../db\"\n  subnet_ids = var.subnets\n  name = \"${var.stage}-db\"\n}",
        ),
        (
            "db/main.tf",
            "variable \"subnet_ids\" { type = list(string) }\nvariable \"name\" {}\nresource \"aws_db_subnet_group\" \"g\" {\n  name = var.name\n  subnet_ids = var.subnet_ids\n}",
        ),
    ];
    let found = found(&files);
    let address = "module.app[\"dev\"].module.db.aws_db_subnet_group.g";
    assert_eq!(
        value(&found, address, "subnet_ids"),
        "[@module.net.aws_subnet.s[0].id,@module.net.aws_subnet.s[1].id]"
    );
    assert_eq!(value(&found, address, "name"), "\"dev-db\"");
    assert_eq!(resource(&found, address).module, "module.app[\"dev\"].module.db");
    // Files by name, then lines.
    assert_eq!(found.resources[0].address, address);
}

#[test]
fn a_module_that_is_not_there_is_named() {
    let files = [(
        "main.tf",
        "module \"gone\" { source = \"./gone\" }\nmodule \"queue\" { source = \"git::https://u:marker@example.com/x.git\" }\nmodule \"db\" {\n  source = \"acme/aurora/aws\"\n  serverlessv2_scaling_configuration = {}\n}\nmodule \"class\" {\n  source = \"acme/x/aws\"\n  size = \"db.serverless\"\n}\nresource \"aws_kms_key\" \"k\" { key_id = module.db.key }",
    )];
    let found = found(&files);
    assert!(has_notice(&found, &["main.tf:1:", "gone", "add it"]), "{:?}", notices(&found));
    assert!(has_notice(&found, &["main.tf:3:", "this module is not known; add its folder", "db"]));
    assert!(has_notice(&found, &["main.tf:7:", "not known"]));
    assert_eq!(found.notices.len(), 3);
    assert_eq!(value(&found, "aws_kms_key.k", "key_id"), "?module.db.key");
}

#[test]
fn a_module_that_calls_itself_is_told() {
    let files = [
        ("main.tf", "module \"a\" { source = \"./a\" }"),
        ("a/main.tf", "module \"b\" { source = \"../b\" }"),
        ("b/main.tf", "module \"a\" { source = \"../a\" }\nresource \"aws_kms_key\" \"k\" {}"),
    ];
    let found = found(&files);
    assert!(has_notice(&found, &["b/main.tf:1:", "module.a", "calls itself"]), "{:?}", notices(&found));
    assert_eq!(found.resources.len(), 1);
}

#[test]
fn of_several_roots_those_with_a_cluster_count_under_their_folders() {
    let module = "variable \"name\" {}\nresource \"aws_rds_cluster\" \"c\" { cluster_identifier = var.name }\nresource \"aws_rds_cluster_instance\" \"i\" { cluster_identifier = aws_rds_cluster.c.id }";
    let root =
        |name: &str| format!("module \"db\" {{\n  source = \"../modules/db\"\n  name = \"{name}\"\n}}");
    let found = found(&[
        ("dev/main.tf", &root("dev")),
        ("prod/main.tf", &root("prod")),
        ("state/main.tf", "resource \"aws_kms_key\" \"k\" { key_id = terraform.workspace }"),
        ("modules/db/main.tf", module),
    ]);
    assert_eq!(value(&found, "dev/module.db.aws_rds_cluster.c", "cluster_identifier"), "\"dev\"");
    assert_eq!(
        value(&found, "prod/module.db.aws_rds_cluster_instance.i", "cluster_identifier"),
        "@prod/module.db.aws_rds_cluster.c.id"
    );
    assert_eq!(found.resources.len(), 4);
    assert!(found.notices.is_empty());
}

#[test]
fn quirks_of_values_come_through_as_they_stand() {
    let text = "resource \"aws_rds_cluster\" \"a\" {\n  engine_version = 15.10\n  storage_type = \"\"\n  kms_key_id = \"alias/mine\"\n  preferred_maintenance_window = \"Mon:00:00-Mon:03:00\"\n  enabled_cloudwatch_logs_exports = [\"upgrade\"]\n  port = null\n  tags = { \"a b\" = 1, api_token = \"marker\" }\n}\nresource \"aws_rds_cluster_instance\" \"before\" { cluster_identifier = one(aws_rds_cluster.n[*].id) }\nresource \"aws_rds_cluster\" \"n\" { count = 1 }";
    let found = found(&[("empty.tf", ""), ("main.tf", &format!("\u{feff}{}", text.replace('\n', "\r\n")))]);
    let address = "aws_rds_cluster.a";
    assert_eq!(value(&found, address, "engine_version"), "15.1");
    assert_eq!(value(&found, address, "storage_type"), "\"\"");
    assert_eq!(value(&found, address, "port"), "null");
    assert_eq!(value(&found, address, "tags"), "{a b=1,api_token=***}");
    assert_eq!(argument(&resource(&found, address).body, "kms_key_id"), "\"alias/mine\" at main.tf:4");
    assert_eq!(
        value(&found, "aws_rds_cluster_instance.before", "cluster_identifier"),
        "@aws_rds_cluster.n[0].id"
    );
}

#[test]
fn data_sources_of_listed_types_are_resources_that_are_not_made() {
    let found = found(&[(
        "main.tf",
        "data \"aws_kms_alias\" \"rds\" { name = \"alias/aws/rds\" }\nresource \"aws_rds_cluster\" \"a\" { kms_key_id = data.aws_kms_alias.rds.target_key_arn }\ndata \"aws_caller_identity\" \"me\" {}",
    )]);
    let alias = resource(&found, "data.aws_kms_alias.rds");
    assert!(alias.data);
    assert_eq!(alias.kind, "aws_kms_alias");
    assert_eq!(value(&found, "aws_rds_cluster.a", "kms_key_id"), "@data.aws_kms_alias.rds.target_key_arn");
    assert_eq!(found.resources.len(), 2);
}

#[test]
fn a_broken_file_leaves_the_others() {
    let found =
        found(&[("a.tf", "resource \"aws_kms_key\" {{"), ("b.tf", "resource \"aws_kms_key\" \"k\" {}")]);
    assert_eq!(found.resources.len(), 1);
    assert!(has_notice(&found, &["a.tf:1:", "column"]));
}
