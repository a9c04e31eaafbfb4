//! What the reader of templates gives.

use std::collections::BTreeMap;

use aurora_designer::formats::import::cloudformation::read;
use aurora_designer::formats::import::{Argument, Edge, Found, Input, Resource, Value};

use super::functions::HEAD;

fn input(name: &str, text: impl Into<String>) -> Input {
    Input { name: name.to_owned(), bytes: text.into().into_bytes() }
}

fn found(texts: &[(&str, &str)]) -> Found {
    let inputs: Vec<Input> = texts.iter().map(|(name, text)| input(name, *text)).collect();
    read(&inputs.iter().collect::<Vec<_>>()).unwrap()
}

pub(crate) fn one(text: &str) -> Found {
    found(&[("t.yaml", text)])
}

pub(crate) fn of<'a>(found: &'a Found, kind: &str) -> Vec<&'a Resource> {
    found.resources.iter().filter(|it| it.kind == kind).collect()
}

fn argument<'a>(resource: &'a Resource, name: &str) -> &'a Argument {
    resource.body.arguments.get(name).unwrap_or_else(|| panic!("no {name}"))
}

pub(crate) fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

pub(crate) fn number(value: &str) -> Value {
    Value::Number(value.to_owned())
}

pub(crate) fn edge(address: &str, attribute: &str) -> Value {
    Value::Edge(Edge { address: address.to_owned(), attribute: attribute.to_owned() })
}

pub(crate) fn waits(what: &str) -> Value {
    Value::Unresolved(what.to_owned())
}

#[test]
fn a_file_of_parameters_gives_values_but_never_secrets() {
    let template = format!(
        "{HEAD}\nResources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      DatabaseName: !Ref Open\n      EngineVersion: !Ref Word\n"
    );
    for values in [
        "[{\"ParameterKey\": \"Open\", \"ParameterValue\": \"books\"}, {\"ParameterKey\": \"Word\", \"ParameterValue\": \"MARKER\"}]",
        "{\"Parameters\": {\"Open\": \"books\", \"Word\": \"MARKER\"}}",
    ] {
        let found = found(&[("t.yaml", &template), ("values.json", values)]);
        let cluster = of(&found, "aws_rds_cluster")[0];
        assert_eq!(argument(cluster, "database_name").value, text("books"));
        assert_eq!(argument(cluster, "engine_version").value, Value::Secret);
        assert!(!format!("{found:?}").contains("MARKER"));
    }
}

