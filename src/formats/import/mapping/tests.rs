//! The rules of the mapping, each on the smallest input that shows it.

use serde_json::json;

use super::super::shapes::{Shape, shape};
use super::super::{Argument, Block, Edge, Found, Key, Options, Place, Refusal, Resource, Source, Value};
use super::{Mapped, map};
use crate::design::{
    Credentials, Design, Engine, Environment, IamAuth, InsightsMode, KmsKey, LogExport, StorageType, Vpc,
};
use crate::facts::Acu;
use crate::formats::yaml;

type Json = serde_json::Value;

/// Reads JSON as a reader would give it: `edge:ADDRESS.ATTRIBUTE`, `wait:NAME` and `secret:` are what they say.
fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(it) => Value::Bool(*it),
        Json::Number(it) => Value::Number(it.to_string()),
        Json::String(text) => match text.split_once(':') {
            Some(("edge", edge)) => {
                let (address, attribute) = edge.rsplit_once('.').unwrap();
                Value::Edge(Edge { address: address.to_owned(), attribute: attribute.to_owned() })
            }
            Some(("wait", name)) => Value::Unresolved(name.to_owned()),
            Some(("secret", _)) => Value::Secret,
            _ => Value::Text(text.clone()),
        },
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        Json::Object(items) => Value::Map(items.iter().map(|(key, it)| (key.clone(), value(it))).collect()),
    }
}

fn block(shape: &Shape, json: &Json, line: u32) -> Block {
    let mut block = Block::at(Place::line("main.tf", line));
    for (at, (name, it)) in (line + 1..).zip(json.as_object().unwrap()) {
        let place = Place::line("main.tf", at);
        if let Some(inner) = shape.blocks.iter().find(|inner| inner.name == name) {
            let items = it.as_array().map_or_else(|| vec![it.clone()], Clone::clone);
            let blocks = items.iter().map(|it| self::block(inner, it, at)).collect();
            block.blocks.insert(name.clone(), blocks);
        } else {
            let listed = shape.arguments.contains(&name.as_str()) || shape.secrets.contains(&name.as_str());
            assert!(listed, "{name}");
            block.arguments.insert(name.clone(), Argument { value: value(it), place, written: None });
        }
    }
    block
}

/// Resources by address, at lines 100, 200 and so on.
fn found(source: Source, resources: &[(&str, Json)]) -> Found {
    let resources = (100..).step_by(100).zip(resources).map(|(line, (address, json))| {
        let (module, rest) = address.rsplit_once('/').unwrap_or(("", address));
        let data = rest.starts_with("data.");
        let plain = rest.trim_start_matches("data.");
        let (kind, label) = plain.split_once('.').unwrap();
        let (label, key) = match label.split_once('[') {
            Some((label, key)) => {
                let key = key.trim_end_matches(']');
                let key =
                    key.parse().map_or_else(|_| Key::Name(key.trim_matches('"').to_owned()), Key::Index);
                (label, Some(key))
            }
            None => (label, None),
        };
        Resource {
            source,
            data,
            kind: kind.to_owned(),
            address: address.replace('/', "."),
            module: module.to_owned(),
            label: label.to_owned(),
            key,
            region: Some(Value::Text("eu-west-1".to_owned())),
            default_tags: std::collections::BTreeMap::new(),
            body: block(shape(kind).unwrap(), json, line),
        }
    });
    Found { resources: resources.collect(), notices: Vec::new() }
}

/// A small cluster with more arguments.
fn cluster(more: Json) -> Json {
    let mut json = json!({
        "cluster_identifier": "orders",
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "database_name": "orders",
        "master_username": "keeper",
        "serverlessv2_scaling_configuration": { "min_capacity": 1, "max_capacity": 8 },
    });
    json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json
}

fn instance(more: Json) -> Json {
    let mut json = json!({
        "identifier": "orders-1",
        "cluster_identifier": "edge:aws_rds_cluster.a.id",
        "instance_class": "db.serverless",
    });
    json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json
}

fn mapped(source: Source, resources: &[(&str, Json)]) -> Mapped {
    map(&found(source, resources), &Options::default()).unwrap()
}

fn refused(source: Source, resources: &[(&str, Json)]) -> Refusal {
    map(&found(source, resources), &Options::default()).unwrap_err()
}

/// A cluster with one instance, out of Terraform.
fn one(more: Json) -> Mapped {
    mapped(
        Source::Terraform,
        &[("aws_rds_cluster.a", cluster(more)), ("aws_rds_cluster_instance.a", instance(json!({})))],
    )
}

fn with(more: Json, beside: &[(&str, Json)]) -> Mapped {
    let mut all =
        vec![("aws_rds_cluster.a", cluster(more)), ("aws_rds_cluster_instance.a", instance(json!({})))];
    all.extend(beside.iter().cloned());
    mapped(Source::Terraform, &all)
}

fn says(mapped: &Mapped, words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    mapped.notices.iter().any(|it| {
        let text = it.to_string();
        words.iter().all(|word| text.contains(word))
    })
}

#[track_caller]
fn assert_says(mapped: &Mapped, words: &str) {
    assert!(
        says(mapped, words),
        "{words}: {:#?}",
        mapped.notices.iter().map(ToString::to_string).collect::<Vec<_>>()
    );
}

fn tiers(design: &Design) -> Vec<u32> {
    let readers = design.cluster.readers.iter().map(|it| it.promotion_tier);
    std::iter::once(design.cluster.writer.promotion_tier).chain(readers).collect()
}

#[test]
fn what_terraform_leaves_out_is_what_the_provider_makes_of_it() {
    let design = one(json!({})).design;
    let it = &design.cluster;
    assert_eq!(
        (
            it.backup_retention,
            it.iam_database_authentication,
            it.encryption,
            it.deletion_protection,
            it.data_api
        ),
        (1, false, false, false, false)
    );
    assert_eq!(
        (it.performance_insights.enabled, it.enhanced_monitoring_seconds, it.alarms.enabled),
        (false, 0, false)
    );
    assert_eq!(
        (it.final_snapshot, design.auto_minor_version_upgrade(), tiers(&design)),
        (true, true, vec![0])
    );
    assert!(design.log_exports().is_empty() && it.kms_key == KmsKey::Create);
    assert_eq!(it.network.vpc, Vpc::Existing);
}

