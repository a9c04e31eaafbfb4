//! What a design must give, block by block, written down once more and by other means: nothing is missing, and nothing is
//! there that the design did not ask for.

use std::collections::BTreeSet;

use aurora_designer::design::{
    AuthScheme, Credentials, Design, Engine, IamAuth, InterfaceEndpoint, KmsKey, Network, Vpc,
};
use hcl::Body;

use super::{designs, main_tf, named, parsed, spread};

/// Every design there is a test for.
pub(crate) fn all() -> Vec<(String, Design)> {
    designs().into_iter().chain(named::designs()).chain(spread::designs()).collect()
}

/// The address of every block but `locals`, `check` and `removed`, as Terraform writes it.
fn found(body: &Body) -> Vec<String> {
    let address = |block: &hcl::Block| {
        let labels: Vec<&str> = block.labels().iter().map(hcl::BlockLabel::as_str).collect();
        let kind = if block.identifier() == "resource" { Vec::new() } else { vec![block.identifier()] };
        kind.into_iter().chain(labels).collect::<Vec<_>>().join(".")
    };
    let blocks = body.blocks().filter(|block| !["locals", "check", "removed"].contains(&block.identifier()));
    blocks.map(address).collect()
}

struct Tree<'a> {
    design: &'a Design,
    blocks: BTreeSet<String>,
}