#[test]
fn values_have_lines_and_names_as_they_are_written() {
    let found = one(
        "Resources:\n  C:\n    Type: AWS::RDS::DBCluster\n    DeletionPolicy: Delete\n    Properties:\n      Engine: aurora-mysql\n      MasterUserPassword: MARKER\n      ServerlessV2ScalingConfiguration:\n        MinCapacity: '0.5'\n        MaxCapacity: 8\n",
    );
    let cluster = of(&found, "aws_rds_cluster")[0];
    assert_eq!(cluster.body.place.to_string(), "t.yaml:2");
    assert_eq!(argument(cluster, "engine").place.to_string(), "t.yaml:6");
    let password = argument(cluster, "master_password");
    assert_eq!(
        (&password.value, password.place.line, password.written.as_deref()),
        (&Value::Secret, Some(7), Some("MasterUserPassword"))
    );
    let scaling = &cluster.body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!((scaling.place.line, &scaling.arguments["min_capacity"].value), (Some(8), &text("0.5")));
    assert_eq!(scaling.arguments["max_capacity"].place.line, Some(10));
    assert_eq!(argument(cluster, "skip_final_snapshot").value, Value::Bool(true));
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn a_password_that_is_left_out_by_a_condition_is_not_there() {
    let text = "Conditions:\n  Managed: !Equals [a, a]\nResources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      ManageMasterUserPassword: !If [Managed, true, !Ref 'AWS::NoValue']\n      MasterUserPassword: !If [Managed, !Ref 'AWS::NoValue', MARKER]\n";
    let found = one(text);
    let cluster = of(&found, "aws_rds_cluster")[0];
    assert!(!cluster.body.arguments.contains_key("master_password"));
    assert_eq!(argument(cluster, "manage_master_user_password").value, Value::Bool(true));
}

#[test]
fn a_user_name_is_read_out_of_its_secret_and_nothing_else() {
    let user = |secret: &str, name: &str| {
        let found = one(&format!(
            "Parameters:\n  User: {{Type: String, Default: skipper}}\n  Open: {{Type: String}}\nResources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      Name: own/secret\n      GenerateSecretString:\n        SecretStringTemplate: {secret}\n  T:\n    Type: AWS::SecretsManager::SecretTargetAttachment\n    Properties: {{SecretId: !Ref S}}\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      MasterUsername: {name}\n"
        ));
        assert!(!format!("{found:?}").contains("MARKER"), "{found:?}");
        argument(of(&found, "aws_rds_cluster")[0], "master_username").value.clone()
    };
    let plain = "'{\"username\": \"pilot\", \"password\": \"MARKER\"}'";
    for name in [
        "!Sub '{{resolve:secretsmanager:${S}:SecretString:username}}'",
        "!Sub '{{resolve:secretsmanager:${T}:SecretString:username::}}'",
        "!Join ['', ['{{resolve:secretsmanager:', !Ref S, ':SecretString:username}}']]",
        "'{{resolve:secretsmanager:own/secret:SecretString:username}}'",
        "pilot",
    ] {
        assert_eq!(user(plain, name), text("pilot"), "{name}");
    }
    let by = "!Sub '{{resolve:secretsmanager:${S}:SecretString:username}}'";
    assert_eq!(user("!Sub '{\"username\": \"${User}\"}'", by), text("skipper"));
    assert_eq!(user("!Sub '{\"username\": \"${Open}\"}'", by), waits("Open"));
    let unknown = waits("the secret that a dynamic reference names");
    for name in [
        "!Sub '{{resolve:secretsmanager:${S}:SecretString:password}}'",
        "'{{resolve:secretsmanager:else:SecretString:username}}'",
        "!Sub '{{resolve:secretsmanager:${S}:SecretString:username_old}}'",
    ] {
        assert_eq!(user(plain, name), unknown, "{name}");
    }
    assert_eq!(user("not json", by), unknown);
    assert_eq!(user(plain, "'{{resolve:ssm:/MARKER}}'"), waits("a dynamic reference"));
}

#[test]
fn a_resource_whose_condition_is_false_is_not_there() {
    let found = one(&format!(
        "{HEAD}\nResources:\n  A:\n    Type: AWS::RDS::DBInstance\n    Condition: IsNot\n    Properties: {{DBClusterIdentifier: c}}\n  B:\n    Type: AWS::RDS::DBInstance\n    Condition: Unknown\n    Properties: {{DBClusterIdentifier: c}}\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties: {{DatabaseName: !Ref A}}\n"
    ));
    assert_eq!(of(&found, "aws_rds_cluster_instance").len(), 1);
    let said: Vec<String> = found.notices.iter().map(ToString::to_string).collect();
    assert_eq!(said[0], "t.yaml:19: notice: A is not made, as its condition IsNot is false; it is left out");
    assert_eq!(
        said[1],
        "t.yaml:23: notice: the condition Unknown (Open) of B can't be resolved; it is taken"
    );
    assert_eq!(argument(of(&found, "aws_rds_cluster")[0], "database_name").value, waits("A"));
}

#[test]
fn the_region_is_that_of_a_zone_or_of_a_key() {
    let region = |properties: &str| {
        let text = format!(
            "Resources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      DatabaseName: !Sub 'x-${{AWS::Region}}'\n      {properties}\n"
        );
        let found = one(&text);
        (found.resources[0].region.clone(), argument(&found.resources[0], "database_name").value.clone())
    };
    let known = (Some(text("eu-north-1")), text("x-eu-north-1"));
    assert_eq!(region("AvailabilityZones: [eu-north-1a, eu-north-1b]"), known);
    assert_eq!(region("KmsKeyId: 'arn:aws:kms:eu-north-1:111122223333:key/x'"), known);
    let unknown = (None, waits("AWS::Region"));
    assert_eq!(region("AvailabilityZones: [use1-az2]"), unknown);
    assert_eq!(region("AvailabilityZones: [!Sub '${AWS::Region}a']"), unknown);
}

#[test]
fn proxies_rotations_and_log_groups_are_joined() {
    let found = one(
        "Resources:
  C: {Type: AWS::RDS::DBCluster, Properties: {DBClusterIdentifier: till}}
  D: {Type: AWS::RDS::DBCluster}
  S: {Type: AWS::SecretsManager::Secret}
  T: {Type: AWS::SecretsManager::SecretTargetAttachment, Properties: {SecretId: !Ref S, TargetId: !Ref C}}
  R: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: !Ref T, RotationRules: {AutomaticallyAfterDays: 30}}}
  P:
    Type: AWS::RDS::DBProxy
    Properties:
      RequireTLS: true
      Auth:
        - {AuthScheme: SECRETS, IAMAuth: REQUIRED, SecretArn: MARKER, UserName: MARKER}
        - !If [Nobody, {IAMAuth: DISABLED}, !Ref AWS::NoValue]
  G:
    Type: AWS::RDS::DBProxyTargetGroup
    Properties:
      DBProxyName: !Ref P
      TargetGroupName: default
      DBClusterIdentifiers: [!Ref C]
      ConnectionPoolConfig: {MaxConnectionsPercent: 1}
      ConnectionPoolConfigurationInfo:
        MaxConnectionsPercent: 60
        InitQuery: SET x=MARKER
  L: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Sub '/aws/rds/cluster/${C}/error', RetentionInDays: 14}}
  M: {Type: Custom::LogRetention, Properties: {LogGroupName: !Join ['', ['/aws/rds/cluster/', !Ref D, '/error']], RetentionInDays: 30}}