#[test]
fn a_tier_that_is_left_out_is_0_in_terraform_and_1_in_cloudformation_and_aws() {
    for (source, tier) in [
        (Source::Terraform, 0),
        (Source::Plan, 0),
        (Source::State, 0),
        (Source::CloudFormation, 1),
        (Source::Describe, 1),
    ] {
        let all = [
            ("aws_rds_cluster.a", cluster(json!({}))),
            ("aws_rds_cluster_instance.writer", instance(json!({}))),
            ("aws_rds_cluster_instance.b", instance(json!({ "identifier": "orders-2" }))),
        ];
        assert_eq!(tiers(&mapped(source, &all).design), [tier, tier], "{source:?}");
    }
}

#[test]
fn what_cannot_be_resolved_keeps_the_specs_default_and_says_what_it_waits_for() {
    let it = one(json!({
        "backup_retention_period": "wait:var.retention",
        "storage_encrypted": "wait:var.encrypted",
        "master_username": "secret:",
        "iam_database_authentication_enabled": "edge:aws_ssm_parameter.iam.value",
    }));
    assert_eq!((it.design.cluster.backup_retention, it.design.cluster.encryption), (7, true));
    assert!(it.design.cluster.iam_database_authentication);
    assert_says(&it, "main.tf:101 backup_retention_period var.retention 7");
    assert_says(&it, "storage_encrypted var.encrypted");
    assert_says(&it, "master_username sensitive postgres");
    assert_says(&it, "iam_database_authentication_enabled aws_ssm_parameter.iam.value");
}

#[test]
fn a_value_of_another_type_is_said_and_not_taken() {
    let it = one(json!({ "backup_retention_period": "many", "preferred_backup_window": "noon" }));
    assert_eq!(
        (it.design.cluster.backup_retention, it.design.cluster.backup_window.to_string()),
        (7, "03:00-04:00".to_owned())
    );
    assert_says(&it, "backup_retention_period no value 7");
    assert_says(&it, "preferred_backup_window no value");
}

#[test]
fn texts_that_are_numbers_and_truths_are_read_as_such() {
    let it = one(json!({
        "backup_retention_period": "14",
        "deletion_protection": "true",
        "port": "5433",
        "serverlessv2_scaling_configuration": { "min_capacity": "0.5", "max_capacity": "16.0" },
    }));
    let it = &it.design.cluster;
    assert_eq!((it.backup_retention, it.deletion_protection, it.port), (14, true, Some(5433)));
    assert_eq!((it.min_capacity, it.max_capacity), (Acu::HALF, Acu::whole(16)));
}

#[test]
fn a_capacity_off_the_half_step_is_rounded_up() {
    let it =
        one(json!({ "serverlessv2_scaling_configuration": { "min_capacity": 1.2, "max_capacity": 0.5 } }));
    assert_eq!((it.design.cluster.min_capacity, it.design.cluster.max_capacity), (Acu::halves(3), Acu::HALF));
    assert_says(&it, "min_capacity half 1.5");
}

#[test]
fn the_seconds_until_a_pause_count_only_where_it_pauses() {
    let seconds = |min: f64| {
        let it = one(
            json!({ "serverlessv2_scaling_configuration": { "min_capacity": min, "max_capacity": 8, "seconds_until_auto_pause": 900 } }),
        );
        it.design.cluster.seconds_until_auto_pause
    };
    assert_eq!((seconds(0.0), seconds(1.0)), (Some(900), None));
}

#[test]
fn a_cluster_without_a_range_gets_the_usual_one_and_says_so() {
    let mut json = cluster(json!({}));
    json.as_object_mut().unwrap().remove("serverlessv2_scaling_configuration");
    let provisioned = instance(json!({ "instance_class": "db.r6g.large" }));
    let it = mapped(
        Source::Terraform,
        &[("aws_rds_cluster.a", json), ("aws_rds_cluster_instance.a", provisioned)],
    );
    assert_eq!(
        (it.design.cluster.min_capacity, it.design.cluster.max_capacity),
        (Acu::whole(2), Acu::whole(16))
    );
    assert_says(&it, "serverlessv2_scaling_configuration 2 16");
    assert_says(&it, "aws_rds_cluster_instance.a db.r6g.large");
    assert!(!it.range_given);
}

#[test]
fn a_range_without_serverless_instances_has_no_effect() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", cluster(json!({}))),
            ("aws_rds_cluster_instance.a", instance(json!({ "instance_class": "db.t4g.medium" }))),
        ],
    );
    assert_says(&it, "serverlessv2_scaling_configuration no effect");
}

#[test]
fn a_version_keeps_its_form_and_a_number_loses_its_zero() {
    for (version, kept) in
        [(json!("16"), "16"), (json!("16.8"), "16.8"), (json!(16), "16"), (json!(15.4), "15.4")]
    {
        let it = one(json!({ "engine_version": version }));
        assert_eq!(it.design.engine_version(), kept);
    }
    let number =
        Argument { value: Value::Number("15.10".to_owned()), place: Place::file("main.tf"), written: None };
    let mut input = found(Source::CloudFormation, &[("aws_rds_cluster.a", cluster(json!({})))]);
    input.resources[0].body.arguments.insert("engine_version".to_owned(), number);
    let it = map(&input, &Options::default()).unwrap();
    assert_eq!(it.design.engine_version(), "15.1");
    assert_says(&it, "EngineVersion 15.1 zero quote");
}

#[test]
fn a_version_that_is_left_out_is_ours_and_said() {
    let it = one(json!({ "engine_version": null }));
    assert_eq!(it.design.engine_version(), "17.7");
    assert_says(&it, "main.tf:100 engine_version 17.7");
}

