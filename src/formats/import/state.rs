//! A Terraform state: what `terraform show -json` prints of it, or the file itself in version 4. that of `tofu` is the same.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::shapes::{Shape, shape};
use super::{Block, Found, Input, Key, Place, Refusal, Resource, Source, Value, json, limits};

/// A state as printed; a state's file has `resources` at its top.
#[derive(Deserialize)]
struct State<'a> {
    #[serde(borrow)]
    values: Option<Values<'a>>,
    #[serde(borrow, default)]
    resources: Vec<Stored<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Values<'a> {
    #[serde(borrow)]
    pub(super) root_module: Option<Module<'a>>,
}

/// A module with everything in it.
#[derive(Deserialize)]
pub(super) struct Module<'a> {
    #[serde(borrow, default)]
    address: Cow<'a, str>,
    #[serde(borrow, default)]
    resources: Vec<Shown<'a>>,
    #[serde(borrow, default)]
    child_modules: Vec<Self>,
}

/// A resource as printed; its values stay unread until its type is one of ours.
#[derive(Deserialize)]
struct Shown<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
    #[serde(borrow, default)]
    mode: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    index: Option<&'a RawValue>,
    #[serde(borrow)]
    values: Option<&'a RawValue>,
    #[serde(borrow)]
    sensitive_values: Option<&'a RawValue>,
}

/// A resource of a state's file, with all its instances.
#[derive(Deserialize)]
struct Stored<'a> {
    #[serde(borrow, default)]
    module: Cow<'a, str>,
    #[serde(borrow, default)]
    mode: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    name: Cow<'a, str>,
    #[serde(borrow, default)]
    instances: Vec<Instance<'a>>,
}

#[derive(Deserialize)]
struct Instance<'a> {
    #[serde(borrow)]
    index_key: Option<&'a RawValue>,
    #[serde(borrow)]
    attributes: Option<&'a RawValue>,
    #[serde(borrow)]
    sensitive_attributes: Option<&'a RawValue>,
}

/// Reads states.
///
/// # Errors
/// Where a text has not the form of a state, or only tells where the state is kept.
pub(super) fn read(inputs: &[&Input]) -> Result<Found, Refusal> {
    let mut found = Found::default();
    for input in inputs {
        let text = std::str::from_utf8(limits::bare(&input.bytes)).unwrap_or_default();
        let state: State<'_> = serde_json::from_str(text).map_err(|error| odd(input, "state", &error))?;
        if let Some(root) = state.values.and_then(|it| it.root_module) {
            shown(&root, Source::State, &input.name, &mut found.resources);
        }
        for resource in &state.resources {
            stored(resource, &input.name, &mut found.resources);
        }
        refuse_stub(input, text, &found)?;
    }
    Ok(found)
}

/// A text that has not the form it should have.
pub(super) fn odd(input: &Input, what: &str, error: &serde_json::Error) -> Refusal {
    let message = format!(
        "This looks like a {what} and has another form at line {}, column {}. Run terraform show -json and give all it prints.",
        error.line(),
        error.column()
    );
    Refusal::at(Place::file(&input.name), message)
}

/// Refuses a state that only tells where the real one is kept.
fn refuse_stub(input: &Input, text: &str, found: &Found) -> Result<(), Refusal> {
    #[derive(Deserialize)]
    struct Stub {
        backend: Option<serde::de::IgnoredAny>,
    }
    let stub =
        found.resources.is_empty() && serde_json::from_str::<Stub>(text).is_ok_and(|it| it.backend.is_some());
    if !stub {
        return Ok(());
    }
    Err(Refusal::at(
        Place::file(&input.name),
        "This only tells where the state is kept. Run terraform show -json or terraform state pull, and give what it prints.",
    ))
}

/// Every resource of ours in a module and below it.
pub(super) fn shown(module: &Module<'_>, source: Source, file: &str, into: &mut Vec<Resource>) {
    for it in &module.resources {
        let Some(shape) = shape(&it.kind) else { continue };
        let Some(values) = it.values else { continue };
        let place = Place::address(file, it.address.as_ref());
        let body = json::block(shape, values, it.sensitive_values, &place);
        into.push(Resource {
            source,
            data: it.mode == "data",
            kind: it.kind.to_string(),
            address: it.address.to_string(),
            module: module.address.to_string(),
            label: it.name.to_string(),
            key: it.index.and_then(key),
            region: None,
            default_tags: std::collections::BTreeMap::new(),
            body,
        });
    }
    for child in &module.child_modules {
        shown(child, source, file, into);
    }
}

/// A number or a name in brackets.
fn key(raw: &RawValue) -> Option<Key> {
    match json::value(raw, None) {
        Value::Number(number) => number.parse().ok().map(Key::Index),
        Value::Text(name) => Some(Key::Name(name)),
        _ => None,
    }
}

fn stored(resource: &Stored<'_>, file: &str, into: &mut Vec<Resource>) {
    let Some(shape) = shape(&resource.kind) else { return };
    let is_data = resource.mode == "data";
    for instance in &resource.instances {
        let Some(attributes) = instance.attributes else { continue };
        let key = instance.index_key.and_then(key);
        let index = match &key {
            Some(Key::Index(index)) => format!("[{index}]"),
            Some(Key::Name(name)) => format!("[{name:?}]"),
            None => String::new(),
        };
        let module = if resource.module.is_empty() { String::new() } else { format!("{}.", resource.module) };
        let data = if is_data { "data." } else { "" };
        let address = format!("{module}{data}{}.{}{index}", resource.kind, resource.name);
        let place = Place::address(file, &address);
        let mut body = json::block(shape, attributes, None, &place);
        hide(shape, &mut body, instance.sensitive_attributes);
        into.push(Resource {
            source: Source::State,
            data: is_data,
            kind: resource.kind.to_string(),
            address,
            module: resource.module.to_string(),
            label: resource.name.to_string(),
            key,
            region: None,
            default_tags: std::collections::BTreeMap::new(),
            body,
        });
    }
}

/// A step of a path to a sensitive attribute.
#[derive(Deserialize)]
struct Step {
    value: serde_json::Value,
}

/// Takes back what the state marks as sensitive: paths of attributes, of which the first step is enough.
fn hide(shape: &Shape, body: &mut Block, sensitive: Option<&RawValue>) {
    let paths: Vec<Vec<Step>> =
        sensitive.and_then(|it| serde_json::from_str(it.get()).ok()).unwrap_or_default();
    for path in paths {
        let Some(name) = path.first().and_then(|step| step.value.as_str()) else { continue };
        if shape.arguments.contains(&name)
            && body.arguments.get(name).is_some_and(|it| it.value != Value::Null)
        {
            json::replace(body, name, Value::Secret);
        }
        if path.len() > 1 || shape.blocks.iter().any(|it| it.name == name) {
            body.blocks.remove(name);
        }
    }
}
