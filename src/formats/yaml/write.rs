//! From a design to the canonical file: keys in the table's order, defaults left out.

use std::borrow::Cow;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_saphyr::DoubleQuoted;

use crate::design::{Design, Field, Kind, Suppression, Written};

use super::keys::{KEYS, Key, Slot};
use super::value::outgrows_a_float;

/// The canonical spec of a design: equal designs give equal bytes.
pub fn write(design: &Design) -> String {
    let design = design.clone().normalized();
    let spec = Out::Map(map(&KEYS.spec, &design, 0));
    let options = serde_saphyr::ser_options! { compact_list_indent: false, prefer_block_scalars: false };
    // A tree of texts and numbers has nothing the writer could refuse.
    serde_saphyr::to_string_with_options(&spec, options).unwrap_or_default()
}

/// A value on its way into the file.
enum Out {
    Switch(bool),
    Whole(u64),
    Places(f64),
    Text(String),
    Quoted(String),
    List(Vec<Self>),
    Map(Entries),
}

type Entries = Vec<(Cow<'static, str>, Out)>;

impl Serialize for Out {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Switch(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_u64(*value),
            Self::Places(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Quoted(text) => DoubleQuoted(text).serialize(serializer),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// The keys of one part that are written; `index` is the part's place.
fn map(keys: &[Key], design: &Design, index: usize) -> Entries {
    keys.iter().filter_map(|key| Some((Cow::Borrowed(key.name), slot(&key.slot, design, index)?))).collect()
}

fn slot(slot: &Slot, design: &Design, index: usize) -> Option<Out> {
    match slot {
        Slot::Setting(field) => {
            let field = field(index);
            let row = field.row();
            let is_written = match (row.written(), &field) {
                (Written::Always | Written::Quoted, _) => true,
                // A zone may be kept for the sake of the others: said or not, it is the same for this instance.
                (Written::Changed, Field::InstanceZone(_)) => field.is_chosen(design),
                (Written::Changed, _) => field.is_changed(design),
            };
            is_written.then(|| setting(row.kind(), field.text(design)))
        }
        Slot::Named(row) => some_map(
            row.fields(design)
                .into_iter()
                .map(|field| {
                    let text = field.text(design);
                    let value = if row.kind() == Kind::Exact { exact(text) } else { Out::Text(text) };
                    (field.name().unwrap_or_default().to_owned().into(), value)
                })
                .collect(),
        ),
        Slot::Fixed(word) => Some(Out::Text((*word).to_owned())),
        Slot::Map(keys) => some_map(map(keys, design, index)),
        Slot::Version => None,
        Slot::Resources => {
            let mut resources = vec![Out::Map(map(&KEYS.cluster, design, 0))];
            resources.extend(design.proxy.is_some().then(|| Out::Map(map(&KEYS.proxy, design, 0))));
            resources.extend(design.global.is_some().then(|| Out::Map(map(&KEYS.global, design, 0))));
            Some(Out::List(resources))
        }
        Slot::Instances => {
            let each = |index| Out::Map(map(&KEYS.instance, design, index));
            Some(Out::List((0..=design.cluster.readers.len()).map(each).collect()))
        }
        Slot::Role => Some(Out::Text(if index == 0 { "writer" } else { "reader" }.to_owned())),
        Slot::Secondaries => {
            let each = |index| Out::Map(map(&KEYS.secondary, design, index));
            Some(Out::List((0..design.secondaries().len()).map(each).collect()))
        }
        Slot::Suppress => {
            let each = |it: &Suppression| {
                let mut entries: Entries = vec![
                    ("rule".into(), Out::Text(it.rule.clone())),
                    ("reason".into(), Out::Text(it.reason.clone())),
                ];
                entries.extend(it.until.map(|day| ("until".into(), Out::Text(day.to_string()))));
                Out::Map(entries)
            };
            let list: Vec<Out> = design.suppress.iter().map(each).collect();
            (!list.is_empty()).then_some(Out::List(list))
        }
    }
}

fn some_map(entries: Entries) -> Option<Out> {
    (!entries.is_empty()).then_some(Out::Map(entries))
}

fn setting(kind: Kind, text: String) -> Out {
    match kind {
        Kind::Text | Kind::Word => Out::Text(text),
        Kind::Loose => Out::Quoted(text),
        Kind::Whole | Kind::Exact => exact(text),
        Kind::Switch => Out::Switch(text == "true"),
        Kind::List => {
            let items = text.split(',').filter(|item| !item.is_empty());
            Out::List(items.map(|item| Out::Text(item.to_owned())).collect())
        }
    }
}

/// A number as a number where floating point keeps all its digits, else as a text.
fn exact(text: String) -> Out {
    if let Ok(whole) = text.parse() {
        return Out::Whole(whole);
    }
    match text.parse() {
        Ok(float) if !outgrows_a_float(&text) => Out::Places(float),
        _ => Out::Quoted(text),
    }
}
