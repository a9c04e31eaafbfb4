//! One table: CloudFormation's types and properties under Terraform's names.

/// A property and the argument that says the same.
pub(super) type Name = (&'static str, &'static str);

/// A property that holds one object or a list of them.
#[derive(Debug)]
pub(super) struct Inner {
    /// The property.
    pub(super) property: &'static str,
    /// Terraform's block.
    pub(super) block: &'static str,
    /// What is read of it.
    pub(super) properties: &'static [Name],
    /// What is never read of it.
    pub(super) secrets: &'static [Name],
}

/// A type.
#[derive(Debug)]
pub(super) struct Type {
    /// CloudFormation's name of it.
    pub(super) name: &'static str,
    /// Terraform's.
    pub(super) kind: &'static str,
    /// What is read.
    pub(super) properties: &'static [Name],
    /// What is never read: all that is kept is that it stands there.
    pub(super) secrets: &'static [Name],
    /// Objects in it.
    pub(super) blocks: &'static [Inner],
}

const fn plain(name: &'static str, kind: &'static str, properties: &'static [Name]) -> Type {
    Type { name, kind, properties, secrets: &[], blocks: &[] }
}

const fn inner(property: &'static str, block: &'static str, properties: &'static [Name]) -> Inner {
    Inner { property, block, properties, secrets: &[] }
}

