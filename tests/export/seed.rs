//! The defects of the `main.tf` in the seed document, one by one: none of them is in an export.

use aurora_designer::design::{AuthScheme, Credentials, Design, Engine, KmsKey, LogExport, Vpc, Word as _};
use hcl::{Block, Body};

use super::{main_tf, parsed, tree};

/// An export and where it comes from.
struct Export {
    design: Design,
    text: String,
    body: Body,
}

/// A block as text.
fn printed(block: &Block) -> String {
    hcl::to_string(&Body::builder().add_block(block.clone()).build()).unwrap()
}

impl Export {
    fn of(&self, kind: &str, first: &str) -> Vec<&Block> {
        let labelled = |block: &&Block| {
            first.is_empty() || block.labels().first().is_some_and(|it| it.as_str() == first)
        };
        self.body.blocks().filter(|block| block.identifier() == kind).filter(labelled).collect()
    }

    fn resources(&self, kind: &str) -> Vec<&Block> {
        self.of("resource", kind)
    }

    fn every(&self, kind: &str, holds: impl Fn(&Block) -> bool) -> bool {
        self.resources(kind).into_iter().all(holds)
    }

    fn names(&self, kind: &str, text: &str) -> bool {
        self.every(kind, |block| printed(block).contains(text))
    }

    fn without(&self, texts: &[&str]) -> bool {
        texts.iter().all(|text| !self.code().contains(text))
    }

    /// The text without its comments.
    fn code(&self) -> String {
        self.text.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n")
    }

    /// Some attribute of a block.
    fn value(block: &Block, key: &str) -> Option<String> {
        let found = block.body().attributes().find(|it| it.key() == key)?;
        Some(hcl::format::to_string(found.expr()).unwrap())
    }

    fn has(block: &Block, key: &str) -> bool {
        Self::value(block, key).is_some()
    }

    fn cluster(&self) -> &Block {
        self.resources("aws_rds_cluster")[0]
    }
}

const INSTANCE: &str = "aws_rds_cluster_instance";

