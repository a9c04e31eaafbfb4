//! What the reader of describe output gives.

use aurora_designer::formats::import::describe::read;
use aurora_designer::formats::import::{Found, Input, Resource, Value};

fn input(name: &str, text: impl Into<String>) -> Input {
    Input { name: name.to_owned(), bytes: text.into().into_bytes() }
}

fn found(texts: &[(&str, &str)]) -> Found {
    let inputs: Vec<Input> = texts.iter().map(|(name, text)| input(name, *text)).collect();
    read(&inputs.iter().collect::<Vec<_>>()).unwrap()
}

fn one(text: &str) -> Found {
    found(&[("a.json", text)])
}

fn of<'a>(found: &'a Found, kind: &str) -> Vec<&'a Resource> {
    found.resources.iter().filter(|it| it.kind == kind).collect()
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn argument<'a>(resource: &'a Resource, name: &str) -> Option<&'a Value> {
    resource.body.arguments.get(name).map(|it| &it.value)
}

const CLUSTER: &str = r#"{"DBClusterIdentifier": "till", "Engine": "aurora-postgresql", "EngineVersion": "16.11",
    "DBClusterArn": "arn:aws:rds:eu-west-2:111122223333:cluster:till", "MasterUserSecret": {"SecretArn": "MARKER"},
    "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 16.0}, "Endpoint": "MARKER",
    "DBClusterMembers": [{"DBInstanceIdentifier": "till-2", "IsClusterWriter": true, "PromotionTier": 1},
                         {"DBInstanceIdentifier": "till-1", "IsClusterWriter": false, "PromotionTier": 3}]}"#;

fn instance(name: &str, more: &str) -> String {
    format!(
        "{{\"DBInstanceIdentifier\": \"{name}\", \"DBClusterIdentifier\": \"till\", \"DBInstanceClass\": \"db.serverless\",
          \"DBInstanceArn\": \"arn:aws:rds:eu-west-2:111122223333:db:{name}\"{more}}}"
    )
}

#[test]
fn a_cluster_is_the_same_wrapped_alone_in_a_list_in_camel_case_and_in_yaml() {
    let wrapped = one(&format!("{{\"DBClusters\": [{CLUSTER}]}}"));
    assert_eq!(of(&wrapped, "aws_rds_cluster").len(), 1);
    let camel = CLUSTER
        .replace("\"DBCluster", "\"dbCluster")
        .replace("\"DBInstance", "\"dBInstance")
        .replace("\"Engine", "\"engine")
        .replace("\"M", "\"m")
        .replace("\"mARKER", "\"MARKER");
    for same in [
        CLUSTER.to_owned(),
        format!("[{CLUSTER}]"),
        format!("{{\"DBCluster\": {CLUSTER}}}"),
        format!("[{{\"DBClusters\": [{CLUSTER}]}}]"),
        format!("\u{feff}{{\"dbClusters\": [{camel}]}}"),
        format!("--- # YAML contains JSON\nDBClusters:\n- {CLUSTER}\n"),
    ] {
        let mut other = one(&same);
        // YAML knows no written zeros.
        for resource in &mut other.resources {
            for block in resource.body.blocks.values_mut().flatten() {
                if let Some(max) = block.arguments.get_mut("max_capacity") {
                    max.value = Value::Number("16.0".to_owned());
                }
            }
        }
        assert_eq!(other, wrapped, "{same}");
    }
    let yaml = "DBClusters:\n- DBClusterIdentifier: till\n  Engine: aurora-mysql\n  EngineVersion: '8.0.mysql_aurora.3.10.1'\n  Port: 3306\n  StorageEncrypted: false\n";
    let yaml = one(yaml);
    let cluster = of(&yaml, "aws_rds_cluster")[0];
    assert_eq!(argument(cluster, "port"), Some(&Value::Number("3306".to_owned())));
    assert_eq!(argument(cluster, "storage_encrypted"), Some(&Value::Bool(false)));
}

