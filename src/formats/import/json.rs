//! Objects of a state or a plan become blocks, by the list of what may be read; everything else is skipped unread.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::shapes::Shape;
use super::{Argument, Block, Place, Value};

/// Members of an object, unread.
pub(super) type Raw<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;

/// The members of an object; none where it is no object.
pub(super) fn members(raw: &RawValue) -> Option<Raw<'_>> {
    serde_json::from_str::<BTreeMap<Text<'_>, &RawValue>>(raw.get())
        .ok()
        .map(|map| map.into_iter().map(|(key, value)| (key.0, value)).collect())
}

/// A key that is borrowed where it has no escape.
#[derive(serde::Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// Whether a value says nothing: null, an empty text, list or object.
pub(super) fn says_nothing(raw: &str) -> bool {
    let text: String = raw.chars().filter(|it| !it.is_whitespace()).collect();
    matches!(text.as_str(), "null" | "\"\"" | "[]" | "{}" | "[{}]")
}

/// What an object says of the attributes that a shape lists; `sensitive` marks the ones that are never read.
pub(super) fn block(shape: &Shape, values: &RawValue, sensitive: Option<&RawValue>, place: &Place) -> Block {
    let mut block = Block::at(place.clone());
    let Some(values) = members(values) else { return block };
    let marks = sensitive.and_then(members).unwrap_or_default();
    for name in shape.arguments {
        let Some(raw) = values.get(*name) else { continue };
        let mark = marks.get(*name).copied();
        block.set(*name, value(raw, mark), place.clone());
    }
    for name in shape.secrets {
        if values.get(*name).is_some_and(|raw| !says_nothing(raw.get())) {
            block.set(*name, Value::Secret, place.clone());
        }
    }
    for inner in shape.blocks {
        let Some(raw) = values.get(inner.name) else { continue };
        let mark = marks.get(inner.name).copied();
        let items: Vec<&RawValue> = serde_json::from_str(raw.get()).unwrap_or_else(|_| vec![*raw]);
        let marks: Vec<&RawValue> =
            mark.and_then(|it| serde_json::from_str(it.get()).ok()).unwrap_or_default();
        let all = mark.is_some_and(is_marked);
        let blocks: Vec<Block> = items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.get().trim_start().starts_with('{'))
            .map(|(index, item)| {
                if all {
                    return Block::at(place.clone());
                }
                self::block(inner, item, marks.get(index).copied(), place)
            })
            .collect();
        if !blocks.is_empty() {
            block.blocks.insert(inner.name.to_owned(), blocks);
        }
    }
    block
}

/// Whether a mark says that the whole value is sensitive.
fn is_marked(mark: &RawValue) -> bool {
    mark.get().trim() == "true"
}

/// A value; a part that is marked sensitive is not read.
pub(super) fn value(raw: &RawValue, mark: Option<&RawValue>) -> Value {
    if mark.is_some_and(is_marked) {
        return if says_nothing(raw.get()) { Value::Null } else { Value::Secret };
    }
    let text = raw.get().trim();
    match text.as_bytes().first() {
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            let marks: Vec<&RawValue> =
                mark.and_then(|it| serde_json::from_str(it.get()).ok()).unwrap_or_default();
            Value::List(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| value(item, marks.get(index).copied()))
                    .collect(),
            )
        }
        Some(b'{') => {
            let marks = mark.and_then(members).unwrap_or_default();
            let items = members(raw).unwrap_or_default();
            Value::Map(
                items
                    .iter()
                    .map(|(key, item)| (key.to_string(), value(item, marks.get(key).copied())))
                    .collect(),
            )
        }
        Some(b'"') => serde_json::from_str(text).map_or(Value::Null, Value::Text),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') | None => Value::Null,
        Some(_) => Value::Number(text.to_owned()),
    }
}

/// An argument of a block, to be replaced.
pub(super) fn replace(block: &mut Block, name: &str, value: Value) {
    let place = block.place.clone();
    let argument = block.arguments.entry(name.to_owned()).or_insert(Argument {
        value: Value::Null,
        place,
        written: None,
    });
    argument.value = value;
}
