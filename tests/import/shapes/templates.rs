//! CloudFormation: the 17 templates, and what AWS' own have beside.

use super::Answer::{Asked, Refused, Taken, Told};
use super::{Group, files, row};

const PLAIN: [(&str, &str); 7] = [
    ("DBClusterIdentifier", "orders"),
    ("Engine", "aurora-postgresql"),
    ("EngineVersion", "'16.4'"),
    ("DatabaseName", "orders"),
    ("MasterUsername", "keeper"),
    ("ManageMasterUserPassword", "true"),
    ("ServerlessV2ScalingConfiguration", "{MinCapacity: 0.5, MaxCapacity: 4}"),
];
const INSTANCE: &str = "  W:\n    Type: AWS::RDS::DBInstance\n    Properties: {Engine: aurora-postgresql, DBInstanceClass: db.serverless, DBClusterIdentifier: !Ref C}\n";

/// The plain template with these properties, a head before it and resources behind.
fn whole(set: &[(&str, &str)], head: &str, instances: &str) -> Vec<(String, String)> {
    let mut all = PLAIN.to_vec();
    for (name, value) in set {
        match all.iter_mut().find(|(known, _)| known == name) {
            Some(known) => known.1 = value,
            None => all.push((name, value)),
        }
    }
    let lines = all.iter().filter(|(_, value)| !value.is_empty());
    let lines: String = lines.flat_map(|(name, value)| ["      ", name, ": ", value, "\n"]).collect();
    files(&[(
        "stack.yaml",
        &format!(
            "{head}Resources:\n  C:\n    Type: AWS::RDS::DBCluster\n    Properties:\n{lines}{instances}"
        ),
    )])
}

fn set(name: &str, value: &str, head: &str) -> Vec<(String, String)> {
    whole(&[(name, value)], head, INSTANCE)
}

fn with(more: &str) -> Vec<(String, String)> {
    whole(&[], "", &format!("{INSTANCE}{more}"))
}

fn json(text: &str) -> Vec<(String, String)> {
    files(&[("stack.json", text)])
}

const CAPACITY: &str = "ServerlessV2ScalingConfiguration";
const JSON: &str = "{\"Resources\": {\"TideCluster4D3C2B1A\": {\"Type\": \"AWS::RDS::DBCluster\", \"Properties\": {\"Engine\": \"aurora-postgresql\", \"EngineVersion\": \"16.4\", \"DatabaseName\": \"d\", \"MasterUsername\": NAME, \"ManageMasterUserPassword\": true, \"ServerlessV2ScalingConfiguration\": {\"MinCapacity\": 1, \"MaxCapacity\": 9}}}, \"W\": {\"Type\": \"AWS::RDS::DBInstance\", \"Properties\": {\"DBInstanceClass\": \"db.serverless\", \"DBClusterIdentifier\": {\"Ref\": \"TideCluster4D3C2B1A\"}}}}}";
const PROXY: &str = "  P:\n    Type: AWS::RDS::DBProxy\n    Properties: {DBProxyName: orders-pool, EngineFamily: POSTGRESQL, RoleArn: r, VpcSubnetIds: [subnet-0a11b22c33d44e55f], Auth: [{AuthScheme: SECRETS, IAMAuth: REQUIRED}]}\n  T:\n    Type: AWS::RDS::DBProxyTargetGroup\n    Properties:\n      DBProxyName: !Ref P\n      TargetGroupName: default\n      DBClusterIdentifiers: [!Ref C]\n      KEY: {MaxConnectionsPercent: 80}\n";
const GLOBAL: &str = "  G:\n    Type: AWS::RDS::GlobalCluster\n    Properties: {GlobalClusterIdentifier: world, SourceDBClusterIdentifier: !Ref C}\n";

