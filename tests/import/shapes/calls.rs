//! Modules of a registry, by their inputs and versions.

use super::Answer::{Taken, Told};
use super::{Group, PROVIDER, files, row};

/// A call of the module under this source and version.
fn from(source: &str, more: &str, beside: &str) -> Vec<(String, String)> {
    let text = format!(
        "module \"db\" {{\n  {source}\n  name = \"orders\"\n  engine = \"aurora-postgresql\"\n  engine_version = \"16.4\"\n  database_name = \"orders\"\n  master_username = \"keeper\"\n  serverlessv2_scaling_configuration = {{ min_capacity = 0.5, max_capacity = 4 }}\n{more}\n}}\n{PROVIDER}{beside}\n"
    );
    files(&[("main.tf", &text)])
}

const NINE: &str = "source = \"terraform-aws-modules/rds-aurora/aws\"\n  version = \"~> 9.0\"";
const ONE: &str = "  instance_class = \"db.serverless\"\n  instances = { one = {} }";

fn nine(more: &str) -> Vec<(String, String)> {
    from(NINE, &format!("{ONE}\n{more}"), "")
}

fn version(text: &str) -> String {
    format!("source = \"terraform-aws-modules/rds-aurora/aws\"\n  version = \"{text}\"")
}

fn proxy(inputs: &str) -> Vec<(String, String)> {
    from(
        NINE,
        ONE,
        &format!(
            "module \"proxy\" {{\n  source = \"terraform-aws-modules/rds-proxy/aws\"\n  name = \"orders-pool\"\n  engine_family = \"POSTGRESQL\"\n{inputs}\n}}"
        ),
    )
}

