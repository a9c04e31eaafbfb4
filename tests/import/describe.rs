//! Describe output: every way to print it, and what must be said of what runs.

use aurora_designer::formats::import::Import;
use aurora_designer::formats::yaml;

use super::common::{assert_says, case, folder, notices, of};

/// A cluster with two members, and further fields.
fn cluster(more: &str) -> String {
    format!(
        "{{\"DBClusterIdentifier\": \"till\", \"Engine\": \"aurora-postgresql\", \"EngineVersion\": \"16.11\",
        \"DBClusterArn\": \"arn:aws:rds:eu-west-2:111122223333:cluster:till\", \"DatabaseName\": \"till\", \"MasterUsername\": \"clerk\",
        \"ServerlessV2ScalingConfiguration\": {{\"MinCapacity\": 0.5, \"MaxCapacity\": 16.0}},
        \"DBClusterMembers\": [{{\"DBInstanceIdentifier\": \"till-1\", \"IsClusterWriter\": false, \"PromotionTier\": 2}},
        {{\"DBInstanceIdentifier\": \"till-2\", \"IsClusterWriter\": true, \"PromotionTier\": 0}}]{more}}}"
    )
}

fn spec(files: &[(&str, &str)]) -> (Import, String) {
    let import = of(files).unwrap();
    let spec = yaml::write(&import.design);
    (import, spec)
}

#[test]
fn the_given_answers_are_the_same_as_yaml() {
    let expected =
        std::fs::read_to_string(case("describe-clusters-instances").join("../expected.yaml")).unwrap();
    let inputs: Vec<(String, String)> = folder(&case("describe-clusters-instances"))
        .into_iter()
        .map(|input| {
            let json: serde_json::Value = serde_json::from_slice(&input.bytes).unwrap();
            (input.name.replace("json", "yaml"), serde_yaml::to_string(&json).unwrap())
        })
        .collect();
    let files: Vec<(&str, &str)> = inputs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(spec(&files).1, expected);
}

#[test]
fn members_stand_in_for_instances_that_are_not_described() {
    let (import, spec) = spec(&[("c.json", &cluster(""))]);
    assert!(spec.contains("promotion_tier: 2"), "{spec}");
    // What nobody tells keeps the spec's default, which is on and not written.
    assert!(!spec.contains("performance_insights") && !spec.contains("enhanced_monitoring"), "{spec}");
    assert_says(&import, "c.json till DBClusterMembers describe-db-instances");
}

#[test]
fn what_the_answer_leaves_out_is_unknown_not_off() {
    let (_, spec) = spec(&[("c.json", &cluster(""))]);
    for key in ["deletion_protection", "iam_database_authentication", "storage_type"] {
        assert!(!spec.contains(key), "{key} in\n{spec}");
    }
    let off = cluster(
        ", \"DeletionProtection\": false, \"IAMDatabaseAuthenticationEnabled\": false, \"BackupRetentionPeriod\": 3",
    );
    let (_, off) = self::spec(&[("c.json", &off)]);
    for line in ["deletion_protection: false", "iam_database_authentication: false", "backup_retention: 3"] {
        assert!(off.contains(line), "{line} not in\n{off}");
    }
}

#[test]
fn what_has_no_place_in_a_design_is_said() {
    let more = ", \"Status\": \"stopped\", \"VPCNetworkingEnabled\": false, \"NetworkType\": \"DUAL\", \"LocalWriteForwardingStatus\": \"enabled\",
        \"ActivityStreamStatus\": \"started\", \"AssociatedRoles\": [{\"RoleArn\": \"x\", \"FeatureName\": \"s3Import\"}],
        \"PendingModifiedValues\": {\"MasterUserPassword\": \"****\"}, \"CustomEndpoints\": [\"x\"]";
    let (import, _) = spec(&[("c.json", &cluster(more))]);
    for words in [
        "till stopped",
        "VPCNetworkingEnabled",
        "NetworkType DUAL",
        "LocalWriteForwardingStatus",
        "activity_stream",
        "AssociatedRoles",
        "PendingModifiedValues till",
    ] {
        assert_says(&import, words);
    }
    assert!(!notices(&import).concat().contains("****"));
}

#[test]
fn clusters_of_other_engines_are_named_and_left_out() {
    let other = |name: &str, engine: &str, more: &str| {
        format!("{{\"DBClusterIdentifier\": \"{name}\", \"Engine\": \"{engine}\"{more}}}")
    };
    let all = [
        cluster(""),
        other("docs", "docdb", ""),
        other(
            "graph",
            "neptune",
            ", \"ServerlessV2ScalingConfiguration\": {\"MinCapacity\": 1.0, \"MaxCapacity\": 8.0}",
        ),
        other("three", "postgres", ", \"DBClusterInstanceClass\": \"db.m6gd.large\""),
        other(
            "first",
            "aurora-mysql",
            ", \"EngineMode\": \"serverless\", \"ScalingConfigurationInfo\": {\"MinCapacity\": 1}",
        ),
    ];
    let (import, _) = spec(&[("c.json", &format!("{{\"DBClusters\": [{}]}}", all.join(", ")))]);
    assert_eq!(import.clusters, ["till"]);
    for name in ["docs docdb", "graph neptune", "three Multi-AZ", "first v1"] {
        assert_says(&import, name);
    }
}

#[test]
fn parameters_of_a_group_decide_on_tls() {
    let own = cluster(", \"DBClusterParameterGroup\": \"till-16\"");
    let parameters = r#"{"Parameters": [{"ParameterName": "rds.force_ssl", "ParameterValue": "1", "Source": "user"},
        {"ParameterName": "work_mem", "ParameterValue": "65536", "Source": "user"}, {"ParameterName": "port", "ParameterValue": "1", "Source": "engine-default"}]}"#;
    let (_, with) = spec(&[("c.json", &own), ("p.json", parameters)]);
    assert!(
        with.contains("work_mem: \"65536\"") && !with.contains("force_tls") && !with.contains(" port:"),
        "{with}"
    );
    let (import, without) = spec(&[("c.json", &own)]);
    assert!(without.contains("force_tls: false"), "{without}");
    assert_says(&import, "DBClusterParameterGroup till-16");
}

#[test]
fn an_account_number_or_an_arn_of_a_secret_is_told_nobody() {
    let more = ", \"MasterUserSecret\": {\"SecretArn\": \"arn:aws:secretsmanager:eu-west-2:111122223333:secret:MARKER\"}, \"Endpoint\": \"MARKER\"";
    let (import, spec) = spec(&[("c.json", &cluster(more))]);
    let out = format!("{spec}{}", notices(&import).concat());
    assert!(!out.contains("MARKER") && !out.contains("111122223333"), "{out}");
    assert!(!spec.contains("credentials"), "{spec}");
}

#[test]
fn the_next_page_is_asked_for() {
    let text = format!("{{\"DBClusters\": [{}], \"NextToken\": \"MARKER\"}}", cluster(""));
    let (import, _) = spec(&[("c.json", &text)]);
    assert_says(&import, "c.json NextToken more pages");
    assert!(!notices(&import).concat().contains("MARKER"));
}
