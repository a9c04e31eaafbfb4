//! States and plans: both forms, modules, keys, what is sensitive.

use serde_json::{Value, json};

use super::common::{assert_says, case, folder, of, says};
use aurora_designer::formats::import::Import;
use aurora_designer::formats::yaml;

/// The state of the case, as a value.
pub(crate) fn state() -> Value {
    serde_json::from_slice(&folder(&case("tf-state")).remove(0).bytes).unwrap()
}

fn resources(state: &mut Value) -> &mut Vec<Value> {
    state["values"]["root_module"]["child_modules"][0]["resources"].as_array_mut().unwrap()
}

fn values<'a>(state: &'a mut Value, address: &str) -> &'a mut Value {
    let found = resources(state).iter_mut().find(|it| it["address"] == address);
    &mut found.unwrap()["values"]
}

fn read(state: &Value) -> Import {
    of(&[("state.json", &state.to_string())]).unwrap()
}

/// The same state as Terraform keeps it on disk.
fn on_disk(state: &mut Value) -> Value {
    let mut stored: Vec<Value> = Vec::new();
    for it in resources(state).clone() {
        let mut instance = json!({
            "attributes": it["values"],
            "sensitive_attributes": [[{ "type": "get_attr", "value": "master_password" }]],
            "private": "bm90YXJlYWxoYXNo",
        });
        if !it["index"].is_null() {
            instance["index_key"] = it["index"].clone();
        }
        let same = stored.iter_mut().find(|known| known["type"] == it["type"] && known["name"] == it["name"]);
        match same {
            Some(known) => known["instances"].as_array_mut().unwrap().push(instance),
            None => stored.push(json!({
                "module": "module.records", "mode": it["mode"], "type": it["type"], "name": it["name"],
                "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]", "instances": [instance],
            })),
        }
    }
    json!({ "version": 4, "terraform_version": "1.11.4", "serial": 7, "lineage": "x", "outputs": {}, "resources": stored })
}

const CLUSTER: &str = "module.records.aws_rds_cluster.records";

#[test]
fn the_file_on_disk_says_the_same_as_what_is_printed() {
    let expected = std::fs::read_to_string(case("tf-state").with_file_name("expected.yaml")).unwrap();
    let disk = of(&[("terraform.tfstate", &on_disk(&mut state()).to_string())]).unwrap();
    assert_eq!(yaml::write(&disk.design), expected);
    assert_says(&disk, "terraform.tfstate:module.records.aws_rds_cluster.records master_password");
    assert_says(&disk, "module.records.aws_rds_cluster_endpoint.reports");
}

#[test]
fn members_may_stand_in_any_order_and_be_many_more() {
    let mut state = state();
    state["checks"] = json!([{ "deep": [[[{ "x": 1 }]]] }]);
    for it in resources(&mut state) {
        // Behind the values, as some tools sort.
        let kind = it["type"].take();
        it.as_object_mut().unwrap().remove("type");
        it["zz"] = json!(1);
        it["type"] = kind;
    }
    let sorted = serde_json::to_string_pretty(&state).unwrap();
    assert_eq!(of(&[("s.json", &sorted)]).unwrap().design, read(&self::state()).design);
}

#[test]
fn after_a_failover_whoever_writes_is_the_writer() {
    let mut state = state();
    for (index, writes) in [(0, false), (1, false), (2, true)] {
        *values(&mut state, &format!("module.records.aws_rds_cluster_instance.records[{index}]"))
            .get_mut("writer")
            .unwrap() = json!(writes);
    }
    let design = read(&state).design;
    assert_eq!(design.cluster.writer.promotion_tier, 15);
}

#[test]
fn a_secret_that_rds_keeps_is_managed() {
    let mut state = state();
    let cluster = values(&mut state, CLUSTER);
    cluster["master_password"] = Value::Null;
    cluster["master_user_secret"] =
        json!([{ "secret_arn": "arn:aws:secretsmanager:x", "secret_status": "active" }]);
    let import = read(&state);
    assert!(
        yaml::write(&import.design).contains("engine:")
            && !yaml::write(&import.design).contains("credentials")
    );
    assert!(!says(&import, "never read"));
}

#[test]
fn what_is_marked_sensitive_is_never_read() {
    let mut state = state();
    let found = resources(&mut state).iter_mut().find(|it| it["address"] == CLUSTER).unwrap();
    found["sensitive_values"]["master_username"] = json!(true);
    found["sensitive_values"]["tags_all"] = json!({ "guild": true });
    found["sensitive_values"]["serverlessv2_scaling_configuration"] = json!(true);
    let import = read(&state);
    let spec = yaml::write(&import.design);
    assert!(
        !spec.contains("scribe") && !spec.contains("archivists") && spec.contains("max_capacity: 16"),
        "{spec}"
    );
    assert_says(&import, "master_username sensitive");
    assert_says(&import, "tags guild sensitive");
    assert_says(&import, "min_capacity");
}

#[test]
fn a_state_of_nothing_of_ours_is_refused() {
    let mut state = state();
    resources(&mut state).retain(|it| it["type"] != "aws_rds_cluster");
    let refusal = of(&[("state.json", &state.to_string())]).unwrap_err();
    assert!(refusal.message.contains("no Aurora cluster"), "{refusal}");
}

#[test]
fn a_data_source_is_none_of_ours_but_for_groups_and_keys() {
    let mut state = state();
    for it in resources(&mut state) {
        if it["type"] == "aws_db_subnet_group" {
            it["mode"] = json!("data");
        }
    }
    let import = read(&state);
    assert_eq!(import.design.cluster.network.subnet_ids.len(), 3);
    for it in resources(&mut state) {
        if it["type"] == "aws_rds_cluster" {
            it["mode"] = json!("data");
        }
    }
    assert!(of(&[("state.json", &state.to_string())]).is_err());
}

#[test]
fn odd_values_are_no_end_of_the_world() {
    for odd in
        [json!(null), json!(7), json!("x"), json!([[[]]]), json!({ "a": {} }), json!(true), json!(-1.5e300)]
    {
        for name in [
            "engine_version",
            "port",
            "backup_retention_period",
            "tags_all",
            "serverlessv2_scaling_configuration",
            "enabled_cloudwatch_logs_exports",
            "kms_key_id",
            "cluster_identifier",
            "vpc_security_group_ids",
        ] {
            let mut state = state();
            values(&mut state, CLUSTER)[name] = odd.clone();
            let import = read(&state);
            assert_eq!(
                yaml::read(&yaml::write(&import.design)).map(|it| it.design),
                Ok(import.design),
                "{name} {odd}"
            );
        }
    }
}