#[test]
fn a_state_tells_the_version_that_runs() {
    for (actual, taken) in [("16.11", "16.11"), ("17.4", "16")] {
        let json = cluster(json!({ "engine_version": "16", "engine_version_actual": actual }));
        let it = mapped(Source::State, &[("aws_rds_cluster.a", json)]);
        assert_eq!(it.design.engine_version(), taken);
        assert_eq!(says(&it, "engine_version prefix 16.11"), taken == "16.11");
    }
}

#[test]
fn tls_is_forced_by_parameter_or_by_version() {
    for (engine, version, forced) in [
        ("aurora-postgresql", "17.5", true),
        ("aurora-postgresql", "16.8", false),
        ("aurora-postgresql", "18", true),
        ("aurora-mysql", "8.0.mysql_aurora.3.10.1", false),
        ("aurora-mysql", "8.4.mysql_aurora.8.4.7", true),
    ] {
        let it = one(json!({ "engine": engine, "engine_version": version }));
        assert_eq!(it.design.cluster.force_tls, forced, "{version}");
    }
    let group = |value: Json| {
        let parameters = json!({
            "name": "orders",
            "parameter": [{ "name": "rds.force_ssl", "value": value }, { "name": "work_mem", "value": 64 }],
        });
        with(
            json!({ "db_cluster_parameter_group_name": "edge:aws_rds_cluster_parameter_group.a.name" }),
            &[("aws_rds_cluster_parameter_group.a", parameters)],
        )
    };
    let it = group(json!("1"));
    assert!(it.design.cluster.force_tls);
    assert_eq!(
        it.design.cluster.parameters.iter().collect::<Vec<_>>(),
        [(&"work_mem".to_owned(), &"64".to_owned())]
    );
    assert_says(&group(json!("wait:var.tls")), "rds.force_ssl var.tls force_tls false");
}

#[test]
fn a_group_that_is_not_in_the_files_leaves_tls_to_the_version() {
    let it = one(json!({ "db_cluster_parameter_group_name": "shared" }));
    assert_says(&it, "main.tf:103 db_cluster_parameter_group_name shared force_tls false");
    let it = one(json!({ "db_cluster_parameter_group_name": "default.aurora-postgresql16" }));
    assert!(!says(&it, "db_cluster_parameter_group_name"));
}

#[test]
fn a_password_makes_a_secret_of_ones_own_and_is_never_said() {
    let it = one(json!({ "master_password": "secret:" }));
    assert_eq!(it.design.cluster.credentials, Credentials::SecretsManager);
    assert_says(&it, "master_password never read secrets_manager");
    let it = one(json!({ "manage_master_user_password": true, "master_password": "secret:" }));
    assert_eq!(it.design.cluster.credentials, Credentials::Managed);
    let it = one(json!({ "manage_master_user_password": "wait:var.managed", "master_password": "secret:" }));
    assert_eq!(it.design.cluster.credentials, Credentials::SecretsManager);
    assert_eq!(one(json!({})).design.cluster.credentials, Credentials::Managed);
}

#[test]
fn describe_output_without_a_secret_means_a_password_of_ones_own() {
    let of = |more| mapped(Source::Describe, &[("aws_rds_cluster.a", cluster(more))]);
    let it = of(json!({}));
    assert_eq!(it.design.cluster.credentials, Credentials::SecretsManager);
    assert_says(&it, "MasterUserSecret password");
    assert_eq!(
        of(json!({ "master_user_secret": "secret:" })).design.cluster.credentials,
        Credentials::Managed
    );
}

#[test]
fn an_own_secret_rotates_in_days_or_at_a_rate() {
    let of = |rules: Json| {
        with(
            json!({ "master_password": "secret:" }),
            &[("aws_secretsmanager_secret_rotation.a", json!({ "rotation_rules": rules }))],
        )
    };
    assert_eq!(of(json!({ "automatically_after_days": 30 })).design.cluster.rotation_days, Some(30));
    assert_eq!(of(json!({ "schedule_expression": "rate(7 days)" })).design.cluster.rotation_days, Some(7));
    let it = of(json!({ "schedule_expression": "cron(0 16 1 * ? *)" }));
    assert_eq!(it.design.cluster.rotation_days, None);
    assert_says(&it, "schedule_expression rotation_days");
    // A managed password has a rotation of its own.
    let managed = with(
        json!({ "manage_master_user_password": true }),
        &[(
            "aws_secretsmanager_secret_rotation.a",
            json!({ "rotation_rules": { "automatically_after_days": 30 } }),
        )],
    );
    assert_eq!(managed.design.cluster.rotation_days, None);
}

#[test]
fn a_key_is_an_arn_a_made_one_or_aws_own() {
    let arn = "arn:aws:kms:eu-west-1:111122223333:key/1";
    let key = |id: Json, beside: &[(&str, Json)]| {
        with(json!({ "storage_encrypted": true, "kms_key_id": id }), beside)
    };
    assert_eq!(key(json!(arn), &[]).design.cluster.kms_key, KmsKey::Arn(arn.to_owned()));
    assert_eq!(key(json!(null), &[]).design.cluster.kms_key, KmsKey::AwsManaged);
    assert_eq!(key(json!("alias/aws/rds"), &[]).design.cluster.kms_key, KmsKey::AwsManaged);
    let made = [("aws_kms_key.a", json!({}))];
    assert_eq!(key(json!("edge:aws_kms_key.a.arn"), &made).design.cluster.kms_key, KmsKey::Create);
    let alias = [("data.aws_kms_alias.rds", json!({ "name": "alias/aws/rds" }))];
    assert_eq!(
        key(json!("edge:data.aws_kms_alias.rds.target_key_arn"), &alias).design.cluster.kms_key,
        KmsKey::AwsManaged
    );
    let own = [
        ("aws_kms_key.a", json!({})),
        ("aws_kms_alias.a", json!({ "name": "alias/orders", "target_key_id": "edge:aws_kms_key.a.key_id" })),
    ];
    assert_eq!(key(json!("edge:aws_kms_alias.a.arn"), &own).design.cluster.kms_key, KmsKey::Create);
    for (id, words) in [
        (json!("wait:module.kms.arn"), "module.kms.arn"),
        (json!("1234-5678"), "ARN"),
        (json!("alias/orders"), "ARN"),
    ] {
        let it = key(id, &[]);
        assert_eq!(it.design.cluster.kms_key, KmsKey::Create);
        assert_says(&it, &format!("kms_key_id create {words}"));
    }
}

