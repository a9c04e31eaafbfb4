//! Well-known modules, version by version, by the resources they make of a call.

use super::*;

const BASE: &str = r#"
  name                               = "tide"
  engine                             = "aurora-postgresql"
  engine_version                     = "16.8"
  serverlessv2_scaling_configuration = { min_capacity = 0, max_capacity = 4, seconds_until_auto_pause = 600 }
"#;

fn aurora(version: &str, more: &str) -> Found {
    let text = format!(
        "module \"db\" {{\n  source = \"terraform-aws-modules/rds-aurora/aws\"\n  version = \"{version}\"{BASE}{more}\n}}\n"
    );
    found(&[("main.tf", &text)])
}

const CLUSTER: &str = "module.db.aws_rds_cluster.this[0]";

fn cluster(found: &Found, name: &str) -> String {
    value(found, CLUSTER, name)
}

#[test]
fn what_is_left_out_is_each_versions_own() {
    for (version, retention, window, user, password, managed) in [
        ("~> 7.0", "7", "\"02:00-03:00\"", "\"root\"", "***", "nothing"),
        ("~> 8.0", "7", "\"02:00-03:00\"", "nothing", "nothing", "true"),
        ("~> 9.0", "nothing", "\"02:00-03:00\"", "nothing", "nothing", "true"),
        ("~> 10.0", "nothing", "nothing", "nothing", "nothing", "true"),
    ] {
        let found = aurora(version, "");
        assert_eq!(found.notices, [], "{version}");
        assert_eq!(cluster(&found, "backup_retention_period"), retention, "{version}");
        assert_eq!(cluster(&found, "preferred_backup_window"), window, "{version}");
        assert_eq!(cluster(&found, "master_username"), user, "{version}");
        assert_eq!(cluster(&found, "master_password"), password, "{version}");
        assert_eq!(cluster(&found, "manage_master_user_password"), managed, "{version}");
        assert_eq!(cluster(&found, "storage_encrypted"), "true", "{version}");
        assert_eq!(cluster(&found, "deletion_protection"), "nothing", "{version}");
        assert_eq!(cluster(&found, "skip_final_snapshot"), "false", "{version}");
    }
}

#[test]
fn places_are_those_of_the_calls_arguments() {
    let found = aurora(
        "~> 9.0",
        "\n  backup_retention_period = 9\n  instances = {\n    one = { promotion_tier = 3 }\n  }\n  instance_class = \"db.serverless\"",
    );
    let body = &resource(&found, CLUSTER).body;
    assert_eq!(body.place.to_string(), "main.tf:1");
    assert_eq!(argument(body, "cluster_identifier"), "\"tide\" at main.tf:4 as name");
    assert_eq!(argument(body, "backup_retention_period"), "9 at main.tf:9");
    assert_eq!(argument(body, "storage_encrypted"), "true at main.tf:1");
    let scaling = &body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!(
        argument(scaling, "seconds_until_auto_pause"),
        "600 at main.tf:7 as serverlessv2_scaling_configuration"
    );
    let instance = &resource(&found, "module.db.aws_rds_cluster_instance.this[\"one\"]").body;
    assert_eq!(instance.place.to_string(), "main.tf:10");
    assert_eq!(argument(instance, "promotion_tier"), "3 at main.tf:10 as instances");
    assert_eq!(argument(instance, "instance_class"), "\"db.serverless\" at main.tf:13");
    assert_eq!(argument(instance, "identifier"), "\"tide-one\" at main.tf:4 as name");
    assert_eq!(argument(instance, "cluster_identifier"), format!("@{CLUSTER}.id at main.tf:10 as instances"));
}

#[test]
fn the_class_of_all_has_another_name_in_version_10() {
    let more = "\n  instance_class = \"db.r6g.large\"\n  cluster_instance_class = \"db.serverless\"\n  instances = { a = {}, b = { instance_class = \"db.r7g.large\" } }";
    let class = |found: &Found, key: &str| {
        value(found, &format!("module.db.aws_rds_cluster_instance.this[{key:?}]"), "instance_class")
    };
    for (version, expected) in
        [("~> 7.0", "\"db.r6g.large\""), ("~> 9.0", "\"db.r6g.large\""), ("~> 10.0", "\"db.serverless\"")]
    {
        let found = aurora(version, more);
        assert_eq!(class(&found, "a"), expected, "{version}");
        assert_eq!(class(&found, "b"), "\"db.r7g.large\"", "{version}");
    }
}

