//! What stands beside the cluster: proxy, alarms, logs, backups; and what has no place.

use serde_json::json;

use super::*;

#[test]
fn an_own_secret_rotates_in_days_or_at_a_rate() {
    let of = |rules: Json| {
        with(
            &json!({ "master_password": "secret:" }),
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
        &json!({ "manage_master_user_password": true }),
        &[(
            "aws_secretsmanager_secret_rotation.a",
            json!({ "rotation_rules": { "automatically_after_days": 30 } }),
        )],
    );
    assert_eq!(managed.design.cluster.rotation_days, None);
}

#[test]
fn logs_of_no_engine_are_dropped_by_name() {
    let it = one(&json!({ "enabled_cloudwatch_logs_exports": ["postgresql", "upgrade", "slowquery"] }));
    assert_eq!(it.design.log_exports(), LogExport::Postgresql);
    assert_says(&it, "enabled_cloudwatch_logs_exports upgrade");
    assert_says(&it, "enabled_cloudwatch_logs_exports slowquery");
}

#[test]
fn logs_are_kept_as_long_as_their_shortest_group_or_for_ever() {
    let exports = json!({ "enabled_cloudwatch_logs_exports": ["postgresql", "instance"] });
    let of = |groups: &[(&str, Json)]| with(&exports, groups);
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
    assert_eq!(one(&json!({})).design.cluster.log_retention_days, 365);
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
        let it = with(&json!({}), &all);
        assert_eq!(
            (it.design.cluster.alarms.enabled, it.design.cluster.alarms.notify_email.as_deref()),
            (true, Some("a@example.com"))
        );
        assert_says(&it, "main.tf:600 alarm threshold cpu");
    }
    let other = with(
        &json!({}),
        &[("aws_cloudwatch_metric_alarm.cpu", alarm(json!({ "DBClusterIdentifier": "invoices" })))],
    );
    assert!(!other.design.cluster.alarms.enabled);
    let query = json!({ "metric_query": [{ "metric": [{ "namespace": "AWS/RDS", "dimensions": { "DBClusterIdentifier": "orders" } }] }] });
    assert!(with(&json!({}), &[("aws_cloudwatch_metric_alarm.q", query)]).design.cluster.alarms.enabled);
}

#[test]
fn a_backup_selection_holds_the_cluster_by_arn_or_tag() {
    for selection in [
        json!({ "resources": ["edge:aws_rds_cluster.a.arn"] }),
        json!({ "resources": ["arn:aws:rds:eu-west-1:111122223333:cluster:orders"] }),
        json!({ "selection_tag": [{ "type": "STRINGEQUALS", "key": "backup", "value": "daily" }] }),
    ] {
        let it = with(&json!({ "tags": { "backup": "daily" } }), &[("aws_backup_selection.a", selection)]);
        assert!(it.design.cluster.aws_backup);
        assert_says(&it, "aws_backup plan vault");
    }
    let other = json!({ "resources": ["arn:aws:rds:eu-west-1:111122223333:cluster:invoices"] });
    assert!(!with(&json!({}), &[("aws_backup_selection.a", other)]).design.cluster.aws_backup);
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
        &json!({}),
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
            ("aws_rds_cluster.a", cluster(&json!({}))),
            ("aws_db_proxy.a", proxy.clone()),
            ("aws_db_proxy_target.a", target),
            ("aws_db_proxy_default_target_group.a", group),
        ],
    );
    assert_eq!(it.design.proxy.as_ref().unwrap().max_idle_connections_percent, 40);
    let it = with(&json!({}), &[("aws_db_proxy.a", proxy), ("aws_db_proxy.b", json!({ "name": "second" }))]);
    assert_says(&it, "target aws_db_proxy.a assumed");
    assert_says(&it, "aws_db_proxy.b second proxy");
}

#[test]
fn what_has_no_place_in_a_design_is_named() {
    let it = one(&json!({
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
        one(&json!({ "snapshot_identifier": null, "iam_roles": [], "domain": "", "network_type": "IPV4" }));
    assert!(!quiet.notices.iter().any(|it| it.text.contains("no place")));
    let beside = with(
        &json!({}),
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
            ("aws_rds_cluster.a", cluster(&json!({}))),
            (
                "aws_rds_cluster_instance.writer",
                instance(
                    &json!({ "db_parameter_group_name": "edge:aws_db_parameter_group.a.name", "ca_cert_identifier": "rds-ca-ecc384-g1" }),
                ),
            ),
            (
                "aws_rds_cluster_instance.b",
                instance(&json!({ "db_parameter_group_name": "edge:aws_db_parameter_group.a.name" })),
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
                    &json!({ "status": "stopped", "pending_modified_values": { "engine_version": "17.5" }, "vpc_networking_enabled": false }),
                ),
            ),
            ("aws_rds_cluster_instance.a", instance(&json!({ "status": "rebooting" }))),
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
