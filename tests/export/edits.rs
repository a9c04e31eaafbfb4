//! What AWS and its provider need beside what a design says: where it is missing, an apply fails, or an edit of what was
//! applied does not do what was meant.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use aurora_designer::design::{
    AuthScheme, Credentials, Design, Engine, GlobalCluster, InsightsMode, Instance, KmsKey, Proxy, Secondary,
    StorageType,
};
use aurora_designer::facts::Acu;
use aurora_designer::facts::regions::Region;
use hcl::{Block, Body};
use serde_json::Value;

use super::{attribute, blocks, designs, literal, main_tf, parsed, root, tree};

/// Everything that can be there, so that each edit takes something away.
fn full() -> Design {
    let mut design = Design::default();
    let cluster = &mut design.cluster;
    cluster.readers = vec![Instance::in_tier(1)];
    cluster.storage_type = StorageType::AuroraIopt1;
    cluster.performance_insights.mode = InsightsMode::Advanced;
    cluster.performance_insights.retention_days = 465;
    cluster.aws_backup = true;
    cluster.data_api = true;
    cluster.min_capacity = Acu::ZERO;
    design.proxy = Some(Proxy { auth_scheme: AuthScheme::IamAuth, ..Proxy::default() });
    design
}

/// The same for a Global Database.
fn global() -> Design {
    let mut design = full();
    design.cluster.credentials = Credentials::SecretsManager;
    let mut secondary = Secondary::in_region(Region::find("eu-west-1").unwrap());
    secondary.write_forwarding = true;
    secondary.min_capacity = Some(Acu::whole(1));
    secondary.max_capacity = Some(Acu::whole(2));
    design.global = Some(GlobalCluster { secondaries: vec![secondary], ..GlobalCluster::default() });
    design
}