#[test]
fn passwords_by_version() {
    let none = "\n  manage_master_user_password = false\n  master_password = \"marker\"\n  master_password_wo = \"marker\"\n  create_random_password = false";
    for version in ["~> 7.0", "~> 8.0", "~> 9.0"] {
        let found = aurora(version, none);
        assert_eq!(cluster(&found, "master_password"), "***", "{version}");
        assert_eq!(cluster(&found, "master_password_wo"), "nothing", "{version}");
        assert!(!format!("{found:?}").contains("marker"));
    }
    assert_eq!(cluster(&aurora("~> 10.0", none), "master_password_wo"), "***");
    let global = aurora(
        "~> 9.0",
        "\n  global_cluster_identifier = \"world\"\n  is_primary_cluster = false\n  source_region = \"us-east-1\"\n  master_username = \"x\"\n  database_name = \"y\"",
    );
    for name in ["manage_master_user_password", "master_password", "master_username", "database_name"] {
        assert_eq!(cluster(&global, name), "nothing", "{name}");
    }
    assert_eq!(cluster(&global, "source_region"), "\"us-east-1\"");
}

#[test]
fn clients_by_version() {
    let old = aurora(
        "7.7.1",
        "\n  allowed_security_groups = [\"sg-1\"]\n  allowed_cidr_blocks = [\"10.0.0.0/8\"]\n  vpc_id = \"vpc-1\"",
    );
    let rule = &resource(&old, "module.db.aws_security_group_rule.groups[\"0\"]").body;
    assert_eq!(
        argument(rule, "source_security_group_id"),
        "\"sg-1\" at main.tf:9 as allowed_security_groups"
    );
    assert_eq!(argument(rule, "from_port"), "5432 at main.tf:9 as allowed_security_groups");
    assert_eq!(
        value(&old, "module.db.aws_security_group_rule.ranges[\"all\"]", "cidr_blocks"),
        "[\"10.0.0.0/8\"]"
    );
    assert_eq!(value(&old, "module.db.aws_security_group.this[0]", "vpc_id"), "\"vpc-1\"");
    for version in ["~> 8.0", "~> 9.0"] {
        let found = aurora(
            version,
            "\n  security_group_rules = {\n    app = { source_security_group_id = aws_security_group.app.id }\n    out = { type = \"egress\" }\n  }\n}\nresource \"aws_security_group\" \"app\" {",
        );
        let rule = &resource(&found, "module.db.aws_security_group_rule.this[\"app\"]").body;
        assert_eq!(
            argument(rule, "source_security_group_id"),
            "@aws_security_group.app.id at main.tf:9 as security_group_rules"
        );
        assert_eq!(argument(rule, "cidr_blocks"), "nothing");
        assert_eq!(value(&found, "module.db.aws_security_group_rule.this[\"out\"]", "type"), "\"egress\"");
    }
    let new = aurora(
        "~> 10.0",
        "\n  security_group_ingress_rules = { app = { referenced_security_group_id = \"sg-1\" } }",
    );
    let rule = &resource(&new, "module.db.aws_vpc_security_group_ingress_rule.this[\"app\"]").body;
    assert_eq!(
        argument(rule, "referenced_security_group_id"),
        "\"sg-1\" at main.tf:9 as security_group_ingress_rules"
    );
}

#[test]
fn subnets_by_version() {
    let subnets = "\n  subnets = [\"subnet-1\", \"subnet-2\"]\n  db_subnet_group_name = \"mine\"";
    let old = aurora("~> 7.0", subnets);
    assert_eq!(
        value(&old, "module.db.aws_db_subnet_group.this[0]", "subnet_ids"),
        "[\"subnet-1\",\"subnet-2\"]"
    );
    let new = aurora("~> 9.0", subnets);
    assert_eq!(cluster(&new, "db_subnet_group_name"), "\"mine\"");
    assert!(new.resources.iter().all(|resource| resource.kind != "aws_db_subnet_group"));
    let made =
        aurora("~> 10.0", "\n  create_db_subnet_group = true\n  subnets = var.ids\n}\nvariable \"ids\" {");
    assert_eq!(value(&made, "module.db.aws_db_subnet_group.this[0]", "subnet_ids"), "?var.ids");
}

