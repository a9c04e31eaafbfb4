//! One table a type: AWS' member to Terraform's argument, where the value is the same.

/// A member and the argument that says the same.
pub(super) type Name = (&'static str, &'static str);

/// `DBClusters[]`.
pub(super) static CLUSTER: &[Name] = &[
    ("AvailabilityZones", "availability_zones"),
    ("BacktrackWindow", "backtrack_window"),
    ("BackupRetentionPeriod", "backup_retention_period"),
    ("ClusterScalabilityType", "cluster_scalability_type"),
    ("DBClusterArn", "arn"),
    ("DBClusterIdentifier", "cluster_identifier"),
    ("DBClusterInstanceClass", "db_cluster_instance_class"),
    ("DBClusterParameterGroup", "db_cluster_parameter_group_name"),
    ("DBSubnetGroup", "db_subnet_group_name"),
    ("DatabaseInsightsMode", "database_insights_mode"),
    ("DatabaseName", "database_name"),
    ("DeletionProtection", "deletion_protection"),
    ("EnabledCloudwatchLogsExports", "enabled_cloudwatch_logs_exports"),
    ("Engine", "engine"),
    ("EngineMode", "engine_mode"),
    ("EngineVersion", "engine_version"),
    ("GlobalClusterIdentifier", "global_cluster_identifier"),
    ("GlobalWriteForwardingRequested", "enable_global_write_forwarding"),
    ("HttpEndpointEnabled", "enable_http_endpoint"),
    ("IAMDatabaseAuthenticationEnabled", "iam_database_authentication_enabled"),
    ("KmsKeyId", "kms_key_id"),
    ("MasterUsername", "master_username"),
    ("MonitoringInterval", "monitoring_interval"),
    ("NetworkType", "network_type"),
    ("PendingModifiedValues", "pending_modified_values"),
    ("PerformanceInsightsEnabled", "performance_insights_enabled"),
    ("PerformanceInsightsRetentionPeriod", "performance_insights_retention_period"),
    ("Port", "port"),
    ("PreferredBackupWindow", "preferred_backup_window"),
    ("PreferredMaintenanceWindow", "preferred_maintenance_window"),
    ("ReplicationSourceIdentifier", "replication_source_identifier"),
    ("Status", "status"),
    ("StorageEncrypted", "storage_encrypted"),
    ("StorageType", "storage_type"),
    ("VPCNetworkingEnabled", "vpc_networking_enabled"),
];

/// `DBClusters[].ServerlessV2ScalingConfiguration`.
pub(super) static SCALING: &[Name] = &[
    ("MaxCapacity", "max_capacity"),
    ("MinCapacity", "min_capacity"),
    ("SecondsUntilAutoPause", "seconds_until_auto_pause"),
];

/// `DBInstances[]`.
pub(super) static INSTANCE: &[Name] = &[
    ("AutoMinorVersionUpgrade", "auto_minor_version_upgrade"),
    ("AvailabilityZone", "availability_zone"),
    ("CACertificateIdentifier", "ca_cert_identifier"),
    ("DBClusterIdentifier", "cluster_identifier"),
    ("DBInstanceArn", "arn"),
    ("DBInstanceClass", "instance_class"),
    ("DBInstanceIdentifier", "identifier"),
    ("DBInstanceStatus", "status"),
    ("MonitoringInterval", "monitoring_interval"),
    ("PerformanceInsightsEnabled", "performance_insights_enabled"),
    ("PerformanceInsightsRetentionPeriod", "performance_insights_retention_period"),
    ("PromotionTier", "promotion_tier"),
    ("PubliclyAccessible", "publicly_accessible"),
];

/// `DBProxies[]`.
pub(super) static PROXY: &[Name] = &[
    ("DBProxyArn", "arn"),
    ("DBProxyName", "name"),
    ("DebugLogging", "debug_logging"),
    ("DefaultAuthScheme", "default_auth_scheme"),
    ("EngineFamily", "engine_family"),
    ("IdleClientTimeout", "idle_client_timeout"),
    ("RequireTLS", "require_tls"),
];

/// `DBProxies[].Auth[]`.
pub(super) static AUTH: &[Name] = &[
    ("AuthScheme", "auth_scheme"),
    ("ClientPasswordAuthType", "client_password_auth_type"),
    ("IAMAuth", "iam_auth"),
];

/// `TargetGroups[]`.
pub(super) static TARGET_GROUP: &[Name] = &[("DBProxyName", "db_proxy_name"), ("TargetGroupName", "name")];

/// `TargetGroups[].ConnectionPoolConfig`.
pub(super) static POOL: &[Name] = &[
    ("ConnectionBorrowTimeout", "connection_borrow_timeout"),
    ("MaxConnectionsPercent", "max_connections_percent"),
    ("MaxIdleConnectionsPercent", "max_idle_connections_percent"),
    ("SessionPinningFilters", "session_pinning_filters"),
];

/// `DBProxyEndpoints[]`.
pub(super) static PROXY_ENDPOINT: &[Name] = &[
    ("DBProxyEndpointName", "db_proxy_endpoint_name"),
    ("DBProxyName", "db_proxy_name"),
    ("TargetRole", "target_role"),
];

/// `GlobalClusters[]`.
pub(super) static GLOBAL: &[Name] = &[
    ("DatabaseName", "database_name"),
    ("Engine", "engine"),
    ("EngineVersion", "engine_version"),
    ("GlobalClusterIdentifier", "global_cluster_identifier"),
    ("StorageEncrypted", "storage_encrypted"),
];

/// `GlobalClusters[].GlobalClusterMembers[]`.
pub(super) static GLOBAL_MEMBER: &[Name] = &[("DBClusterArn", "db_cluster_arn"), ("IsWriter", "is_writer")];

/// `DBClusterEndpoints[]`.
pub(super) static CLUSTER_ENDPOINT: &[Name] = &[
    ("CustomEndpointType", "custom_endpoint_type"),
    ("DBClusterEndpointIdentifier", "cluster_endpoint_identifier"),
    ("DBClusterIdentifier", "cluster_identifier"),
];

#[cfg(test)]
mod tests {
    use super::super::members::OBJECT;
    use super::*;
    use crate::formats::import::shapes::shape;

    #[test]
    fn every_member_may_be_read_and_every_argument_is_of_its_type() {
        for (kind, table) in [
            ("aws_rds_cluster", CLUSTER),
            ("aws_rds_cluster_instance", INSTANCE),
            ("aws_db_proxy", PROXY),
            ("aws_db_proxy_default_target_group", TARGET_GROUP),
            ("aws_db_proxy_endpoint", PROXY_ENDPOINT),
            ("aws_rds_global_cluster", GLOBAL),
            ("aws_rds_cluster_endpoint", CLUSTER_ENDPOINT),
        ] {
            let shape = shape(kind).unwrap();
            for (member, argument) in table {
                assert!(OBJECT.iter().any(|it| it.name == *member), "{member}");
                assert!(shape.arguments.contains(argument), "{kind}.{argument}");
            }
        }
    }
}
