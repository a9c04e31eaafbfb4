//! Whole configurations, by the resources and notices they give.

mod constructs;
mod known;
mod variables;

use super::read;
use crate::formats::import::{Block, Found, Input, Options, Refusal, Resource, Value};

pub(super) fn inputs(files: &[(&str, &str)]) -> Vec<Input> {
    files
        .iter()
        .map(|(name, text)| Input { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect()
}

fn try_found(files: &[(&str, &str)], options: &Options) -> Result<Found, Refusal> {
    let inputs = inputs(files);
    read(&inputs.iter().collect::<Vec<_>>(), options)
}

fn found(files: &[(&str, &str)]) -> Found {
    try_found(files, &Options::default()).unwrap()
}

fn resource<'a>(found: &'a Found, address: &str) -> &'a Resource {
    let addresses: Vec<&str> = found.resources.iter().map(|resource| resource.address.as_str()).collect();
    found
        .resources
        .iter()
        .find(|resource| resource.address == address)
        .unwrap_or_else(|| panic!("no {address} among {addresses:?}"))
}

/// A value as tests write it: `?` before what is unresolved, `@` before an edge.
fn printed(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(text) => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(printed).collect::<Vec<_>>().join(",")),
        Value::Map(map) => {
            let pairs = map.iter().map(|(key, value)| format!("{key}={}", printed(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Edge(edge) => format!("@{}.{}", edge.address, edge.attribute),
        Value::Unresolved(what) => format!("?{what}"),
        Value::Secret => "***".to_owned(),
    }
}

/// An argument with its place: `3 at main.tf:4 as written`.
fn argument(block: &Block, name: &str) -> String {
    block.arguments.get(name).map_or_else(
        || "nothing".to_owned(),
        |argument| {
            let written =
                argument.written.as_ref().map(|written| format!(" as {written}")).unwrap_or_default();
            format!("{} at {}{written}", printed(&argument.value), argument.place)
        },
    )
}

/// The value alone.
fn value(found: &Found, address: &str, name: &str) -> String {
    let argument = resource(found, address).body.arguments.get(name);
    argument.map_or_else(|| "nothing".to_owned(), |argument| printed(&argument.value))
}

fn notices(found: &Found) -> Vec<String> {
    found.notices.iter().map(ToString::to_string).collect()
}

fn has_notice(found: &Found, words: &[&str]) -> bool {
    notices(found).iter().any(|notice| words.iter().all(|word| notice.contains(word)))
}