/// Number in the list of defects, what is so instead, and whether it is.
type Claim = (u32, &'static str, fn(&Export) -> bool);

const NETWORK: &[Claim] = &[
    (3, "no default VPC is asked for", |it| {
        it.of("data", "aws_vpc").iter().all(|it| !Export::has(it, "default"))
    }),
    (4, "subnets are named or made, not listed", |it| it.of("data", "aws_subnets").is_empty()),
    (5, "a VPC is made or given, never both", |it| {
        let made = it.design.cluster.network.vpc == Vpc::Create;
        it.code().contains("resource \"aws_vpc\" \"this\" {") == made
            && it.code().contains("variable \"vpc_id\" {") != made
    }),
    (6, "zones are a variable that the plan checks", |it| {
        let named = it.of("variable", "availability_zones").len();
        let checked = it.of("data", "aws_availability_zones");
        named == 1
            && it.without(&["${var.region}a", "${var.region}b"])
            && checked
                .iter()
                .all(|it| printed(it).contains("zone-name") && printed(it).contains("postcondition"))
    }),
    (7, "no module of a registry", |it| it.of("module", "").is_empty()),
    (9, "one subnet group a Region", |it| {
        it.resources("aws_db_subnet_group").len() == it.resources("aws_rds_cluster").len()
    }),
    (10, "rotation reaches Secrets Manager", |it| {
        let rotates = !it.resources("aws_secretsmanager_secret_rotation").is_empty();
        let made = it.design.cluster.network.vpc == Vpc::Create;
        let endpoints = it.resources("aws_vpc_endpoint");
        let reached = endpoints
            .iter()
            .any(|endpoint| Export::value(endpoint, "service_name").unwrap().contains("secretsmanager"));
        reached == (rotates && made)
    }),
    (26, "a proxy has no subnet where it can't be", |it| {
        let odd = ["us-east-1", "us-west-1"].contains(&it.design.region.code);
        let made = it.design.cluster.network.vpc == Vpc::Create;
        it.resources("aws_db_proxy").is_empty()
            || (odd && made) == it.names("aws_db_proxy", "local.proxy_subnet_ids")
    }),
    (27, "proxy and cluster have a group each", |it| {
        it.every("aws_db_proxy", |proxy| {
            Export::value(proxy, "vpc_security_group_ids").unwrap().contains("aws_security_group.proxy.id")
        })
    }),
    (28, "named clients come in, not the whole range", |it| {
        let named = !it.design.cluster.network.client_security_group_ids.is_empty();
        let open = it.resources("aws_vpc_security_group_ingress_rule");
        let open = |name: &str| open.iter().any(|rule| rule.labels()[1].as_str() == name);
        open("cluster_from_vpc") != named && open("cluster_from_clients") == named
    }),
    (29, "the cluster's group lets nothing out", |it| {
        let out = it.resources("aws_vpc_security_group_egress_rule");
        out.iter().all(|rule| {
            let group = Export::value(rule, "security_group_id").unwrap();
            !group.contains("security_group.cluster") && Export::has(rule, "description")
        }) && it.without(&["\"-1\""])
    }),
    (30, "rules are resources of their own", |it| {
        it.every("aws_security_group", |group| {
            let inner = group.body().blocks().any(|it| ["ingress", "egress"].contains(&it.identifier()));
            !inner && Export::has(group, "name_prefix") && printed(group).contains("create_before_destroy")
        })
    }),
];

const CLUSTER: &[Claim] = &[
    (2, "the master user is not reserved", |it| {
        let reserved = it.design.cluster.engine == Engine::AuroraPostgresql;
        !reserved || Export::value(it.cluster(), "master_username").unwrap() != "\"admin\""
    }),
    (12, "port, family and names follow the engine", |it| {
        let (family, port, group) = match it.design.cluster.engine {
            Engine::AuroraPostgresql => ("POSTGRESQL", 5432, "aurora-postgresql${"),
            Engine::AuroraMysql => ("MYSQL", 3306, "aurora-mysql${"),
        };
        it.names("aws_db_proxy", family)
            && it.names("aws_rds_cluster_parameter_group", group)
            && (it.design.proxy.is_none() || it.text.contains(&format!("proxy_port = {port}")))
            && it.text.contains(&format!("port         = {}", it.design.port()))
    }),
    (13, "only the engine's own logs are exported", |it| {
        let own: &[LogExport] = match it.design.cluster.engine {
            Engine::AuroraPostgresql => {
                &[LogExport::Postgresql, LogExport::Instance, LogExport::IamDbAuthError]
            }
            Engine::AuroraMysql => &[
                LogExport::Audit,
                LogExport::Error,
                LogExport::General,
                LogExport::Slowquery,
                LogExport::Instance,
                LogExport::IamDbAuthError,
            ],
        };
        it.design.log_exports().iter().all(|log| own.contains(&log))
    }),
    (14, "an upgraded version is not taken back", |it| {
        let upgrades = it.design.auto_minor_version_upgrade() || it.design.global.is_some();
        let cluster = printed(it.cluster());
        cluster.contains("ignore_changes") == upgrades
            && (!upgrades || cluster.contains("    engine_version"))
    }),
    (31, "readers wait for the writer", |it| {
        it.resources(INSTANCE).iter().filter(|it| it.labels()[1].as_str() == "reader").all(|reader| {
            Export::value(reader, "depends_on").unwrap().contains("aws_rds_cluster_instance.writer")
        })
    }),
    (32, "every instance has its zone and tier", |it| {
        it.every(INSTANCE, |it| Export::has(it, "availability_zone") && Export::has(it, "promotion_tier"))
    }),
    (33, "TLS is forced where the design forces it", |it| {
        let (name, on) = match it.design.cluster.engine {
            Engine::AuroraPostgresql => ("rds.force_ssl", "\"1\""),
            Engine::AuroraMysql => ("require_secure_transport", "\"ON\""),
        };
        it.every("aws_rds_cluster_parameter_group", |group| {
            let parameter = group.body().blocks().find(|it| printed(it).contains(name)).unwrap();
            (Export::value(parameter, "value").unwrap() == on) == it.design.cluster.force_tls
        })
    }),
    (36, "a second final snapshot has another name", |it| {
        let text = Export::value(it.cluster(), "final_snapshot_identifier").unwrap_or_default();
        text.contains("random_id.final_snapshot.hex") == it.design.cluster.final_snapshot
    }),
    (37, "insights are the same on every instance", |it| {
        let cluster = Export::value(it.cluster(), "performance_insights_retention_period");
        let days = |it: &Block| Export::value(it, "performance_insights_retention_period");
        let all = it.resources(INSTANCE);
        all.iter().all(|it| !Export::has(it, "database_insights_mode") && days(it) == days(all[0]))
            && cluster == days(all[0])
    }),
    (38, "the storage type is the design's choice, so that a switch back reaches AWS", |it| {
        let chosen = format!("\"{}\"", it.design.cluster.storage_type.word());
        it.every("aws_rds_cluster", |it| Export::value(it, "storage_type").unwrap() == chosen)
    }),
    (41, "backups are the design's choice", |it| {
        it.resources("aws_backup_selection").len() == usize::from(it.design.cluster.aws_backup)
            && Export::value(it.cluster(), "backup_retention_period").unwrap() == "var.backup_retention_days"
    }),
];

const PASSWORD: &[Claim] = &[
    (1, "nothing is spoken of that is not there", |it| it.without(&["aws_lambda_function"])),
    (15, "no password comes into the state", |it| {
        let cluster = it.cluster();
        it.resources("random_password").is_empty()
            && !Export::has(cluster, "master_password")
            && it.every("aws_secretsmanager_secret_version", |it| !Export::has(it, "secret_string"))
    }),
    (16, "no address with a password in it", |it| it.without(&["postgresql://", "mysql://"])),
    (17, "rotation and Terraform don't undo each other", |it| {
        let managed = it.design.cluster.credentials == Credentials::Managed;
        Export::has(it.cluster(), "manage_master_user_password") == managed
            && Export::has(it.cluster(), "master_password_wo_version") != managed
    }),
    (18, "a deleted secret's name is not in the way", |it| {
        it.every("aws_secretsmanager_secret", |it| Export::has(it, "name_prefix") && !Export::has(it, "name"))
    }),
    (19, "a secret has key and rotation, or a reason", |it| {
        let design = &it.design;
        it.every("aws_secretsmanager_secret", |secret| {
            let turns = design.cluster.rotation_days.is_some() || it.text.contains("skip=CKV2_AWS_57:");
            turns && (Export::has(secret, "kms_key_id") || it.text.contains("skip=CKV_AWS_149:"))
        })
    }),
    (20, "a proxy waits for what it reads", |it| {
        it.names("aws_db_proxy", "aws_iam_role_policy.proxy")
            && (it.design.cluster.credentials == Credentials::Managed
                || it.names("aws_db_proxy", "IAM_AUTH")
                || it.names("aws_db_proxy", "aws_secretsmanager_secret_version.master"))
    }),
    (21, "a target waits for the instances", |it| {
        it.names("aws_db_proxy_target", "aws_rds_cluster_instance.writer")
            && (it.design.cluster.readers.is_empty()
                || it.names("aws_db_proxy_target", "aws_rds_cluster_instance.reader"))
    }),
    (22, "a proxy may decrypt its secret", |it| {
        let cluster = &it.design.cluster;
        let key = cluster.encryption && cluster.kms_key != KmsKey::AwsManaged;
        let rights = it.resources("aws_iam_role_policy");
        let rights = rights.iter().filter(|it| it.labels()[1].as_str() == "proxy").map(|it| printed(it));
        let mut reading = rights.filter(|it| it.contains("GetSecretValue"));
        reading.all(|it| it.contains("kms:Decrypt") == key)
    }),
    (23, "a role is assumed for this account alone", |it| {
        it.every("aws_iam_role", |it| printed(it).contains("aws:SourceAccount"))
    }),
    (24, "IAM at the proxy is the design's choice", |it| {
        let Some(proxy) = &it.design.proxy else { return true };
        let iam = if proxy.auth_scheme == AuthScheme::IamAuth { "IAM_AUTH" } else { proxy.iam_auth.word() };
        let kind = it.text.contains("client_password_auth_type");
        it.names("aws_db_proxy", iam) && kind == proxy.client_password_auth_type.is_some()
    }),
    (25, "the pool's share is the design's choice", |it| {
        let Some(proxy) = &it.design.proxy else { return true };
        let share = format!("max_connections_percent = {}", proxy.max_connections_percent);
        it.names("aws_db_proxy_default_target_group", &share)
    }),
];

const FILE: &[Claim] = &[
    (8, "versions are pinned and of this year", |it| {
        it.text.contains("required_version = \">= 1.11.0\"") && it.text.contains("version = \"~> 6.28\"")
    }),
    (11, "every variable has description, type and no null by accident", |it| {
        it.of("variable", "").iter().all(|it| {
            let null = Export::value(it, "default").is_some_and(|value| value == "null");
            let text = Export::value(it, "type").unwrap();
            let checked = it.body().blocks().any(|it| it.identifier() == "validation");
            Export::has(it, "description")
                && (Export::has(it, "nullable") || null || text == "string")
                && (checked || text == "bool")
        })
    }),
    (34, "keys, monitoring and tags on every instance, or a reason", |it| {
        it.every(INSTANCE, |it| {
            [
                "monitoring_interval",
                "auto_minor_version_upgrade",
                "copy_tags_to_snapshot",
                "ca_cert_identifier",
            ]
            .iter()
            .all(|key| Export::has(it, key))
        }) && it.every("aws_rds_cluster", |cluster| {
            let iam = it.design.cluster.iam_database_authentication.to_string();
            Export::value(cluster, "copy_tags_to_snapshot").unwrap() == "true"
                && Export::value(cluster, "iam_database_authentication_enabled").unwrap() == iam
                && (Export::has(cluster, "kms_key_id") || it.text.contains("skip=CKV_AWS_327:"))
        })
    }),
    (35, "log groups are there before what writes into them", |it| {
        let logs = !it.design.log_exports().is_empty();
        it.every("aws_rds_cluster", |it| printed(it).contains("aws_cloudwatch_log_group.cluster") == logs)
            && it.names("aws_db_proxy", "aws_cloudwatch_log_group.proxy")
            && it.names("aws_cloudwatch_log_group", "retention_in_days")
    }),
    (39, "an alarm goes to somebody", |it| {
        it.names("aws_cloudwatch_metric_alarm", "alarm_actions = [\n    aws_sns_topic.alarms.arn")
            && it.names("aws_cloudwatch_metric_alarm", "ok_actions")
            && it.of("check", "alarms_have_a_receiver").len() == usize::from(it.design.cluster.alarms.enabled)
    }),
    (40, "alarms watch what Serverless v2 runs out of", |it| {
        it.every("aws_cloudwatch_metric_alarm", |it| {
            !printed(it).contains("CPUUtilization") && printed(it).contains("notBreaching")
        }) && it.design.cluster.alarms.enabled == it.text.contains("\"FreeableMemory\"\n  namespace")
    }),
    (42, "every resource is tagged", |it| it.text.contains("default_tags {")),
    (43, "no line ends in a space, no tab anywhere", |it| {
        !it.code().contains('\t')
            && it.text.lines().all(|line| line.trim_end() == line)
            && it.text.ends_with("}\n")
    }),
    (44, "every output says what it is", |it| {
        it.of("output", "").iter().all(|it| Export::has(it, "description"))
    }),
];

#[test]
fn none_of_the_seeds_defects_is_in_an_export() {
    let claims: Vec<&Claim> = [NETWORK, CLUSTER, PASSWORD, FILE].into_iter().flatten().collect();
    let mut numbers: Vec<u32> = claims.iter().map(|(number, ..)| *number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=44).collect::<Vec<_>>());
    let mut broken = Vec::new();
    for (name, design) in tree::all() {
        let text = main_tf(&design);
        let export = Export { body: parsed(&text), text, design };
        broken.extend(
            claims
                .iter()
                .filter(|(_, _, holds)| !holds(&export))
                .map(|(number, claim, _)| format!("{name}: {number}: {claim}")),
        );
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