#[test]
fn the_writer_is_told_named_lowest_or_first() {
    let writer = |all: &[(&str, Json)]| {
        let mut resources = vec![("aws_rds_cluster.a", cluster(json!({})))];
        resources.extend(all.iter().cloned());
        let it = mapped(Source::Terraform, &resources);
        (it.instances[0].clone().unwrap(), says(&it, "writer taken"))
    };
    let named = |name: &str, more: Json| {
        let mut json = instance(more);
        json["identifier"] = json!(name);
        json
    };
    let of = |it: &str, said: bool| (it.to_owned(), said);
    let told = named("b", json!({ "writer": true }));
    assert_eq!(
        writer(&[
            ("aws_rds_cluster_instance.a", named("a", json!({}))),
            ("aws_rds_cluster_instance.b", told)
        ]),
        of("b", false)
    );
    assert_eq!(
        writer(&[
            ("aws_rds_cluster_instance.reader", named("a", json!({}))),
            ("aws_rds_cluster_instance.writer", named("b", json!({})))
        ]),
        of("b", false)
    );
    assert_eq!(
        writer(&[
            ("aws_rds_cluster_instance.x[\"one\"]", named("a", json!({}))),
            ("aws_rds_cluster_instance.x[\"primary\"]", named("b", json!({})))
        ]),
        of("b", false)
    );
    assert_eq!(
        writer(&[
            ("aws_rds_cluster_instance.a", named("a", json!({ "promotion_tier": 2 }))),
            ("aws_rds_cluster_instance.b", named("b", json!({ "promotion_tier": 1 }))),
        ]),
        of("b", false)
    );
    assert_eq!(
        writer(&[
            ("aws_rds_cluster_instance.a", named("a", json!({}))),
            ("aws_rds_cluster_instance.b", named("b", json!({})))
        ]),
        of("a", true)
    );
    // Every name holds the word because the database does.
    assert_eq!(
        writer(&[
            ("aws_rds_cluster_instance.a", named("primary-1", json!({}))),
            ("aws_rds_cluster_instance.b", named("primary-2", json!({})))
        ]),
        of("primary-1", true)
    );
    assert_eq!(writer(&[("aws_rds_cluster_instance.a", named("a", json!({})))]), of("a", false));
}

#[test]
fn states_and_answers_are_ordered_by_identifier_files_as_they_stand() {
    let order = |source| {
        let all = [
            ("aws_rds_cluster.a", cluster(json!({}))),
            ("aws_rds_cluster_instance.z", instance(json!({ "identifier": "z", "writer": true }))),
            ("aws_rds_cluster_instance.y", instance(json!({ "identifier": "y" }))),
            ("aws_rds_cluster_instance.x", instance(json!({ "identifier": "x" }))),
        ];
        mapped(source, &all).instances.into_iter().flatten().collect::<Vec<_>>()
    };
    assert_eq!(order(Source::Terraform), ["z", "y", "x"]);
    assert_eq!(order(Source::State), ["z", "x", "y"]);
}

#[test]
fn a_zone_is_the_letter_after_the_regions_name() {
    let zone = |text: &str| {
        let it = mapped(
            Source::Terraform,
            &[
                ("aws_rds_cluster.a", cluster(json!({}))),
                ("aws_rds_cluster_instance.a", instance(json!({ "availability_zone": text }))),
            ],
        );
        (
            it.design.cluster.writer.availability_zone.map(|it| it.letter()),
            says(&it, "availability_zone zone"),
        )
    };
    assert_eq!(zone("eu-west-1c"), (Some('c'), false));
    for odd in ["euw1-az2", "us-west-2-lax-1a", "us-east-1a", "eu-west-1"] {
        assert_eq!(zone(odd), (None, true), "{odd}");
    }
}

#[test]
fn instances_that_differ_follow_the_writer() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", cluster(json!({}))),
            (
                "aws_rds_cluster_instance.writer",
                instance(
                    json!({ "monitoring_interval": 30, "performance_insights_enabled": true, "publicly_accessible": false }),
                ),
            ),
            (
                "aws_rds_cluster_instance.b",
                instance(json!({ "auto_minor_version_upgrade": false, "publicly_accessible": true })),
            ),
        ],
    );
    let cluster = &it.design.cluster;
    assert_eq!((cluster.enhanced_monitoring_seconds, cluster.publicly_accessible), (30, false));
    assert!(cluster.performance_insights.enabled && !it.design.auto_minor_version_upgrade());
    for name in ["monitoring_interval", "performance_insights_enabled", "publicly_accessible"] {
        assert_says(&it, &format!("{name} aws_rds_cluster_instance.b writer's"));
    }
    assert_says(&it, "auto_minor_version_upgrade differs off");
}

#[test]
fn insights_are_on_where_the_cluster_or_the_writer_says_so() {
    let it = one(json!({
        "performance_insights_enabled": true,
        "performance_insights_retention_period": 465,
        "database_insights_mode": "advanced",
        "monitoring_interval": 15,
    }));
    let insights = it.design.cluster.performance_insights;
    assert_eq!(
        (insights.enabled, insights.retention_days, insights.mode),
        (true, 465, InsightsMode::Advanced)
    );
    assert_eq!(it.design.cluster.enhanced_monitoring_seconds, 15);
    // Off, AWS gives 0 days, which no design may hold.
    let it =
        one(json!({ "performance_insights_enabled": false, "performance_insights_retention_period": 0 }));
    let insights = it.design.cluster.performance_insights;
    assert_eq!((insights.enabled, insights.retention_days), (false, 7));
}

