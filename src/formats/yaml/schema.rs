//! The spec as a JSON Schema, for editors that complete and check it: every key with its help, type, words and default.

use serde_json::{Map, Value, json};

use crate::design::{Control, Design, Edit, Field, Kind, Setting, Shape};
use crate::facts::engines::{AURORA_MYSQL, AURORA_POSTGRESQL};
use crate::facts::prices::FIELDS;
use crate::facts::regions::EU_WEST_1;

use super::keys::{KEYS, Key, Slot};

/// The schema, by draft 2020-12; two spaces a step.
pub fn schema() -> String {
    let design = example();
    let mut root = map(&KEYS.spec, &design);
    if let Some(root) = root.as_object_mut() {
        root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".to_owned(), json!("Aurora Designer spec"));
        root.insert("required".to_owned(), json!(["project_name", "resources"]));
    }
    // Keys are texts, so there is nothing that could fail.
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

/// A design in which every setting is there, so that each can say its words and its default.
fn example() -> Design {
    let edits = [Edit::AddProxy, Edit::AddSecondary(&EU_WEST_1)];
    Design::default().with_all(&edits).unwrap_or_default()
}

/// Sets a key of an object.
fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn map(keys: &[Key], design: &Design) -> Value {
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), slot(&key.slot, design))).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn slot(slot: &Slot, design: &Design) -> Value {
    match slot {
        Slot::Setting(field) => setting(&field(0), design),
        Slot::Named(row) => named(row),
        Slot::Fixed(word) => json!({ "const": word }),
        Slot::Map(keys) => map(keys, design),
        Slot::Version => json!({ "const": 1, "description": "The version of the format." }),
        Slot::Resources => {
            let one = |(name, keys): (&str, &[Key])| {
                let mut one = map(keys, design);
                put(&mut one, "title", json!(name));
                put(&mut one, "required", json!(["type"]));
                one
            };
            let description = "The cluster, and a proxy and a Global Database where there are any.";
            json!({ "type": "array", "description": description, "items": { "oneOf": KEYS.resources().map(one) } })
        }
        Slot::Instances => list("The writer and up to 15 readers.", &map(&KEYS.instance, design)),
        Slot::Role => json!({ "enum": ["writer", "reader"], "description": "What the instance is for." }),
        Slot::Secondaries => {
            let mut item = map(&KEYS.secondary, design);
            put(&mut item, "required", json!(["region"]));
            list("The clusters of other Regions.", &item)
        }
        Slot::Suppress => {
            let text = |description: &str| json!({ "type": "string", "description": description });
            let item = json!({
                "type": "object",
                "additionalProperties": false,
                "required": ["rule", "reason"],
                "properties": {
                    "rule": text("The rule's id."),
                    "reason": text("Why its finding is fine here."),
                    "until": text("The last day on which it stays quiet, YYYY-MM-DD."),
                },
            });
            list("Findings that are answered.", &item)
        }
    }
}

fn list(description: &str, item: &Value) -> Value {
    json!({ "type": "array", "description": description, "items": item })
}

fn named(row: &'static Setting) -> Value {
    match row.shape() {
        Shape::Price(_) => {
            let prices: Map<String, Value> =
                FIELDS.iter().map(|(_, name, _)| ((*name).to_owned(), json!({ "type": "number" }))).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": prices })
        }
        _ => json!({ "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }),
    }
}

/// One setting. What is no value of it is said by the rules too, so the schema draws no bounds of its own.
fn setting(field: &Field, design: &Design) -> Value {
    let words: Vec<String> =
        field.options(design).into_iter().map(|(text, _)| text).filter(|text| !text.is_empty()).collect();
    let kind = field.row().kind();
    let mut it = match kind {
        Kind::Text | Kind::Word => json!({ "type": "string" }),
        Kind::Loose => json!({ "type": ["string", "number"] }),
        Kind::Whole => json!({ "type": "integer" }),
        Kind::Exact => json!({ "type": "number" }),
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::List => json!({ "type": "array", "items": { "type": "string" } }),
    };
    match field.control() {
        Control::Choice if kind == Kind::Word => put(&mut it, "enum", json!(words)),
        Control::Choice if !words.is_empty() => put(&mut it, "examples", json!(words)),
        Control::Several => it
            .as_object_mut()
            .and_then(|it| it.get_mut("items"))
            .into_iter()
            .for_each(|items| put(items, "enum", json!(words))),
        _ => {}
    }
    if *field == Field::EngineVersion {
        let all = AURORA_POSTGRESQL.iter().chain(AURORA_MYSQL).map(|version| version.version);
        put(&mut it, "examples", json!(all.collect::<Vec<_>>()));
    }
    let unit = field.unit();
    let help = field.help();
    let description = if unit.is_empty() { help.to_owned() } else { format!("{help} In {unit}.") };
    put(&mut it, "description", json!(description));
    let default = field.default_text(design);
    // What follows from the rest of the design has no default of its own.
    if !default.is_empty() && kind != Kind::List {
        let value = serde_json::from_str(&default)
            .ok()
            .filter(|value: &Value| value.is_number() || value.is_boolean())
            .unwrap_or_else(|| json!(default));
        put(&mut it, "default", value);
    }
    it
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Home;

    fn at<'a>(value: &'a Value, way: &[&str]) -> &'a Value {
        way.iter()
            .fold(value, |value, step| step.parse::<usize>().map_or(&value[*step], |place| &value[place]))
    }

    #[test]
    fn every_setting_has_its_key_and_its_help() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let resources = ["properties", "resources", "items", "oneOf"];
        let design = example();
        for setting in Setting::all().filter(|it| !it.key().is_empty()) {
            let Some(field) = setting.fields(&design).into_iter().next() else { continue };
            let key: Vec<&str> = setting.key().split('.').collect();
            let (config, items): (&[&str], &[&str]) = match setting.home() {
                Home::Spec => (&[], &[]),
                Home::Cluster => (&["0"], &[]),
                Home::Proxy => (&["1"], &[]),
                Home::Global => (&["2"], &[]),
                Home::Instance => (&["0"], &["config", "instances"]),
                Home::Secondary => (&["2"], &["config", "secondaries"]),
                Home::Member => (&["0"], &["config"]),
            };
            let mut here = &schema;
            if !config.is_empty() {
                here = at(at(here, &resources), config);
            }
            for step in items {
                here = at(here, &["properties", step]);
                if here.get("items").is_some() {
                    here = &here["items"];
                }
            }
            for step in key {
                here = at(here, &["properties", step]);
            }
            assert!(!here.is_null(), "{} is missing", setting.key());
            if field.control() != Control::Own {
                let told = here["description"].as_str().unwrap_or_default();
                assert!(
                    told.starts_with(field.help()) || here["type"] == "object",
                    "{}: {told}",
                    setting.key()
                );
            }
        }
    }

    #[test]
    fn words_and_defaults_are_those_of_the_settings() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let cluster = &schema["properties"]["resources"]["items"]["oneOf"][0]["properties"];
        let config = &cluster["config"]["properties"];
        assert_eq!(cluster["type"]["const"], "aws_rds_aurora");
        assert_eq!(config["engine"]["enum"], json!(["aurora-postgresql", "aurora-mysql"]));
        assert_eq!(config["backup_retention"]["default"], 7);
        assert_eq!(config["force_tls"]["default"], true);
        assert!(config["engine_version"]["examples"].as_array().unwrap().contains(&json!("17.7")));
        assert!(config["log_exports"]["items"]["enum"].as_array().unwrap().contains(&json!("postgresql")));
    }
}
