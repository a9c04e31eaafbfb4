//! The cluster's own settings, credentials, key and parameters.

use serde_json::json;

use super::*;

#[test]
fn what_terraform_leaves_out_is_what_the_provider_makes_of_it() {
    let design = one(&json!({})).design;
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
fn what_cannot_be_resolved_keeps_the_specs_default_and_says_what_it_waits_for() {
    let it = one(&json!({
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
    let it = one(&json!({ "backup_retention_period": "many", "preferred_backup_window": "noon" }));
    assert_eq!(
        (it.design.cluster.backup_retention, it.design.cluster.backup_window.to_string()),
        (7, "03:00-04:00".to_owned())
    );
    assert_says(&it, "backup_retention_period no value 7");
    assert_says(&it, "preferred_backup_window no value");
}

#[test]
fn texts_that_are_numbers_and_truths_are_read_as_such() {
    let it = one(&json!({
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
        one(&json!({ "serverlessv2_scaling_configuration": { "min_capacity": 1.2, "max_capacity": 0.5 } }));
    assert_eq!((it.design.cluster.min_capacity, it.design.cluster.max_capacity), (Acu::halves(3), Acu::HALF));
    assert_says(&it, "min_capacity half 1.5");
}

#[test]
fn the_seconds_until_a_pause_count_only_where_it_pauses() {
    let seconds = |min: f64| {
        let it = one(
            &json!({ "serverlessv2_scaling_configuration": { "min_capacity": min, "max_capacity": 8, "seconds_until_auto_pause": 900 } }),
        );
        it.design.cluster.seconds_until_auto_pause
    };
    assert_eq!((seconds(0.0), seconds(1.0)), (Some(900), None));
}

#[test]
fn a_cluster_without_a_range_gets_the_usual_one_and_says_so() {
    let mut json = cluster(&json!({}));
    json.as_object_mut().unwrap().remove("serverlessv2_scaling_configuration");
    let provisioned = instance(&json!({ "instance_class": "db.r6g.large" }));
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
fn a_version_keeps_its_form_and_a_number_loses_its_zero() {
    for (version, kept) in
        [(json!("16"), "16"), (json!("16.8"), "16.8"), (json!(16), "16"), (json!(15.4), "15.4")]
    {
        let it = one(&json!({ "engine_version": version }));
        assert_eq!(it.design.engine_version(), kept);
    }
    let number =
        Argument { value: Value::Number("15.10".to_owned()), place: Place::file("main.tf"), written: None };
    let mut input = found(Source::CloudFormation, &[("aws_rds_cluster.a", cluster(&json!({})))]);
    input.resources[0].body.arguments.insert("engine_version".to_owned(), number);
    let it = map(&input, &Options::default()).unwrap();
    assert_eq!(it.design.engine_version(), "15.1");
    assert_says(&it, "EngineVersion 15.1 zero quote");
}

#[test]
fn a_version_that_is_left_out_is_ours_and_said() {
    let it = one(&json!({ "engine_version": null }));
    assert_eq!(it.design.engine_version(), "17.7");
    assert_says(&it, "main.tf:100 engine_version 17.7");
}

#[test]
fn a_state_tells_the_version_that_runs() {
    for (actual, taken) in [("16.11", "16.11"), ("17.4", "16")] {
        let json = cluster(&json!({ "engine_version": "16", "engine_version_actual": actual }));
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
        let it = one(&json!({ "engine": engine, "engine_version": version }));
        assert_eq!(it.design.cluster.force_tls, forced, "{version}");
    }
    let group = |value: Json| {
        let parameters = json!({
            "name": "orders",
            "parameter": [{ "name": "rds.force_ssl", "value": value }, { "name": "work_mem", "value": 64 }],
        });
        with(
            &json!({ "db_cluster_parameter_group_name": "edge:aws_rds_cluster_parameter_group.a.name" }),
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
    let it = one(&json!({ "db_cluster_parameter_group_name": "shared" }));
    assert_says(&it, "main.tf:103 db_cluster_parameter_group_name shared force_tls false");
    let it = one(&json!({ "db_cluster_parameter_group_name": "default.aurora-postgresql16" }));
    assert!(!says(&it, "db_cluster_parameter_group_name"));
}

#[test]
fn a_password_makes_a_secret_of_ones_own_and_is_never_said() {
    let it = one(&json!({ "master_password": "secret:" }));
    assert_eq!(it.design.cluster.credentials, Credentials::SecretsManager);
    assert_says(&it, "master_password never read secrets_manager");
    let it = one(&json!({ "manage_master_user_password": true, "master_password": "secret:" }));
    assert_eq!(it.design.cluster.credentials, Credentials::Managed);
    let it = one(&json!({ "manage_master_user_password": "wait:var.managed", "master_password": "secret:" }));
    assert_eq!(it.design.cluster.credentials, Credentials::SecretsManager);
    assert_eq!(one(&json!({})).design.cluster.credentials, Credentials::Managed);
}

#[test]
fn describe_output_without_a_secret_means_a_password_of_ones_own() {
    let of = |more| mapped(Source::Describe, &[("aws_rds_cluster.a", cluster(&more))]);
    let it = of(json!({}));
    assert_eq!(it.design.cluster.credentials, Credentials::SecretsManager);
    assert_says(&it, "MasterUserSecret password");
    assert_eq!(
        of(json!({ "master_user_secret": "secret:" })).design.cluster.credentials,
        Credentials::Managed
    );
}

#[test]
fn a_key_is_an_arn_a_made_one_or_aws_own() {
    let arn = "arn:aws:kms:eu-west-1:111122223333:key/1";
    let key = |id: Json, beside: &[(&str, Json)]| {
        with(&json!({ "storage_encrypted": true, "kms_key_id": id }), beside)
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
fn states_and_answers_are_ordered_by_identifier_files_as_they_stand() {
    let order = |source| {
        let all = [
            ("aws_rds_cluster.a", cluster(&json!({}))),
            ("aws_rds_cluster_instance.z", instance(&json!({ "identifier": "z", "writer": true }))),
            ("aws_rds_cluster_instance.y", instance(&json!({ "identifier": "y" }))),
            ("aws_rds_cluster_instance.x", instance(&json!({ "identifier": "x" }))),
        ];
        mapped(source, &all).instances.into_iter().flatten().collect::<Vec<_>>()
    };
    assert_eq!(order(Source::Terraform), ["z", "y", "x"]);
    assert_eq!(order(Source::State), ["z", "x", "y"]);
}

#[test]
fn backtrack_is_in_seconds_there_and_in_hours_here() {
    let it = one(&json!({ "engine": "aurora-mysql", "backtrack_window": 5000 }));
    assert_eq!(it.design.cluster.backtrack_hours, 2);
    assert_says(&it, "backtrack_window 5000 2 hours");
    assert_eq!(one(&json!({ "backtrack_window": 86400 })).design.cluster.backtrack_hours, 24);
}