impl Tree<'_> {
    fn add(&mut self, when: bool, blocks: &[&str]) {
        if when {
            self.blocks.extend(blocks.iter().map(|block| (*block).to_owned()));
        }
    }

    /// Blocks of one Region: of the primary as they are, of a secondary with its Region at the end.
    fn add_at(&mut self, when: bool, suffix: &str, blocks: &[&str]) {
        for block in blocks.iter().filter(|_| when) {
            self.blocks.insert(format!("{block}{suffix}"));
        }
    }

    fn region(&mut self, suffix: &str, network: &Network, key: &KmsKey, instances: usize) {
        let design = self.design;
        let (created, encrypted) = (network.vpc == Vpc::Create, design.cluster.encryption);
        let clients = !network.client_security_group_ids.is_empty();
        let given = encrypted && matches!(key, KmsKey::Arn(_));
        let own = encrypted && *key == KmsKey::Create;
        let zones = created || instances > 0;
        self.add_at(given, suffix, &["variable.kms_key_arn"]);
        self.add_at(own, suffix, &["aws_kms_key.this", "aws_kms_alias.this"]);
        self.add_at(encrypted && !given && !own, suffix, &["data.aws_kms_key.rds"]);
        self.add_at(zones, suffix, &["variable.availability_zones", "data.aws_availability_zones.this"]);
        self.add_at(
            created,
            suffix,
            &[
                "variable.vpc_cidr",
                "aws_vpc.this",
                "aws_default_security_group.this",
                "aws_cloudwatch_log_group.flow_logs",
                "aws_flow_log.this",
                "aws_subnet.database",
            ],
        );
        self.add(created, &["aws_iam_role.flow_logs", "aws_iam_role_policy.flow_logs"]);
        self.add_at(!created, suffix, &["variable.vpc_id", "variable.subnet_ids"]);
        self.add_at(!created && !clients, suffix, &["data.aws_vpc.this"]);
        let rules = "aws_vpc_security_group_ingress_rule";
        let rule = |from: &str| format!("{rules}.cluster_from_{from}");
        self.add_at(clients, suffix, &["variable.client_security_group_ids", &rule("clients")]);
        self.add_at(!clients, suffix, &[&rule("vpc")]);
        self.add_at(!clients && !created, suffix, &[&rule("vpc_ranges")]);
        let rotated = suffix.is_empty() && self.rotates();
        let secrets = network.interface_endpoints.contains(InterfaceEndpoint::Secretsmanager);
        let own_endpoints = network.interface_endpoints.len() - usize::from(secrets && rotated);
        self.add_at(
            created && own_endpoints > 0,
            suffix,
            &[
                "aws_security_group.endpoints",
                &format!("{rules}.endpoints_from_vpc"),
                "aws_vpc_endpoint.interface",
            ],
        );
        self.add(created && secrets && rotated, &[&format!("{rules}.secrets_from_vpc")]);
        self.add_at(
            true,
            suffix,
            &[
                "aws_db_subnet_group.this",
                "aws_security_group.cluster",
                "aws_rds_cluster_parameter_group.this",
                "aws_rds_cluster.this",
            ],
        );
        self.add_at(!design.log_exports().is_empty(), suffix, &["aws_cloudwatch_log_group.cluster"]);
    }

    fn rotates(&self) -> bool {
        let cluster = &self.design.cluster;
        cluster.credentials == Credentials::SecretsManager && cluster.rotation_days.is_some()
    }

    fn primary(&mut self) {
        let cluster = &self.design.cluster;
        self.add(
            true,
            &[
                "terraform",
                "provider.aws",
                "variable.region",
                "variable.project_name",
                "variable.environment",
                "variable.tags",
                "variable.engine_version",
                "variable.min_acu",
                "variable.max_acu",
                "variable.backup_retention_days",
                "variable.deletion_protection",
                "aws_rds_cluster_instance.writer",
                "output.cluster_endpoint",
                "output.reader_endpoint",
                "output.port",
                "output.database_name",
                "output.secret_arn",
                "output.cluster_arn",
                "output.security_group_id",
            ],
        );
        let created = cluster.network.vpc == Vpc::Create;
        self.add(self.design.seconds_until_auto_pause().is_some(), &["variable.seconds_until_auto_pause"]);
        self.add(self.design.keeps_logs(), &["variable.log_retention_days"]);
        self.add(cluster.final_snapshot, &["random_id.final_snapshot"]);
        self.add(!cluster.readers.is_empty(), &["aws_rds_cluster_instance.reader"]);
        let role = ["aws_iam_role.monitoring", "aws_iam_role_policy_attachment.monitoring"];
        self.add(cluster.enhanced_monitoring_seconds > 0, &role);
        let own = cluster.credentials == Credentials::SecretsManager;
        self.add(
            own,
            &[
                "variable.master_password_version",
                "ephemeral.random_password.master",
                "aws_secretsmanager_secret.master",
                "aws_secretsmanager_secret_version.master",
            ],
        );
        self.add(cluster.iam_database_authentication, &["output.cluster_resource_id"]);
        self.add(created, &["output.vpc_id"]);
        self.add(cluster.encryption && cluster.kms_key == KmsKey::Create, &["output.kms_key_arn"]);
        self.add(cluster.alarms.enabled, &["output.alarm_topic_arn"]);
        self.rotation(self.rotates(), created);
        self.add(self.design.global.is_none(), &["variable.allow_major_version_upgrade"]);
        self.alarms();
        self.add(cluster.alarms.dashboard, &["aws_cloudwatch_dashboard.this"]);
        self.add(
            cluster.aws_backup,
            &[
                "aws_backup_vault.this",
                "aws_backup_plan.this",
                "aws_iam_role.backup",
                "aws_iam_role_policy_attachment.backup",
                "aws_backup_selection.this",
            ],
        );
    }

    fn rotation(&mut self, rotates: bool, created: bool) {
        self.add(
            rotates,
            &[
                "aws_security_group.rotation",
                "aws_vpc_security_group_ingress_rule.cluster_from_rotation",
                "aws_vpc_security_group_egress_rule.rotation_to_cluster",
                "aws_vpc_security_group_egress_rule.rotation_to_secrets",
                "aws_serverlessapplicationrepository_cloudformation_stack.rotation",
                "aws_secretsmanager_secret_rotation.master",
            ],
        );
        self.add(
            rotates && created,
            &[
                "aws_security_group.secrets",
                "aws_vpc_security_group_ingress_rule.secrets_from_rotation",
                "aws_vpc_endpoint.secrets",
            ],
        );
    }

    fn alarms(&mut self) {
        let cluster = &self.design.cluster;
        let alarm = "aws_cloudwatch_metric_alarm";
        let enabled = cluster.alarms.enabled;
        self.add(
            enabled,
            &["variable.alarm_email", "aws_sns_topic.alarms", "aws_sns_topic_subscription.email"],
        );
        let (min, max) =
            (u64::from(cluster.min_capacity.as_halves()), u64::from(cluster.max_capacity.as_halves()));
        self.add(enabled && min * 10 < max * 9, &[&format!("{alarm}.acu_utilization")]);
        for kind in ["connections", "freeable_memory", "deadlocks"] {
            self.add(enabled, &[&format!("{alarm}.{kind}")]);
        }
        self.add(enabled && !cluster.readers.is_empty(), &[&format!("{alarm}.replica_lag")]);
    }

    fn proxy(&mut self) {
        let Some(proxy) = &self.design.proxy else { return };
        let clients = !self.design.cluster.network.client_security_group_ids.is_empty();
        let from = if clients { "proxy_from_clients" } else { "proxy_from_vpc" };
        let existing = self.design.cluster.network.vpc == Vpc::Existing;
        self.add(!clients && existing, &["aws_vpc_security_group_ingress_rule.proxy_from_vpc_ranges"]);
        self.add(
            true,
            &[
                "aws_security_group.proxy",
                &format!("aws_vpc_security_group_ingress_rule.{from}"),
                "aws_vpc_security_group_ingress_rule.cluster_from_proxy",
                "aws_vpc_security_group_egress_rule.proxy_to_cluster",
                "aws_iam_role.proxy",
                "aws_iam_role_policy.proxy",
                "aws_cloudwatch_log_group.proxy",
                "aws_db_proxy.this",
                "aws_db_proxy_default_target_group.this",
                "aws_db_proxy_target.this",
                "output.proxy_endpoint",
                "output.proxy_security_group_id",
            ],
        );
        let token = proxy.auth_scheme == AuthScheme::IamAuth || proxy.iam_auth == IamAuth::Required;
        self.add(token, &["output.proxy_resource_id"]);
        self.add(
            proxy.read_only_endpoint,
            &["aws_db_proxy_endpoint.read_only", "output.proxy_read_only_endpoint"],
        );
    }
}