#[test]
fn parameters_by_version() {
    let old = "\n  create_db_cluster_parameter_group = true\n  db_cluster_parameter_group_family = \"aurora-postgresql16\"\n  db_cluster_parameter_group_parameters = [{ name = \"work_mem\", value = 4 }]\n  create_db_parameter_group = true\n  db_parameter_group_parameters = [{ name = \"log_statement\", value = \"all\" }]\n  instances = { a = {} }";
    for version in ["~> 7.0", "~> 8.0", "~> 9.0"] {
        let found = aurora(version, old);
        let group = &resource(&found, "module.db.aws_rds_cluster_parameter_group.this[0]").body.blocks["parameter"]
            [0];
        assert_eq!(argument(group, "value"), "4 at main.tf:11 as db_cluster_parameter_group_parameters");
        assert_eq!(
            value(&found, "module.db.aws_rds_cluster_instance.this[\"a\"]", "db_parameter_group_name"),
            "@module.db.aws_db_parameter_group.this[0].id"
        );
    }
    let found = aurora(
        "~> 10.0",
        "\n  cluster_parameter_group = {\n    family = \"aurora-postgresql16\"\n    parameters = [{ name = \"work_mem\", value = 4 }]\n  }",
    );
    let group = &resource(&found, "module.db.aws_rds_cluster_parameter_group.this[0]").body;
    assert_eq!(
        argument(&group.blocks["parameter"][0], "name"),
        "\"work_mem\" at main.tf:9 as cluster_parameter_group"
    );
    assert_eq!(
        cluster(&found, "db_cluster_parameter_group_name"),
        "@module.db.aws_rds_cluster_parameter_group.this[0].id"
    );
}

#[test]
fn insights_and_monitoring_by_version() {
    let more = "\n  performance_insights_enabled = true\n  monitoring_interval = 30\n  cluster_performance_insights_enabled = true\n  cluster_monitoring_interval = 15\n  instances = { a = {} }";
    let instance =
        |found: &Found, name: &str| value(found, "module.db.aws_rds_cluster_instance.this[\"a\"]", name);
    let nine = aurora("~> 9.0", more);
    assert_eq!(
        (instance(&nine, "monitoring_interval"), cluster(&nine, "monitoring_interval")),
        ("30".to_owned(), "15".to_owned())
    );
    let ten = aurora("~> 10.0", more);
    assert_eq!(
        (instance(&ten, "performance_insights_enabled"), cluster(&ten, "performance_insights_enabled")),
        ("nothing".to_owned(), "true".to_owned())
    );
}

#[test]
fn logs_endpoints_roles_and_scaling_are_resources() {
    let more = "\n  enabled_cloudwatch_logs_exports = [\"postgresql\"]\n  create_cloudwatch_log_group = true\n  endpoints = { r = { identifier = \"r\", type = \"READER\" } }\n  iam_roles = { s3 = { feature_name = \"s3Import\", role_arn = \"x\" } }\n  autoscaling_enabled = true\n  create_db_cluster_activity_stream = true\n  cluster_use_name_prefix = true";
    let found = aurora("~> 9.0", more);
    let group = &resource(&found, "module.db.aws_cloudwatch_log_group.this[\"postgresql\"]").body;
    assert_eq!(argument(group, "retention_in_days"), "7 at main.tf:9");
    assert_eq!(argument(group, "name"), "\"/aws/rds/cluster/tide/postgresql\" at main.tf:4");
    for address in [
        "module.db.aws_rds_cluster_endpoint.this[\"r\"]",
        "module.db.aws_rds_cluster_role_association.this[\"s3\"]",
        "module.db.aws_appautoscaling_target.this[\"this\"]",
        "module.db.aws_rds_cluster_activity_stream.this[\"this\"]",
    ] {
        resource(&found, address);
    }
    assert_eq!(
        resource(&found, "module.db.aws_appautoscaling_target.this[\"this\"]").body.place.to_string(),
        "main.tf:13"
    );
    assert_eq!(cluster(&found, "cluster_identifier"), "nothing");
    assert_eq!(cluster(&found, "cluster_identifier_prefix"), "\"tide-\"");
}

#[test]
fn a_version_that_is_not_told_is_said() {
    let text = format!(
        "module \"db\" {{\n  source = \"git::https://github.com/terraform-aws-modules/terraform-aws-rds-aurora.git?ref=0123456789abcdef\"{BASE}\n}}"
    );
    let found = found(&[("main.tf", &text)]);
    assert!(has_notice(&found, &["main.tf:1:", "version 10", "db"]), "{:?}", notices(&found));
    assert_eq!(cluster(&found, "engine"), "\"aurora-postgresql\"");
}

