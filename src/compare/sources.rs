//! Where the verdicts are written: AWS' guide and API, the provider's code and documentation, reports, and trials.

macro_rules! guide {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/", $page, ".html")
    };
}

macro_rules! rds_guide {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/", $page, ".html")
    };
}

macro_rules! api {
    ($page:literal) => {
        concat!("https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_", $page, ".html")
    };
}

macro_rules! provider {
    ($file:literal) => {
        concat!(
            "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/rds/",
            $file,
            ".go"
        )
    };
}

macro_rules! docs {
    ($resource:literal) => {
        concat!("https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/", $resource)
    };
}

macro_rules! report {
    ($number:literal) => {
        concat!("https://github.com/hashicorp/terraform-provider-aws/issues/", $number)
    };
}

/// Both designs' exports were planned and applied offline, by the provider's rules, with no AWS behind them.
pub(super) const TRIAL: &str = "Terraform's plan of both exports, applied offline";

pub(super) const MODIFYING: &str = guide!("Aurora.Modifying");
pub(super) const TAGGING: &str = guide!("USER_Tagging");
pub(super) const VERSIONS: &str = guide!("Aurora.VersionPolicy");
pub(super) const MINOR: &str = guide!("USER_UpgradeDBInstance.PostgreSQL.MinorUpgrade");
pub(super) const GLOBAL_UPGRADE: &str = guide!("aurora-global-database-upgrade");
pub(super) const CAPACITY: &str = guide!("aurora-serverless-v2.setting-capacity");
pub(super) const SECRETS: &str = guide!("rds-secrets-manager");
pub(super) const IAM: &str = guide!("UsingWithRDS.IAMDBAuth.Enabling");
pub(super) const DATA_API: &str = guide!("data-api.enabling");
pub(super) const ENCRYPTION: &str = guide!("Overview.Encryption");
pub(super) const STORAGE: &str = guide!("Aurora.Overview.StorageReliability");
pub(super) const BACKTRACK: &str = guide!("AuroraMySQL.Managing.Backtrack");
pub(super) const DELETING: &str = guide!("USER_DeleteCluster");
pub(super) const INSIGHTS: &str = guide!("USER_DatabaseInsights.Considerations");
pub(super) const PARAMETERS: &str = guide!("parameter-groups-overview");
pub(super) const ADDING: &str = guide!("aurora-replicas-adding");
pub(super) const PROXY: &str = guide!("rds-proxy");
pub(super) const PROXY_MODIFYING: &str = guide!("rds-proxy-modifying-proxy");
pub(super) const ATTACHING: &str = guide!("aurora-global-database-attaching");
pub(super) const DETACHING: &str = guide!("aurora-global-database-detaching");
pub(super) const FORWARDING: &str = guide!("aurora-global-database-write-forwarding-apg");
pub(super) const INSTANCE_SETTINGS: &str = rds_guide!("USER_ModifyInstance.Settings");
pub(super) const REQUIRE_SSL: &str = rds_guide!("mysql-ssl-connections.require-ssl");
pub(super) const MODIFY_SUBNET_GROUP: &str = api!("ModifyDBSubnetGroup");
pub(super) const PROVIDER_CLUSTER: &str = provider!("cluster");
pub(super) const PROVIDER_INSTANCE: &str = provider!("cluster_instance");
pub(super) const PROVIDER_GLOBAL: &str = provider!("global_cluster");
pub(super) const PROVIDER_PROXY: &str = provider!("proxy");
pub(super) const PROVIDER_POOL: &str = provider!("proxy_default_target_group");
pub(super) const PROVIDER_ENDPOINT: &str = provider!("proxy_endpoint");
pub(super) const PROVIDER_SUBNETS: &str = provider!("subnet_group");
pub(super) const ROTATION: &str = docs!("secretsmanager_secret_rotation");
pub(super) const SUBSCRIPTION: &str = docs!("sns_topic_subscription");
pub(super) const VAULT: &str = docs!("backup_vault");
pub(super) const REGIONS: &str =
    "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support";
pub(super) const RETENTION: &str =
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html";
pub(super) const ENDPOINTS: &str =
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html";
pub(super) const NO_DOWNGRADE: &str = report!("45026");
pub(super) const MAJOR: &str = report!("13389");
pub(super) const LOGS: &str = report!("42858");
pub(super) const OTHER_VPC: &str = report!("27459");
pub(super) const JOINING: &str = report!("30027");
pub(super) const PROXY_SUBNETS: &str = report!("45738");
