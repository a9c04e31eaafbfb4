//! Templates as people have them: what each construct becomes in the spec, and what must be said of it.

use aurora_designer::formats::yaml;

use super::common::{assert_says, notices, of};

/// A template of a head, properties of the cluster (each on a line) and further resources.
fn template(head: &str, properties: &[&str], more: &str) -> String {
    let properties: String = properties.iter().fold(String::new(), |text, it| format!("{text}      {it}\n"));
    format!(
        "{head}Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-postgresql\n{properties}  \
         Writer:\n    Type: AWS::RDS::DBInstance\n    Properties: {{DBClusterIdentifier: !Ref Db, DBInstanceClass: db.serverless}}\n{more}"
    )
}

#[track_caller]
fn check(text: &str, wanted: &[&str], said: &[&str]) {
    let import = of(&[("t.yaml", text)]).unwrap();
    let spec = yaml::write(&import.design);
    for line in wanted {
        let is_there = spec.contains(line);
        assert!(is_there, "{line} is not in\n{spec}\n{:#?}", notices(&import));
    }
    for words in said {
        assert_says(&import, words);
    }
}

#[test]
fn numbers_and_switches_may_be_texts() {
    let text = template(
        "",
        &[
            "ServerlessV2ScalingConfiguration: {MinCapacity: '0.5', MaxCapacity: \"8\"}",
            "StorageEncrypted: 'true'",
            "EnableHttpEndpoint: Yes",
            "DeletionProtection: on",
            "BackupRetentionPeriod: '9'",
        ],
        "",
    );
    let wanted = [
        "min_capacity: 0.5",
        "max_capacity: 8\n",
        "encryption: true",
        "data_api: true",
        "backup_retention: 9",
    ];
    check(&text, &wanted, &[]);
}

#[test]
fn what_is_left_out_is_cloudformations_own() {
    let wanted = [
        "backup_retention: 1\n",
        "encryption: false",
        "iam_database_authentication: false",
        "deletion_protection: false",
        "log_exports: []",
        "promotion_tier: 1",
        "enabled: false",
        "enhanced_monitoring_seconds: 0",
    ];
    check(
        &template("", &[], ""),
        &wanted,
        &["t.yaml:2 DBClusterIdentifier", "t.yaml:2 EngineVersion", "t.yaml:2 DatabaseName", "us-east-1"],
    );
}

#[test]
fn an_unquoted_version_is_a_number() {
    check(
        &template("", &["EngineVersion: 16.10"], ""),
        &["engine_version: \"16.1\""],
        &["t.yaml:6 EngineVersion zero"],
    );
}

#[test]
fn a_deletion_policy_decides_on_the_last_snapshot() {
    let with = |policy: &str| {
        template("", &[], "").replace(
            "    Properties:\n      Engine",
            &format!("    DeletionPolicy: {policy}\n    Properties:\n      Engine"),
        )
    };
    check(&with("Delete"), &["final_snapshot: false"], &[]);
    let import = of(&[("t.yaml", &with("Retain"))]).unwrap();
    assert!(!yaml::write(&import.design).contains("final_snapshot"));
    assert_says(&import, "t.yaml:4 DeletionPolicy");
}

#[test]
fn an_unknown_condition_keeps_the_default_and_says_why() {
    let head = "Parameters:\n  Stage: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\n";
    let text = template(head, &["BackupRetentionPeriod: !If [IsProd, 35, 7]"], "");
    let import = of(&[("t.yaml", &text)]).unwrap();
    assert!(yaml::write(&import.design).contains("backup_retention: 7\n"));
    assert_says(&import, "t.yaml:10 BackupRetentionPeriod IsProd Stage");
    // A file of parameters beside it decides.
    let values = "[{\"ParameterKey\": \"Stage\", \"ParameterValue\": \"prod\"}]";
    let import = of(&[("t.yaml", &text), ("prod.json", values)]).unwrap();
    assert!(yaml::write(&import.design).contains("backup_retention: 35"));
}