#[test]
fn what_a_call_waits_for_is_unresolved() {
    let found = aurora("~> 9.0", "\n  backup_retention_period = var.days\n  instances = var.nodes\n  serverlessv2_scaling_configuration = var.scaling\n}\nvariable \"days\" {}\nvariable \"nodes\" {}\nvariable \"scaling\" {").resources;
    assert!(found.is_empty(), "an argument written twice is an error of syntax");
    let text = "module \"db\" {\n  source = \"terraform-aws-modules/rds-aurora/aws\"\n  version = \"9.0\"\n  name = \"x\"\n  backup_retention_period = var.days\n  instances = var.nodes\n  serverlessv2_scaling_configuration = var.scaling\n}\nvariable \"days\" {}\nvariable \"nodes\" {}\nvariable \"scaling\" {}";
    let found = super::found(&[("main.tf", text)]);
    let body = &resource(&found, CLUSTER).body;
    assert_eq!(argument(body, "backup_retention_period"), "?var.days at main.tf:5");
    let scaling = &body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!(
        argument(scaling, "min_capacity"),
        "?var.scaling at main.tf:7 as serverlessv2_scaling_configuration"
    );
    assert_eq!(value(&found, "module.db.aws_rds_cluster_instance.this", "promotion_tier"), "nothing");
    assert!(has_notice(&found, &["main.tf:", "for_each", "var.nodes"]), "{:?}", notices(&found));
}

#[test]
fn the_vpc_module_makes_subnets_that_its_outputs_lead_to() {
    let text = r#"
data "aws_availability_zones" "z" {}
locals { azs = slice(data.aws_availability_zones.z.names, 0, 2) }
module "vpc" {
  source           = "terraform-aws-modules/vpc/aws"
  version          = "~> 6.0"
  name             = "Tide"
  cidr             = "10.1.0.0/16"
  azs              = local.azs
  private_subnets  = [for k, v in local.azs : cidrsubnet("10.1.0.0/16", 8, k)]
  database_subnets = ["10.1.8.0/24"]
}
resource "aws_db_subnet_group" "g" { subnet_ids = module.vpc.private_subnets }
resource "aws_rds_cluster" "c" { db_subnet_group_name = module.vpc.database_subnet_group }
resource "aws_rds_cluster" "n" { db_subnet_group_name = module.vpc.database_subnet_group_name }
resource "aws_security_group" "s" {
  vpc_id = module.vpc.vpc_id
  ingress { cidr_blocks = [module.vpc.vpc_cidr_block] }
}
"#;
    let found = found(&[("main.tf", text)]);
    assert_eq!(
        value(&found, "aws_db_subnet_group.g", "subnet_ids"),
        "[@module.vpc.aws_subnet.private[0].id,@module.vpc.aws_subnet.private[1].id]"
    );
    assert_eq!(value(&found, "module.vpc.aws_subnet.private[1]", "cidr_block"), "\"10.1.1.0/24\"");
    assert_eq!(
        value(&found, "aws_rds_cluster.c", "db_subnet_group_name"),
        "@module.vpc.aws_db_subnet_group.database[0].id"
    );
    assert_eq!(value(&found, "aws_rds_cluster.n", "db_subnet_group_name"), "\"tide\"");
    assert_eq!(value(&found, "aws_security_group.s", "vpc_id"), "@module.vpc.aws_vpc.this[0].id");
    assert_eq!(
        argument(&resource(&found, "aws_security_group.s").body.blocks["ingress"][0], "cidr_blocks"),
        "[\"10.1.0.0/16\"] at main.tf:18"
    );
    assert_eq!(
        argument(&resource(&found, "module.vpc.aws_vpc.this[0]").body, "cidr_block"),
        "\"10.1.0.0/16\" at main.tf:8 as cidr"
    );
}

#[test]
fn the_proxy_module_of_both_generations() {
    let call = |more: &str| {
        format!(
            "module \"proxy\" {{\n  source = \"terraform-aws-modules/rds-proxy/aws\"\n  name = \"pool\"\n  engine_family = \"POSTGRESQL\"\n  target_db_cluster = true\n  db_cluster_identifier = \"tide\"\n{more}\n}}"
        )
    };
    let new = found(&[(
        "main.tf",
        &call(
            "auth = { root = { iam_auth = \"DISABLED\", secret_arn = \"x\" } }\nendpoints = { ro = { name = \"ro\", target_role = \"READ_ONLY\" } }\ninit_query = \"marker\"",
        ),
    )]);
    let proxy = &resource(&new, "module.proxy.aws_db_proxy.this[0]").body;
    assert_eq!(argument(proxy, "require_tls"), "true at main.tf:1");
    assert_eq!(argument(proxy, "idle_client_timeout"), "1800 at main.tf:1");
    assert_eq!(argument(&proxy.blocks["auth"][0], "iam_auth"), "\"DISABLED\" at main.tf:7 as auth");
    let pool = &resource(&new, "module.proxy.aws_db_proxy_default_target_group.this[0]").body.blocks["connection_pool_config"]
        [0];
    assert_eq!(argument(pool, "max_connections_percent"), "90 at main.tf:1");
    assert_eq!(argument(pool, "init_query"), "*** at main.tf:9");
    assert_eq!(
        value(&new, "module.proxy.aws_db_proxy_endpoint.this[\"ro\"]", "target_role"),
        "\"READ_ONLY\""
    );
    assert_eq!(
        value(&new, "module.proxy.aws_db_proxy_target.cluster[0]", "db_cluster_identifier"),
        "\"tide\""
    );
    assert!(!format!("{new:?}").contains("marker"));
    let old = found(&[(
        "main.tf",
        &call(
            "secrets = { root = { arn = \"x\" } }\ndb_proxy_endpoints = { ro = { target_role = \"READ_ONLY\" } }\nmax_connections_percent = 70",
        ),
    )]);
    let proxy = &resource(&old, "module.proxy.aws_db_proxy.this[0]").body;
    assert_eq!(argument(&proxy.blocks["auth"][0], "iam_auth"), "\"REQUIRED\" at main.tf:7");
    resource(&old, "module.proxy.aws_db_proxy_endpoint.this[\"ro\"]");
}

