//! The rules of the mapping, each on the smallest input that shows it.

mod cluster;
mod instances;
mod network;
mod parts;
mod whole;

use serde_json::json;

use super::super::shapes::{Shape, shape};
use super::super::{Argument, Block, Edge, Found, Key, Options, Place, Refusal, Resource, Source, Value};
use super::{Mapped, map};
use crate::design::{
    Credentials, Design, Engine, Environment, IamAuth, InsightsMode, KmsKey, LogExport, StorageType, Vpc,
    Zone,
};
use crate::facts::Acu;
use crate::formats::yaml;

type Json = serde_json::Value;

/// Reads JSON as a reader would give it: `edge:ADDRESS.ATTRIBUTE`, `wait:NAME` and `secret:` are what they say.
fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(it) => Value::Bool(*it),
        Json::Number(it) => Value::Number(it.to_string()),
        Json::String(text) => match text.split_once(':') {
            Some(("edge", edge)) => {
                let (address, attribute) = edge.rsplit_once('.').unwrap();
                Value::Edge(Edge { address: address.to_owned(), attribute: attribute.to_owned() })
            }
            Some(("wait", name)) => Value::Unresolved(name.to_owned()),
            Some(("secret", _)) => Value::Secret,
            _ => Value::Text(text.clone()),
        },
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        Json::Object(items) => Value::Map(items.iter().map(|(key, it)| (key.clone(), value(it))).collect()),
    }
}

fn block(shape: &Shape, json: &Json, line: u32) -> Block {
    let mut block = Block::at(Place::line("main.tf", line));
    for (at, (name, it)) in (line + 1..).zip(json.as_object().unwrap()) {
        let place = Place::line("main.tf", at);
        if let Some(inner) = shape.blocks.iter().find(|inner| inner.name == name) {
            let items = it.as_array().map_or_else(|| vec![it.clone()], Clone::clone);
            let blocks = items.iter().map(|it| self::block(inner, it, at)).collect();
            block.blocks.insert(name.clone(), blocks);
        } else {
            let listed = shape.arguments.contains(&name.as_str()) || shape.secrets.contains(&name.as_str());
            assert!(listed, "{name}");
            block.arguments.insert(name.clone(), Argument { value: value(it), place, written: None });
        }
    }
    block
}

/// Resources by address, at lines 100, 200 and so on.
fn found(source: Source, resources: &[(&str, Json)]) -> Found {
    let resources = (100..).step_by(100).zip(resources).map(|(line, (address, json))| {
        let (module, rest) = address.rsplit_once('/').unwrap_or(("", address));
        let data = rest.starts_with("data.");
        let plain = rest.trim_start_matches("data.");
        let (kind, label) = plain.split_once('.').unwrap();
        let (label, key) = match label.split_once('[') {
            Some((label, key)) => {
                let key = key.trim_end_matches(']');
                let key =
                    key.parse().map_or_else(|_| Key::Name(key.trim_matches('"').to_owned()), Key::Index);
                (label, Some(key))
            }
            None => (label, None),
        };
        Resource {
            source,
            data,
            kind: kind.to_owned(),
            address: address.replace('/', "."),
            module: module.to_owned(),
            label: label.to_owned(),
            key,
            region: Some(Value::Text("eu-west-1".to_owned())),
            default_tags: std::collections::BTreeMap::new(),
            body: block(shape(kind).unwrap(), json, line),
        }
    });
    Found { resources: resources.collect(), ..Found::default() }
}

/// A small cluster with more arguments.
fn cluster(more: &Json) -> Json {
    let mut json = json!({
        "cluster_identifier": "orders",
        "engine": "aurora-postgresql",
        "engine_version": "16.8",
        "database_name": "orders",
        "master_username": "keeper",
        "serverlessv2_scaling_configuration": { "min_capacity": 1, "max_capacity": 8 },
    });
    json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json
}

fn instance(more: &Json) -> Json {
    let mut json = json!({
        "identifier": "orders-1",
        "cluster_identifier": "edge:aws_rds_cluster.a.id",
        "instance_class": "db.serverless",
    });
    json.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json
}

fn mapped(source: Source, resources: &[(&str, Json)]) -> Mapped {
    map(&found(source, resources), &Options::default()).unwrap()
}

fn refused(source: Source, resources: &[(&str, Json)]) -> Refusal {
    map(&found(source, resources), &Options::default()).unwrap_err()
}

/// A cluster with one instance, out of Terraform.
fn one(more: &Json) -> Mapped {
    mapped(
        Source::Terraform,
        &[("aws_rds_cluster.a", cluster(more)), ("aws_rds_cluster_instance.a", instance(&json!({})))],
    )
}

fn with(more: &Json, beside: &[(&str, Json)]) -> Mapped {
    let mut all =
        vec![("aws_rds_cluster.a", cluster(more)), ("aws_rds_cluster_instance.a", instance(&json!({})))];
    all.extend(beside.iter().cloned());
    mapped(Source::Terraform, &all)
}

fn says(mapped: &Mapped, words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    mapped.notices.iter().any(|it| {
        let text = it.to_string();
        words.iter().all(|word| text.contains(word))
    })
}

#[track_caller]
fn assert_says(mapped: &Mapped, words: &str) {
    assert!(
        says(mapped, words),
        "{words}: {:#?}",
        mapped.notices.iter().map(ToString::to_string).collect::<Vec<_>>()
    );
}

fn tiers(design: &Design) -> Vec<u32> {
    let readers = design.cluster.readers.iter().map(|it| it.promotion_tier);
    std::iter::once(design.cluster.writer.promotion_tier).chain(readers).collect()
}
