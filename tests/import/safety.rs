//! A marker stands wherever a secret can, and must not stand in anything that comes out.

use aurora_designer::formats::bundle::{bundle, files};
use aurora_designer::formats::import::{Input, Options, import};
use aurora_designer::formats::terraform::main_tf;
use aurora_designer::formats::{link, yaml};

use super::common::{case, folder, input, notices};

/// Long enough to look like a password, and found nowhere else.
const MARKER: &str = "MARKER-9x7Kq2-secret";

/// Everything an import says or makes, as one text.
fn out(inputs: &[Input]) -> String {
    let import = match import(inputs, &Options::default()) {
        Ok(import) => import,
        Err(refusal) => return format!("{refusal} {refusal:?}"),
    };
    let mut out = vec![
        format!("{:?}", import.design),
        format!("{:?} {:?}", import.taken, import.clusters),
        yaml::write(&import.design),
        main_tf(&import.design),
        link::encode(&import.design).unwrap_or_default(),
        String::from_utf8_lossy(&bundle(&import.design)).into_owned(),
    ];
    out.extend(files(&import.design).into_iter().map(|(_, text)| text));
    out.extend(notices(&import));
    out.join("\n")
}

#[track_caller]
fn assert_hidden(inputs: &[Input]) {
    let out = out(inputs);
    let at = out.find(MARKER).map(|at| out[at.saturating_sub(200)..].chars().take(400).collect::<String>());
    assert_eq!(at, None);
}

#[test]
fn no_secret_of_terraform_gets_out() {
    let main = r#"
terraform {
  backend "pg" { conn_str = "postgres://u:MARKER-9x7Kq2-secret@h/db" }
}
provider "aws" {
  region     = "eu-west-1"
  access_key = "MARKER-9x7Kq2-secret"
  secret_key = "MARKER-9x7Kq2-secret"
  token      = "MARKER-9x7Kq2-secret"
  assume_role { external_id = "MARKER-9x7Kq2-secret" }
}
variable "password" { default = "MARKER-9x7Kq2-secret" }
variable "user" {
  default   = "MARKER-9x7Kq2-secret"
  sensitive = true
}
locals {
  hidden   = var.user
  password = "MARKER-9x7Kq2-secret"
}
resource "random_password" "x" { keepers = { seed = "MARKER-9x7Kq2-secret" } }
resource "aws_secretsmanager_secret_version" "x" {
  secret_string = jsonencode({ password = "MARKER-9x7Kq2-secret" })
}
resource "aws_lambda_function" "x" {
  environment { variables = { PASSWORD = "MARKER-9x7Kq2-secret" } }
}
resource "aws_instance" "x" { user_data = "MARKER-9x7Kq2-secret" }
resource "aws_rds_cluster" "x" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  engine_version     = sensitive("MARKER-9x7Kq2-secret")
  master_username    = local.hidden
  master_password    = local.password
  master_password_wo = "MARKER-9x7Kq2-secret"
  database_name      = "${var.user}"
  tags               = { owner = var.user }
}
resource "aws_rds_cluster_instance" "x" {
  cluster_identifier = aws_rds_cluster.x.id
  instance_class     = "db.serverless"
}
resource "aws_db_proxy" "x" {
  name          = "pool"
  engine_family = "POSTGRESQL"
  auth {
    secret_arn  = "MARKER-9x7Kq2-secret"
    username    = "MARKER-9x7Kq2-secret"
    description = "MARKER-9x7Kq2-secret"
  }
}
resource "aws_db_proxy_default_target_group" "x" {
  db_proxy_name = aws_db_proxy.x.name
  connection_pool_config { init_query = "SET x = 'MARKER-9x7Kq2-secret'" }
}
module "db" {
  source          = "terraform-aws-modules/rds-aurora/aws"
  version         = "~> 9.0"
  create          = false
  master_password = "MARKER-9x7Kq2-secret"
}
output "password" {
  value     = "MARKER-9x7Kq2-secret"
  sensitive = true
}
"#;
    assert_hidden(&[
        input(("main.tf", main)),
        input(("terraform.tfvars", "password = \"MARKER-9x7Kq2-secret\"\nuser = \"MARKER-9x7Kq2-secret\"\n")),
    ]);
    // Text that can't be parsed is not shown either.
    assert_hidden(&[input((
        "main.tf",
        "resource \"aws_rds_cluster\" \"x\" {\n  master_password = \"MARKER-9x7Kq2-secret\n}\n",
    ))]);
    assert_hidden(&[input(("main.tf", "resource \"x\" \"y\" {\n password = = MARKER-9x7Kq2-secret\n"))]);
}

