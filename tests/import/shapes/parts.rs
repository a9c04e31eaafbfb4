//! What stands around a cluster: data sources, network, secrets, logs, alarms, proxy, Global Database.

use super::Answer::{Passed, Refused, Taken, Told};
use super::{Group, PROVIDER, cluster, files, provided, row};

const GROUP: &str = "resource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = LIST\n}";
const NAMED: &[(&str, &str)] = &[("db_subnet_group_name", "aws_db_subnet_group.g.name")];

/// A subnet group of this list.
fn subnets(list: &str, more: &str) -> Vec<(String, String)> {
    cluster(NAMED, &format!("{}\n{more}", GROUP.replace("LIST", list)))
}

/// A security group of the cluster.
fn guarded(more: &str) -> Vec<(String, String)> {
    cluster(&[("vpc_security_group_ids", "[aws_security_group.g.id]")], more)
}

fn proxied(more: &str) -> Vec<(String, String)> {
    cluster(&[], &format!("{PROXY}{more}"))
}

const VPC: &str = "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.9.0.0/16\"\n}\nresource \"aws_subnet\" \"s\" {\n  count = 2\n  vpc_id = aws_vpc.v.id\n  cidr_block = cidrsubnet(aws_vpc.v.cidr_block, 8, count.index)\n}";
const PROXY: &str = "resource \"aws_db_proxy\" \"p\" {\n  name = \"orders-pool\"\n  engine_family = \"POSTGRESQL\"\n  role_arn = \"arn:aws:iam::111122223333:role/x\"\n  vpc_subnet_ids = [\"subnet-0a11b22c33d44e55f\"]\n  require_tls = true\n  auth {\n    auth_scheme = \"SECRETS\"\n    iam_auth = \"REQUIRED\"\n    secret_arn = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:x\"\n  }\n}\nresource \"aws_db_proxy_default_target_group\" \"p\" {\n  db_proxy_name = aws_db_proxy.p.name\n  connection_pool_config {\n    max_connections_percent = 80\n  }\n}\nresource \"aws_db_proxy_target\" \"p\" {\n  db_proxy_name = aws_db_proxy.p.name\n  target_group_name = \"default\"\n  db_cluster_identifier = aws_rds_cluster.db.cluster_identifier\n}\n";

/// A Global Database of two Regions.
pub(super) fn global() -> Vec<(String, String)> {
    cluster(
        &[("global_cluster_identifier", "aws_rds_global_cluster.g.id")],
        "provider \"aws\" {\n  alias = \"far\"\n  region = \"us-west-2\"\n}\nresource \"aws_rds_global_cluster\" \"g\" {\n  global_cluster_identifier = \"world\"\n  engine = \"aurora-postgresql\"\n}\nresource \"aws_rds_cluster\" \"far\" {\n  provider = aws.far\n  cluster_identifier = \"orders-far\"\n  engine = aws_rds_global_cluster.g.engine\n  engine_version = \"16.4\"\n  global_cluster_identifier = aws_rds_global_cluster.g.id\n  source_region = \"eu-west-1\"\n  enable_global_write_forwarding = true\n  serverlessv2_scaling_configuration {\n    min_capacity = 1\n    max_capacity = 8\n  }\n}\n",
    )
}

