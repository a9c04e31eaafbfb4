//! Quirks of Terraform's text that each need an answer of their own.

use super::Answer::{Asked, Passed, Refused, Taken, Told};
use super::{
    CLUSTER, Group, INSTANCE, PROVIDER, RANGE, arguments, beside, cluster, files, instance, range, row, set,
    whole,
};

fn mysql(version: &str) -> Vec<(String, String)> {
    cluster(&[("engine", "\"aurora-mysql\""), ("engine_version", version)], "")
}

/// The plain cluster without a range, with this class of instance.
fn of_class(range: &str, class: &str) -> Vec<(String, String)> {
    whole(&arguments(&CLUSTER, &[]), range, &arguments(&INSTANCE, &[("instance_class", class)]), PROVIDER, "")
}

/// The plain cluster by `count`, which an instance names so.
fn counted(reference: &str) -> Vec<(String, String)> {
    whole(
        &arguments(&CLUSTER, &[("count", "1")]),
        RANGE,
        &arguments(
            &INSTANCE,
            &[
                ("cluster_identifier", reference),
                ("engine", "aws_rds_cluster.db[0].engine"),
                ("promotion_tier", "2"),
            ],
        ),
        PROVIDER,
        "",
    )
}

/// The text of a configuration, changed.
fn changed(files: Vec<(String, String)>, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    files.into_iter().map(|(name, text)| (name, change(&text))).collect()
}

const SECOND: &str = "resource \"aws_rds_cluster\" \"other\" {\n  cluster_identifier = \"invoices\"\n  engine = \"aurora-postgresql\"\n}\n";
const TIER: &[&str] = &["promotion_tier: 2"];
const MODULES: &str =
    "module \"in\" {\n  source = \"./in\"\n  subnets = var.subnets\n}\nvariable \"subnets\" {}\n";

