//! Which cluster is taken: candidates, Global Databases, names, Regions, tags, several sources.

use serde_json::json;

use super::super::super::Choice;
use super::*;

#[test]
fn several_clusters_are_a_choice() {
    let mut other = cluster(&json!({}));
    other["cluster_identifier"] = json!("invoices");
    let all = [("aws_rds_cluster.a", cluster(&json!({}))), ("aws_rds_cluster.b", other)];
    let refusal = refused(Source::Terraform, &all);
    assert!(refusal.message.contains("orders, invoices") && refusal.message.contains("--cluster"));
    assert_eq!(refusal.choice, Some(Choice::Cluster(vec!["orders".to_owned(), "invoices".to_owned()])));
    for name in ["invoices", "INVOICES", "aws_rds_cluster.b"] {
        let options = Options { cluster: Some(name.to_owned()), ..Options::default() };
        let it = map(&found(Source::Terraform, &all), &options).unwrap();
        assert_eq!(it.design.cluster_name(), "invoices");
        assert_says(&it, "orders another");
    }
    let options = Options { cluster: Some("bills".to_owned()), ..Options::default() };
    assert!(map(&found(Source::Terraform, &all), &options).unwrap_err().message.contains("orders, invoices"));
}

#[test]
fn what_is_no_candidate_is_named_and_alone_refused() {
    for (more, word) in [
        (json!({ "engine_mode": "serverless" }), "v1"),
        (json!({ "engine_mode": "multimaster" }), "multimaster"),
        (json!({ "engine": "aurora" }), "Aurora MySQL 1"),
        (json!({ "engine": "postgres", "db_cluster_instance_class": "db.m6gd.large" }), "Multi-AZ"),
        (json!({ "engine": "neptune" }), "neptune"),
        (json!({ "cluster_scalability_type": "limitless" }), "Limitless"),
    ] {
        let refusal = refused(Source::Terraform, &[("aws_rds_cluster.b", cluster(&more))]);
        assert!(refusal.message.contains(word), "{}", refusal.message);
        let mut odd = cluster(&more);
        odd["cluster_identifier"] = json!("odd");
        let it = with(&json!({}), &[("aws_rds_cluster.odd", odd)]);
        assert_says(&it, &format!("aws_rds_cluster.odd {word}"));
    }
    assert!(refused(Source::Terraform, &[]).message.contains("no Aurora cluster"));
    let sharded = [
        ("aws_rds_cluster.a", cluster(&json!({}))),
        ("aws_rds_shard_group.a", json!({ "db_cluster_identifier": "orders" })),
    ];
    assert!(refused(Source::Terraform, &sharded).message.contains("Limitless"));
}

#[test]
fn members_of_one_global_cluster_are_one_candidate() {
    let secondary = |more: Json| {
        let mut json = json!({
            "cluster_identifier": "orders-eu", "engine": "aurora-postgresql", "source_region": "eu-west-1",
            "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id", "region": "eu-central-1",
            "serverlessv2_scaling_configuration": { "min_capacity": 2, "max_capacity": 8 },
        });
        json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json
    };
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.eu", secondary(json!({ "enable_global_write_forwarding": true }))),
            (
                "aws_rds_cluster.a",
                cluster(&json!({ "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id" })),
            ),
            ("aws_rds_global_cluster.g", json!({ "global_cluster_identifier": "world" })),
            (
                "aws_rds_cluster_instance.eu",
                instance(
                    &json!({ "cluster_identifier": "edge:aws_rds_cluster.eu.id", "instance_class": "db.r6g.large" }),
                ),
            ),
        ],
    );
    assert_eq!(it.clusters, ["orders"]);
    assert_eq!(it.design.global_name(), "world");
    let secondary = &it.design.secondaries()[0];
    assert_eq!(
        (secondary.region.code, secondary.readers, secondary.write_forwarding),
        ("eu-central-1", 1, true)
    );
    assert_eq!((secondary.min_capacity, secondary.max_capacity), (Some(Acu::whole(2)), None));
    assert_says(&it, "eu-central-1 provisioned db.r6g.large");
    assert!(!says(&it, "source_region"));
}

#[test]
fn a_global_cluster_without_its_secondaries_is_not_added() {
    let it = with(
        &json!({ "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id" }),
        &[("aws_rds_global_cluster.g", json!({ "global_cluster_identifier": "world" }))],
    );
    assert_eq!(it.design.global, None);
    assert_says(&it, "global_cluster_identifier not in the input");
}

#[test]
fn a_global_cluster_gives_engine_and_version_to_its_primary() {
    let mut primary = cluster(&json!({ "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id" }));
    for name in ["engine", "engine_version", "database_name"] {
        primary.as_object_mut().unwrap().remove(name);
    }
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", primary),
            (
                "aws_rds_global_cluster.g",
                json!({ "engine": "aurora-mysql", "engine_version": "8.0.mysql_aurora.3.08.2", "database_name": "shop" }),
            ),
        ],
    );
    let cluster = &it.design.cluster;
    assert_eq!(
        (cluster.engine, it.design.engine_version(), cluster.database_name.as_str()),
        (Engine::AuroraMysql, "8.0.mysql_aurora.3.08.2", "shop")
    );
}