#[test]
fn cloudposses_cluster_has_its_own_defaults() {
    let call = |more: &str| {
        format!(
            "module \"db\" {{\n  source = \"cloudposse/rds-cluster/aws\"\n  version = \"1.11.0\"\n  engine = \"aurora-postgresql\"\n{more}\n}}"
        )
    };
    let more = "namespace = \"EG\"\nstage = \"prod\"\nname = \"Tide\"\nattributes = [\"main\"]\nserverlessv2_scaling_configuration = { min_capacity = 1, max_capacity = 4 }\nadmin_password = \"marker\"\nsecurity_groups = [\"sg-1\"]\ncluster_parameters = [{ apply_method = \"immediate\", name = \"work_mem\", value = \"4\" }]\ntags = { team = \"tide\" }\nzone_id = \"Z1\"\nsubnets = [\"subnet-1\"]";
    let found = found(&[("main.tf", &call(more))]);
    for (name, expected) in [
        ("cluster_identifier", "\"eg-prod-tide-main\""),
        ("port", "3306"),
        ("backup_retention_period", "5"),
        ("preferred_backup_window", "\"07:00-09:00\""),
        ("preferred_maintenance_window", "\"wed:03:00-wed:04:00\""),
        ("storage_encrypted", "false"),
        ("skip_final_snapshot", "true"),
        ("master_username", "\"admin\""),
        ("master_password", "***"),
        ("manage_master_user_password", "nothing"),
        ("tags", "{Stage=\"prod\",team=\"tide\"}"),
    ] {
        assert_eq!(cluster(&found, name), expected, "{name}");
    }
    let instance = &resource(&found, "module.db.aws_rds_cluster_instance.this[1]").body;
    assert!(argument(instance, "instance_class").starts_with("\"db.serverless\""));
    assert_eq!(
        value(&found, "module.db.aws_security_group_rule.groups[\"0\"]", "source_security_group_id"),
        "\"sg-1\""
    );
    assert_eq!(value(&found, "module.db.aws_db_subnet_group.this[0]", "subnet_ids"), "[\"subnet-1\"]");
    let group =
        &resource(&found, "module.db.aws_rds_cluster_parameter_group.this[0]").body.blocks["parameter"];
    assert_eq!(argument(&group[0], "name"), "\"work_mem\" at main.tf:12 as cluster_parameters");
    assert!(has_notice(&found, &["main.tf:14:", "zone_id"]), "{:?}", notices(&found));
    assert!(!format!("{found:?}").contains("marker"));
}

#[test]
fn cloudposses_cluster_by_identifier_and_without_serverless() {
    let text = "module \"db\" {\n  source = \"cloudposse/rds-cluster/aws\"\n  cluster_identifier = \"mine\"\n  cluster_size = 1\n  instance_type = \"db.r6g.large\"\n  manage_admin_user_password = true\n  environment = \"dev\"\n}\nresource \"aws_kms_key\" \"k\" { key_id = module.db.cluster_identifier }";
    let found = found(&[("main.tf", text)]);
    assert_eq!(cluster(&found, "cluster_identifier"), "\"mine\"");
    assert_eq!(cluster(&found, "manage_master_user_password"), "true");
    assert_eq!(cluster(&found, "tags"), "{Environment=\"dev\"}");
    assert_eq!(
        value(&found, "module.db.aws_rds_cluster_instance.this[0]", "instance_class"),
        "\"db.r6g.large\""
    );
    assert_eq!(value(&found, "aws_kms_key.k", "key_id"), "\"mine\"");
}