#[test]
fn names_are_terraforms_and_secrets_are_not_read() {
    let found = one(CLUSTER);
    let cluster = of(&found, "aws_rds_cluster")[0];
    assert_eq!((cluster.address.as_str(), cluster.region.as_ref()), ("till", Some(&text("eu-west-2"))));
    assert_eq!(argument(cluster, "manage_master_user_password"), Some(&Value::Bool(true)));
    assert_eq!(argument(cluster, "master_user_secret"), Some(&Value::Secret));
    assert_eq!(argument(cluster, "enabled_cloudwatch_logs_exports"), Some(&Value::List(Vec::new())));
    let scaling = &cluster.body.blocks["serverlessv2_scaling_configuration"][0];
    assert_eq!(scaling.arguments["min_capacity"].value, Value::Number("0.5".to_owned()));
    assert_eq!(scaling.arguments["min_capacity"].written.as_deref(), Some("MinCapacity"));
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn instances_come_by_identifier_and_know_who_writes_and_their_subnets() {
    let group = r#", "DBSubnetGroup": {"DBSubnetGroupName": "data", "VpcId": "vpc-1",
        "Subnets": [{"SubnetIdentifier": "subnet-1", "SubnetStatus": "Active"}, {"SubnetIdentifier": "subnet-2"}]}"#;
    let instances = format!(
        "{{\"DBInstances\": [{}, {}, {{\"DBInstanceIdentifier\": \"plain\", \"Engine\": \"postgres\"}}]}}",
        instance("till-2", group),
        instance("till-1", group)
    );
    let found = found(&[("i.json", &instances), ("c.json", CLUSTER)]);
    let all = of(&found, "aws_rds_cluster_instance");
    assert_eq!(all.iter().map(|it| it.address.as_str()).collect::<Vec<_>>(), ["till-1", "till-2"]);
    assert_eq!(argument(all[0], "writer"), Some(&Value::Bool(false)));
    assert_eq!(argument(all[1], "writer"), Some(&Value::Bool(true)));
    assert_eq!(argument(all[1], "db_subnet_group_name"), Some(&text("data")));
    let groups = of(&found, "aws_db_subnet_group");
    assert_eq!(groups.len(), 1);
    assert_eq!(argument(groups[0], "vpc_id"), Some(&text("vpc-1")));
    let subnets = Value::List(vec![text("subnet-1"), text("subnet-2")]);
    assert_eq!(argument(groups[0], "subnet_ids"), Some(&subnets));
    assert!(found.notices.is_empty(), "{:#?}", found.notices);
}

#[test]
fn members_that_no_file_describes_come_from_the_cluster() {
    let found = found(&[("c.json", CLUSTER), ("i.json", &instance("till-2", ""))]);
    let all = of(&found, "aws_rds_cluster_instance");
    assert_eq!(all.len(), 2);
    let unseen = all.iter().find(|it| it.address == "till-1").unwrap();
    assert_eq!(argument(unseen, "promotion_tier"), Some(&Value::Number("3".to_owned())));
    assert_eq!(argument(unseen, "writer"), Some(&Value::Bool(false)));
    let said = found.notices.iter().map(ToString::to_string).collect::<String>();
    assert!(said.contains("1 of the DBClusterMembers of till"), "{said}");
}

#[test]
fn other_engines_are_named_as_what_they_are() {
    let of_engine = |engine: &str| {
        let text = format!(
            "{{\"DBClusterIdentifier\": \"x\", \"Engine\": \"{engine}\", \"DBClusterInstanceClass\": \"db.m6gd.large\"}}"
        );
        one(&text).resources[0].kind.clone()
    };
    assert_eq!(of_engine("docdb"), "aws_docdb_cluster");
    assert_eq!(of_engine("neptune"), "aws_neptune_cluster");
    assert_eq!(of_engine("postgres"), "aws_rds_cluster");
    let v1 = one(
        r#"{"DBClusterIdentifier": "x", "Engine": "aurora-mysql", "EngineMode": "serverless", "ScalingConfigurationInfo": {"MinCapacity": 1}}"#,
    );
    assert!(v1.resources[0].body.blocks.contains_key("scaling_configuration"));
}