#[test]
fn an_instance_of_another_cluster_is_none_of_ours() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster_instance.a[0]", instance(json!({}))),
            ("aws_rds_cluster_instance.other", instance(json!({ "cluster_identifier": "invoices" }))),
            ("aws_rds_cluster_instance.b", instance(json!({ "cluster_identifier": "orders" }))),
            ("aws_rds_cluster.a[0]", cluster(json!({}))),
        ],
    );
    assert_eq!(it.design.cluster.readers.len(), 1);
}

#[test]
fn an_instance_that_does_not_tell_its_cluster_is_taken_with_a_notice() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", cluster(json!({}))),
            ("aws_rds_cluster_instance.a", instance(json!({ "cluster_identifier": "wait:var.cluster" }))),
        ],
    );
    assert_says(&it, "aws_rds_cluster_instance.a does not tell its cluster");
    let it = mapped(Source::Terraform, &[("aws_rds_cluster.a", cluster(json!({})))]);
    assert!(it.design.cluster.readers.is_empty());
    assert_says(&it, "no instance");
}

#[test]
fn backtrack_is_in_seconds_there_and_in_hours_here() {
    let it = one(json!({ "engine": "aurora-mysql", "backtrack_window": 5000 }));
    assert_eq!(it.design.cluster.backtrack_hours, 2);
    assert_says(&it, "backtrack_window 5000 2 hours");
    assert_eq!(one(json!({ "backtrack_window": 86400 })).design.cluster.backtrack_hours, 24);
}

#[test]
fn logs_of_no_engine_are_dropped_by_name() {
    let it = one(json!({ "enabled_cloudwatch_logs_exports": ["postgresql", "upgrade", "slowquery"] }));
    assert_eq!(it.design.log_exports(), [LogExport::Postgresql].into());
    assert_says(&it, "enabled_cloudwatch_logs_exports upgrade");
    assert_says(&it, "enabled_cloudwatch_logs_exports slowquery");
}

#[test]
fn logs_are_kept_as_long_as_their_shortest_group_or_for_ever() {
    let exports = json!({ "enabled_cloudwatch_logs_exports": ["postgresql", "instance"] });
    let of = |groups: &[(&str, Json)]| with(exports.clone(), groups);
    let none = of(&[]);
    assert_eq!(none.design.cluster.log_retention_days, 0);
    assert_says(&none, "log_retention_days 0");
    let group = |name: &str, days: Json| json!({ "name": name, "retention_in_days": days });
    let two = of(&[
        ("aws_cloudwatch_log_group.a", group("/aws/rds/cluster/orders/postgresql", json!(90))),
        ("aws_cloudwatch_log_group.b", group("/aws/rds/cluster/orders/instance", json!(0))),
        ("aws_cloudwatch_log_group.c", group("/aws/rds/cluster/other/instance", json!(1))),
    ]);
    assert_eq!(two.design.cluster.log_retention_days, 90);
    // A name that waits for the cluster's is the cluster's.
    let joined = of(&[(
        "aws_cloudwatch_log_group.a",
        json!({ "name": "wait:aws_rds_cluster.a.id", "retention_in_days": 30 }),
    )]);
    assert_eq!(joined.design.cluster.log_retention_days, 30);
    // Without exports nothing is kept, and the spec's default stands.
    assert_eq!(one(json!({})).design.cluster.log_retention_days, 365);
}

#[test]
fn an_alarm_of_the_cluster_turns_alarms_on_and_its_mail_is_taken() {
    let alarm = |dimensions: Json| json!({ "namespace": "AWS/RDS", "dimensions": dimensions, "alarm_actions": ["edge:aws_sns_topic.a.arn"] });
    let mail = [
        ("aws_sns_topic.a", json!({ "name": "alarms" })),
        (
            "aws_sns_topic_subscription.a",
            json!({ "topic_arn": "edge:aws_sns_topic.a.arn", "protocol": "email", "endpoint": "a@example.com" }),
        ),
        (
            "aws_sns_topic_subscription.b",
            json!({ "topic_arn": "edge:aws_sns_topic.b.arn", "protocol": "email", "endpoint": "b@example.com" }),
        ),
    ];
    for dimensions in [
        json!({ "DBClusterIdentifier": "edge:aws_rds_cluster.a.cluster_identifier" }),
        json!({ "DBClusterIdentifier": "orders" }),
        json!({ "DBInstanceIdentifier": "edge:aws_rds_cluster_instance.a.id" }),
    ] {
        let mut all = mail.to_vec();
        all.push(("aws_cloudwatch_metric_alarm.cpu", alarm(dimensions)));
        let it = with(json!({}), &all);
        assert_eq!(
            (it.design.cluster.alarms.enabled, it.design.cluster.alarms.notify_email.as_deref()),
            (true, Some("a@example.com"))
        );
        assert_says(&it, "main.tf:600 alarm threshold cpu");
    }
    let other = with(
        json!({}),
        &[("aws_cloudwatch_metric_alarm.cpu", alarm(json!({ "DBClusterIdentifier": "invoices" })))],
    );
    assert!(!other.design.cluster.alarms.enabled);
    let query = json!({ "metric_query": [{ "metric": [{ "namespace": "AWS/RDS", "dimensions": { "DBClusterIdentifier": "orders" } }] }] });
    assert!(with(json!({}), &[("aws_cloudwatch_metric_alarm.q", query)]).design.cluster.alarms.enabled);
}