#[test]
fn an_environment_is_a_tag_and_other_tags_are_taken() {
    for (tags, environment, kept) in [
        (json!({ "Environment": "dev", "team": "a" }), Environment::Development, vec!["team"]),
        (json!({ "env": "QA", "Name": "x", "Project": "y", "ManagedBy": "z" }), Environment::Staging, vec![]),
        (
            json!({ "STAGE": "live", "aws:cloudformation:stack-name": "s", "rds:x": "y" }),
            Environment::Production,
            vec![],
        ),
        (json!({ "Environment": "blue" }), Environment::Production, vec![]),
        (json!({ "name": "x" }), Environment::Production, vec!["name"]),
    ] {
        let it = one(&json!({ "tags": tags }));
        assert_eq!(it.design.environment, environment);
        assert_eq!(it.design.tags.keys().map(String::as_str).collect::<Vec<_>>(), kept);
        assert_eq!(says(&it, "blue production"), tags["Environment"] == "blue");
    }
    let it = one(&json!({ "tags": { "team": "wait:var.team", "cost": 7 } }));
    assert_eq!(it.design.tags.iter().collect::<Vec<_>>(), [(&"cost".to_owned(), &"7".to_owned())]);
    assert_says(&it, "tags team var.team");
}

#[test]
fn the_providers_tags_come_with_the_clusters() {
    let mut input =
        found(Source::Terraform, &[("aws_rds_cluster.a", cluster(&json!({ "tags": { "team": "own" } })))]);
    let tags = [("team", "default"), ("owner", "platform")];
    input.resources[0].default_tags =
        tags.iter().map(|(key, it)| ((*key).to_owned(), Value::Text((*it).to_owned()))).collect();
    let it = map(&input, &Options::default()).unwrap();
    assert_eq!(
        it.design.tags.into_iter().collect::<Vec<_>>(),
        [("owner".to_owned(), "platform".to_owned()), ("team".to_owned(), "own".to_owned())]
    );
}

#[test]
fn a_name_that_is_not_known_comes_from_the_label() {
    for id in [json!(null), json!("wait:var.name")] {
        let mut json = cluster(&json!({}));
        json["cluster_identifier"] = id;
        let it = mapped(Source::Terraform, &[("aws_rds_cluster.main_db", json)]);
        assert_eq!((it.design.project_name.as_str(), it.design.cluster.name.clone()), ("main-db", None));
        assert_says(&it, "cluster_identifier project_name main-db");
    }
}

#[test]
fn a_region_that_is_not_told_is_us_east_1_with_a_notice() {
    let mut input = found(Source::Terraform, &[("aws_rds_cluster.a", cluster(&json!({})))]);
    input.resources[0].region = Some(Value::Unresolved("var.region".to_owned()));
    let it = map(&input, &Options::default()).unwrap();
    assert_eq!(it.design.region.code, "us-east-1");
    assert_says(&it, "region var.region us-east-1");
    for (name, text) in [
        ("arn", "arn:aws:rds:sa-east-1:111122223333:cluster:orders"),
        ("region", "sa-east-1"),
        ("kms_key_id", "arn:aws:kms:sa-east-1:111122223333:key/1"),
    ] {
        input.resources[0].body.set(name, Value::Text(text.to_owned()), Place::file("main.tf"));
        assert_eq!(map(&input, &Options::default()).unwrap().design.region.code, "sa-east-1", "{name}");
        input.resources[0].body.arguments.remove(name);
    }
}

#[test]
fn the_source_that_knows_better_wins() {
    let text = found(
        Source::Terraform,
        &[
            (
                "aws_rds_cluster.a",
                cluster(&json!({ "backup_retention_period": 3, "storage_type": "aurora-iopt1" })),
            ),
            ("aws_rds_cluster_instance.a", instance(&json!({}))),
            (
                "aws_cloudwatch_metric_alarm.a",
                json!({ "namespace": "AWS/RDS", "dimensions": { "DBClusterIdentifier": "orders" } }),
            ),
        ],
    );
    let mut both = found(
        Source::Describe,
        &[
            (
                "aws_rds_cluster.orders",
                cluster(&json!({ "backup_retention_period": 9, "master_user_secret": "secret:" })),
            ),
            (
                "aws_rds_cluster_instance.orders-1",
                instance(&json!({ "cluster_identifier": "orders", "promotion_tier": 5 })),
            ),
        ],
    );
    both.resources.extend(text.resources);
    let it = map(&both, &Options::default()).unwrap();
    let cluster = &it.design.cluster;
    assert_eq!((cluster.backup_retention, tiers(&it.design)), (9, vec![5]));
    // What describe output doesn't tell, the text may.
    assert_eq!((cluster.storage_type, cluster.alarms.enabled), (StorageType::AuroraIopt1, true));
    assert!(!says(&it, "describe output does not tell"));
}

#[test]
fn a_taken_setting_tells_its_path_and_its_line() {
    let it = one(&json!({ "backup_retention_period": 3 }));
    let taken = it.taken.iter().find(|it| it.path == "resources[0].config.backup_retention").unwrap();
    assert_eq!(taken.place, Place::line("main.tf", 101));
}

#[test]
fn a_design_out_of_an_import_is_read_back_from_its_spec() {
    let it = one(
        &json!({ "tags": { "team": "a" }, "storage_encrypted": true, "kms_key_id": "arn:aws:kms:eu-west-1:1:key/1" }),
    );
    assert_eq!(yaml::read(&yaml::write(&it.design)).unwrap().design, it.design);
}