#[test]
fn what_waits_is_named_without_its_value() {
    let pending =
        r#", "PendingModifiedValues": {"MasterUserPassword": "MARKER", "DBInstanceClass": "db.r6g.large"}"#;
    let found = found(&[("i.json", &instance("till-1", pending))]);
    let said = found.notices.iter().map(ToString::to_string).collect::<String>();
    assert!(
        said.contains(
            "i.json:till-1: notice: PendingModifiedValues of till-1: MasterUserPassword, DBInstanceClass"
        ),
        "{said}"
    );
    assert!(!format!("{found:?}").contains("MARKER"));
    let cluster = one(
        r#"{"DBClusterIdentifier": "x", "Engine": "aurora-mysql", "PendingModifiedValues": {"EngineVersion": "9"}}"#,
    );
    let waits = Value::List(vec![text("EngineVersion")]);
    assert_eq!(argument(&cluster.resources[0], "pending_modified_values"), Some(&waits));
}

#[test]
fn rare_parts_of_a_cluster_are_there() {
    let found = one(
        r#"{"DBClusterIdentifier": "x", "Engine": "aurora-mysql", "DBClusterArn": "arn:aws:rds:us-east-1:1:cluster:x",
            "StorageEncrypted": true, "StorageEncryptionType": "sse-rds", "ActivityStreamStatus": "started",
            "LocalWriteForwardingStatus": "enabled", "DomainMemberships": [{"Domain": "d-1", "Status": "joined"}],
            "AssociatedRoles": [{"RoleArn": "MARKER", "FeatureName": "s3Import"}], "VPCNetworkingEnabled": false,
            "VpcSecurityGroups": [{"VpcSecurityGroupId": "sg-1", "Status": "active"}],
            "TagList": [{"Key": "aws:cloudformation:stack-name", "Value": "MARKER"}, {"Key": "team", "Value": "x"}]}"#,
    );
    let cluster = of(&found, "aws_rds_cluster")[0];
    assert_eq!(argument(cluster, "storage_encrypted"), Some(&Value::Bool(false)));
    assert_eq!(argument(cluster, "enable_local_write_forwarding"), Some(&Value::Bool(true)));
    assert_eq!(argument(cluster, "vpc_networking_enabled"), Some(&Value::Bool(false)));
    assert_eq!(argument(cluster, "domain"), Some(&text("d-1")));
    assert_eq!(argument(cluster, "iam_roles"), Some(&Value::List(vec![text("s3Import")])));
    assert_eq!(argument(cluster, "vpc_security_group_ids"), Some(&Value::List(vec![text("sg-1")])));
    assert!(matches!(argument(cluster, "tags"), Some(Value::Map(tags)) if tags.len() == 1));
    assert_eq!(of(&found, "aws_rds_cluster_activity_stream").len(), 1);
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn a_proxy_has_its_pool_target_and_endpoints() {
    let proxy = r#"{"DBProxies": [{"DBProxyName": "pool", "DBProxyArn": "arn:aws:rds:us-east-2:1:db-proxy:prx-1", "EngineFamily": "MYSQL",
        "RequireTLS": true, "Auth": [{"SecretArn": "MARKER", "UserName": "MARKER", "IAMAuth": "REQUIRED"}, {"IAMAuth": "DISABLED"}]}]}"#;
    let pool = r#"{"TargetGroups": [{"DBProxyName": "pool", "TargetGroupName": "default",
        "ConnectionPoolConfig": {"MaxConnectionsPercent": 70, "InitQuery": "SET x=MARKER", "SessionPinningFilters": ["EXCLUDE_VARIABLE_SETS"]}}]}"#;
    let targets = r#"{"Targets": [{"RdsResourceId": "till", "TrackedClusterId": "till", "Type": "TRACKED_CLUSTER"},
        {"RdsResourceId": "till-1", "TrackedClusterId": "till", "Type": "RDS_INSTANCE"}]}"#;
    let endpoints = r#"{"DBProxyEndpoints": [{"DBProxyEndpointName": "default", "DBProxyName": "pool", "IsDefault": true, "TargetRole": "READ_WRITE"},
        {"DBProxyEndpointName": "ro", "DBProxyName": "pool", "IsDefault": false, "TargetRole": "READ_ONLY"}]}"#;
    let found = found(&[("p.json", proxy), ("g.json", pool), ("t.json", targets), ("e.json", endpoints)]);
    let proxy = of(&found, "aws_db_proxy")[0];
    assert_eq!(proxy.body.blocks["auth"].len(), 2);
    assert_eq!(proxy.body.blocks["auth"][0].arguments["iam_auth"].value, text("REQUIRED"));
    let group = &of(&found, "aws_db_proxy_default_target_group")[0].body.blocks["connection_pool_config"][0];
    assert_eq!(group.arguments["init_query"].value, Value::Secret);
    assert_eq!(group.arguments["max_connections_percent"].value, Value::Number("70".to_owned()));
    let targets = of(&found, "aws_db_proxy_target");
    assert_eq!(targets.len(), 1);
    assert_eq!(argument(targets[0], "db_cluster_identifier"), Some(&text("till")));
    assert_eq!(argument(targets[0], "db_proxy_name"), Some(&text("pool")));
    let endpoints = of(&found, "aws_db_proxy_endpoint");
    assert_eq!((endpoints.len(), argument(endpoints[0], "target_role")), (1, Some(&text("READ_ONLY"))));
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn a_global_database_has_its_members_and_a_cluster_its_endpoints() {
    let found = one(r#"[{"GlobalClusterIdentifier": "world", "GlobalClusterMembers": [
            {"DBClusterArn": "arn:aws:rds:eu-west-3:1:cluster:paris", "IsWriter": false}]},
           {"DBClusterEndpointIdentifier": "reports", "DBClusterIdentifier": "till", "EndpointType": "CUSTOM", "CustomEndpointType": "READER"},
           {"DBClusterIdentifier": "till", "EndpointType": "WRITER", "Endpoint": "x"}]"#);
    let global = of(&found, "aws_rds_global_cluster")[0];
    let member = &global.body.blocks["global_cluster_members"][0];
    assert_eq!(member.arguments["db_cluster_arn"].value, text("arn:aws:rds:eu-west-3:1:cluster:paris"));
    assert_eq!(of(&found, "aws_rds_cluster_endpoint").len(), 1);
    assert_eq!(of(&found, "aws_rds_cluster").len(), 0);
}

