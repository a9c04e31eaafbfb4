//! Arguments of the instances, by the 27 configurations that write them.

use super::Answer::{Passed, Taken, Told};
use super::{CLUSTER, Group, INSTANCE, PROVIDER, RANGE, arguments, instance, row, whole};

pub(super) fn group() -> Group {
    let set = |name: &str, value: &str| instance(&[(name, value)], "");
    let rows = vec![
        row(
            "`engine`, `engine_version`",
            "27, 25",
            set("engine_version", "aws_rds_cluster.db.engine_version"),
            Passed,
        ),
        row(
            "`instance_class = \"db.serverless\"`",
            "26",
            whole(&arguments(&CLUSTER, &[("port", "6432")]), RANGE, &arguments(&INSTANCE, &[]), PROVIDER, ""),
            Taken(&["- type: writer", "port: 6432"]),
        ),
        row(
            "`cluster_identifier`",
            "27",
            instance(
                &[
                    ("cluster_identifier", "one(aws_rds_cluster.db[*].cluster_identifier)"),
                    ("promotion_tier", "2"),
                ],
                "",
            ),
            Taken(&["promotion_tier: 2"]),
        ),
        row("`identifier`", "22", instance(&[("identifier", "\"orders-1\"")], ""), Passed),
        row("`tags` of an instance", "18", set("tags", "{ role = \"writer\" }"), Passed),
        row(
            "`publicly_accessible`",
            "11",
            set("publicly_accessible", "true"),
            Taken(&["publicly_accessible: true"]),
        ),
        row("`count`", "10", set("count", "2"), Taken(&["- type: reader"])),
        row(
            "`performance_insights_enabled`",
            "9",
            set("performance_insights_enabled", "true"),
            Taken(&["!performance_insights:"]),
        ),
        row(
            "`monitoring_interval`",
            "5",
            set("monitoring_interval", "30"),
            Taken(&["enhanced_monitoring_seconds: 30"]),
        ),
        row("`db_subnet_group_name` of an instance", "5", set("db_subnet_group_name", "\"old\""), Passed),
        row(
            "`auto_minor_version_upgrade`",
            "4",
            set("auto_minor_version_upgrade", "false"),
            Taken(&["auto_minor_version_upgrade: false"]),
        ),
        row(
            "`ca_cert_identifier`",
            "1",
            set("ca_cert_identifier", "\"rds-ca-ecc384-g1\""),
            Told(&[], &["main.tf:18 ca_cert_identifier"]),
        ),
        row("`promotion_tier`", "0 + 5", set("promotion_tier", "4"), Taken(&["promotion_tier: 4"])),
        row(
            "`availability_zone`",
            "0 + 3",
            set("availability_zone", "\"eu-west-1b\""),
            Taken(&["availability_zone: b"]),
        ),
        row(
            "`db_parameter_group_name`",
            "",
            set("db_parameter_group_name", "\"slow\""),
            Told(&[], &["db_parameter_group_name"]),
        ),
    ];
    Group {
        title: "Arguments of `aws_rds_cluster_instance`",
        of: "27 configurations + 11 modules",
        is_list: false,
        rows,
    }
}