/// An edit, as a name for the message and what it does.
type Edit = (&'static str, fn(&mut Design));

const EDITS: &[Edit] = &[
    ("standard storage", |it| it.cluster.storage_type = StorageType::Aurora),
    ("standard insights", |it| {
        it.cluster.performance_insights.mode = InsightsMode::Standard;
        it.cluster.performance_insights.retention_days = 7;
    }),
    ("no insights", |it| {
        it.cluster.performance_insights.mode = InsightsMode::Standard;
        it.cluster.performance_insights.retention_days = 7;
        it.cluster.performance_insights.enabled = false;
    }),
    ("the key of AWS", |it| it.cluster.kms_key = KmsKey::AwsManaged),
    ("another key", |it| {
        let arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        it.cluster.kms_key = KmsKey::Arn(arn.to_owned());
    }),
    ("no encryption", |it| it.cluster.encryption = false),
    ("a proxy with a secret", |it| it.proxy = Some(Proxy::default())),
    ("no proxy", |it| it.proxy = None),
    ("no monitoring", |it| it.cluster.enhanced_monitoring_seconds = 0),
    ("no logs", |it| it.cluster.log_exports = Some([].into())),
    ("no alarms", |it| it.cluster.alarms.enabled = false),
    ("no Data API", |it| it.cluster.data_api = false),
    ("no pause", |it| it.cluster.min_capacity = Acu::whole(2)),
    ("no final snapshot", |it| it.cluster.final_snapshot = false),
    ("no reader", |it| it.cluster.readers.clear()),
    ("no vault", |it| it.cluster.aws_backup = false),
    ("the secondary as the primary", |it| {
        for secondary in it.global.iter_mut().flat_map(|global| &mut global.secondaries) {
            *secondary = Secondary::in_region(secondary.region);
        }
    }),
];

/// What may go without a word: the argument, the edits, why.
const MAY_GO: &[(&str, &str, &str, &str)] = &[
    ("aws_rds_cluster", "kms_key_id", "no encryption", "storage_encrypted replaces the cluster"),
    ("aws_rds_cluster", "master_user_secret_kms_key_id", "", "kms_key_id replaces the cluster"),
    (
        "aws_rds_cluster",
        "performance_insights_kms_key_id",
        "",
        "without a key of its own, or without insights",
    ),
    ("aws_rds_cluster", "performance_insights_retention_period", "no insights", "nothing is kept"),
    ("aws_rds_cluster", "database_insights_mode", "no insights", "standard is what AWS has then"),
    (
        "aws_rds_cluster_instance",
        "performance_insights_kms_key_id",
        "",
        "the instance is replaced, or has none",
    ),
    ("aws_rds_cluster_instance", "performance_insights_retention_period", "no insights", "nothing is kept"),
    ("aws_rds_cluster_instance", "monitoring_role_arn", "no monitoring", "an interval of 0 needs no role"),
    ("aws_backup_vault", "kms_key_arn", "", "Aurora's backups keep the cluster's key"),
];

/// Resources by address, each with the names of its arguments.
fn arguments(body: &Body) -> BTreeMap<(String, String), BTreeSet<String>> {
    let labels =
        |block: &Block| (block.labels()[0].as_str().to_owned(), block.labels()[1].as_str().to_owned());
    let names = |block: &Block| block.body().attributes().map(|it| it.key().to_owned()).collect();
    blocks(body, "resource", &[]).into_iter().map(|block| (labels(block), names(block))).collect()
}

/// Of an argument that AWS fills where it is left out, the provider keeps what was there: a file without it changes nothing.
#[test]
fn an_edit_reaches_aws_and_is_not_left_out() {
    let schema = fs::read_to_string(root().join("tests/terraform/schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let kept = |kind: &str, name: &str| {
        let it = &schema["provider_schemas"]["hashicorp/aws"]["resource_schemas"][kind]["block"]["attributes"]
            [name];
        it["optional"] == true && it["computed"] == true
    };
    let mut lost = Vec::new();
    for before in [full(), global()] {
        for (edit, change) in EDITS {
            let mut after = before.clone();
            change(&mut after);
            let [old, new] = [before.clone(), after].map(|it| arguments(&parsed(&main_tf(&it.normalized()))));
            for (address, names) in &old {
                let Some(now) = new.get(address) else { continue };
                let gone = names.difference(now).filter(|name| kept(&address.0, name)).filter(|name| {
                    !MAY_GO.iter().any(|(kind, argument, of, _)| {
                        *kind == address.0 && argument == name && (of.is_empty() || of == edit)
                    })
                });
                lost.extend(gone.map(|name| format!("{edit}: {}.{}: {name}", address.0, address.1)));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

/// RDS signs the request for an encrypted copy, and refuses it where the source's Region is not said.
#[test]
fn an_encrypted_secondary_names_the_region_it_copies() {
    for (name, design) in tree::all() {
        let body = parsed(&main_tf(&design));
        for cluster in blocks(&body, "resource", &["aws_rds_cluster"]) {
            let secondary = cluster.labels()[1].as_str() != "this";
            let source = cluster.body().attributes().find(|it| it.key() == "source_region");
            let source = source.map(|it| hcl::format::to_string(it.expr()).unwrap());
            let wanted = (secondary && design.cluster.encryption).then(|| "var.region".to_owned());
            assert_eq!(source, wanted, "{name}: {}", cluster.labels()[1].as_str());
        }
    }
}

/// Clusters of a Global Database differ in name (NAM-03), also where the primary's has the form of a secondary's.
#[test]
fn a_secondary_is_named_apart_from_the_primary() {
    let identifiers = |name: &str| {
        let mut design = designs().into_iter().find(|(name, _)| name == "global").unwrap().1;
        design.cluster.name = Some(format!("{}-{name}", design.project_name));
        let body = parsed(&main_tf(&design));
        let clusters = blocks(&body, "resource", &["aws_rds_cluster"]);
        let name =
            |it: &hcl::Block| hcl::format::to_string(attribute(it.body(), "cluster_identifier")).unwrap();
        clusters.into_iter().map(name).collect::<Vec<_>>()
    };
    let usual = r#""${var.project_name}-eu-west-1""#;
    assert!(identifiers("cluster").contains(&usual.to_owned()));
    assert!(!identifiers("eu-west-1").contains(&usual.to_owned()));
    assert!(identifiers("eu-west-1").contains(&r#""eu-west-1-${var.project_name}""#.to_owned()));
}

/// A minimum of up to half an ACU caps the connections that a parameter sets too (ACU-31): above them no alarm is raised.
#[test]
fn an_alarm_on_connections_knows_the_cap_of_a_low_minimum() {
    let said = |min, chosen: &str| {
        let mut design = Design::default();
        design.cluster.min_capacity = Acu::halves(min);
        design.cluster.parameters.insert("max_connections".to_owned(), chosen.to_owned());
        main_tf(&design)
    };
    assert!(said(1, "3000").contains("Over 90 % of the 2000 connections"));
    assert!(said(1, "1500").contains("Over 90 % of the 1500 connections"));
    assert!(said(2, "3000").contains("Over 90 % of the 3000 connections"));
}

/// What the role may write must be so before anything is written with it.
#[test]
fn a_flow_log_waits_for_its_role() {
    for (name, design) in tree::all() {
        let body = parsed(&main_tf(&design));
        for log in blocks(&body, "resource", &["aws_flow_log"]) {
            let on = hcl::format::to_string(attribute(log.body(), "depends_on")).unwrap();
            assert!(on.contains("aws_iam_role_policy.flow_logs"), "{name}");
        }
    }
}

/// The threshold that the comment speaks of follows `max_acu` only where no parameter says otherwise.
#[test]
fn a_chosen_number_of_connections_follows_nothing() {
    let mut design = Design::default();
    let follows = "max_connections follows max_acu";
    assert!(main_tf(&design).contains(follows));
    design.cluster.parameters.insert("max_connections".to_owned(), "500".to_owned());
    let text = main_tf(&design);
    assert!(!text.contains(follows) && text.contains("threshold           = 450"), "{text}");
    design.cluster.engine = Engine::AuroraMysql;
    design
        .cluster
        .parameters
        .insert("max_connections".to_owned(), "{DBInstanceClassMemory/12582880}".to_owned());
    assert!(main_tf(&design).contains(follows));
}

/// What a description or a comment says holds for the design at hand.
#[test]
fn words_fit_the_design() {
    let says = |change: fn(&mut Design), words: &str| {
        let mut design = global();
        change(&mut design);
        main_tf(&design.normalized()).contains(words)
    };
    let arn = |region: &str| {
        KmsKey::Arn(format!("arn:aws:kms:{region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"))
    };
    assert!(says(|_| (), ", in us-east-1, with a secondary in eu-west-1\n"));
    assert!(says(|it| it.global = None, ", in us-east-1\n"));
    assert!(says(|_| (), "A cluster that runs already can't join"));
    assert!(!says(|it| it.global = None, "can't join"));
    assert!(says(|_| (), "nobody can read the final snapshot"));
    assert!(!says(|it| it.cluster.final_snapshot = false, "nobody can read the final snapshot"));
    assert!(!says(|it| it.cluster.kms_key = KmsKey::AwsManaged, "nobody can read the final snapshot"));
    let upgraded = "a change here upgrades nothing";
    assert!(!says(|it| it.cluster.auto_minor_version_upgrade = Some(true), upgraded));
    assert!(!says(|it| it.global = None, upgraded));
    let alone = |it: &mut Design| {
        it.global = None;
        it.cluster.auto_minor_version_upgrade = Some(true);
    };
    assert!(says(alone, upgraded));
    let mut design = global();
    design.cluster.kms_key = arn("us-east-1");
    design.global.iter_mut().flat_map(|it| &mut it.secondaries).for_each(|it| it.kms_key = arn("eu-west-1"));
    let body = parsed(&main_tf(&design));
    let description =
        |name: &str| literal(attribute(blocks(&body, "variable", &[name])[0].body(), "description"));
    assert!(description("kms_key_arn").contains("CloudWatch for the alarms"));
    assert!(!description("kms_key_arn_eu_west_1").contains("alarms"));
}

/// A list with fewer zones than the file counts up to would end in Terraform's own "Invalid index".
#[test]
fn zones_are_at_least_as_many_as_the_instances_count_up_to() {
    for (name, design) in tree::all() {
        let text = main_tf(&design);
        for variable in blocks(&parsed(&text), "variable", &[]) {
            let variable_name = variable.labels()[0].as_str();
            if !variable_name.starts_with("availability_zones") {
                continue;
            }
            let spoken = format!("var.{variable_name}[");
            let places = text.match_indices(&spoken).map(|(at, _)| {
                let rest = &text[at + spoken.len()..];
                rest[..rest.find(']').unwrap()].parse::<usize>().unwrap()
            });
            let least = places.max().map_or(0, |last| last + 1);
            let printed = hcl::to_string(&Body::builder().add_block(variable.clone()).build()).unwrap();
            let said = (least..=least.max(2))
                .any(|it| printed.contains(&format!("length(var.{variable_name}) >= {it}")));
            assert!(said, "{name}: {least}: {printed}");
        }
    }
}

/// The instance called writer is a reader after a failover.
#[test]
fn deadlocks_are_watched_where_the_writer_is() {
    let body = parsed(&main_tf(&full()));
    let alarm = blocks(&body, "resource", &["aws_cloudwatch_metric_alarm", "deadlocks"])[0];
    let dimensions = hcl::format::to_string(attribute(alarm.body(), "dimensions")).unwrap();
    assert!(
        dimensions.contains("Role = \"WRITER\"") && dimensions.contains("DBClusterIdentifier"),
        "{dimensions}"
    );
}
