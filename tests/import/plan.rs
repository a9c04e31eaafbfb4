//! Plans: what is planned, what is unknown, and what of a plan is never read.

use serde_json::{Value, json};

use super::common::{assert_says, case, folder, of, says};
use aurora_designer::design::{KmsKey, Vpc};
use aurora_designer::formats::import::Import;

fn plan() -> Value {
    serde_json::from_slice(&folder(&case("tf-plan")).remove(0).bytes).unwrap()
}

fn read(plan: &Value) -> Import {
    of(&[("plan.json", &plan.to_string())]).unwrap()
}

const CLUSTER: &str = "module.orchard.aws_rds_cluster.this";

/// The planned values of a resource.
fn values<'a>(plan: &'a mut Value, address: &str) -> &'a mut Value {
    let modules = plan["planned_values"]["root_module"]["child_modules"].as_array_mut().unwrap();
    let found =
        modules[0]["resources"].as_array_mut().unwrap().iter_mut().find(|it| it["address"] == address);
    &mut found.unwrap()["values"]
}

#[test]
fn a_key_that_waits_for_nothing_here_is_created_with_a_notice() {
    let mut plan = plan();
    plan["configuration"]["root_module"]["module_calls"]["orchard"]["expressions"]["key"]["references"] =
        json!(["data.aws_ssm_parameter.key.value", "data.aws_ssm_parameter.key"]);
    let import = read(&plan);
    assert_eq!(import.design.cluster.kms_key, KmsKey::Create);
    assert_says(&import, "plan.json:module.orchard.aws_rds_cluster.this kms_key_id create");
}

#[test]
fn a_key_that_nobody_wrote_is_aws_own() {
    let mut plan = plan();
    let module = &mut plan["configuration"]["root_module"]["module_calls"]["orchard"]["module"];
    let cluster = module["resources"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|it| it["address"] == "aws_rds_cluster.this");
    cluster.unwrap()["expressions"].as_object_mut().unwrap().remove("kms_key_id");
    let import = read(&plan);
    assert_eq!(import.design.cluster.kms_key, KmsKey::AwsManaged);
    assert!(!says(&import, "kms_key_id"));
}

#[test]
fn references_lead_through_the_outputs_of_modules() {
    let mut plan = plan();
    let root = &mut plan["configuration"]["root_module"];
    root["module_calls"]["keys"] = json!({ "module": {
        "resources": [], "outputs": { "arn": { "expression": { "references": ["aws_kms_key.db.arn", "aws_kms_key.db"] } } },
    } });
    root["module_calls"]["orchard"]["expressions"]["key"]["references"] =
        json!(["module.keys.arn", "module.keys"]);
    plan["resource_changes"].as_array_mut().unwrap().push(json!({
        "address": "module.keys.aws_kms_key.db", "type": "aws_kms_key", "change": { "actions": ["create"] },
    }));
    plan["planned_values"]["root_module"]["child_modules"].as_array_mut().unwrap().push(json!({
        "address": "module.keys",
        "resources": [{ "address": "module.keys.aws_kms_key.db", "mode": "managed", "type": "aws_kms_key", "name": "db", "values": {} }],
    }));
    let import = read(&plan);
    assert_eq!((&import.design.cluster.kms_key, says(&import, "kms_key_id")), (&KmsKey::Create, false));
}

#[test]
fn subnets_that_exist_are_an_existing_network() {
    let mut plan = plan();
    values(&mut plan, "module.orchard.aws_db_subnet_group.this")["subnet_ids"] =
        json!(["subnet-1", "subnet-2"]);
    for change in plan["resource_changes"].as_array_mut().unwrap() {
        if change["address"] == "module.orchard.aws_db_subnet_group.this" {
            change["change"]["after_unknown"].as_object_mut().unwrap().remove("subnet_ids");
        }
    }
    let import = read(&plan);
    assert_eq!(import.design.cluster.network.vpc, Vpc::Existing);
    assert_eq!(import.design.cluster.network.subnet_ids, ["subnet-1", "subnet-2"]);
}

#[test]
fn members_that_are_deleted_or_replaced_are_named() {
    let mut plan = plan();
    let changes = plan["resource_changes"].as_array_mut().unwrap();
    for change in &mut *changes {
        if change["address"] == CLUSTER {
            change["change"]["actions"] = json!(["delete", "create"]);
        }
    }
    changes.push(json!({
        "address": "aws_rds_cluster_instance.gone", "type": "aws_rds_cluster_instance",
        "change": { "actions": ["delete"], "before": { "identifier": "gone" } },
    }));
    let import = read(&plan);
    assert_says(&import, "module.orchard.aws_rds_cluster.this delete create replaces");
    assert_says(&import, "aws_rds_cluster_instance.gone deletes");
}

#[test]
fn the_region_is_the_providers_constant_or_its_variable() {
    let mut plan = plan();
    let region = |plan: &Value| read(plan).design.region.code;
    assert_eq!(region(&plan), "sa-east-1");
    let expressions = "/configuration/provider_config/aws/expressions";
    // The zones of the instances are gone, so that nothing else tells it.
    *plan.pointer_mut(expressions).unwrap() = json!({ "region": { "constant_value": "eu-south-1" } });
    assert_eq!(region(&plan), "eu-south-1");
    *plan.pointer_mut(expressions).unwrap() = json!({ "region": { "references": ["var.owner_password"] } });
    let import = read(&plan);
    // Subnets with zones still tell it; the password is no Region, so it is not read.
    assert!(!format!("{:?}", import.notices).contains("Pear"));
    assert_eq!(import.design.region.code, "sa-east-1");
}

#[test]
fn a_plan_without_a_configuration_is_read_as_far_as_it_goes() {
    let mut plan = plan();
    plan.as_object_mut().unwrap().remove("configuration");
    let import = read(&plan);
    assert_eq!(import.design.cluster_name(), "orchard-cluster");
    assert_says(&import, "aws_rds_cluster_instance");
    assert_says(&import, "subnet_ids");
}