/// Puts the marker behind each of these keys, wherever they stand in the JSON.
fn marked(value: &mut serde_json::Value, keys: &[&str]) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, it) in map {
                if keys.contains(&key.as_str()) && !it.is_boolean() && !it.is_object() {
                    *it = serde_json::json!(MARKER);
                } else {
                    marked(it, keys);
                }
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|it| marked(it, keys)),
        _ => {}
    }
}

fn json_case(name: &str, file: &str, change: impl FnOnce(&mut serde_json::Value)) -> Vec<Input> {
    let mut inputs = folder(&case(name));
    let input = inputs.iter_mut().find(|it| it.name == file).unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(&input.bytes).unwrap();
    change(&mut json);
    assert!(json.to_string().contains(MARKER));
    input.bytes = json.to_string().into_bytes();
    inputs
}

#[test]
fn no_secret_of_a_state_or_a_plan_gets_out() {
    const KEYS: [&str; 12] = [
        "master_password",
        "password",
        "result",
        "bcrypt_hash",
        "secret_string",
        "secret_binary",
        "value",
        "init_query",
        "private",
        "endpoint",
        "reader_endpoint",
        "description",
    ];
    assert_hidden(&json_case("tf-state", "state.json", |state| {
        marked(state, &KEYS);
        let secrets = [
            ("aws_db_instance", "password"),
            ("aws_ssm_parameter", "value"),
            ("aws_ssm_parameter", "insecure_value"),
            ("aws_kms_secrets", "plaintext"),
            ("aws_iam_access_key", "secret"),
            ("tls_private_key", "private_key_pem"),
            ("aws_dms_endpoint", "password"),
            ("postgresql_role", "password"),
            ("aws_lambda_function", "environment"),
            ("aws_ecs_task_definition", "container_definitions"),
            ("aws_instance", "user_data"),
            ("terraform_remote_state", "outputs"),
            ("random_string", "result"),
        ];
        let resources =
            state["values"]["root_module"]["child_modules"][0]["resources"].as_array_mut().unwrap();
        for (kind, attribute) in secrets {
            resources.push(serde_json::json!({
                "address": format!("{kind}.x"), "mode": "managed", "type": kind, "name": "x",
                "values": { attribute: MARKER, "id": MARKER },
            }));
        }
        state["values"]["outputs"] =
            serde_json::json!({ "password": { "sensitive": true, "value": MARKER } });
    }));
    assert_hidden(&json_case("tf-plan", "plan.json", |plan| {
        marked(plan, &["master_password"]);
        marked(&mut plan["variables"], &["value"]);
        marked(&mut plan["configuration"], &["constant_value", "default"]);
        plan["prior_state"] = serde_json::json!({ "values": { "outputs": { "x": { "value": MARKER } } } });
        plan["resource_drift"] =
            serde_json::json!([{ "address": "x", "change": { "before": { "password": MARKER } } }]);
        for change in plan["resource_changes"].as_array_mut().unwrap() {
            change["change"]["before"] = serde_json::json!({ "master_password": MARKER });
            change["change"]["after"] =
                serde_json::json!({ "master_password": MARKER, "tags": { "x": MARKER } });
        }
    }));
}

#[test]
fn no_secret_of_aws_own_answers_gets_out() {
    assert_hidden(&json_case("describe-clusters-instances", "clusters.json", |answer| {
        marked(answer, &["SecretArn", "Endpoint", "ReaderEndpoint", "DbClusterResourceId", "HostedZoneId"]);
        answer["DBClusters"][0]["PendingModifiedValues"] =
            serde_json::json!({ "MasterUserPassword": MARKER });
        answer["NextToken"] = serde_json::json!(MARKER);
    }));
    assert_hidden(&json_case("describe-global-proxy", "proxies.json", |answer| {
        marked(answer, &["SecretArn", "UserName", "Description", "RoleArn", "Endpoint"]);
    }));
    assert_hidden(&json_case("metrics-data", "metrics.json", |answer| {
        answer["NextToken"] = serde_json::json!(MARKER);
    }));
    assert_hidden(&json_case("cfn-cdk-json", "Voyage.template.json", |template| {
        marked(template, &["MasterUserPassword", "ExcludeCharacters", "S3Key", "Analytics"]);
        template["Parameters"]["Password"] =
            serde_json::json!({ "Type": "String", "NoEcho": true, "Default": MARKER });
        template["Resources"]["LogbookCluster4D3C2B1A"]["Properties"]["DatabaseName"] =
            serde_json::json!({ "Ref": "Password" });
        template["Resources"]["Other"] = serde_json::json!({
            "Type": "AWS::SecretsManager::Secret", "Properties": { "SecretString": MARKER },
        });
    }));
    let mut inputs = folder(&case("cfn-yaml"));
    let parameters = format!("[{{\"ParameterKey\": \"Unused\", \"ParameterValue\": \"{MARKER}\"}}]");
    inputs.push(input(("parameters.json", &parameters)));
    assert_hidden(&inputs);
}