#[test]
fn parameters_of_users_belong_to_the_clusters_group() {
    let cluster =
        r#"{"DBClusterIdentifier": "x", "Engine": "aurora-mysql", "DBClusterParameterGroup": "own"}"#;
    let parameters = r#"{"Parameters": [
        {"ParameterName": "binlog_format", "ParameterValue": "ROW", "Source": "user"},
        {"ParameterName": "init_connect", "ParameterValue": "SET 1", "Source": "engine-default"},
        {"ParameterName": "validate_password", "ParameterValue": "MARKER", "Source": "user"},
        {"ParameterName": "max_connections", "Source": "user"}], "Marker": "MARKER"}"#;
    let found = found(&[("c.json", cluster), ("p.json", parameters)]);
    let group = of(&found, "aws_rds_cluster_parameter_group")[0];
    assert_eq!(argument(group, "name"), Some(&text("own")));
    let names: Vec<&Value> =
        group.body.blocks["parameter"].iter().map(|it| &it.arguments["name"].value).collect();
    assert_eq!(names, [&text("binlog_format"), &text("validate_password")]);
    assert!(found.notices.iter().any(|it| it.text.contains("more pages")));
    assert!(!format!("{found:?}").contains("MARKER"));
}

#[test]
fn appended_pages_are_one_answer() {
    let page = |name: &str| format!("{{\"DBInstances\": [{}]}}\n", instance(name, ""));
    let found = one(&format!("{}{}", page("till-1"), page("till-2")));
    assert_eq!(of(&found, "aws_rds_cluster_instance").len(), 2);
}

#[test]
fn what_is_neither_json_nor_yaml_has_its_line() {
    let refused = |text: &str| read(&[&input("a.json", text)]).unwrap_err().to_string();
    assert_eq!(
        refused("{\"DBClusters\": [\n{]}"),
        "a.json:2: this is no JSON from here on; save the whole answer again"
    );
    assert!(refused("DBClusters:\n- a: [\n").starts_with("a.json:"));
    let deep = format!("{{\"DBClusters\": {}{}}}", "[".repeat(1000), "]".repeat(1000));
    assert!(refused(&deep).contains("no JSON"));
}
