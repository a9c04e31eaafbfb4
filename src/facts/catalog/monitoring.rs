//! Logs, insights, TLS and other ways in.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{OWN_ADVICE, api, guide, rds_api};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "LOG-01",
        "MySQL exports the logs audit, error, general, instance, slowquery and iam-db-auth-error; \
         PostgreSQL instance, postgresql and iam-db-auth-error. Terraform accepts those of either \
         engine.",
        &[rds_api!("CreateDBClusterMessage.EnableCloudwatchLogsExports")],
    ),
    Fact::error(
        "LOG-02",
        "CloudWatch Logs keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, \
         731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days, or for ever (0).",
        &[api!("logs", "PutRetentionPolicyRequest")],
    ),
    Fact::warning(
        "LOG-03",
        "On MySQL only the error log is written by itself. The others need a parameter, which the \
         export sets: server_audit_logging, slow_query_log or general_log; turned off, the log group \
         stays empty.",
        &[guide!("AuroraMySQL.Integrating.CloudWatch")],
    ),
    Fact::note(
        "LOG-04",
        "Logs without an end pile up cost, and without an exported log there is nothing to read after \
         a failover.",
        &[OWN_ADVICE],
    ),
    Fact::error(
        "MON-01",
        "Performance Insights keeps data for 7 days, for 1 to 23 times 31 days, or for 731; AWS \
         refuses any other number.",
        &[rds_api!("CreateDBClusterMessage.PerformanceInsightsRetentionPeriod")],
    ),
    Fact::error(
        "MON-02",
        "Database Insights is standard or advanced, set on the cluster. Advanced needs Performance \
         Insights on and at least 465 days of retention.",
        &[
            rds_api!("CreateDBClusterMessage.DatabaseInsightsMode"),
            guide!("USER_DatabaseInsights.Considerations"),
            guide!("USER_DatabaseInsights.TurningOnAdvanced"),
        ],
    ),
    Fact::warning(
        "MON-02b",
        "On advanced mode AWS contradicts itself: the API's text wants exactly 465 days, the Aurora \
         guide at least 465, the CloudWatch guide 1 to 24 months. 465 satisfies all.",
        &[
            rds_api!("CreateDBClusterMessage.DatabaseInsightsMode"),
            guide!("USER_DatabaseInsights.Considerations"),
            guide!("USER_DatabaseInsights.TurningOnAdvanced"),
        ],
    ),
    Fact::data(
        "MON-03",
        "The Performance Insights console ended on 2026-07-31 in favor of CloudWatch Database \
         Insights, whose standard mode keeps 7 days free of charge. The API's fields stay.",
        &[guide!("USER_PerfInsights")],
    ),
    Fact::error(
        "MON-04",
        "Enhanced Monitoring reports every 1, 5, 10, 15, 30 or 60 seconds, or not at all (0). It \
         needs a role exactly when it is on.",
        &[rds_api!("CreateDBClusterMessage.MonitoringInterval")],
    ),
    Fact::data(
        "MON-05",
        "For Database Insights all instances of a cluster must have the same settings of Performance \
         Insights and Enhanced Monitoring.",
        &[guide!("USER_DatabaseInsights.Considerations")],
    ),
    Fact::warning(
        "MON-06",
        "A retention of insights has no effect while Performance Insights is off.",
        &[OWN_ADVICE],
    ),
    Fact::data(
        "TLS-01",
        "An instance's certificate authority is rds-ca-rsa2048-g1, the default, rds-ca-rsa4096-g1 or \
         rds-ca-ecc384-g1. The last two are missing in Mumbai, Melbourne, Calgary, Zurich, Spain and \
         Tel Aviv.",
        &[guide!("UsingWithRDS.SSL"), rds_api!("CreateDBInstanceMessage.CACertificateIdentifier")],
    ),
    Fact::warning(
        "TLS-02",
        "Unless the cluster and the proxy force TLS, clients may connect in clear text.",
        &[OWN_ADVICE],
    ),
    Fact::error(
        "API-01",
        "The Data API needs PostgreSQL 13.11, 14.8, 15.3, 16.1 or 17.4, or MySQL 3.07, or later. \
         Hyderabad, Melbourne, New Zealand, Taipei, Calgary, Zurich, Tel Aviv, Mexico, China and \
         GovCloud do not have it. A request holds 4 MiB at most, an answer 1 MiB.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API"), guide!("CHAP_Limits")],
    ),
    Fact::warning(
        "API-01b",
        "AWS' table of the Data API names neither PostgreSQL 18 nor MySQL 8.4: whether they have it \
         is unconfirmed.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API")],
    )
    .unconfirmed(),
    Fact::data(
        "API-02",
        "IAM database authentication works with serverless clusters; a proxy that logs in with IAM \
         needs it.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.IAMdbauth")],
    ),
    Fact::data(
        "API-03",
        "Kerberos is set on the cluster by a domain and a role, on MySQL 3.03 and 8.4.7 and later and \
         on PostgreSQL 11 to 17. Nothing excludes serverless instances, but that it works with them \
         is unconfirmed.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.KerberosAuthentication")],
    )
    .unconfirmed(),
    Fact::note(
        "API-04",
        "While an instance resumes, a call of the Data API does not wait: it fails with \
         DatabaseResumingException and must be made again. A connect timeout does nothing there.",
        &[
            "botocore 1.44.8, rds-data: DatabaseResumingException",
            "https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html",
        ],
    )
    .read_on(CORRECTIONS),
];