#[test]
fn a_backup_selection_holds_the_cluster_by_arn_or_tag() {
    for selection in [
        json!({ "resources": ["edge:aws_rds_cluster.a.arn"] }),
        json!({ "resources": ["arn:aws:rds:eu-west-1:111122223333:cluster:orders"] }),
        json!({ "selection_tag": [{ "type": "STRINGEQUALS", "key": "backup", "value": "daily" }] }),
    ] {
        let it = with(json!({ "tags": { "backup": "daily" } }), &[("aws_backup_selection.a", selection)]);
        assert!(it.design.cluster.aws_backup);
        assert_says(&it, "aws_backup plan vault");
    }
    let other = json!({ "resources": ["arn:aws:rds:eu-west-1:111122223333:cluster:invoices"] });
    assert!(!with(json!({}), &[("aws_backup_selection.a", other)]).design.cluster.aws_backup);
}

#[test]
fn subnets_that_stand_there_are_an_existing_network() {
    let it = with(
        json!({ "db_subnet_group_name": "orders", "vpc_security_group_ids": ["edge:aws_security_group.a.id"] }),
        &[
            ("aws_db_subnet_group.a", json!({ "name": "orders", "subnet_ids": ["subnet-1", "subnet-2"] })),
            ("aws_security_group.a", json!({ "vpc_id": "vpc-1" })),
        ],
    );
    let network = &it.design.cluster.network;
    assert_eq!((network.vpc, network.vpc_id.as_deref()), (Vpc::Existing, Some("vpc-1")));
    assert_eq!(network.subnet_ids, ["subnet-1", "subnet-2"]);
}

#[test]
fn subnets_that_are_made_here_are_a_made_network_only_with_their_vpc() {
    let made = |vpc: Json| {
        with(
            json!({ "db_subnet_group_name": "edge:aws_db_subnet_group.a.name" }),
            &[
                ("aws_db_subnet_group.a", json!({ "subnet_ids": "edge:aws_subnet.a.id" })),
                ("aws_subnet.a[0]", json!({ "vpc_id": vpc.clone() })),
                ("aws_subnet.a[1]", json!({ "vpc_id": vpc })),
                ("aws_vpc.a", json!({ "cidr_block": "10.40.0.0/16" })),
            ],
        )
    };
    let it = made(json!("edge:aws_vpc.a.id"));
    assert_eq!(
        (it.design.cluster.network.vpc, it.design.cidr().to_string()),
        (Vpc::Create, "10.40.0.0/16".to_owned())
    );
    let it = made(json!("vpc-1"));
    assert_eq!(
        (it.design.cluster.network.vpc, it.design.cluster.network.vpc_id.as_deref()),
        (Vpc::Existing, Some("vpc-1"))
    );
    assert_says(&it, "aws_subnet.a ids");
}

#[test]
fn a_network_that_is_not_told_is_existing_and_empty() {
    for (more, words) in [
        (json!({}), "main.tf:100 db_subnet_group_name eu-west-1"),
        (json!({ "db_subnet_group_name": "shared" }), "main.tf:103 db_subnet_group_name eu-west-1"),
        (json!({ "db_subnet_group_name": "wait:var.group" }), "db_subnet_group_name var.group"),
    ] {
        let it = one(more);
        let network = &it.design.cluster.network;
        assert!(network.vpc == Vpc::Existing && network.subnet_ids.is_empty() && network.vpc_id.is_none());
        assert_says(&it, words);
    }
    let it = with(
        json!({ "db_subnet_group_name": "edge:aws_db_subnet_group.a.name" }),
        &[("aws_db_subnet_group.a", json!({ "name": "x", "subnet_ids": ["subnet-1", "wait:var.second"] }))],
    );
    assert_eq!(it.design.cluster.network.subnet_ids, ["subnet-1"]);
    assert_says(&it, "subnet_ids var.second");
    assert_says(&it, "vpc_id");
}

#[test]
fn clients_are_groups_with_ids_on_the_clusters_port() {
    let own = json!({ "vpc_security_group_ids": ["edge:aws_security_group.db.id"] });
    let rule = |from: i64, to: i64, more: Json| {
        let mut rule = json!({ "from_port": from, "to_port": to, "protocol": "tcp" });
        rule.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        rule
    };
    let inside = json!({ "ingress": [
        rule(5432, 5432, json!({ "security_groups": ["sg-1", "edge:aws_security_group.app.id", "wait:var.group"] })),
        rule(22, 22, json!({ "security_groups": ["sg-ssh"] })),
        json!({ "from_port": 0, "to_port": 0, "protocol": "-1", "security_groups": ["sg-all"] }),
        rule(5432, 5432, json!({ "cidr_blocks": ["10.1.0.0/16"], "self": true })),
    ] });
    let alone = json!({
        "type": "ingress", "from_port": 5432, "to_port": 5432, "protocol": "tcp",
        "security_group_id": "edge:aws_security_group.db.id", "source_security_group_id": "sg-2",
    });
    let out = json!({
        "type": "egress", "from_port": 5432, "to_port": 5432, "protocol": "tcp",
        "security_group_id": "edge:aws_security_group.db.id", "source_security_group_id": "sg-out",
    });
    let new = json!({
        "from_port": 5432, "to_port": 5432, "ip_protocol": "tcp",
        "security_group_id": "edge:aws_security_group.db.id", "referenced_security_group_id": "sg-1",
    });
    let it = with(
        own,
        &[
            ("aws_security_group.db", inside),
            ("aws_security_group.app", json!({})),
            ("aws_security_group_rule.a", alone),
            ("aws_security_group_rule.out", out),
            ("aws_vpc_security_group_ingress_rule.a", new),
        ],
    );
    assert_eq!(it.design.cluster.network.client_security_group_ids, ["sg-1", "sg-all", "sg-2"]);
    assert_says(&it, "aws_security_group.app no id");
    assert_says(&it, "security_groups var.group");
    assert_says(&it, "cidr_blocks");
    assert!(!says(&it, "sg-ssh"));
}

