//! Engines and versions: what can be created, until when, and what each version can do.

use super::fact::{CORRECTIONS, Fact};
use super::sources::{
    EMULATOR, MYSQL_CALENDAR, OWN_ADVICE, POSTGRESQL_CALENDAR, cfn_lint, guide, provider, rds_api,
};

pub(super) static FACTS: &[Fact] = &[
    Fact::error(
        "ENG-01",
        "An Aurora cluster's engine is aurora-postgresql or aurora-mysql.",
        &[rds_api!("CreateDBClusterMessage.Engine")],
    ),
    Fact::data(
        "ENG-02",
        "Serverless v2 begins with PostgreSQL 13.6, 14.3, 15.2, 16.1, 17.4 and 18.3, with MySQL \
         3.02.0, and with every 8.4.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2")],
    ),
    Fact::error(
        "ENG-03",
        "PostgreSQL 11 and 12 and MySQL 5.7 can still be created, but not with db.serverless.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbinstance/db_instance_class.json")],
    ),
    Fact::data(
        "ENG-04",
        "Aurora PostgreSQL versions that can be created with db.serverless: 13.9, 13.23; 14.6, 14.17 \
         to 14.20, 14.22 to 14.24; 15.10, 15.12 to 15.15, 15.17 to 15.19; 16.8 to 16.11, 16.13 to \
         16.15; 17.4 to 17.7, 17.9 to 17.11; 18.3, 18.4, 18.6.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version.json"), EMULATOR],
    ),
    Fact::data(
        "ENG-05",
        "Aurora MySQL versions that can be created with db.serverless: 3.04.0 to 3.04.4 and 3.04.6, \
         3.08.0 to 3.08.2, 3.09.0, 3.10.0 to 3.10.6, 3.11.1, 3.12.0, 3.13.0, 8.4.7 and 8.4.8.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version.json"), EMULATOR],
    ),
    Fact::error(
        "ENG-06",
        "A deprecated version can't be created any more. Among those gone are 13.10 to 13.22, 14.10 \
         to 14.15, 15.2 to 15.8 (15.4 with them; the lowest 15 is 15.10), 16.1 to 16.6, and MySQL \
         3.01 to 3.03, 3.05 to 3.07 and 3.11.0.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version_deprecated.json"), EMULATOR],
    ),
    Fact::error(
        "ENG-07",
        "Some Regions offer only later versions: New Zealand from 13.20, 14.17, 15.12 and 16.8; \
         Taipei from 14.15, 15.10 and 16.6; Thailand and Mexico from 14.13, 15.8 and 16.4. Taipei, \
         Thailand and Mexico have no 13. In all of them MySQL begins with 3.04.3 and 3.08.0, in \
         Taipei with 3.08.1.",
        &[guide!("Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2")],
    ),
    Fact::data(
        "ENG-08",
        "The long-term versions 13.9, 14.6 and MySQL 3.04 can neither pause nor go beyond 128 ACU.",
        &[guide!("aurora-serverless-v2.requirements"), guide!("aurora-serverless-v2.how-it-works")],
    ),
    Fact::data(
        "ENG-09",
        "Long-term support (LTS) versions are PostgreSQL 11.9, 12.9, 13.9, 14.6, 15.10, 16.8 and \
         17.7, and every MySQL 3.04 and 3.10.",
        &[POSTGRESQL_CALENDAR, MYSQL_CALENDAR],
    ),
    Fact::warning(
        "ENG-10",
        "A cluster stays on an LTS version only while automatic minor upgrades are off on every \
         instance.",
        &[guide!("Aurora.VersionPolicy.Support"), guide!("AuroraMySQL.Update.SpecialVersions")],
    ),
    Fact::data(
        "ENG-10b",
        "AWS turns automatic minor upgrades on unless told otherwise; here they are off by default on \
         an LTS version. With them on the export ignores later changes of engine_version, or the next \
         plan would want to go back.",
        &[OWN_ADVICE, rds_api!("CreateDBInstanceMessage.AutoMinorVersionUpgrade")],
    ),
    Fact::warning(
        "ENG-11",
        "Standard support of PostgreSQL majors ends: 11 on 2024-02-29, 12 on 2025-02-28, 13 on \
         2026-02-28, 14 on 2027-02-28, 15 on 2028-02-29, 16 on 2029-02-28, 17 on 2030-02-28, 18 on \
         2031-02-28. After it Extended Support is charged.",
        &[POSTGRESQL_CALENDAR],
    ),
    Fact::data(
        "ENG-12",
        "Extended Support of PostgreSQL ends on 2027-03-31 for 11, 2028-02-29 for 12 and 2029-02-28 \
         for 13.",
        &[POSTGRESQL_CALENDAR],
    ),
    Fact::warning(
        "ENG-13",
        "Standard support of Aurora MySQL 2 (5.7) ended on 2024-10-31 and Extended Support runs to \
         2029-06-30; version 3 (8.0) ends on 2028-04-30, extended to 2029-07-31; 8.4 in April 2032.",
        &[MYSQL_CALENDAR],
    ),
    Fact::warning(
        "ENG-14",
        "Standard support of PostgreSQL minors ends: 14.17, 15.12, 17.4 on 2026-11-30; 14.18, 15.13, \
         16.9, 17.5 on 2026-12-31; 14.19, 14.20, 14.22 on 2027-02-28; 15.14, 16.10, 17.6 on \
         2027-04-30; 15.15, 16.11 on 2027-05-31; 15.17, 16.13, 17.9 on 2027-09-30; 18.3 on \
         2027-11-30; LTS with their major. The dates of later minors are unconfirmed.",
        &[POSTGRESQL_CALENDAR],
    )
    .unconfirmed(),
    Fact::warning(
        "ENG-15",
        "Standard support of MySQL minors ends: 3.08, 3.09 on 2026-08-31; 3.04 on 2026-10-31; 3.11 on \
         2026-11-13; 3.12 on 2027-02-17; 3.13 on 2027-08-27; 8.4.7 on 2027-11-30; 8.4.8 on \
         2028-03-31; 3.10 on 2028-04-30. After it AWS may upgrade the cluster.",
        &[MYSQL_CALENDAR],
    ),
    Fact::data(
        "ENG-16",
        "A cluster may opt out of Extended Support, and then a major past its date can't be created. \
         The default is in, with its surcharge; the export leaves the setting out.",
        &[rds_api!("CreateDBClusterMessage.EngineLifecycleSupport")],
    ),
    Fact::data(
        "ENG-17",
        "AWS' own default is said to be PostgreSQL 17.7 and MySQL 3.10.3. No page of AWS confirms it, \
         so the version is always written out.",
        &[EMULATOR],
    )
    .unconfirmed(),
    Fact::data(
        "ENG-18",
        "Our defaults are PostgreSQL 17.7, the newest LTS, which pauses and takes 256 ACU and 256 \
         TiB, and MySQL 3.10.6, the newest patch of the newest LTS.",
        &[
            cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version.json"),
            EMULATOR,
            POSTGRESQL_CALENDAR,
            MYSQL_CALENDAR,
        ],
    ),
    Fact::note(
        "ENG-19",
        "AWS takes a prefix such as 17 or 8.0 and resolves it to a version of its choice; the export \
         writes the full version instead.",
        &[guide!("Aurora.VersionPolicy"), guide!("Aurora.CreateInstance")],
    ),
    Fact::error(
        "PAR-01",
        "A parameter group takes the parameters of its family alone: for a name of the other engine, \
         or for none, AWS answers that it could not find a parameter with that name.",
        &[rds_api!("ModifyDBClusterParameterGroupMessage"), guide!("USER_WorkingWithDBClusterParamGroups")],
    )
    .read_on(CORRECTIONS),
    Fact::data(
        "ENG-20",
        "The parameter group family is aurora-postgresql with the major, aurora-mysql8.0 or \
         aurora-mysql8.4.",
        &[EMULATOR, guide!("AuroraMySQL.Compare-v3-v84")],
    ),
    Fact::data(
        "ENG-21",
        "A parameter group's family must match the cluster's major; AWS refuses another.",
        &[guide!("USER_WorkingWithDBClusterParamGroups")],
    ),
    Fact::data(
        "ENG-22",
        "All instances run the cluster's version; in Terraform an instance takes it from the cluster.",
        &[provider!("website/docs/r/rds_cluster_instance.html.markdown")],
    ),
    Fact::error(
        "ENG-23",
        "A PostgreSQL version reads 17 or 17.7; a MySQL version 8.0.mysql_aurora.3.10.6, \
         8.4.mysql_aurora.8.4.8 or 5.7.mysql_aurora.2.12.6, or one of these cut at a dot. Nothing \
         else can be created with that engine.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version.json")],
    ),
    Fact::error(
        "ENG-24",
        "A well-formed version that AWS does not list, and that is not newer than the newest known of \
         its major, never was or is gone: AWS answers that it cannot find it.",
        &[cfn_lint!("data/schemas/extensions/aws_rds_dbcluster/engine_version.json")],
    )
    .read_on(CORRECTIONS),
    Fact::warning(
        "ENG-24b",
        "AWS adds versions every month, so one that is newer than the newest known of its major, of a \
         newer major, or a newer four-part hotfix may exist; its limits can't be checked.",
        &[OWN_ADVICE],
    )
    .read_on(CORRECTIONS),
];
