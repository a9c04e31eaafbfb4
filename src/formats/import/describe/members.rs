//! The allow list: which members of which answers are read.

use super::tree::{Member, Take};

/// What a document may be: an answer, or an object that `--query` cut out of one.
pub(super) static DOCUMENT: &[&[Member]] = &[ANSWER, OBJECT];

const fn value(name: &'static str) -> Member {
    Member { name, take: Take::Value }
}

const fn object(name: &'static str, members: &'static [&'static [Member]]) -> Member {
    Member { name, take: Take::Members(members) }
}

const fn presence(name: &'static str) -> Member {
    Member { name, take: Take::Presence }
}

/// The lists that answers are, and the single objects that `create-…` and `modify-…` print.
pub(super) static ANSWER: &[Member] = &[
    object("DBClusters", &[OBJECT]),
    object("DBCluster", &[OBJECT]),
    object("DBInstances", &[OBJECT]),
    object("DBInstance", &[OBJECT]),
    object("DBProxies", &[OBJECT]),
    object("DBProxy", &[OBJECT]),
    object("TargetGroups", &[OBJECT]),
    object("DBProxyTargetGroup", &[OBJECT]),
    object("Targets", &[OBJECT]),
    object("DBProxyTargets", &[OBJECT]),
    object("DBProxyEndpoints", &[OBJECT]),
    object("DBProxyEndpoint", &[OBJECT]),
    object("GlobalClusters", &[OBJECT]),
    object("GlobalCluster", &[OBJECT]),
    object("Parameters", &[OBJECT]),
    object("DBSubnetGroups", &[OBJECT]),
    object("DBClusterEndpoints", &[OBJECT]),
    presence("NextToken"),
    presence("Marker"),
];

/// What any object may have. The same name means the same in each of them, or differs in shape alone: `DBSubnetGroup` is
/// a name on a cluster and an object on an instance.
pub(super) static OBJECT: &[Member] = &[
    // Clusters and instances.
    value("ActivityStreamStatus"),
    object("AssociatedRoles", &[&[value("FeatureName")]]),
    value("AutoMinorVersionUpgrade"),
    value("AvailabilityZone"),
    value("AvailabilityZones"),
    value("BacktrackWindow"),
    value("BackupRetentionPeriod"),
    value("CACertificateIdentifier"),
    value("ClusterScalabilityType"),
    value("DBClusterArn"),
    value("DBClusterIdentifier"),
    value("DBClusterInstanceClass"),
    object(
        "DBClusterMembers",
        &[&[value("DBInstanceIdentifier"), value("IsClusterWriter"), value("PromotionTier")]],
    ),
    value("DBClusterParameterGroup"),
    value("DBInstanceArn"),
    value("DBInstanceClass"),
    value("DBInstanceIdentifier"),
    value("DBInstanceStatus"),
    object("DBParameterGroups", &[&[value("DBParameterGroupName")]]),
    object("DBSubnetGroup", &[SUBNET_GROUP]),
    value("DatabaseInsightsMode"),
    value("DatabaseName"),
    value("DeletionProtection"),
    object("DomainMemberships", &[&[value("Domain")]]),
    value("EnabledCloudwatchLogsExports"),
    value("Engine"),
    value("EngineMode"),
    value("EngineVersion"),
    value("GlobalClusterIdentifier"),
    value("GlobalWriteForwardingRequested"),
    value("HttpEndpointEnabled"),
    value("IAMDatabaseAuthenticationEnabled"),
    value("KmsKeyId"),
    value("LocalWriteForwardingStatus"),
    presence("MasterUserSecret"),
    value("MasterUsername"),
    value("MonitoringInterval"),
    value("NetworkType"),
    Member { name: "PendingModifiedValues", take: Take::Names },
    value("PerformanceInsightsEnabled"),
    value("PerformanceInsightsRetentionPeriod"),
    value("Port"),
    value("PreferredBackupWindow"),
    value("PreferredMaintenanceWindow"),
    value("PromotionTier"),
    value("PubliclyAccessible"),
    value("ReplicationSourceIdentifier"),
    presence("ScalingConfigurationInfo"),
    object(
        "ServerlessV2ScalingConfiguration",
        &[&[value("MinCapacity"), value("MaxCapacity"), value("SecondsUntilAutoPause")]],
    ),
    value("Status"),
    value("StorageEncrypted"),
    value("StorageEncryptionType"),
    value("StorageType"),
    object("TagList", &[&[value("Key"), value("Value")]]),
    value("VPCNetworkingEnabled"),
    object("VpcSecurityGroups", &[&[value("VpcSecurityGroupId")]]),
    // Subnet groups by themselves.
    value("DBSubnetGroupName"),
    value("DBSubnetGroupArn"),
    value("VpcId"),
    object("Subnets", &[SUBNET]),
    // Proxies, their target groups, targets and endpoints.
    object("Auth", &[&[value("AuthScheme"), value("IAMAuth"), value("ClientPasswordAuthType")]]),
    object(
        "ConnectionPoolConfig",
        &[&[
            value("ConnectionBorrowTimeout"),
            presence("InitQuery"),
            value("MaxConnectionsPercent"),
            value("MaxIdleConnectionsPercent"),
            value("SessionPinningFilters"),
        ]],
    ),
    value("DBProxyArn"),
    value("DBProxyEndpointArn"),
    value("DBProxyEndpointName"),
    value("DBProxyName"),
    value("DebugLogging"),
    value("DefaultAuthScheme"),
    value("EngineFamily"),
    value("IdleClientTimeout"),
    value("IsDefault"),
    value("RdsResourceId"),
    value("RequireTLS"),
    value("TargetGroupArn"),
    value("TargetGroupName"),
    value("TargetRole"),
    value("TrackedClusterId"),
    value("Type"),
    // Global clusters.
    object("GlobalClusterMembers", &[&[value("DBClusterArn"), value("IsWriter")]]),
    // Parameters.
    value("ParameterName"),
    value("ParameterValue"),
    value("Source"),
    // Endpoints of a cluster.
    value("CustomEndpointType"),
    value("DBClusterEndpointIdentifier"),
    value("EndpointType"),
];

static SUBNET_GROUP: &[Member] =
    &[value("DBSubnetGroupName"), value("DBSubnetGroupArn"), value("VpcId"), object("Subnets", &[SUBNET])];

static SUBNET: &[Member] = &[value("SubnetIdentifier")];