#[test]
fn a_proxys_own_group_is_no_lost_client() {
    let it = with(
        json!({ "vpc_security_group_ids": ["edge:aws_security_group.db.id"] }),
        &[
            ("aws_security_group.db", json!({})),
            ("aws_security_group.pool", json!({})),
            (
                "aws_security_group_rule.a",
                json!({
                    "type": "ingress", "from_port": 5432, "to_port": 5432, "protocol": "tcp",
                    "security_group_id": "edge:aws_security_group.db.id",
                    "source_security_group_id": "edge:aws_security_group.pool.id",
                }),
            ),
            (
                "aws_db_proxy.a",
                json!({ "name": "pool", "vpc_security_group_ids": ["edge:aws_security_group.pool.id"] }),
            ),
            ("aws_db_proxy_target.a", json!({ "db_proxy_name": "pool", "db_cluster_identifier": "orders" })),
        ],
    );
    assert!(!says(&it, "aws_security_group.pool"));
    assert!(it.design.proxy.is_some());
}

#[test]
fn a_proxy_is_the_clusters_by_its_target() {
    let proxy = json!({
        "name": "pool", "engine_family": "POSTGRESQL", "idle_client_timeout": 900,
        "auth": [{ "iam_auth": "REQUIRED", "client_password_auth_type": "POSTGRES_SCRAM_SHA_256" }, {}],
    });
    let group = json!({
        "db_proxy_name": "edge:aws_db_proxy.a.name",
        "connection_pool_config": { "max_connections_percent": 80, "init_query": "secret:", "session_pinning_filters": ["EXCLUDE_VARIABLE_SETS"] },
    });
    let target = json!({ "db_proxy_name": "edge:aws_db_proxy.a.name", "db_cluster_identifier": "edge:aws_rds_cluster.a.id" });
    let it = with(
        json!({}),
        &[
            ("aws_db_proxy.a", proxy.clone()),
            ("aws_db_proxy.b", json!({ "name": "other" })),
            ("aws_db_proxy_target.a", target.clone()),
            (
                "aws_db_proxy_target.b",
                json!({ "db_proxy_name": "other", "db_cluster_identifier": "invoices" }),
            ),
            ("aws_db_proxy_default_target_group.a", group.clone()),
            ("aws_db_proxy_endpoint.a", json!({ "db_proxy_name": "pool", "target_role": "READ_WRITE" })),
        ],
    );
    let own = it.design.proxy.as_ref().unwrap();
    assert_eq!(
        (own.require_tls, own.iam_auth, own.client_password_auth_type),
        (false, IamAuth::Required, None)
    );
    assert_eq!(
        (own.idle_client_timeout, own.max_connections_percent, own.max_idle_connections_percent),
        (900, 80, 50)
    );
    assert_eq!(own.session_pinning_filters.len(), 1);
    assert_says(&it, "init_query unread");
    assert_says(&it, "auth 2 entries");
    assert_says(&it, "aws_db_proxy_endpoint.a READ_WRITE");
    assert!(!says(&it, "aws_db_proxy.b"));
    // CloudFormation halves the maximum where no idle share is given.
    let it = mapped(
        Source::CloudFormation,
        &[
            ("aws_rds_cluster.a", cluster(json!({}))),
            ("aws_db_proxy.a", proxy.clone()),
            ("aws_db_proxy_target.a", target),
            ("aws_db_proxy_default_target_group.a", group),
        ],
    );
    assert_eq!(it.design.proxy.as_ref().unwrap().max_idle_connections_percent, 40);
    let it = with(json!({}), &[("aws_db_proxy.a", proxy), ("aws_db_proxy.b", json!({ "name": "second" }))]);
    assert_says(&it, "target aws_db_proxy.a assumed");
    assert_says(&it, "aws_db_proxy.b second proxy");
}

#[test]
fn several_clusters_are_a_choice() {
    let mut other = cluster(json!({}));
    other["cluster_identifier"] = json!("invoices");
    let all = [("aws_rds_cluster.a", cluster(json!({}))), ("aws_rds_cluster.b", other)];
    let refusal = refused(Source::Terraform, &all);
    assert!(refusal.message.contains("orders, invoices") && refusal.message.contains("--cluster"));
    assert_eq!(
        refusal.choice,
        Some(super::Choice::Cluster(vec!["orders".to_owned(), "invoices".to_owned()]))
    );
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
        let refusal = refused(Source::Terraform, &[("aws_rds_cluster.b", cluster(more.clone()))]);
        assert!(refusal.message.contains(word), "{}", refusal.message);
        let mut odd = cluster(more);
        odd["cluster_identifier"] = json!("odd");
        let it = with(json!({}), &[("aws_rds_cluster.odd", odd)]);
        assert_says(&it, &format!("aws_rds_cluster.odd {word}"));
    }
    assert!(refused(Source::Terraform, &[]).message.contains("no Aurora cluster"));
    let sharded = [
        ("aws_rds_cluster.a", cluster(json!({}))),
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
                cluster(json!({ "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id" })),
            ),
            ("aws_rds_global_cluster.g", json!({ "global_cluster_identifier": "world" })),
            (
                "aws_rds_cluster_instance.eu",
                instance(
                    json!({ "cluster_identifier": "edge:aws_rds_cluster.eu.id", "instance_class": "db.r6g.large" }),
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
        json!({ "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id" }),
        &[("aws_rds_global_cluster.g", json!({ "global_cluster_identifier": "world" }))],
    );
    assert_eq!(it.design.global, None);
    assert_says(&it, "global_cluster_identifier not in the input");
}

#[test]
fn a_global_cluster_gives_engine_and_version_to_its_primary() {
    let mut primary = cluster(json!({ "global_cluster_identifier": "edge:aws_rds_global_cluster.g.id" }));
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
        let it = one(json!({ "tags": tags }));
        assert_eq!(it.design.environment, environment);
        assert_eq!(it.design.tags.keys().map(String::as_str).collect::<Vec<_>>(), kept);
        assert_eq!(says(&it, "blue production"), tags["Environment"] == "blue");
    }
    let it = one(json!({ "tags": { "team": "wait:var.team", "cost": 7 } }));
    assert_eq!(it.design.tags.iter().collect::<Vec<_>>(), [(&"cost".to_owned(), &"7".to_owned())]);
    assert_says(&it, "tags team var.team");
}