",
    );
    let proxy = of(&found, "aws_db_proxy")[0];
    assert_eq!(proxy.body.blocks["auth"].len(), 1);
    assert_eq!(proxy.body.blocks["auth"][0].arguments["iam_auth"].value, text("REQUIRED"));
    let target = of(&found, "aws_db_proxy_target")[0];
    assert_eq!(argument(target, "db_cluster_identifier").value, edge("C", "id"));
    assert_eq!(argument(target, "db_proxy_name").value, edge("P", "id"));
    let pool = &of(&found, "aws_db_proxy_default_target_group")[0].body.blocks["connection_pool_config"][0];
    assert_eq!(pool.arguments["init_query"].value, Value::Secret);
    assert_eq!(pool.arguments["max_connections_percent"].value, number("60"));
    let rotation = of(&found, "aws_secretsmanager_secret_rotation")[0];
    assert_eq!(argument(rotation, "secret_id").value, edge("S", "id"));
    assert_eq!(
        rotation.body.blocks["rotation_rules"][0].arguments["automatically_after_days"].value,
        number("30")
    );
    let names: Vec<&Value> =
        of(&found, "aws_cloudwatch_log_group").iter().map(|it| &argument(it, "name").value).collect();
    assert_eq!(names, [&text("/aws/rds/cluster/till/error"), &waits("D")]);
    let said: Vec<String> = found.notices.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|it| it.starts_with("t.yaml:20: ") && it.contains("ConnectionPoolConfigurationInfo")),
        "{said:?}"
    );
    assert!(said.iter().any(|it| it.contains("Auth of P waits for the condition Nobody")), "{said:?}");
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn the_rest_of_a_cluster_is_there() {
    let found = one(
        "Resources:
  K: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: [MARKER]}}}
  C:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Retain
    Properties:
      KmsKeyId: !GetAtt K.Arn
      SourceDBClusterIdentifier: else
      AssociatedRoles: [{RoleArn: MARKER, FeatureName: s3Import}]
      Tags: [{Key: Stage, Value: qa}, {Key: n, Value: 1}]
  N: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
  G:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: sg-1}
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/8}
  I: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: !GetAtt G.GroupId, SourceSecurityGroupId: sg-2}}
  P: {Type: AWS::RDS::DBClusterParameterGroup, Properties: {Family: aurora-mysql8.0, Parameters: {binlog_format: ROW, some_password: MARKER}}}
  Q: {Type: AWS::RDS::DBParameterGroup, Properties: {Parameters: {max_connections: 9}}}
  A:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      AlarmActions: [!Ref T]
      Dimensions: [{Name: DBClusterIdentifier, Value: !Ref C}]
      Metrics: [{Id: m, MetricStat: {Metric: {Namespace: AWS/RDS, Dimensions: [{Name: DBClusterIdentifier, Value: !Ref C}]}}}]
  T: {Type: AWS::SNS::Topic, Properties: {Subscription: [{Protocol: email, Endpoint: a@example.com}]}}
  B:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupSelection:
        SelectionName: x
        Resources: [!GetAtt C.DBClusterArn]
        ListOfTags: [{ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: 'yes'}]
  F: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {A: MARKER}}}}