/// Every type that is read.
pub(super) static TYPES: &[Type] = &[
    Type {
        name: "AWS::RDS::DBCluster",
        kind: "aws_rds_cluster",
        properties: &[
            ("AvailabilityZones", "availability_zones"),
            ("BacktrackWindow", "backtrack_window"),
            ("BackupRetentionPeriod", "backup_retention_period"),
            ("ClusterScalabilityType", "cluster_scalability_type"),
            ("DBClusterIdentifier", "cluster_identifier"),
            ("DBClusterInstanceClass", "db_cluster_instance_class"),
            ("DBClusterParameterGroupName", "db_cluster_parameter_group_name"),
            ("DBInstanceParameterGroupName", "db_instance_parameter_group_name"),
            ("DBSubnetGroupName", "db_subnet_group_name"),
            ("DatabaseInsightsMode", "database_insights_mode"),
            ("DatabaseName", "database_name"),
            ("DeletionProtection", "deletion_protection"),
            ("Domain", "domain"),
            ("EnableCloudwatchLogsExports", "enabled_cloudwatch_logs_exports"),
            ("EnableGlobalWriteForwarding", "enable_global_write_forwarding"),
            ("EnableHttpEndpoint", "enable_http_endpoint"),
            ("EnableIAMDatabaseAuthentication", "iam_database_authentication_enabled"),
            ("EnableLocalWriteForwarding", "enable_local_write_forwarding"),
            ("Engine", "engine"),
            ("EngineMode", "engine_mode"),
            ("EngineVersion", "engine_version"),
            ("GlobalClusterIdentifier", "global_cluster_identifier"),
            ("KmsKeyId", "kms_key_id"),
            ("ManageMasterUserPassword", "manage_master_user_password"),
            ("MonitoringInterval", "monitoring_interval"),
            ("NetworkType", "network_type"),
            ("PerformanceInsightsEnabled", "performance_insights_enabled"),
            ("PerformanceInsightsRetentionPeriod", "performance_insights_retention_period"),
            ("Port", "port"),
            ("PreferredBackupWindow", "preferred_backup_window"),
            ("PreferredMaintenanceWindow", "preferred_maintenance_window"),
            ("ReplicationSourceIdentifier", "replication_source_identifier"),
            ("SnapshotIdentifier", "snapshot_identifier"),
            ("SourceRegion", "source_region"),
            ("StorageEncrypted", "storage_encrypted"),
            ("StorageType", "storage_type"),
            ("VpcSecurityGroupIds", "vpc_security_group_ids"),
        ],
        secrets: &[("MasterUserPassword", "master_password")],
        blocks: &[
            inner(
                "ServerlessV2ScalingConfiguration",
                "serverlessv2_scaling_configuration",
                &[
                    ("MaxCapacity", "max_capacity"),
                    ("MinCapacity", "min_capacity"),
                    ("SecondsUntilAutoPause", "seconds_until_auto_pause"),
                ],
            ),
            inner("ScalingConfiguration", "scaling_configuration", &[]),
        ],
    },
    plain(
        "AWS::RDS::DBInstance",
        "aws_rds_cluster_instance",
        &[
            ("AutoMinorVersionUpgrade", "auto_minor_version_upgrade"),
            ("AvailabilityZone", "availability_zone"),
            ("CACertificateIdentifier", "ca_cert_identifier"),
            ("DBClusterIdentifier", "cluster_identifier"),
            ("DBInstanceClass", "instance_class"),
            ("DBInstanceIdentifier", "identifier"),
            ("DBParameterGroupName", "db_parameter_group_name"),
            ("DBSubnetGroupName", "db_subnet_group_name"),
            ("EnablePerformanceInsights", "performance_insights_enabled"),
            ("MonitoringInterval", "monitoring_interval"),
            ("PerformanceInsightsRetentionPeriod", "performance_insights_retention_period"),
            ("PromotionTier", "promotion_tier"),
            ("PubliclyAccessible", "publicly_accessible"),
        ],
    ),
    plain(
        "AWS::RDS::DBSubnetGroup",
        "aws_db_subnet_group",
        &[("DBSubnetGroupName", "name"), ("SubnetIds", "subnet_ids")],
    ),
    plain(
        "AWS::EC2::Subnet",
        "aws_subnet",
        &[("AvailabilityZone", "availability_zone"), ("CidrBlock", "cidr_block"), ("VpcId", "vpc_id")],
    ),
    plain("AWS::EC2::VPC", "aws_vpc", &[("CidrBlock", "cidr_block")]),
    Type {
        name: "AWS::EC2::SecurityGroup",
        kind: "aws_security_group",
        properties: &[("GroupName", "name"), ("VpcId", "vpc_id")],
        secrets: &[],
        blocks: &[inner("SecurityGroupIngress", "ingress", INGRESS)],
    },
    plain(
        "AWS::EC2::SecurityGroupIngress",
        "aws_vpc_security_group_ingress_rule",
        &[
            ("CidrIp", "cidr_ipv4"),
            ("CidrIpv6", "cidr_ipv6"),
            ("FromPort", "from_port"),
            ("GroupId", "security_group_id"),
            ("IpProtocol", "ip_protocol"),
            ("SourcePrefixListId", "prefix_list_id"),
            ("SourceSecurityGroupId", "referenced_security_group_id"),
            ("ToPort", "to_port"),
        ],
    ),
    plain(
        "AWS::RDS::DBClusterParameterGroup",
        "aws_rds_cluster_parameter_group",
        &[("DBClusterParameterGroupName", "name"), ("Family", "family")],
    ),
    plain(
        "AWS::RDS::DBParameterGroup",
        "aws_db_parameter_group",
        &[("DBParameterGroupName", "name"), ("Family", "family")],
    ),
    Type {
        name: "AWS::RDS::DBProxy",
        kind: "aws_db_proxy",
        properties: &[
            ("DBProxyName", "name"),
            ("DebugLogging", "debug_logging"),
            ("DefaultAuthScheme", "default_auth_scheme"),
            ("EngineFamily", "engine_family"),
            ("IdleClientTimeout", "idle_client_timeout"),
            ("RequireTLS", "require_tls"),
        ],
        secrets: &[],
        blocks: &[inner(
            "Auth",
            "auth",
            &[
                ("AuthScheme", "auth_scheme"),
                ("ClientPasswordAuthType", "client_password_auth_type"),
                ("IAMAuth", "iam_auth"),
            ],
        )],
    },
    Type {
        name: "AWS::RDS::DBProxyTargetGroup",
        kind: "aws_db_proxy_default_target_group",
        properties: &[("DBProxyName", "db_proxy_name"), ("TargetGroupName", "name")],
        secrets: &[],
        blocks: &[Inner {
            property: "ConnectionPoolConfigurationInfo",
            block: "connection_pool_config",
            properties: &[
                ("ConnectionBorrowTimeout", "connection_borrow_timeout"),
                ("MaxConnectionsPercent", "max_connections_percent"),
                ("MaxIdleConnectionsPercent", "max_idle_connections_percent"),
                ("SessionPinningFilters", "session_pinning_filters"),
            ],
            secrets: &[("InitQuery", "init_query")],
        }],
    },
    plain(
        "AWS::RDS::DBProxyEndpoint",
        "aws_db_proxy_endpoint",
        &[
            ("DBProxyEndpointName", "db_proxy_endpoint_name"),
            ("DBProxyName", "db_proxy_name"),
            ("TargetRole", "target_role"),
        ],
    ),
    plain(
        "AWS::RDS::GlobalCluster",
        "aws_rds_global_cluster",
        &[
            ("Engine", "engine"),
            ("EngineVersion", "engine_version"),
            ("GlobalClusterIdentifier", "global_cluster_identifier"),
            ("SourceDBClusterIdentifier", "source_db_cluster_identifier"),
            ("StorageEncrypted", "storage_encrypted"),
        ],
    ),
    plain(
        "AWS::RDS::DBShardGroup",
        "aws_rds_shard_group",
        &[("DBClusterIdentifier", "db_cluster_identifier")],
    ),
    plain("AWS::KMS::Key", "aws_kms_key", &[]),
    plain("AWS::KMS::Alias", "aws_kms_alias", &[("AliasName", "name"), ("TargetKeyId", "target_key_id")]),
    plain("AWS::SecretsManager::Secret", "aws_secretsmanager_secret", &[("Name", "name")]),
    Type {
        name: "AWS::SecretsManager::RotationSchedule",
        kind: "aws_secretsmanager_secret_rotation",
        properties: &[],
        secrets: &[],
        blocks: &[inner(
            "RotationRules",
            "rotation_rules",
            &[
                ("AutomaticallyAfterDays", "automatically_after_days"),
                ("ScheduleExpression", "schedule_expression"),
            ],
        )],
    },
    plain("AWS::Logs::LogGroup", "aws_cloudwatch_log_group", LOG_GROUP),
    plain("Custom::LogRetention", "aws_cloudwatch_log_group", LOG_GROUP),
    plain(
        "AWS::CloudWatch::Alarm",
        "aws_cloudwatch_metric_alarm",
        &[
            ("AlarmActions", "alarm_actions"),
            ("AlarmName", "alarm_name"),
            ("MetricName", "metric_name"),
            ("Namespace", "namespace"),
        ],
    ),
    plain("AWS::SNS::Topic", "aws_sns_topic", &[("TopicName", "name")]),
    plain("AWS::SNS::Subscription", "aws_sns_topic_subscription", SUBSCRIPTION),
    plain("AWS::Backup::BackupSelection", "aws_backup_selection", &[]),
    plain("AWS::ApplicationAutoScaling::ScalableTarget", "aws_appautoscaling_target", SCALABLE),
    plain("AWS::ApplicationAutoScaling::ScalingPolicy", "aws_appautoscaling_policy", SCALABLE),
    plain("AWS::DocDB::DBCluster", "aws_docdb_cluster", &[("DBClusterIdentifier", "cluster_identifier")]),
    plain("AWS::Neptune::DBCluster", "aws_neptune_cluster", &[("DBClusterIdentifier", "cluster_identifier")]),
];