pub(super) fn group() -> Group {
    let rows = vec![
        row(
            "rds-aurora without a version: read as 10",
            "5",
            from(
                "source = \"terraform-aws-modules/rds-aurora/aws\"",
                "  cluster_instance_class = \"db.serverless\"\n  instances = { one = {} }",
                "",
            ),
            Told(&["name: orders", "backup_retention: 1"], &["main.tf:1 version 10"]),
        ),
        row(
            "… 7",
            "1",
            from(&version("7.7.1"), ONE, ""),
            Told(
                &["backup_retention: 7", "credentials: secrets_manager", "backup_window: 02:00-03:00"],
                &["main.tf:1 password"],
            ),
        ),
        row(
            "… 8",
            "4",
            from(&version("~> 8.5"), ONE, ""),
            Taken(&["backup_retention: 7", "backup_window: 02:00-03:00"]),
        ),
        row(
            "… 9",
            "6",
            from(NINE, ONE, ""),
            Taken(&["backup_window: 02:00-03:00", "maintenance_window: sun:05:00-sun:06:00"]),
        ),
        row(
            "… 10",
            "2",
            from(
                &version("~> 10.0"),
                "  cluster_instance_class = \"db.serverless\"\n  instances = { one = {}, two = {} }",
                "",
            ),
            Taken(&["- type: reader"]),
        ),
        row(
            "… as a git commit",
            "1",
            from(
                "source = \"git::https://github.com/terraform-aws-modules/terraform-aws-rds-aurora?ref=0a11b22c33d44e55f66a77b88c99d00e11f22a33\"",
                "  cluster_instance_class = \"db.serverless\"\n  instances = { one = {} }",
                "",
            ),
            Told(&["name: orders"], &["main.tf:1 version 10"]),
        ),
        row(
            "… by git with a tag",
            "",
            from(
                "source = \"git::https://github.com/terraform-aws-modules/terraform-aws-rds-aurora.git?ref=v8.0.0\"",
                ONE,
                "",
            ),
            Taken(&["backup_retention: 7"]),
        ),
        row(
            "`name`, `engine`, range, `instances`, `vpc_id`",
            "nearly all 21",
            nine("  vpc_id = \"vpc-0c33d44e55f66a77b\""),
            Taken(&["name: orders", "max_capacity: 4", "vpc_id: vpc-0c33d44e55f66a77b"]),
        ),
        row(
            "`instances = { one = {} }`",
            "13",
            nine(""),
            Taken(&["- type: writer", "backup_window: 02:00-03:00"]),
        ),
        row(
            "`instances` one and two",
            "3",
            from(NINE, "  instance_class = \"db.serverless\"\n  instances = { one = {}, two = {} }", ""),
            Told(&["- type: reader"], &["writer one"]),
        ),
        row(
            "`instances` writer and reader",
            "2",
            from(
                NINE,
                "  instance_class = \"db.serverless\"\n  instances = { reader = {}, writer = { promotion_tier = 1 } }",
                "",
            ),
            Taken(&["- type: reader", "promotion_tier: 1"]),
        ),
        row(
            "`instances` a variable",
            "2",
            from(
                NINE,
                "  instance_class = \"db.serverless\"\n  instances = var.all",
                "variable \"all\" {\n  default = { a = { promotion_tier = 2 } }\n}",
            ),
            Taken(&["promotion_tier: 2"]),
        ),
        row(
            "`instances` with values inside",
            "5",
            from(
                NINE,
                "  instances = { one = { instance_class = \"db.serverless\", publicly_accessible = true } }",
                "",
            ),
            Taken(&["publicly_accessible: true"]),
        ),
        row(
            "`engine_version`",
            "17+",
            nine("  port = 6432"),
            Taken(&["engine_version: \"16.4\"", "port: 6432"]),
        ),
        row(
            "`storage_encrypted` (left out: on)",
            "17+",
            nine("  storage_encrypted = false"),
            Taken(&["encryption: false"]),
        ),
        row(
            "`skip_final_snapshot`, `apply_immediately`",
            "17+",
            nine("  skip_final_snapshot = true\n  apply_immediately = true"),
            Taken(&["final_snapshot: false"]),
        ),
        row(
            "`instance_class`",
            "16",
            nine("  instance_class = \"db.r6g.large\"")
                .into_iter()
                .map(|(name, text)| (name, text.replacen("  instance_class = \"db.serverless\"\n", "", 1)))
                .collect(),
            Told(&["- type: writer"], &["db.r6g.large"]),
        ),
        row(
            "`engine_mode`",
            "15",
            nine("  engine_mode = \"provisioned\"\n  port = 6432"),
            Taken(&["port: 6432"]),
        ),
        row(
            "`master_username`",
            "15",
            nine("  iam_database_authentication_enabled = true"),
            Taken(&["master_username: keeper", "!iam_database_authentication: false"]),
        ),
        row(
            "`db_subnet_group_name`",
            "13",
            nine("  db_subnet_group_name = \"old\""),
            Told(&["vpc: existing"], &["db_subnet_group_name"]),
        ),
        row(
            "… of module vpc",
            "",
            from(
                NINE,
                &format!(
                    "{ONE}\n  db_subnet_group_name = module.vpc.database_subnet_group_name\n  vpc_id = module.vpc.vpc_id"
                ),
                "module \"vpc\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n  cidr = \"10.9.0.0/16\"\n  database_subnets = [\"10.9.1.0/24\", \"10.9.2.0/24\"]\n}",
            ),
            Taken(&["!vpc: existing", "cidr: 10.9.0.0/16"]),
        ),
        row(
            "`security_group_rules`",
            "9",
            nine(
                "  vpc_id = \"vpc-0c33d44e55f66a77b\"\n  security_group_rules = { app = { source_security_group_id = \"sg-0d44e55f66a77b88c\" } }",
            ),
            Taken(&["- sg-0d44e55f66a77b88c"]),
        ),
        row(
            "`monitoring_interval`",
            "9",
            nine("  monitoring_interval = 30"),
            Taken(&["enhanced_monitoring_seconds: 30"]),
        ),
        row(
            "`manage_master_user_password`",
            "9",
            nine("  manage_master_user_password = false\n  master_password = \"marker\""),
            Told(&["credentials: secrets_manager"], &["password"]),
        ),
        row(
            "`tags`",
            "10",
            nine("  tags = { Environment = \"dev\", team = \"moorings\" }"),
            Taken(&["environment: development", "team: moorings"]),
        ),
        row(
            "`subnets`",
            "7",
            nine("  create_db_subnet_group = true\n  subnets = [\"subnet-0a11b22c33d44e55f\"]"),
            Taken(&["- subnet-0a11b22c33d44e55f"]),
        ),
        row(
            "`enable_http_endpoint`, `deletion_protection`",
            "4 to 6",
            nine("  enable_http_endpoint = true\n  deletion_protection = true"),
            Taken(&["data_api: true", "!deletion_protection: false"]),
        ),
        row(
            "`kms_key_id`",
            "4 to 6",
            from(
                NINE,
                &format!("{ONE}\n  kms_key_id = aws_kms_key.k.arn"),
                "resource \"aws_kms_key\" \"k\" {}",
            ),
            Taken(&["!kms_key: aws_managed"]),
        ),
        row(
            "`db_cluster_parameter_group_parameters`",
            "4 to 6",
            nine(
                "  create_db_cluster_parameter_group = true\n  db_cluster_parameter_group_family = \"aurora-postgresql16\"\n  db_cluster_parameter_group_parameters = [{ name = \"rds.force_ssl\", value = 1 }]",
            ),
            Taken(&["!force_tls: false"]),
        ),
        row(
            "`global_cluster_identifier`",
            "3",
            nine("  global_cluster_identifier = \"world\"\n  master_password = \"marker\""),
            Told(
                &["credentials: secrets_manager"],
                &["main.tf:12 global_cluster_identifier Global Database"],
            ),
        ),
        row(
            "`autoscaling_enabled`",
            "",
            nine("  autoscaling_enabled = true"),
            Told(&["name: orders"], &["autoscaling"]),
        ),
        row(
            "rds-proxy, inputs of today",
            "1 + 3 by eye",
            proxy(
                "  target_db_cluster = true\n  db_cluster_identifier = module.db.cluster_id\n  auth = { root = { iam_auth = \"REQUIRED\", secret_arn = \"x\" } }\n  endpoints = { r = { target_role = \"READ_ONLY\" } }",
            ),
            Taken(&[
                "name: orders-pool",
                "iam_auth: REQUIRED",
                "read_only_endpoint: true",
                "max_connections_percent: 90",
            ]),
        ),
        row(
            "… of the generation before",
            "",
            proxy(
                "  target_db_cluster = true\n  db_cluster_identifier = module.db.cluster_id\n  iam_auth = \"REQUIRED\"\n  db_proxy_endpoints = { r = { target_role = \"READ_ONLY\" } }",
            ),
            Taken(&["name: orders-pool", "iam_auth: REQUIRED", "read_only_endpoint: true"]),
        ),
        row(
            "cloudposse/rds-cluster",
            "0",
            files(&[(
                "main.tf",
                &format!(
                    "{PROVIDER}module \"db\" {{\n  source = \"cloudposse/rds-cluster/aws\"\n  version = \"1.7.0\"\n  namespace = \"eg\"\n  stage = \"dev\"\n  name = \"orders\"\n  engine = \"aurora-postgresql\"\n  engine_version = \"16.4\"\n  db_name = \"orders\"\n  admin_user = \"keeper\"\n  manage_admin_user_password = true\n  serverlessv2_scaling_configuration = {{ min_capacity = 1, max_capacity = 4 }}\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n  subnets = [\"subnet-0a11b22c33d44e55f\"]\n}}\n"
                ),
            )]),
            Taken(&[
                "name: eg-dev-orders",
                "environment: development",
                "port: 3306",
                "- type: reader",
                "backup_retention: 5",
            ]),
        ),
    ];
    Group { title: "Modules of the registry", of: "21 calls of rds-aurora", is_list: false, rows }
}
