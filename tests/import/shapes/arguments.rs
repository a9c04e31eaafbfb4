//! Arguments of the cluster, by the 27 configurations that write them.

use super::Answer::{Passed, Taken, Told};
use super::{Group, cluster, provided, range, ranged, row, set};

const GROUP: &str = "resource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = [\"subnet-0a11b22c33d44e55f\", \"subnet-0b22c33d44e55f66a\"]\n}";
const PARAMETERS: &str = "resource \"aws_rds_cluster_parameter_group\" \"g\" {\n  name = \"orders\"\n  family = \"aurora-postgresql16\"\n  parameter {\n    name = \"log_min_duration_statement\"\n    value = 500\n  }\n}";

const MYSQL: &[(&str, &str)] =
    &[("engine", "\"aurora-mysql\""), ("engine_version", "\"8.0.mysql_aurora.3.08.0\"")];

fn mysql(name: &str, value: &str) -> Vec<(String, String)> {
    cluster(&[MYSQL, &[(name, value)]].concat(), "")
}

pub(super) fn group() -> Group {
    let rows = vec![
        row(
            "`engine`: PostgreSQL in at least 29 of 33",
            "27",
            cluster(MYSQL, ""),
            Taken(&["engine: aurora-mysql"]),
        ),
        row("`cluster_identifier`", "27", set("cluster_identifier", "\"tide\""), Taken(&["name: tide"])),
        row(
            "… left out",
            "0",
            set("cluster_identifier", ""),
            Told(&["project_name: db"], &["main.tf:1 cluster_identifier"]),
        ),
        row(
            "`master_username`",
            "27",
            set("master_username", "\"owner\""),
            Taken(&["master_username: owner"]),
        ),
        row(
            "`engine_version` literal",
            "13",
            set("engine_version", "\"15.4\""),
            Taken(&["engine_version: \"15.4\""]),
        ),
        row(
            "… a variable",
            "12",
            cluster(&[("engine_version", "var.v")], "variable \"v\" {\n  default = \"15.4\"\n}"),
            Taken(&["engine_version: \"15.4\""]),
        ),
        row(
            "… from a data source",
            "4",
            cluster(
                &[("engine_version", "data.aws_rds_engine_version.v.version")],
                "data \"aws_rds_engine_version\" \"v\" {\n  engine = \"aurora-postgresql\"\n  version = \"15.4\"\n}",
            ),
            Taken(&["engine_version: \"15.4\""]),
        ),
        row("… left out", "2", set("engine_version", ""), Told(&[], &["main.tf:1 engine_version left out"])),
        row(
            "`db_subnet_group_name` of a group in the files",
            "25",
            cluster(&[("db_subnet_group_name", "aws_db_subnet_group.g.name")], GROUP),
            Taken(&["vpc: existing", "- subnet-0a11b22c33d44e55f"]),
        ),
        row(
            "… of a group that is not",
            "",
            set("db_subnet_group_name", "\"old\""),
            Told(&["vpc: existing"], &["main.tf:9 db_subnet_group_name"]),
        ),
        row("minimum 0.5", "18", range("0.5", "8"), Taken(&["min_capacity: 0.5", "max_capacity: 8"])),
        row(
            "minimum 0",
            "7",
            ranged(
                "serverlessv2_scaling_configuration {\n    min_capacity = 0\n    max_capacity = 8\n    seconds_until_auto_pause = 900\n  }",
                "",
            ),
            Taken(&["min_capacity: 0", "seconds_until_auto_pause: 900"]),
        ),
        row("minimum 1 to 5", "4", range("5", "8"), Taken(&["min_capacity: 5"])),
        row("maximum 1 to 4", "21", range("0.5", "1"), Taken(&["max_capacity: 1"])),
        row("maximum at most 16", "27", range("0.5", "16"), Taken(&["max_capacity: 16"])),
        row("maximum 256", "1", range("0.5", "256"), Taken(&["max_capacity: 256"])),
        row("`database_name`", "25", set("database_name", "\"tide\""), Taken(&["database_name: tide"])),
        row("… left out", "2", set("database_name", ""), Told(&[], &["main.tf:1 database_name"])),
        row("`engine_mode = \"provisioned\"`", "23", set("engine_mode", "\"provisioned\""), Passed),
        row(
            "`master_password` set",
            "26 + 10",
            cluster(&[("manage_master_user_password", ""), ("master_password", "\"marker\"")], ""),
            Told(&["credentials: secrets_manager"], &["main.tf:8 master_password"]),
        ),
        row(
            "… by `random_password`",
            "17 + 4",
            cluster(
                &[("manage_master_user_password", ""), ("master_password", "random_password.p.result")],
                "resource \"random_password\" \"p\" {\n  length = 20\n}",
            ),
            Told(&["credentials: secrets_manager"], &["main.tf:8 master_password"]),
        ),
        row(
            "`manage_master_user_password`",
            "4, with modules 5 + 6",
            set("master_username", "\"owner\""),
            Taken(&["master_username: owner"]),
        ),
        row(
            "`vpc_security_group_ids` of groups in the files",
            "23",
            cluster(
                &[
                    ("vpc_security_group_ids", "[aws_security_group.g.id]"),
                    ("db_subnet_group_name", "aws_db_subnet_group.g.name"),
                ],
                &format!(
                    "{GROUP}\nresource \"aws_security_group\" \"g\" {{\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n}}"
                ),
            ),
            Taken(&["vpc_id: vpc-0c33d44e55f66a77b"]),
        ),
        row(
            "… of groups that are not",
            "",
            set("vpc_security_group_ids", "[\"sg-0d44e55f66a77b88c\"]"),
            Told(&[], &["main.tf:9 vpc_security_group_ids sg-0d44e55f66a77b88c"]),
        ),
        row(
            "… of both",
            "",
            cluster(
                &[("vpc_security_group_ids", "[aws_security_group.g.id, \"sg-0d44e55f66a77b88c\"]")],
                "resource \"aws_security_group\" \"g\" {\n  vpc_id = \"vpc-0c33d44e55f66a77b\"\n}",
            ),
            Told(
                &["vpc_id: vpc-0c33d44e55f66a77b"],
                &["main.tf:9 vpc_security_group_ids sg-0d44e55f66a77b88c"],
            ),
        ),
        row(
            "`skip_final_snapshot`",
            "23",
            set("skip_final_snapshot", "true"),
            Taken(&["final_snapshot: false"]),
        ),
        row(
            "`tags`",
            "19",
            set("tags", "{ Environment = \"stg\", Name = \"x\", team = \"moorings\" }"),
            Taken(&["environment: staging", "team: moorings"]),
        ),
        row("`storage_encrypted`", "18", set("storage_encrypted", "false"), Taken(&["encryption: false"])),
        row("… left out: off", "9", set("storage_encrypted", ""), Taken(&["encryption: false"])),
        row(
            "`backup_retention_period`",
            "17",
            set("backup_retention_period", "9"),
            Taken(&["backup_retention: 9"]),
        ),
        row(
            "… left out: 1",
            "10",
            set("database_name", "\"tide\""),
            Taken(&["database_name: tide", "backup_retention: 1"]),
        ),
        row(
            "`deletion_protection`",
            "15",
            set("deletion_protection", "true"),
            Taken(&["!deletion_protection: false"]),
        ),
        row(
            "`preferred_backup_window`",
            "12",
            set("preferred_backup_window", "\"01:15-01:45\""),
            Taken(&["backup_window: 01:15-01:45"]),
        ),
        row("`enable_http_endpoint`", "11", set("enable_http_endpoint", "true"), Taken(&["data_api: true"])),
        row("`final_snapshot_identifier`", "11", set("final_snapshot_identifier", "\"last\""), Passed),
        row("`apply_immediately`", "10", set("apply_immediately", "true"), Passed),
        row(
            "`preferred_maintenance_window`",
            "9",
            set("preferred_maintenance_window", "\"Tue:02:00-Tue:02:30\""),
            Taken(&["maintenance_window: tue:02:00-tue:02:30"]),
        ),
        row(
            "`enabled_cloudwatch_logs_exports`",
            "8",
            set("enabled_cloudwatch_logs_exports", "[\"postgresql\"]"),
            Taken(&["!log_exports: []", "log_retention_days: 0"]),
        ),
        row(
            "`kms_key_id` an ARN",
            "7",
            set(
                "kms_key_id",
                "\"arn:aws:kms:eu-west-1:111122223333:key/0a11b22c-33d4-4e55-8f66-a77b88c99d00\"",
            ),
            Taken(&["kms_key: arn:aws:kms:eu-west-1:111122223333:key/0a11b22c-33d4-4e55-8f66-a77b88c99d00"]),
        ),
        row(
            "… a key of these files",
            "",
            cluster(&[("kms_key_id", "aws_kms_key.k.arn")], "resource \"aws_kms_key\" \"k\" {}"),
            Taken(&["!kms_key: aws_managed"]),
        ),
        row("`copy_tags_to_snapshot`", "7", set("copy_tags_to_snapshot", "true"), Passed),
        row(
            "`availability_zones` of a cluster",
            "4",
            set("availability_zones", "[\"eu-west-1a\", \"eu-west-1b\", \"eu-west-1c\"]"),
            Passed,
        ),
        row(
            "`db_cluster_parameter_group_name`",
            "4",
            cluster(
                &[("db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group.g.name")],
                PARAMETERS,
            ),
            Taken(&["log_min_duration_statement: \"500\""]),
        ),
        row(
            "… of a group that is not in the files",
            "",
            set("db_cluster_parameter_group_name", "\"old\""),
            Told(&[], &["main.tf:9 old"]),
        ),
        row(
            "`performance_insights_enabled`, `…_retention_period`",
            "3",
            cluster(
                &[("performance_insights_enabled", "true"), ("performance_insights_retention_period", "31")],
                "",
            ),
            Taken(&["retention_days: 31"]),
        ),
        row("`port`", "3", set("port", "6432"), Taken(&["port: 6432"])),
        row(
            "`iam_database_authentication_enabled`",
            "3",
            set("iam_database_authentication_enabled", "true"),
            Taken(&["!iam_database_authentication: false"]),
        ),
        row(
            "`iam_roles`",
            "1",
            set("iam_roles", "[\"arn:aws:iam::111122223333:role/import\"]"),
            Told(&[], &["main.tf:9 iam_roles"]),
        ),
        row(
            "`network_type = \"DUAL\"`",
            "1",
            set("network_type", "\"DUAL\""),
            Told(&[], &["main.tf:9 network_type"]),
        ),
        row(
            "`database_insights_mode`",
            "1",
            cluster(
                &[
                    ("database_insights_mode", "\"advanced\""),
                    ("performance_insights_enabled", "true"),
                    ("performance_insights_retention_period", "465"),
                ],
                "",
            ),
            Taken(&["mode: advanced", "retention_days: 465"]),
        ),
        row(
            "`enable_global_write_forwarding`",
            "1",
            super::parts::global(),
            Taken(&["write_forwarding: true"]),
        ),
        row(
            "`storage_type`",
            "0",
            set("storage_type", "\"aurora-iopt1\""),
            Taken(&["storage_type: aurora-iopt1"]),
        ),
        row("`backtrack_window`", "0", mysql("backtrack_window", "7200"), Taken(&["backtrack_hours: 2"])),
        row(
            "`region` of the resource (provider 6)",
            "",
            provided("", "")
                .into_iter()
                .map(|(name, text)| {
                    (name, text.replacen("  engine =", "  region = \"eu-north-1\"\n  engine =", 1))
                })
                .collect(),
            Taken(&["region: eu-north-1"]),
        ),
        row(
            "`snapshot_identifier`, `replication_source_identifier`, `domain`, `enable_local_write_forwarding`",
            "",
            cluster(
                &[
                    ("snapshot_identifier", "\"s\""),
                    ("replication_source_identifier", "\"r\""),
                    ("domain", "\"d\""),
                    ("enable_local_write_forwarding", "true"),
                ],
                "",
            ),
            Told(
                &[],
                &[
                    "main.tf:9 snapshot_identifier",
                    "main.tf:10 replication_source_identifier",
                    "main.tf:11 domain",
                    "main.tf:12 enable_local_write_forwarding",
                ],
            ),
        ),
        row(
            "`restore_to_point_in_time`, `s3_import`",
            "",
            ranged(
                "restore_to_point_in_time {\n    source_cluster_identifier = \"x\"\n  }\n  s3_import {\n    bucket_name = \"b\"\n  }\n  serverlessv2_scaling_configuration {\n    min_capacity = 1\n    max_capacity = 2\n  }",
                "",
            ),
            Told(&["max_capacity: 2"], &["main.tf:9 restore_to_point_in_time", "main.tf:12 s3_import"]),
        ),
        row(
            "`cluster_identifier_prefix`",
            "",
            cluster(&[("cluster_identifier", ""), ("cluster_identifier_prefix", "\"tide-\"")], ""),
            Told(&[], &["main.tf:8 cluster_identifier_prefix"]),
        ),
    ];
    Group {
        title: "Arguments of `aws_rds_cluster`",
        of: "27 configurations, but for passwords: 33 + 11 modules",
        is_list: false,
        rows,
    }
}
