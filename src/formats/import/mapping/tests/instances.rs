//! Who writes, in which order, where, and what instances share.

use serde_json::json;

use super::*;

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
            ("aws_rds_cluster.a", cluster(&json!({}))),
            ("aws_rds_cluster_instance.writer", instance(&json!({}))),
            ("aws_rds_cluster_instance.b", instance(&json!({ "identifier": "orders-2" }))),
        ];
        assert_eq!(tiers(&mapped(source, &all).design), [tier, tier], "{source:?}");
    }
}

#[test]
fn a_range_without_serverless_instances_has_no_effect() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", cluster(&json!({}))),
            ("aws_rds_cluster_instance.a", instance(&json!({ "instance_class": "db.t4g.medium" }))),
        ],
    );
    assert_says(&it, "serverlessv2_scaling_configuration no effect");
}

#[test]
fn the_writer_is_told_named_lowest_or_first() {
    let writer = |all: &[(&str, Json)]| {
        let mut resources = vec![("aws_rds_cluster.a", cluster(&json!({})))];
        resources.extend(all.iter().cloned());
        let it = mapped(Source::Terraform, &resources);
        (it.instances[0].clone().unwrap(), says(&it, "writer taken"))
    };
    let named = |name: &str, more: Json| {
        let mut json = instance(&more);
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
fn a_zone_is_the_letter_after_the_regions_name() {
    let zone = |text: &str| {
        let it = mapped(
            Source::Terraform,
            &[
                ("aws_rds_cluster.a", cluster(&json!({}))),
                ("aws_rds_cluster_instance.a", instance(&json!({ "availability_zone": text }))),
            ],
        );
        (it.design.cluster.writer.availability_zone.map(Zone::letter), says(&it, "availability_zone zone"))
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
            ("aws_rds_cluster.a", cluster(&json!({}))),
            (
                "aws_rds_cluster_instance.writer",
                instance(
                    &json!({ "monitoring_interval": 30, "performance_insights_enabled": true, "publicly_accessible": false }),
                ),
            ),
            (
                "aws_rds_cluster_instance.b",
                instance(&json!({ "auto_minor_version_upgrade": false, "publicly_accessible": true })),
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
    let it = one(&json!({
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
        one(&json!({ "performance_insights_enabled": false, "performance_insights_retention_period": 0 }));
    let insights = it.design.cluster.performance_insights;
    assert_eq!((insights.enabled, insights.retention_days), (false, 7));
}

#[test]
fn an_instance_of_another_cluster_is_none_of_ours() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster_instance.a[0]", instance(&json!({}))),
            ("aws_rds_cluster_instance.other", instance(&json!({ "cluster_identifier": "invoices" }))),
            ("aws_rds_cluster_instance.b", instance(&json!({ "cluster_identifier": "orders" }))),
            ("aws_rds_cluster.a[0]", cluster(&json!({}))),
        ],
    );
    assert_eq!(it.design.cluster.readers.len(), 1);
}

#[test]
fn an_instance_that_does_not_tell_its_cluster_is_taken_with_a_notice() {
    let it = mapped(
        Source::Terraform,
        &[
            ("aws_rds_cluster.a", cluster(&json!({}))),
            ("aws_rds_cluster_instance.a", instance(&json!({ "cluster_identifier": "wait:var.cluster" }))),
        ],
    );
    assert_says(&it, "aws_rds_cluster_instance.a does not tell its cluster");
    let it = mapped(Source::Terraform, &[("aws_rds_cluster.a", cluster(&json!({})))]);
    assert!(it.design.cluster.readers.is_empty());
    assert_says(&it, "no instance");
}