#[test]
fn mappings_follow_the_region_that_a_zone_tells() {
    let head = "Mappings:\n  Size:\n    eu-west-1: {Max: 24}\n";
    let text = template(
        head,
        &[
            "AvailabilityZones: [eu-west-1a, eu-west-1b]",
            "ServerlessV2ScalingConfiguration: {MinCapacity: 1, MaxCapacity: !FindInMap [Size, !Ref 'AWS::Region', Max]}",
        ],
        "",
    );
    check(&text, &["region: eu-west-1", "max_capacity: 24"], &[]);
}

#[test]
fn other_stacks_and_zones_are_unresolved() {
    let more = "  Group: {Type: AWS::RDS::DBSubnetGroup, Properties: {SubnetIds: [!ImportValue net-a, !ImportValue net-b]}}\n";
    check(
        &template("", &["DBSubnetGroupName: !Ref Group"], more),
        &["vpc: existing"],
        &["t.yaml:10 SubnetIds net-a"],
    );
}

#[test]
fn a_made_vpc_is_created_with_its_range() {
    let more = "  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Range}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.9.0.0/24, AvailabilityZone: eu-west-3a}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.9.1.0/24, AvailabilityZone: eu-west-3b}}
  Group: {Type: AWS::RDS::DBSubnetGroup, Properties: {SubnetIds: [!Ref A, !Ref B]}}\n";
    let head = "Parameters:\n  Range: {Type: String, Default: 10.9.0.0/16}\n";
    check(
        &template(head, &["DBSubnetGroupName: !Ref Group"], more),
        &["cidr: 10.9.0.0/16", "region: eu-west-3"],
        &[],
    );
}

#[test]
fn clients_are_literal_groups_on_the_clusters_port() {
    let more = "  Own:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: sg-0a1b2c3d4e5f60718}
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-0b1c2d3e4f5061728}
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !GetAtt Own.GroupId, IpProtocol: tcp, FromPort: !GetAtt Db.Endpoint.Port, ToPort: !GetAtt Db.Endpoint.Port, SourceSecurityGroupId: sg-0c1d2e3f405162738}
";
    let text = template("", &["VpcSecurityGroupIds: [!Ref Own]"], more);
    check(&text, &["- sg-0a1b2c3d4e5f60718", "- sg-0c1d2e3f405162738"], &["t.yaml:16 CidrIp Own"]);
    let spec = yaml::write(&of(&[("t.yaml", &text)]).unwrap().design);
    assert!(!spec.contains("sg-0b1c2d3e4f5061728"));
}

#[test]
fn a_managed_password_and_a_key_of_the_template() {
    let text = template(
        "",
        &[
            "ManageMasterUserPassword: true",
            "MasterUsername: captain",
            "StorageEncrypted: true",
            "KmsKeyId: !Ref Key",
        ],
        "  Key: {Type: AWS::KMS::Key}\n",
    );
    let import = of(&[("t.yaml", &text)]).unwrap();
    let spec = yaml::write(&import.design);
    // Both are the spec's defaults.
    assert!(
        spec.contains("master_username: captain")
            && !spec.contains("credentials")
            && !spec.contains("kms_key"),
        "{spec}"
    );
}

#[test]
fn an_old_proxy_key_is_named_and_half_of_the_maximum_stays_idle() {
    let more = "  Pool:
    Type: AWS::RDS::DBProxy
    Properties: {DBProxyName: pool, EngineFamily: POSTGRESQL, Auth: [{IAMAuth: REQUIRED}, {IAMAuth: DISABLED}]}
  Group:
    Type: AWS::RDS::DBProxyTargetGroup
    Properties:
      DBProxyName: !Ref Pool
      DBClusterIdentifiers: [!Ref Db]
      ConnectionPoolConfig: {MaxConnectionsPercent: 10}
      ConnectionPoolConfigurationInfo: {MaxConnectionsPercent: 70, InitQuery: SET x=MARKER}
  Ro: {Type: AWS::RDS::DBProxyEndpoint, Properties: {DBProxyName: !Ref Pool, DBProxyEndpointName: ro, TargetRole: READ_ONLY}}
";
    let text = template("", &[], more);
    let wanted = [
        "name: pool",
        "require_tls: false",
        "iam_auth: REQUIRED",
        "max_connections_percent: 70",
        "max_idle_connections_percent: 35",
        "read_only_endpoint: true",
    ];
    check(
        &text,
        &wanted,
        &["t.yaml:17 ConnectionPoolConfig ConnectionPoolConfigurationInfo", "InitQuery", "pool Auth 2"],
    );
    let import = of(&[("t.yaml", &text)]).unwrap();
    assert!(!notices(&import).concat().contains("MARKER"));
}