pub(super) fn group() -> Group {
    let provisioned = "  W:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBInstanceClass: db.t3.medium, DBClusterIdentifier: !Ref C}\n  R:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBInstanceClass: db.serverless, DBClusterIdentifier: !Ref C}\n";
    let rows = vec![
        row(
            "YAML with short tags",
            "12",
            set("DatabaseName", "!Ref D", "Parameters:\n  D: {Type: String, Default: tide}\n"),
            Taken(&["database_name: tide"]),
        ),
        row(
            "JSON",
            "5",
            json(&JSON.replace("NAME", "\"keeper\"")),
            Told(&["max_capacity: 9"], &["DBClusterIdentifier"]),
        ),
        row(
            "CDK's synth: hashed ids, `Fn::Join`",
            "2",
            json(&JSON.replace("NAME", "{\"Fn::Join\": [\"\", [\"kee\", \"per\"]]}")),
            Told(&["project_name: tide", "master_username: keeper"], &["DBClusterIdentifier"]),
        ),
        row(
            "parameters with `Ref`",
            "9",
            set("BackupRetentionPeriod", "!Ref Days", "Parameters:\n  Days: {Type: Number, Default: 9}\n"),
            Taken(&["backup_retention: 9"]),
        ),
        row(
            "… without a default",
            "",
            set("BackupRetentionPeriod", "!Ref Days", "Parameters:\n  Days: {Type: Number}\n"),
            Told(&["backup_retention: 7"], &["stack.yaml BackupRetentionPeriod Days"]),
        ),
        row(
            "… with a file of their values",
            "",
            super::beside(
                set("BackupRetentionPeriod", "!Ref Days", "Parameters:\n  Days: {Type: Number}\n"),
                &[("prod.json", "[{\"ParameterKey\": \"Days\", \"ParameterValue\": \"9\"}]")],
            ),
            Taken(&["backup_retention: 9"]),
        ),
        row(
            "capacity literal",
            "11",
            set(CAPACITY, "{MinCapacity: 1, MaxCapacity: 8}", ""),
            Taken(&["min_capacity: 1", "max_capacity: 8"]),
        ),
        row(
            "capacity by `Ref`, also of type `String`",
            "5",
            set(
                CAPACITY,
                "{MinCapacity: !Ref Min, MaxCapacity: '8'}",
                "Parameters:\n  Min: {Type: String, Default: '1.5'}\n",
            ),
            Taken(&["min_capacity: 1.5", "max_capacity: 8"]),
        ),
        row(
            "`Fn::Sub`",
            "8",
            set(
                "DBClusterIdentifier",
                "!Sub '${Stage}-tide'",
                "Parameters:\n  Stage: {Type: String, Default: dev}\n",
            ),
            Taken(&["name: dev-tide"]),
        ),
        row(
            "… of the stack's name",
            "",
            set("DBClusterIdentifier", "!Sub '${AWS::StackName}-db'", ""),
            Told(&["project_name: c"], &["stack.yaml DBClusterIdentifier AWS::StackName"]),
        ),
        row(
            "`Fn::Join`",
            "2",
            set("DBClusterIdentifier", "!Join ['-', [tide, db]]", ""),
            Taken(&["name: tide-db"]),
        ),
        row(
            "conditions with `Fn::If`",
            "1",
            set(
                "BackupRetentionPeriod",
                "!If [IsProd, 9, !Ref AWS::NoValue]",
                "Parameters:\n  Stage: {Type: String, Default: prod}\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\n",
            ),
            Taken(&["backup_retention: 9"]),
        ),
        row(
            "a resource whose `Condition` is false",
            "",
            whole(
                &[],
                "Conditions:\n  No: !Equals [a, b]\n",
                &format!(
                    "{INSTANCE}  R:\n    Type: AWS::RDS::DBInstance\n    Condition: No\n    Properties: {{DBInstanceClass: db.serverless, DBClusterIdentifier: !Ref C}}\n"
                ),
            ),
            Told(&["- type: writer"], &["stack.yaml R No"]),
        ),
        row(
            "`FindInMap`",
            "0, usual in AWS' own",
            set(
                "BackupRetentionPeriod",
                "!FindInMap [M, prod, Days]",
                "Mappings:\n  M:\n    prod: {Days: 9}\n",
            ),
            Taken(&["backup_retention: 9"]),
        ),
        row(
            "`ImportValue`",
            "0, usual in AWS' own",
            set("KmsKeyId", "!ImportValue net-key", ""),
            Told(&[], &["KmsKeyId net-key"]),
        ),
        row(
            "`Select`, `Split`",
            "",
            set("DatabaseName", "!Select [1, !Split ['-', a-tide]]", ""),
            Taken(&["database_name: tide"]),
        ),
        row(
            "password `{{resolve:secretsmanager:…}}`",
            "6",
            whole(
                &[
                    ("ManageMasterUserPassword", ""),
                    ("MasterUserPassword", "'{{resolve:secretsmanager:marker:SecretString:password}}'"),
                ],
                "",
                INSTANCE,
            ),
            Told(&["credentials: secrets_manager"], &["MasterUserPassword"]),
        ),
        row(
            "password a `NoEcho` parameter",
            "6",
            whole(
                &[("ManageMasterUserPassword", ""), ("MasterUserPassword", "!Ref P")],
                "Parameters:\n  P: {Type: String, NoEcho: true, Default: marker}\n",
                INSTANCE,
            ),
            Told(&["credentials: secrets_manager"], &["MasterUserPassword"]),
        ),
        row(
            "`ManageMasterUserPassword`",
            "2",
            set("MasterUsername", "owner", ""),
            Taken(&["master_username: owner"]),
        ),
        row(
            "user name inside `SecretStringTemplate`",
            "5",
            whole(
                &[
                    ("ManageMasterUserPassword", ""),
                    ("MasterUsername", "!Sub '{{resolve:secretsmanager:${S}:SecretString:username}}'"),
                    ("MasterUserPassword", "!Sub '{{resolve:secretsmanager:${S}:SecretString:password}}'"),
                ],
                "",
                &format!(
                    "{INSTANCE}  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      GenerateSecretString: {{SecretStringTemplate: '{{\"username\": \"owner\"}}', GenerateStringKey: password}}\n"
                ),
            ),
            Told(&["master_username: owner"], &["MasterUserPassword"]),
        ),
        row("instances: one", "12", set("Port", "6432", ""), Taken(&["- type: writer", "port: 6432"])),
        row(
            "instances: two and more",
            "3 + 2",
            with(
                "  R:\n    Type: AWS::RDS::DBInstance\n    Properties: {DBInstanceClass: db.serverless, DBClusterIdentifier: !Ref C, PromotionTier: 5}\n",
            ),
            Taken(&["- type: reader", "promotion_tier: 5"]),
        ),
        row(
            "`DBClusterIdentifier` left out",
            "6",
            set("DBClusterIdentifier", "", ""),
            Told(&["project_name: c"], &["stack.yaml:2 DBClusterIdentifier"]),
        ),
        row(
            "`EngineVersion` left out",
            "2",
            set("EngineVersion", "", ""),
            Told(&[], &["stack.yaml:2 EngineVersion left out"]),
        ),
        row(
            "`EngineVersion` an unquoted number",
            "1",
            set("EngineVersion", "15.4", ""),
            Told(&["engine_version: \"15.4\""], &["EngineVersion quote"]),
        ),
        row(
            "`DeletionPolicy: Delete`",
            "5",
            changed(set("Port", "6432", ""), "Delete"),
            Taken(&["final_snapshot: false"]),
        ),
        row(
            "`DeletionPolicy: Snapshot`",
            "1",
            changed(set("Port", "6432", ""), "Snapshot"),
            Taken(&["port: 6432"]),
        ),
        row(
            "`DeletionPolicy: Retain`",
            "",
            changed(set("Port", "6432", ""), "Retain"),
            Told(&["port: 6432"], &["stack.yaml:4 DeletionPolicy keeps"]),
        ),
        row("mixed classes", "2", whole(&[], "", provisioned), Told(&["- type: reader"], &["db.t3.medium"])),
        row(
            "a range, and only provisioned classes",
            "",
            whole(&[], "", &provisioned.replace("db.serverless", "db.r6g.large")),
            Told(&[], &["db.r6g.large", "ServerlessV2ScalingConfiguration no effect"]),
        ),
        row(
            "several clusters in one template",
            "1",
            with(
                "  D:\n    Type: AWS::RDS::DBCluster\n    Properties: {Engine: aurora-mysql, DBClusterIdentifier: invoices}\n",
            ),
            Asked(&["orders", "invoices"]),
        ),
        row(
            "proxy",
            "3",
            with(&PROXY.replace("KEY", "ConnectionPoolConfigurationInfo")),
            Taken(&["name: orders-pool", "max_connections_percent: 80", "iam_auth: REQUIRED"]),
        ),
        row(
            "… with the wrong key `ConnectionPoolConfig`",
            "2",
            with(&PROXY.replace("KEY", "ConnectionPoolConfig")),
            Told(&["name: orders-pool"], &["ConnectionPoolConfig"]),
        ),
        row("Global Database", "2", with(GLOBAL), Told(&["name: orders"], &["stack.yaml G Global Database"])),
        row(
            "alarms",
            "4",
            with(
                "  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      Namespace: AWS/RDS\n      MetricName: CPUUtilization\n      Dimensions: [{Name: DBClusterIdentifier, Value: !Ref C}]\n",
            ),
            Told(&[], &["alarm threshold"]),
        ),
        row(
            "`resources: Resources:` of the Serverless Framework",
            "1",
            files(&[(
                "serverless.yml",
                &format!("service: tide\nresources:\n{}", indented(&set("Port", "6432", "")[0].1)),
            )]),
            Taken(&["port: 6432"]),
        ),
        row(
            "a piece in Markdown",
            "9",
            files(&[("notes.md", &format!("# Database\n\n```yaml\n{}```\n", set("Port", "6432", "")[0].1))]),
            Taken(&["port: 6432"]),
        ),
        row(
            "`Yes`, `on` of YAML 1.1",
            "",
            set("DeletionProtection", "on", ""),
            Taken(&["!deletion_protection: false"]),
        ),
        row(
            "SAM's `Transform`",
            "",
            set("Port", "6432", "Transform: AWS::Serverless-2016-10-31\n"),
            Taken(&["port: 6432"]),
        ),
        row(
            "a `DBInstance` without a cluster (plain RDS)",
            "",
            whole(
                &[("Port", "6432")],
                "",
                &format!(
                    "{INSTANCE}  X:\n    Type: AWS::RDS::DBInstance\n    Properties: {{Engine: postgres, DBInstanceClass: db.t3.micro}}\n"
                ),
            ),
            Taken(&["port: 6432"]),
        ),
        row(
            "a template without a cluster",
            "",
            files(&[("stack.yaml", "Resources:\n  B: {Type: 'AWS::S3::Bucket'}\n")]),
            Refused("no Aurora cluster"),
        ),
    ];
    Group { title: "CloudFormation", of: "17 templates", is_list: false, rows }
}

fn changed(files: Vec<(String, String)>, policy: &str) -> Vec<(String, String)> {
    let policy = format!("    DeletionPolicy: {policy}\n    Properties:\n");
    files.into_iter().map(|(name, text)| (name, text.replacen("    Properties:\n", &policy, 1))).collect()
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}