#[test]
fn the_providers_tags_come_with_the_clusters() {
    let mut input =
        found(Source::Terraform, &[("aws_rds_cluster.a", cluster(json!({ "tags": { "team": "own" } })))]);
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
        let mut json = cluster(json!({}));
        json["cluster_identifier"] = id;
        let it = mapped(Source::Terraform, &[("aws_rds_cluster.main_db", json)]);
        assert_eq!((it.design.project_name.as_str(), it.design.cluster.name.clone()), ("main-db", None));
        assert_says(&it, "cluster_identifier project_name main-db");
    }
}

#[test]
fn a_region_that_is_not_told_is_us_east_1_with_a_notice() {
    let mut input = found(Source::Terraform, &[("aws_rds_cluster.a", cluster(json!({})))]);
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
                cluster(json!({ "backup_retention_period": 3, "storage_type": "aurora-iopt1" })),
            ),
            ("aws_rds_cluster_instance.a", instance(json!({}))),
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
                cluster(json!({ "backup_retention_period": 9, "master_user_secret": "secret:" })),
            ),
            (
                "aws_rds_cluster_instance.orders-1",
                instance(json!({ "cluster_identifier": "orders", "promotion_tier": 5 })),
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
fn what_has_no_place_in_a_design_is_named() {
    let it = one(json!({
        "snapshot_identifier": "snap", "iam_roles": ["arn:aws:iam::111122223333:role/x"], "domain": "d-1",
        "network_type": "DUAL", "enable_local_write_forwarding": true, "replication_source_identifier": "arn:x",
        "restore_to_point_in_time": { }, "cluster_identifier_prefix": "orders-",
    }));
    for name in [
        "snapshot_identifier",
        "iam_roles",
        "domain",
        "network_type DUAL",
        "enable_local_write_forwarding",
        "replication_source_identifier",
        "restore_to_point_in_time",
        "cluster_identifier_prefix",
    ] {
        assert_says(&it, &format!("main.tf {name} no place"));
    }
    let quiet =
        one(json!({ "snapshot_identifier": null, "iam_roles": [], "domain": "", "network_type": "IPV4" }));
    assert!(!quiet.notices.iter().any(|it| it.text.contains("no place")));
    let beside = with(
        json!({}),
        &[
            ("aws_rds_cluster_endpoint.reports", json!({ "cluster_identifier": "orders" })),
            (
                "aws_rds_cluster_role_association.s3",
                json!({ "db_cluster_identifier": "edge:aws_rds_cluster.a.id" }),
            ),
            (
                "aws_appautoscaling_target.a",
                json!({ "resource_id": "cluster:orders", "service_namespace": "rds" }),
            ),
            (
                "aws_appautoscaling_target.ecs",
                json!({ "resource_id": "service/x", "service_namespace": "ecs" }),
            ),
        ],
    );
    for address in [
        "aws_rds_cluster_endpoint.reports",
        "aws_rds_cluster_role_association.s3",
        "aws_appautoscaling_target.a",
    ] {
        assert_says(&beside, address);
    }
    assert!(!says(&beside, "appautoscaling_target.ecs"));
}

#[test]
fn an_instance_parameter_group_is_named_with_its_parameters_and_no_value() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", cluster(json!({}))),
            (
                "aws_rds_cluster_instance.writer",
                instance(
                    json!({ "db_parameter_group_name": "edge:aws_db_parameter_group.a.name", "ca_cert_identifier": "rds-ca-ecc384-g1" }),
                ),
            ),
            (
                "aws_rds_cluster_instance.b",
                instance(json!({ "db_parameter_group_name": "edge:aws_db_parameter_group.a.name" })),
            ),
            ("aws_db_parameter_group.a", json!({ "name": "a", "parameter": [{ "name": "work_mem" }] })),
        ],
    );
    assert_says(&it, "main.tf:203 db_parameter_group_name work_mem");
    assert_says(&it, "ca_cert_identifier rds-ca-ecc384-g1");
    assert_eq!(it.notices.iter().filter(|it| it.text.contains("work_mem")).count(), 1);
}

#[test]
fn what_describe_output_cannot_tell_is_said_once() {
    let it = mapped(
        Source::Describe,
        &[
            (
                "aws_rds_cluster.a",
                cluster(
                    json!({ "status": "stopped", "pending_modified_values": { "engine_version": "17.5" }, "vpc_networking_enabled": false }),
                ),
            ),
            ("aws_rds_cluster_instance.a", instance(json!({ "status": "rebooting" }))),
        ],
    );
    assert_says(&it, "alarms log_retention_days final_snapshot aws_backup rotation_days");
    assert_says(&it, "stopped");
    assert_says(&it, "rebooting");
    assert_says(&it, "PendingModifiedValues");
    assert_says(&it, "VPCNetworkingEnabled false");
    let cluster = &it.design.cluster;
    assert!(cluster.alarms.enabled && cluster.final_snapshot && cluster.log_retention_days == 365);
}

#[test]
fn a_taken_setting_tells_its_path_and_its_line() {
    let it = one(json!({ "backup_retention_period": 3 }));
    let taken = it.taken.iter().find(|it| it.path == "resources[0].config.backup_retention").unwrap();
    assert_eq!(taken.place, Place::line("main.tf", 101));
}

#[test]
fn a_design_out_of_an_import_is_read_back_from_its_spec() {
    let it = one(
        json!({ "tags": { "team": "a" }, "storage_encrypted": true, "kms_key_id": "arn:aws:kms:eu-west-1:1:key/1" }),
    );
    assert_eq!(yaml::read(&yaml::write(&it.design)).unwrap().design, it.design);
}