#[test]
fn rotation_is_in_days_or_a_rate() {
    let with = |rules: &str| {
        let more = format!(
            "  S: {{Type: AWS::SecretsManager::Secret}}\n  R: {{Type: AWS::SecretsManager::RotationSchedule, Properties: {{SecretId: !Ref S, RotationRules: {rules}}}}}\n"
        );
        template("", &["MasterUserPassword: '{{resolve:secretsmanager:x:SecretString:password}}'"], &more)
    };
    check(&with("{AutomaticallyAfterDays: 45}"), &["rotation_days: 45", "credentials: secrets_manager"], &[]);
    check(&with("{ScheduleExpression: rate(10 days)}"), &["rotation_days: 10"], &[]);
    check(
        &with("{ScheduleExpression: cron(0 4 1 * ? *)}"),
        &["credentials: secrets_manager"],
        &["ScheduleExpression"],
    );
}

#[test]
fn provisioned_classes_become_serverless_ones() {
    let more = "  Reader: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Db, DBInstanceClass: db.r6g.large, PromotionTier: 3}}\n";
    check(
        &template("", &[], more),
        &["- type: reader", "promotion_tier: 3"],
        &["t.yaml:9 Reader db.r6g.large"],
    );
}

#[test]
fn one_of_several_clusters_must_be_chosen() {
    let more = "  Other: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql, DBClusterIdentifier: other}}\n";
    let refusal = of(&[("t.yaml", &template("", &["DBClusterIdentifier: first"], more))]).unwrap_err();
    assert!(refusal.to_string().contains("other") && refusal.to_string().contains("first"), "{refusal}");
}

#[test]
fn a_global_database_of_two_templates() {
    let primary = template(
        "",
        &[
            "DBClusterIdentifier: home",
            "AvailabilityZones: [eu-west-1a]",
            "GlobalClusterIdentifier: !Ref World",
        ],
        "  World: {Type: AWS::RDS::GlobalCluster, Properties: {GlobalClusterIdentifier: world, Engine: aurora-postgresql}}\n",
    );
    let primary = primary.replace(
        "      Engine: aurora-postgresql\n",
        "      Engine: aurora-postgresql\n      MasterUsername: captain\n",
    );
    let secondary = template(
        "",
        &[
            "DBClusterIdentifier: away",
            "AvailabilityZones: [us-west-2a]",
            "GlobalClusterIdentifier: world",
            "EnableGlobalWriteForwarding: true",
        ],
        "",
    );
    let import = of(&[("a.yaml", &primary), ("b.yaml", &secondary)]).unwrap();
    let spec = yaml::write(&import.design);
    for line in
        ["region: eu-west-1", "name: world", "- region: us-west-2", "write_forwarding: true", "readers: 1"]
    {
        let is_there = spec.contains(line) || line == "readers: 1" && !spec.contains("readers:");
        assert!(is_there, "{line} is not in\n{spec}\n{:#?}", notices(&import));
    }
}

#[test]
fn resources_alone_are_enough_in_json_too() {
    let json = "{\"Db\": {\"Type\": \"AWS::RDS::DBCluster\", \"Properties\": {\"Engine\": \"aurora-mysql\", \"DBClusterIdentifier\": \"solo\"}}}";
    let import = of(&[("piece.json", json)]).unwrap();
    assert!(yaml::write(&import.design).contains("name: solo"));
    let page = format!("# Ours\n\n```json\n{json}\n```\n");
    let import = of(&[("page.md", &page)]).unwrap();
    assert!(yaml::write(&import.design).contains("name: solo"));
}