fn expected(design: &Design) -> BTreeSet<String> {
    let mut tree = Tree { design, blocks: BTreeSet::new() };
    let cluster = &design.cluster;
    tree.region("", &cluster.network, &cluster.kms_key, 1);
    tree.primary();
    tree.proxy();
    tree.add(design.global.is_some(), &["aws_rds_global_cluster.this", "output.global_endpoint"]);
    for secondary in design.secondaries() {
        let suffix = format!("_{}", secondary.region.code.replace('-', "_"));
        let instances = usize::try_from(secondary.readers).unwrap();
        tree.region(&suffix, &secondary.network, &secondary.kms_key, instances);
        tree.add_at(instances > 0, &suffix, &["aws_rds_cluster_instance.node"]);
        tree.add_at(secondary.min_capacity.is_some(), &suffix, &["variable.min_acu"]);
        tree.add_at(secondary.max_capacity.is_some(), &suffix, &["variable.max_acu"]);
        tree.add_at(true, &suffix, &["output.reader_endpoint"]);
    }
    tree.blocks
}

#[test]
fn an_export_has_the_blocks_of_its_design_and_no_others() {
    for (name, design) in all() {
        let mut found = found(&parsed(&main_tf(&design)));
        // The account's own data is there exactly where something speaks of it.
        let text = main_tf(&design);
        found.retain(|block| {
            let account = ["data.aws_caller_identity.current", "data.aws_partition.current"];
            let spoken = account.contains(&block.as_str());
            assert!(!spoken || text.contains(&format!("{block}.")), "{name}: {block} is not used");
            !spoken
        });
        let once: BTreeSet<String> = found.iter().cloned().collect();
        assert_eq!(once.len(), found.len(), "{name}: a block stands twice");
        let expected = expected(&design);
        let missing: Vec<_> = expected.difference(&once).collect();
        let beyond: Vec<_> = once.difference(&expected).collect();
        assert!(missing.is_empty() && beyond.is_empty(), "{name}: missing {missing:?}, beyond {beyond:?}");
    }
}

