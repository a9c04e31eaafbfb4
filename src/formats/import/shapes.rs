//! The allow list: which attributes of which types a reader may read. Everything else of an input is skipped unread.

/// What may be read of a resource or of a block in it.
#[derive(Debug)]
pub struct Shape {
    /// The resource's type or the block's name, as Terraform has it.
    pub name: &'static str,
    /// Arguments whose values are read.
    pub arguments: &'static [&'static str],
    /// Arguments that are never read: all that is kept is that one stands there, as [`super::Value::Secret`].
    pub secrets: &'static [&'static str],
    /// Blocks that are read; in JSON they are lists of objects, or one object.
    pub blocks: &'static [Self],
}

/// What may be read of a type; none for a type that is no part of a cluster.
pub fn shape(kind: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.name == kind)
}

const fn plain(name: &'static str, arguments: &'static [&'static str]) -> Shape {
    Shape { name, arguments, secrets: &[], blocks: &[] }
}

/// Every type that is read.
pub static SHAPES: &[Shape] = &[
    Shape {
        name: "aws_rds_cluster",
        arguments: &[
            "arn",
            "availability_zones",
            "backtrack_window",
            "backup_retention_period",
            "cluster_identifier",
            "cluster_identifier_prefix",
            "cluster_scalability_type",
            "database_insights_mode",
            "database_name",
            "db_cluster_instance_class",
            "db_cluster_parameter_group_name",
            "db_instance_parameter_group_name",
            "db_subnet_group_name",
            "deletion_protection",
            "domain",
            "enable_global_write_forwarding",
            "enable_http_endpoint",
            "enable_local_write_forwarding",
            "enabled_cloudwatch_logs_exports",
            "engine",
            "engine_mode",
            "engine_version",
            "engine_version_actual",
            "global_cluster_identifier",
            "iam_database_authentication_enabled",
            "iam_roles",
            "id",
            "kms_key_id",
            "manage_master_user_password",
            "master_username",
            "monitoring_interval",
            "network_type",
            "performance_insights_enabled",
            "performance_insights_retention_period",
            "port",
            "preferred_backup_window",
            "preferred_maintenance_window",
            "region",
            "replication_source_identifier",
            "skip_final_snapshot",
            "snapshot_identifier",
            "source_region",
            "storage_encrypted",
            "storage_type",
            "tags",
            "tags_all",
            "vpc_security_group_ids",
            // Describe output alone has these: the status, whether changes wait, VPC networking (default true).
            "status",
            "pending_modified_values",
            "vpc_networking_enabled",
        ],
        secrets: &["master_password", "master_password_wo", "master_user_secret"],
        blocks: &[
            plain(
                "serverlessv2_scaling_configuration",
                &["max_capacity", "min_capacity", "seconds_until_auto_pause"],
            ),
            plain("scaling_configuration", &[]),
            plain("restore_to_point_in_time", &[]),
            plain("s3_import", &[]),
        ],
    },
    plain(
        "aws_rds_cluster_instance",
        &[
            "arn",
            "auto_minor_version_upgrade",
            "availability_zone",
            "ca_cert_identifier",
            "cluster_identifier",
            "db_parameter_group_name",
            "db_subnet_group_name",
            "id",
            "identifier",
            "identifier_prefix",
            "instance_class",
            "monitoring_interval",
            "performance_insights_enabled",
            "performance_insights_retention_period",
            "promotion_tier",
            "publicly_accessible",
            "region",
            "writer",
            // Describe output alone has it.
            "status",
        ],
    ),
    plain("aws_db_subnet_group", &["arn", "id", "name", "name_prefix", "region", "subnet_ids", "vpc_id"]),
    plain("aws_subnet", &["availability_zone", "cidr_block", "id", "region", "vpc_id"]),
    plain("aws_vpc", &["cidr_block", "id", "region"]),
    Shape {
        name: "aws_security_group",
        arguments: &["id", "name", "region", "vpc_id"],
        secrets: &[],
        blocks: &[plain(
            "ingress",
            &[
                "cidr_blocks",
                "from_port",
                "ipv6_cidr_blocks",
                "prefix_list_ids",
                "protocol",
                "security_groups",
                "self",
                "to_port",
            ],
        )],
    },
    plain(
        "aws_security_group_rule",
        &[
            "cidr_blocks",
            "from_port",
            "ipv6_cidr_blocks",
            "prefix_list_ids",
            "protocol",
            "security_group_id",
            "self",
            "source_security_group_id",
            "to_port",
            "type",
        ],
    ),
    plain(
        "aws_vpc_security_group_ingress_rule",
        &[
            "cidr_ipv4",
            "cidr_ipv6",
            "from_port",
            "ip_protocol",
            "prefix_list_id",
            "referenced_security_group_id",
            "security_group_id",
            "to_port",
        ],
    ),
    Shape {
        name: "aws_rds_cluster_parameter_group",
        arguments: &["arn", "family", "id", "name", "name_prefix", "region"],
        secrets: &[],
        blocks: &[plain("parameter", &["name", "value"])],
    },
    Shape {
        name: "aws_db_parameter_group",
        arguments: &["arn", "family", "id", "name", "name_prefix", "region"],
        secrets: &[],
        blocks: &[plain("parameter", &["name"])],
    },
    Shape {
        name: "aws_db_proxy",
        arguments: &[
            "arn",
            "debug_logging",
            "default_auth_scheme",
            "engine_family",
            "id",
            "idle_client_timeout",
            "name",
            "region",
            "require_tls",
            "vpc_security_group_ids",
        ],
        secrets: &[],
        blocks: &[plain("auth", &["auth_scheme", "client_password_auth_type", "iam_auth"])],
    },
    Shape {
        name: "aws_db_proxy_default_target_group",
        arguments: &["db_proxy_name", "id", "name"],
        secrets: &[],
        blocks: &[Shape {
            name: "connection_pool_config",
            arguments: &[
                "connection_borrow_timeout",
                "max_connections_percent",
                "max_idle_connections_percent",
                "session_pinning_filters",
            ],
            secrets: &["init_query"],
            blocks: &[],
        }],
    },
    plain(
        "aws_db_proxy_target",
        &["db_cluster_identifier", "db_instance_identifier", "db_proxy_name", "target_group_name"],
    ),
    plain("aws_db_proxy_endpoint", &["db_proxy_endpoint_name", "db_proxy_name", "target_role"]),
    Shape {
        name: "aws_rds_global_cluster",
        arguments: &[
            "database_name",
            "engine",
            "engine_version",
            "global_cluster_identifier",
            "id",
            "source_db_cluster_identifier",
            "storage_encrypted",
        ],
        secrets: &[],
        blocks: &[plain("global_cluster_members", &["db_cluster_arn", "is_writer"])],
    },
    plain("aws_kms_key", &["arn", "id", "key_id"]),
    plain("aws_kms_alias", &["arn", "name", "target_key_arn", "target_key_id"]),
    plain("aws_secretsmanager_secret", &["arn", "id", "name"]),
    Shape {
        name: "aws_secretsmanager_secret_rotation",
        arguments: &["secret_id"],
        secrets: &[],
        blocks: &[plain("rotation_rules", &["automatically_after_days", "schedule_expression"])],
    },
    plain("aws_cloudwatch_log_group", &["name", "region", "retention_in_days"]),
    Shape {
        name: "aws_cloudwatch_metric_alarm",
        arguments: &["alarm_actions", "alarm_name", "dimensions", "metric_name", "namespace"],
        secrets: &[],
        blocks: &[Shape {
            name: "metric_query",
            arguments: &[],
            secrets: &[],
            blocks: &[plain("metric", &["dimensions", "metric_name", "namespace"])],
        }],
    },
    plain("aws_sns_topic", &["arn", "id", "name"]),
    plain("aws_sns_topic_subscription", &["endpoint", "protocol", "topic_arn"]),
    Shape {
        name: "aws_backup_selection",
        arguments: &["name", "resources"],
        secrets: &[],
        blocks: &[plain("selection_tag", &["key", "type", "value"])],
    },
    plain("aws_rds_cluster_role_association", &["db_cluster_identifier", "feature_name"]),
    plain(
        "aws_rds_cluster_endpoint",
        &["cluster_endpoint_identifier", "cluster_identifier", "custom_endpoint_type"],
    ),
    plain("aws_rds_cluster_activity_stream", &["resource_arn"]),
    plain("aws_rds_shard_group", &["db_cluster_identifier"]),
    plain("aws_appautoscaling_target", &["resource_id", "scalable_dimension", "service_namespace"]),
    plain("aws_appautoscaling_policy", &["resource_id", "scalable_dimension", "service_namespace"]),
    // Named in a notice where they stand in place of Aurora.
    plain("aws_docdb_cluster", &["cluster_identifier", "id"]),
    plain("aws_neptune_cluster", &["cluster_identifier", "id"]),
];

/// Whether an argument of this name may hold a secret, so that no message shows its value.
pub fn is_secret_name(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "password",
        "passwd",
        "secret",
        "token",
        "private",
        "credential",
        "access_key",
        "accesskey",
        "init_query",
        "user_data",
        "environment",
        "container_definitions",
    ];
    let name = name.to_ascii_lowercase();
    name.ends_with("_key") || WORDS.iter().any(|word| name.contains(word))
}
