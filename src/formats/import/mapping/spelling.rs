//! Terraform's names as the other sources spell them, for what is missing there and can't bring its own spelling.

use super::super::{Resource, Source};

/// Where CloudFormation and describe output don't just join the words; the third is describe output's.
const OTHERWISE: &[(&str, &str, &str)] = &[
    ("ca_cert_identifier", "CACertificateIdentifier", "CACertificateIdentifier"),
    ("cluster_identifier", "DBClusterIdentifier", "DBClusterIdentifier"),
    ("db_cluster_parameter_group_name", "DBClusterParameterGroupName", "DBClusterParameterGroup"),
    ("db_parameter_group_name", "DBParameterGroupName", "DBParameterGroups"),
    ("db_subnet_group_name", "DBSubnetGroupName", "DBSubnetGroup"),
    ("enable_global_write_forwarding", "EnableGlobalWriteForwarding", "GlobalWriteForwardingRequested"),
    ("enable_http_endpoint", "EnableHttpEndpoint", "HttpEndpointEnabled"),
    ("enable_local_write_forwarding", "EnableLocalWriteForwarding", "LocalWriteForwardingStatus"),
    ("enabled_cloudwatch_logs_exports", "EnableCloudwatchLogsExports", "EnabledCloudwatchLogsExports"),
    ("global_cluster_identifier", "GlobalClusterIdentifier", "GlobalClusterIdentifier"),
    ("iam_auth", "IAMAuth", "IAMAuth"),
    (
        "iam_database_authentication_enabled",
        "EnableIAMDatabaseAuthentication",
        "IAMDatabaseAuthenticationEnabled",
    ),
    ("iam_roles", "AssociatedRoles", "AssociatedRoles"),
    ("identifier", "DBInstanceIdentifier", "DBInstanceIdentifier"),
    ("instance_class", "DBInstanceClass", "DBInstanceClass"),
    ("manage_master_user_password", "ManageMasterUserPassword", "MasterUserSecret"),
    ("master_password", "MasterUserPassword", "MasterUserPassword"),
    ("require_tls", "RequireTLS", "RequireTLS"),
    (
        "serverlessv2_scaling_configuration",
        "ServerlessV2ScalingConfiguration",
        "ServerlessV2ScalingConfiguration",
    ),
    ("tags", "Tags", "TagList"),
    ("vpc_networking_enabled", "VPCNetworkingEnabled", "VPCNetworkingEnabled"),
    ("vpc_security_group_ids", "VpcSecurityGroupIds", "VpcSecurityGroups"),
];

/// An attribute as the source of a resource spells it.
pub(super) fn spelled(attribute: &str, resource: &Resource) -> String {
    let other = OTHERWISE.iter().find(|row| row.0 == attribute);
    match (resource.source, other) {
        (Source::Terraform | Source::Plan | Source::State, _) => attribute.to_owned(),
        (Source::CloudFormation, _)
            if attribute == "performance_insights_enabled" && resource.kind == "aws_rds_cluster_instance" =>
        {
            "EnablePerformanceInsights".to_owned()
        }
        (Source::CloudFormation, Some(row)) => row.1.to_owned(),
        (Source::Describe, Some(row)) => row.2.to_owned(),
        _ => attribute.split('_').map(capitalised).collect(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