pub(super) fn group() -> Group {
    let rows = vec![
        row(
            "data `aws_caller_identity`",
            "16",
            cluster(
                &[("cluster_identifier", "\"db-${data.aws_caller_identity.me.account_id}\"")],
                "data \"aws_caller_identity\" \"me\" {}",
            ),
            Told(
                &["project_name: db"],
                &["main.tf:2 cluster_identifier data.aws_caller_identity.me.account_id"],
            ),
        ),
        row(
            "data `aws_vpc`",
            "6",
            guarded(
                "data \"aws_vpc\" \"v\" {\n  id = \"vpc-0c33d44e55f66a77b\"\n}\nresource \"aws_security_group\" \"g\" {\n  vpc_id = data.aws_vpc.v.id\n}",
            ),
            Taken(&["vpc_id: vpc-0c33d44e55f66a77b"]),
        ),
        row(
            "… the default VPC",
            "",
            guarded(
                "data \"aws_vpc\" \"v\" {\n  default = true\n}\nresource \"aws_security_group\" \"g\" {\n  vpc_id = data.aws_vpc.v.id\n}",
            ),
            Told(&["vpc: existing"], &["vpc_id data.aws_vpc.v"]),
        ),
        row(
            "data `aws_subnets`",
            "6",
            subnets("data.aws_subnets.s.ids", "data \"aws_subnets\" \"s\" {}"),
            Told(&["vpc: existing"], &["subnet_ids data.aws_subnets.s.ids"]),
        ),
        row(
            "data `aws_region`",
            "6",
            cluster(
                &[("cluster_identifier", "\"db-${data.aws_region.here.name}\"")],
                "data \"aws_region\" \"here\" {}",
            ),
            Taken(&["name: db-eu-west-1"]),
        ),
        row(
            "data `aws_availability_zones`",
            "5",
            cluster(
                &[("availability_zones", "slice(data.aws_availability_zones.z.names, 0, 3)")],
                "data \"aws_availability_zones\" \"z\" {}",
            ),
            Passed,
        ),
        row(
            "… for the zone of an instance",
            "",
            super::instance(
                &[("availability_zone", "data.aws_availability_zones.z.names[1]")],
                "data \"aws_availability_zones\" \"z\" {}",
            ),
            Told(&["- type: writer"], &["availability_zone data.aws_availability_zones.z"]),
        ),
        row(
            "data `aws_rds_engine_version`",
            "3",
            cluster(
                &[
                    ("engine", "data.aws_rds_engine_version.v.engine"),
                    ("engine_version", "data.aws_rds_engine_version.v.version"),
                ],
                "data \"aws_rds_engine_version\" \"v\" {\n  engine = \"aurora-postgresql\"\n  preferred_versions = [\"15.4\", \"15.3\"]\n}",
            ),
            Taken(&["engine_version: \"15.4\""]),
        ),
        row(
            "data `aws_ssm_parameter`",
            "3",
            cluster(
                &[("master_username", "data.aws_ssm_parameter.u.value")],
                "data \"aws_ssm_parameter\" \"u\" {\n  name = \"/db/user\"\n}",
            ),
            Told(&[], &["main.tf:6 master_username"]),
        ),
        row(
            "data `aws_secretsmanager_secret_version`",
            "3",
            cluster(
                &[
                    ("manage_master_user_password", ""),
                    ("master_password", "data.aws_secretsmanager_secret_version.s.secret_string"),
                ],
                "data \"aws_secretsmanager_secret_version\" \"s\" {\n  secret_id = \"x\"\n}",
            ),
            Told(&["credentials: secrets_manager"], &["main.tf:8 master_password"]),
        ),
        row(
            "data `aws_db_subnet_group`",
            "2",
            cluster(
                &[("db_subnet_group_name", "data.aws_db_subnet_group.g.name")],
                "data \"aws_db_subnet_group\" \"g\" {\n  name = \"old\"\n}",
            ),
            Told(&["vpc: existing"], &["data.aws_db_subnet_group.g"]),
        ),
        row(
            "`aws_db_subnet_group` of subnets made here",
            "7",
            subnets("aws_subnet.s[*].id", VPC),
            Taken(&["!vpc: existing", "cidr: 10.9.0.0/16"]),
        ),
        row(
            "… of a variable without a value",
            "7",
            subnets("var.subnets", "variable \"subnets\" {}"),
            Told(&["vpc: existing"], &["subnet_ids var.subnets"]),
        ),
        row(
            "… of a data source",
            "5",
            subnets("data.aws_subnets.s.ids", "data \"aws_subnets\" \"s\" {}"),
            Told(&["vpc: existing"], &["data.aws_subnets.s"]),
        ),
        row(
            "`aws_security_group` with ingress inside",
            "13 of 21",
            guarded(
                "resource \"aws_security_group\" \"g\" {\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n  ingress {\n    from_port = 5432\n    to_port = 5432\n    protocol = \"tcp\"\n    security_groups = [\"sg-0d44e55f66a77b88c\"]\n  }\n}",
            ),
            Taken(&["- sg-0d44e55f66a77b88c"]),
        ),
        row(
            "… that lets in addresses",
            "",
            guarded(
                "resource \"aws_security_group\" \"g\" {\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n  ingress {\n    from_port = 5432\n    to_port = 5432\n    protocol = \"tcp\"\n    cidr_blocks = [\"10.0.0.0/8\"]\n  }\n}",
            ),
            Told(&[], &["cidr_blocks"]),
        ),
        row(
            "`aws_security_group_rule`",
            "5",
            guarded(
                "resource \"aws_security_group\" \"g\" {\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n}\nresource \"aws_security_group_rule\" \"r\" {\n  type = \"ingress\"\n  security_group_id = aws_security_group.g.id\n  source_security_group_id = \"sg-0d44e55f66a77b88c\"\n  protocol = \"tcp\"\n  from_port = 5432\n  to_port = 5432\n}",
            ),
            Taken(&["- sg-0d44e55f66a77b88c"]),
        ),
        row(
            "`aws_vpc_security_group_ingress_rule`",
            "2",
            guarded(
                "resource \"aws_security_group\" \"g\" {\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n}\nresource \"aws_vpc_security_group_ingress_rule\" \"r\" {\n  security_group_id = aws_security_group.g.id\n  referenced_security_group_id = \"sg-0d44e55f66a77b88c\"\n  ip_protocol = \"tcp\"\n  from_port = 5432\n  to_port = 5432\n}",
            ),
            Taken(&["- sg-0d44e55f66a77b88c"]),
        ),
        row(
            "`aws_secretsmanager_secret`",
            "21",
            cluster(
                &[],
                "resource \"aws_secretsmanager_secret\" \"s\" {\n  name = \"x\"\n}\nresource \"aws_secretsmanager_secret_version\" \"s\" {\n  secret_id = aws_secretsmanager_secret.s.id\n  secret_string = jsonencode({ host = aws_rds_cluster.db.endpoint })\n}",
            ),
            Passed,
        ),
        row(
            "`aws_cloudwatch_log_group` of the cluster",
            "14",
            cluster(
                &[("enabled_cloudwatch_logs_exports", "[\"postgresql\"]")],
                "resource \"aws_cloudwatch_log_group\" \"l\" {\n  name = \"/aws/rds/cluster/${aws_rds_cluster.db.cluster_identifier}/postgresql\"\n  retention_in_days = 14\n}",
            ),
            Taken(&["log_retention_days: 14"]),
        ),
        row(
            "`aws_cloudwatch_metric_alarm`",
            "7",
            cluster(
                &[],
                "resource \"aws_cloudwatch_metric_alarm\" \"a\" {\n  alarm_name = \"cpu\"\n  namespace = \"AWS/RDS\"\n  metric_name = \"CPUUtilization\"\n  comparison_operator = \"GreaterThanThreshold\"\n  evaluation_periods = 1\n  dimensions = { DBClusterIdentifier = aws_rds_cluster.db.cluster_identifier }\n}",
            ),
            Told(&[], &["alarm threshold"]),
        ),
        row(
            "`aws_rds_cluster_parameter_group` with parameters",
            "4 of 6",
            cluster(
                &[("db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group.g.id")],
                "resource \"aws_rds_cluster_parameter_group\" \"g\" {\n  family = \"aurora-postgresql16\"\n  parameter {\n    name = \"rds.force_ssl\"\n    value = 1\n  }\n}",
            ),
            Taken(&["!force_tls: false"]),
        ),
        row("`aws_vpc`", "6", subnets("[for s in aws_subnet.s : s.id]", VPC), Taken(&["cidr: 10.9.0.0/16"])),
        row(
            "`aws_kms_key`",
            "4",
            cluster(&[("kms_key_id", "aws_kms_key.k.arn")], "resource \"aws_kms_key\" \"k\" {}"),
            Taken(&["!kms_key: aws_managed"]),
        ),
        row(
            "`aws_db_parameter_group`",
            "1",
            super::instance(
                &[("db_parameter_group_name", "aws_db_parameter_group.g.name")],
                "resource \"aws_db_parameter_group\" \"g\" {\n  name = \"slow\"\n  family = \"aurora-postgresql16\"\n  parameter {\n    name = \"log_statement\"\n    value = \"all\"\n  }\n}",
            ),
            Told(&[], &["db_parameter_group_name aws_db_parameter_group.g log_statement"]),
        ),
        row(
            "… without a parameter",
            "",
            super::instance(
                &[("db_parameter_group_name", "aws_db_parameter_group.g.name")],
                "resource \"aws_db_parameter_group\" \"g\" {\n  family = \"aurora-postgresql16\"\n}",
            ),
            Told(&[], &["db_parameter_group_name aws_db_parameter_group.g"]),
        ),
        row(
            "`aws_db_proxy` with target group and target",
            "1",
            proxied(""),
            Taken(&[
                "name: orders-pool",
                "require_tls: true",
                "iam_auth: REQUIRED",
                "max_connections_percent: 80",
            ]),
        ),
        row(
            "`aws_db_proxy_endpoint`, read only",
            "",
            proxied(
                "resource \"aws_db_proxy_endpoint\" \"r\" {\n  db_proxy_name = aws_db_proxy.p.name\n  db_proxy_endpoint_name = \"r\"\n  vpc_subnet_ids = []\n  target_role = \"READ_ONLY\"\n}",
            ),
            Taken(&["read_only_endpoint: true"]),
        ),
        row(
            "`init_query` of a proxy",
            "",
            cluster(
                &[],
                &PROXY.replace("    max_connections_percent = 80\n", "    init_query = \"marker\"\n"),
            ),
            Told(&["name: orders-pool"], &["init_query"]),
        ),
        row(
            "`aws_rds_global_cluster` with a secondary",
            "1 + 3",
            global(),
            Taken(&["- region: us-west-2", "readers: 0", "write_forwarding: true"]),
        ),
        row(
            "… whose secondary is not in the files",
            "",
            cluster(&[("global_cluster_identifier", "\"world\"")], ""),
            Told(&[], &["main.tf:9 global_cluster_identifier Global Database"]),
        ),
        row(
            "`aws_secretsmanager_secret_rotation`",
            "",
            cluster(
                &[("manage_master_user_password", ""), ("master_password", "\"marker\"")],
                "resource \"aws_secretsmanager_secret\" \"s\" {}\nresource \"aws_secretsmanager_secret_version\" \"s\" {\n  secret_id = aws_secretsmanager_secret.s.id\n  secret_string = jsonencode({ host = aws_rds_cluster.db.endpoint })\n}\nresource \"aws_secretsmanager_secret_rotation\" \"s\" {\n  secret_id = aws_secretsmanager_secret.s.id\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}",
            ),
            Told(&["rotation_days: 30"], &["master_password"]),
        ),
        row(
            "`aws_backup_selection` of the cluster",
            "",
            cluster(
                &[],
                "resource \"aws_backup_selection\" \"b\" {\n  name = \"b\"\n  plan_id = \"p\"\n  iam_role_arn = \"r\"\n  resources = [aws_rds_cluster.db.arn]\n}",
            ),
            Told(&["aws_backup: true"], &["aws_backup_selection"]),
        ),
        row(
            "`aws_appautoscaling_target`, `aws_appautoscaling_policy`",
            "",
            cluster(
                &[],
                "resource \"aws_appautoscaling_target\" \"t\" {\n  resource_id = \"cluster:${aws_rds_cluster.db.cluster_identifier}\"\n  service_namespace = \"rds\"\n  scalable_dimension = \"rds:cluster:ReadReplicaCount\"\n  min_capacity = 1\n  max_capacity = 3\n}\nresource \"aws_appautoscaling_policy\" \"p\" {\n  name = \"p\"\n  resource_id = aws_appautoscaling_target.t.resource_id\n  service_namespace = \"rds\"\n  scalable_dimension = \"rds:cluster:ReadReplicaCount\"\n}",
            ),
            Told(&[], &["aws_appautoscaling_target.t readers", "aws_appautoscaling_policy.p readers"]),
        ),
        row(
            "`aws_rds_cluster_endpoint`, `…_role_association`, `…_activity_stream`",
            "",
            cluster(
                &[],
                "resource \"aws_rds_cluster_endpoint\" \"e\" {\n  cluster_identifier = aws_rds_cluster.db.id\n  cluster_endpoint_identifier = \"e\"\n  custom_endpoint_type = \"READER\"\n}\nresource \"aws_rds_cluster_role_association\" \"r\" {\n  db_cluster_identifier = aws_rds_cluster.db.id\n  feature_name = \"s3Import\"\n  role_arn = \"r\"\n}\nresource \"aws_rds_cluster_activity_stream\" \"s\" {\n  resource_arn = aws_rds_cluster.db.arn\n  mode = \"async\"\n  kms_key_id = \"k\"\n}",
            ),
            Told(
                &[],
                &[
                    "aws_rds_cluster_endpoint.e",
                    "aws_rds_cluster_role_association.r",
                    "aws_rds_cluster_activity_stream.s",
                ],
            ),
        ),
        row(
            "two default `provider` blocks",
            "",
            provided(&PROVIDER.repeat(2), ""),
            Refused("Two provider blocks"),
        ),
        row(
            "a cluster that is none of Aurora Serverless v2 or provisioned",
            "",
            files(&[(
                "main.tf",
                "resource \"aws_rds_cluster\" \"old\" {\n  engine = \"aurora-postgresql\"\n  engine_mode = \"serverless\"\n}\n",
            )]),
            Refused("Serverless v1"),
        ),
    ];
    Group {
        title: "What stands around the cluster",
        of: "27 to 33 configurations + 11 modules",
        is_list: false,
        rows,
    }
}