static INGRESS: &[Name] = &[
    ("CidrIp", "cidr_blocks"),
    ("CidrIpv6", "ipv6_cidr_blocks"),
    ("FromPort", "from_port"),
    ("IpProtocol", "protocol"),
    ("SourcePrefixListId", "prefix_list_ids"),
    ("SourceSecurityGroupId", "security_groups"),
    ("ToPort", "to_port"),
];

static LOG_GROUP: &[Name] = &[("LogGroupName", "name"), ("RetentionInDays", "retention_in_days")];

/// Also of the subscriptions inside a topic.
pub(super) static SUBSCRIPTION: &[Name] =
    &[("Endpoint", "endpoint"), ("Protocol", "protocol"), ("TopicArn", "topic_arn")];

static SCALABLE: &[Name] = &[
    ("ResourceId", "resource_id"),
    ("ScalableDimension", "scalable_dimension"),
    ("ServiceNamespace", "service_namespace"),
];

/// Of `MetricStat.Metric` in an alarm.
pub(super) static METRIC: &[Name] = &[("MetricName", "metric_name"), ("Namespace", "namespace")];

/// Of a tag that selects what is backed up.
pub(super) static SELECTION_TAG: &[Name] =
    &[("ConditionKey", "key"), ("ConditionType", "type"), ("ConditionValue", "value")];

/// The row of a type.
pub(super) fn type_of(name: &str) -> Option<&'static Type> {
    TYPES.iter().find(|it| it.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::import::shapes::shape;

    #[test]
    fn every_argument_is_one_that_may_be_read() {
        for row in TYPES {
            let shape = shape(row.kind).unwrap_or_else(|| panic!("{}", row.kind));
            for (_, argument) in row.properties {
                assert!(shape.arguments.contains(argument), "{}.{argument}", row.kind);
            }
            for (_, argument) in row.secrets {
                assert!(shape.secrets.contains(argument), "{}.{argument}", row.kind);
            }
            for inner in row.blocks {
                let block = shape.blocks.iter().find(|it| it.name == inner.block).unwrap();
                for (_, argument) in inner.properties {
                    assert!(block.arguments.contains(argument), "{}.{}.{argument}", row.kind, inner.block);
                }
                for (_, argument) in inner.secrets {
                    assert!(block.secrets.contains(argument), "{}.{}.{argument}", row.kind, inner.block);
                }
            }
        }
    }
}