",
    );
    let cluster = of(&found, "aws_rds_cluster")[0];
    assert_eq!(argument(cluster, "kms_key_id").value, edge("K", "arn"));
    assert_eq!(argument(cluster, "iam_roles").value, Value::List(vec![text("s3Import")]));
    assert!(cluster.body.blocks.contains_key("restore_to_point_in_time"));
    assert!(
        matches!(&argument(cluster, "tags").value, Value::Map(tags) if tags["Stage"] == text("qa") && tags["n"] == number("1"))
    );
    assert_eq!(argument(cluster, "skip_final_snapshot").value, Value::Bool(false));
    assert!(found.notices[0].to_string().starts_with("t.yaml:5: notice: DeletionPolicy of C keeps"));
    assert!(of(&found, "aws_rds_cluster_instance").is_empty());
    let ingress = &of(&found, "aws_security_group")[0].body.blocks["ingress"];
    assert_eq!(ingress[0].arguments["security_groups"].value, Value::List(vec![text("sg-1")]));
    assert_eq!(
        (ingress[1].place.line, &ingress[1].arguments["cidr_blocks"].value),
        (Some(17), &Value::List(vec![text("10.0.0.0/8")]))
    );
    let rule = of(&found, "aws_vpc_security_group_ingress_rule")[0];
    assert_eq!(argument(rule, "security_group_id").value, edge("G", "id"));
    let parameters = &of(&found, "aws_rds_cluster_parameter_group")[0].body.blocks["parameter"];
    assert_eq!(
        (&parameters[0].arguments["value"].value, &parameters[1].arguments["value"].value),
        (&text("ROW"), &Value::Secret)
    );
    assert!(
        !of(&found, "aws_db_parameter_group")[0].body.blocks["parameter"][0].arguments.contains_key("value")
    );
    let alarm = of(&found, "aws_cloudwatch_metric_alarm")[0];
    let dimensions = Value::Map(BTreeMap::from([("DBClusterIdentifier".to_owned(), edge("C", "id"))]));
    assert_eq!(argument(alarm, "dimensions").value, dimensions);
    assert_eq!(
        alarm.body.blocks["metric_query"][0].blocks["metric"][0].arguments["dimensions"].value,
        dimensions
    );
    let mail = of(&found, "aws_sns_topic_subscription")[0];
    assert_eq!(
        (&argument(mail, "endpoint").value, &argument(mail, "topic_arn").value),
        (&text("a@example.com"), &edge("T", "id"))
    );
    let backup = of(&found, "aws_backup_selection")[0];
    assert_eq!(argument(backup, "resources").value, Value::List(vec![edge("C", "arn")]));
    assert_eq!(backup.body.blocks["selection_tag"][0].arguments["value"].value, text("yes"));
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn several_templates_keep_their_names_apart() {
    let template = "Resources:\n  C: {Type: AWS::RDS::DBCluster}\n  I: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref C}}\n";
    let found = found(&[("a.yaml", template), ("b.yaml", template)]);
    let clusters: Vec<&str> = of(&found, "aws_rds_cluster").iter().map(|it| it.address.as_str()).collect();
    assert_eq!(clusters, ["a.yaml:C", "b.yaml:C"]);
    let instance = of(&found, "aws_rds_cluster_instance")[1];
    assert_eq!(
        (instance.module.as_str(), &argument(instance, "cluster_identifier").value),
        ("b.yaml", &edge("b.yaml:C", "id"))
    );
}

#[test]
fn a_page_with_pieces_of_a_template_is_read_between_its_fences() {
    let found = one(
        "# Database\n\nWe use [this]: ok\n\n```yaml\nResources:\n  C:\n    Type: AWS::RDS::DBCluster\n```\n\nand\n\n```yaml\n  I:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref C\n```\n\n```\nnot: [yaml\n```\n",
    );
    assert_eq!(found.resources[0].body.place.line, Some(7));
    assert_eq!(found.resources[1].body.place.line, Some(14));
    assert_eq!(argument(&found.resources[1], "cluster_identifier").value, edge("C", "id"));
}

#[test]
fn what_is_no_template_has_its_line() {
    let refused = |text: String| read(&[&input("t.yaml", text)]).unwrap_err().to_string();
    assert!(refused("Resources:\n  C: [\n".to_owned()).starts_with("t.yaml:"));
    assert!(refused("x".repeat(3 << 20)).contains("larger than 2 MiB"));
    let bytes = Input { name: "t.yaml".to_owned(), bytes: vec![0xff, 0xfe] };
    assert!(read(&[&bytes]).unwrap_err().to_string().contains("UTF-8"));
    let deep = format!("Resources: {}{}", "[".repeat(1000), "]".repeat(1000));
    assert!(refused(deep).starts_with("t.yaml:1: "));
    let block = (0..200).fold(String::new(), |text, it| text + &" ".repeat(it) + "a:\n");
    assert!(refused(block).contains("128 levels"));
    assert_eq!(one("just: text\n"), Found::default());
}

#[test]
fn a_file_of_the_serverless_framework_tells_its_region() {
    let found = one(
        "provider:\n  region: eu-west-1\nresources:\n  Resources:\n    C:\n      Type: AWS::RDS::DBCluster\n      Properties: {MasterUserPassword: '${env:MARKER}'}\n",
    );
    assert_eq!(found.resources[0].region, Some(text("eu-west-1")));
    assert_eq!(argument(&found.resources[0], "master_password").value, Value::Secret);
    let open = one(
        "provider: {region: '${opt:region}'}\nresources: {Resources: {C: {Type: AWS::RDS::DBCluster}}}\n",
    );
    assert_eq!(open.resources[0].region, None);
}