#[test]
fn an_export_is_the_same_tree_however_it_is_written() {
    for (name, design) in all() {
        let body = parsed(&main_tf(&design));
        let again = hcl::to_string(&body).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(parsed(&again), body, "{name}");
    }
}

/// What AWS changes by itself: the version where minors come automatically or by the Global Database, and the source of a
/// replica after a switchover.
#[test]
fn changes_are_ignored_where_aws_makes_them_and_nowhere_else() {
    for (name, design) in all() {
        let body = parsed(&main_tf(&design));
        for block in body.blocks().filter(|block| block.identifier() == "resource") {
            let inner = block.body().blocks().filter(|it| it.identifier() == "lifecycle");
            let ignored: Vec<String> = inner
                .flat_map(|it| it.body().attributes())
                .filter(|it| it.key() == "ignore_changes")
                .map(|it| hcl::format::to_string(it.expr()).unwrap().split_whitespace().collect())
                .collect();
            let cluster = block.labels()[0].as_str() == "aws_rds_cluster";
            let expected: &[&str] = if cluster && design.global.is_some() {
                &["[engine_version,replication_source_identifier]"]
            } else if cluster && design.auto_minor_version_upgrade() {
                &["[engine_version]"]
            } else {
                &[]
            };
            let ignored: Vec<String> = ignored.iter().map(|it| it.replace(",]", "]")).collect();
            assert_eq!(ignored, expected, "{name}: {:?}", block.labels());
        }
    }
}

/// Engine by number of readers, each with what it must meet.
#[test]
fn the_named_designs_meet_every_choice_and_are_legal() {
    let designs = named::designs();
    let names: BTreeSet<&String> = designs.iter().map(|(name, _)| name).collect();
    assert!(designs.len() >= 48 && names.len() == designs.len());
    let any = |holds: &dyn Fn(&Design) -> bool| designs.iter().any(|(_, design)| holds(design));
    for readers in [0, 1, 2, 15] {
        for mysql in [false, true] {
            let fits = |it: &Design| {
                (it.cluster.engine == Engine::AuroraMysql) == mysql && it.cluster.readers.len() == readers
            };
            assert!(any(&|it| fits(it) && it.proxy.is_some()), "{readers} {mysql}");
            let beside = |it: &Design| it.cluster.readers.len() == readers.min(13) && it.global.is_some();
            assert!(
                any(&|it| beside(it) && (it.cluster.engine == Engine::AuroraMysql) == mysql),
                "{readers} {mysql}"
            );
            assert!(
                any(&|it| fits(it) && it.cluster.credentials == Credentials::Managed),
                "{readers} {mysql}"
            );
            let schemes =
                |it: &Design| it.proxy.as_ref().is_none_or(|it| it.auth_scheme == AuthScheme::Secrets);
            assert!(any(&|it| fits(it) && schemes(it)), "{readers} {mysql}");
        }
    }
    for (name, design) in designs {
        let today = aurora_designer::facts::FACTS_DATE;
        let bill = aurora_designer::estimate::bill(&design, today);
        let mut errors = aurora_designer::rules::check(&design, &bill, today);
        errors.retain(|it| it.severity == aurora_designer::rules::Severity::Error);
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}