pub(super) fn group() -> Group {
    let rows = vec![
        row(
            "`engine_version = \"16\"`",
            "",
            set("engine_version", "\"16\""),
            Taken(&["engine_version: \"16\""]),
        ),
        row("`engine_version = \"8.0\"`", "", mysql("\"8.0\""), Taken(&["engine_version: \"8.0\""])),
        row(
            "`15.4` unquoted, as a number",
            "",
            set("engine_version", "15.4"),
            Told(&["engine_version: \"15.4\""], &["main.tf:4 engine_version quote"]),
        ),
        row(
            "`15.10` unquoted loses its zero",
            "",
            set("engine_version", "15.10"),
            Told(&["engine_version: \"15.1\""], &["main.tf:4 engine_version quote"]),
        ),
        row("`engine = \"aurora\"`", "", set("engine", "\"aurora\""), Refused("aurora")),
        row(
            "`Mon:00:00-Mon:03:00`",
            "",
            set("preferred_maintenance_window", "\"Mon:00:00-Mon:03:00\""),
            Taken(&["maintenance_window: mon:00:00-mon:03:00"]),
        ),
        row(
            "`min_capacity = \"0.5\"`, a text",
            "",
            range("\"1.5\"", "\"8\""),
            Taken(&["min_capacity: 1.5", "max_capacity: 8"]),
        ),
        row("`max_capacity = 0.5`", "", range("0.5", "0.5"), Taken(&["max_capacity: 0.5"])),
        row(
            "capacity off the half step: rounded up",
            "",
            range("0.7", "8"),
            Told(&["min_capacity: 1"], &["main.tf:10 min_capacity"]),
        ),
        row(
            "a range, and only provisioned instances",
            "",
            of_class(RANGE, "\"db.r6g.large\""),
            Told(&["- type: writer"], &["db.r6g.large", "no effect"]),
        ),
        row(
            "no range, and only provisioned instances",
            "",
            of_class("", "\"db.r6g.large\""),
            Told(
                &["min_capacity: 2", "max_capacity: 16"],
                &["db.r6g.large", "main.tf:1 serverlessv2_scaling_configuration"],
            ),
        ),
        row(
            "instances before the cluster",
            "",
            changed(cluster(&[], ""), |text| {
                text.replace(
                    "resource \"aws_rds_cluster\" \"db\"",
                    "locals {}\nresource \"aws_rds_cluster\" \"db\"",
                )
                .replace("db.serverless\"", "db.serverless\"\n  promotion_tier = 2")
            }),
            Taken(TIER),
        ),
        row(
            "an instance of another cluster",
            "",
            cluster(
                &[("port", "6432")],
                "resource \"aws_rds_cluster_instance\" \"x\" {\n  cluster_identifier = \"invoices\"\n  instance_class = \"db.r6g.large\"\n}",
            ),
            Taken(&["port: 6432"]),
        ),
        row(
            "`cluster_identifier = aws_rds_cluster.a[0].id`",
            "",
            counted("aws_rds_cluster.db[0].id"),
            Taken(TIER),
        ),
        row("`….cluster_identifier`", "", counted("aws_rds_cluster.db[0].cluster_identifier"), Taken(TIER)),
        row("`one(aws_rds_cluster.a[*].id)`", "", counted("one(aws_rds_cluster.db[*].id)"), Taken(TIER)),
        row(
            "two instance resources of one cluster",
            "",
            cluster(
                &[],
                "resource \"aws_rds_cluster_instance\" \"reader\" {\n  cluster_identifier = aws_rds_cluster.db.id\n  instance_class = \"db.serverless\"\n  promotion_tier = 2\n}",
            ),
            Taken(&["- type: reader", "promotion_tier: 2"]),
        ),
        row(
            "`count = 0` of instances",
            "",
            instance(&[("count", "0")], ""),
            Told(&["- type: writer"], &["main.tf:1 no instance"]),
        ),
        row("`count = 0` of the cluster", "", set("count", "0"), Refused("its count is 0")),
        row(
            "`enabled_cloudwatch_logs_exports = [\"upgrade\"]`",
            "",
            set("enabled_cloudwatch_logs_exports", "[\"upgrade\"]"),
            Told(&["log_exports: []"], &["main.tf:9 upgrade"]),
        ),
        row(
            "promotion tiers all 0",
            "",
            instance(&[("count", "2"), ("promotion_tier", "0")], ""),
            Told(&["- type: reader", "promotion_tier: 0"], &["writer"]),
        ),
        row(
            "zone ids",
            "",
            instance(&[("availability_zone", "\"euw1-az2\"")], ""),
            Told(&["- type: writer"], &["main.tf:18 availability_zone euw1-az2"]),
        ),
        row(
            "`kms_key_id` a bare id",
            "",
            set("kms_key_id", "\"0a11b22c-33d4-4e55-8f66-a77b88c99d00\""),
            Told(&["!kms_key: aws_managed"], &["main.tf:9 kms_key_id"]),
        ),
        row(
            "`kms_key_id` an alias",
            "",
            set("kms_key_id", "\"alias/mine\""),
            Told(&["!kms_key: aws_managed"], &["main.tf:9 kms_key_id"]),
        ),
        row(
            "`storage_type = \"\"`",
            "",
            cluster(&[("storage_type", "\"\""), ("port", "6432")], ""),
            Taken(&["port: 6432"]),
        ),
        row(
            "insights retention 0",
            "",
            cluster(
                &[("performance_insights_enabled", "true"), ("performance_insights_retention_period", "0")],
                "",
            ),
            Taken(&["!performance_insights:"]),
        ),
        row(
            "monitoring role without an interval",
            "",
            instance(&[("monitoring_role_arn", "\"arn:aws:iam::111122223333:role/m\"")], ""),
            Passed,
        ),
        row(
            "`subnet_ids` through three levels of modules",
            "",
            files(&[
                (
                    "main.tf",
                    &format!(
                        "{PROVIDER}module \"in\" {{\n  source = \"./in\"\n  subnets = [\"subnet-0a11b22c33d44e55f\"]\n}}\n"
                    ),
                ),
                ("in/main.tf", &MODULES.replace("./in", "./deep")),
                (
                    "in/deep/main.tf",
                    &format!(
                        "{}variable \"subnets\" {{}}\nresource \"aws_db_subnet_group\" \"g\" {{\n  subnet_ids = var.subnets\n}}\n",
                        whole(
                            &arguments(&CLUSTER, &[("db_subnet_group_name", "aws_db_subnet_group.g.name")]),
                            RANGE,
                            &arguments(&INSTANCE, &[]),
                            "",
                            ""
                        )[0]
                        .1
                    ),
                ),
            ]),
            Taken(&["- subnet-0a11b22c33d44e55f"]),
        ),
        row(
            "`provider` Region from a variable of a module",
            "",
            files(&[
                ("main.tf", "module \"in\" {\n  source = \"./in\"\n  region = \"eu-north-1\"\n}\n"),
                (
                    "in/main.tf",
                    &whole(
                        &arguments(&CLUSTER, &[]),
                        RANGE,
                        &arguments(&INSTANCE, &[]),
                        "provider \"aws\" {\n  region = var.region\n}\n",
                        "variable \"region\" {}",
                    )[0]
                    .1,
                ),
            ]),
            Taken(&["region: eu-north-1"]),
        ),
        row(
            "`removed`, `moved`, `import`, `check` blocks",
            "",
            cluster(
                &[],
                "removed {\n  from = aws_rds_cluster.old\n  lifecycle {\n    destroy = false\n  }\n}\nmoved {\n  from = aws_rds_cluster.b\n  to = aws_rds_cluster.db\n}\nimport {\n  to = aws_rds_cluster.db\n  id = \"orders\"\n}\ncheck \"up\" {\n  data \"aws_rds_cluster\" \"c\" {\n    cluster_identifier = \"x\"\n  }\n  assert {\n    condition = true\n    error_message = \"x\"\n  }\n}",
            ),
            Passed,
        ),
        row(
            "override files",
            "",
            beside(
                cluster(&[], ""),
                &[(
                    "prod_override.tf",
                    "resource \"aws_rds_cluster\" \"db\" {\n  backup_retention_period = 9\n}\n",
                )],
            ),
            Taken(&["backup_retention: 9"]),
        ),
        row(
            "`.tf.json`",
            "",
            files(&[(
                "main.tf.json",
                "{\"provider\": {\"aws\": {\"region\": \"eu-west-1\"}}, \"resource\": {\"aws_rds_cluster\": {\"db\": {\"cluster_identifier\": \"tide\", \"engine\": \"aurora-mysql\", \"engine_version\": \"8.0\", \"database_name\": \"tide\", \"master_username\": \"keeper\", \"serverlessv2_scaling_configuration\": {\"min_capacity\": 1, \"max_capacity\": 9}}}, \"aws_rds_cluster_instance\": {\"db\": {\"cluster_identifier\": \"${aws_rds_cluster.db.id}\", \"instance_class\": \"db.serverless\"}}}}",
            )]),
            Taken(&["project_name: tide", "engine: aurora-mysql", "max_capacity: 9"]),
        ),
        row(
            "a backend with a password",
            "",
            cluster(
                &[],
                "terraform {\n  backend \"pg\" {\n    conn_str = \"postgres://u:marker@h/db\"\n  }\n}",
            ),
            Passed,
        ),
        row(
            "Windows line ends",
            "",
            changed(set("port", "6432"), |text| text.replace('\n', "\r\n")),
            Taken(&["port: 6432"]),
        ),
        row(
            "a byte order mark, comments of any language",
            "",
            changed(set("port", "6432"), |text| {
                format!("\u{feff}# кластер базы данных\n/* 数据库 */\n{text}")
            }),
            Taken(&["port: 6432"]),
        ),
        row(
            "an empty file beside",
            "",
            beside(set("port", "6432"), &[("empty.tf", "")]),
            Taken(&["port: 6432"]),
        ),
        row(
            "a file that does not parse beside",
            "",
            beside(set("port", "6432"), &[("broken.tf", "resource \"x\" {\n")]),
            Told(&["port: 6432"], &["broken.tf"]),
        ),
        row(
            "identifiers with hyphens and letters of any script",
            "",
            cluster(&[("port", "var.größe-port")], "variable \"größe-port\" {\n  default = 6432\n}"),
            Taken(&["port: 6432"]),
        ),
        row(
            "blocks in comments, strings, heredocs",
            "",
            cluster(
                &[],
                "# resource \"aws_rds_cluster\" \"x\" {}\n/* resource \"aws_rds_cluster\" \"y\" {} */\nlocals {\n  text = <<E\nresource \"aws_rds_cluster\" \"z\" {}\nE\n}",
            ),
            Passed,
        ),
        row("`$${` and `%%{`", "", set("tags", "{ t = \"$${a}%%{b}\" }"), Taken(&["t: ${a}%{b}"])),
        row(
            "`optional(type, default)`",
            "",
            cluster(
                &[("port", "var.it.port")],
                "variable \"it\" {\n  type = object({ port = optional(number, 6432) })\n  default = {}\n}",
            ),
            Taken(&["port: 6432"]),
        ),
        row(
            "a circle of references",
            "",
            cluster(&[("port", "local.a")], "locals {\n  a = local.b\n  b = local.a\n}"),
            Told(&[], &["local.a", "local.b", "waits for itself"]),
        ),
        row("several clusters", "", cluster(&[], SECOND), Asked(&["orders", "invoices"])),
    ];
    Group { title: "Quirks of Terraform", of: "named, not counted", is_list: false, rows }
}
