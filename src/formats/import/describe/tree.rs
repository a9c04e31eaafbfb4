//! JSON or YAML read as a stream by an allow list: what the list does not name is skipped, never held.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What `serde_json` calls the single key of a number, where numbers keep their text.
const NUMBER: &str = "$serde_json::private::Number";
/// The longest text, in bytes.
const MOST_TEXT: usize = 1 << 20;

/// A member that may be read.
#[derive(Debug)]
pub(super) struct Member {
    /// Its name in the AWS API; the case of its letters does not count, as SDKs print `dbClusterIdentifier`.
    pub(super) name: &'static str,
    /// What of it.
    pub(super) take: Take,
}

/// What of a member is read.
#[derive(Debug)]
pub(super) enum Take {
    /// A scalar, or a list of them.
    Value,
    /// An object, or a list of objects; a scalar as it is.
    Members(&'static [&'static [Member]]),
    /// Whether something stands there.
    Presence,
    /// The names of its members that hold something.
    Names,
}

/// What was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Self>),
    Object(BTreeMap<&'static str, Self>),
    /// Something stands there.
    Present,
}

impl Tree {
    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.get(name).filter(|it| **it != Self::Null),
            _ => None,
        }
    }

    /// The text of a member.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Self::Text(text)) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// The elements of a list member.
    pub(super) fn list(&self, name: &str) -> &[Self] {
        match self.get(name) {
            Some(Self::List(elements)) => elements,
            _ => &[],
        }
    }

    /// Whether a member is true.
    pub(super) fn is(&self, name: &str) -> bool {
        self.get(name) == Some(&Self::Bool(true))
    }
}

/// Reads a value by lists of members.
#[derive(Clone, Copy)]
pub(super) struct ByMembers(pub(super) &'static [&'static [Member]]);

impl<'de> DeserializeSeed<'de> for ByMembers {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ByMembers {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer of an aws rds describe command")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Number(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        if value.len() > MOST_TEXT {
            return Err(E::custom("a text is longer than 1 MiB"));
        }
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(self)? {
            list.push(element);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let mut object = BTreeMap::new();
        while let Some(name) = members.next_key_seed(Named(self.0))? {
            let member = match name {
                Name::Number => return members.next_value().map(Tree::Number),
                Name::Other => {
                    members.next_value::<IgnoredAny>()?;
                    continue;
                }
                Name::Of(member) => member,
            };
            let value = match member.take {
                Take::Value => members.next_value_seed(Self(&[]))?,
                Take::Members(inner) => members.next_value_seed(Self(inner))?,
                Take::Presence => members.next_value_seed(Presence)?,
                Take::Names => members.next_value_seed(Names)?,
            };
            object.insert(member.name, value);
        }
        Ok(Tree::Object(object))
    }
}

/// What the name of a member means.
enum Name {
    /// A number stands here.
    Number,
    /// This may be read.
    Of(&'static Member),
    /// This is skipped.
    Other,
}

/// Finds a name in the lists without keeping its text.
struct Named(&'static [&'static [Member]]);

impl<'de> DeserializeSeed<'de> for Named {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for Named {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
        if name == NUMBER {
            return Ok(Name::Number);
        }
        let known = self.0.iter().copied().flatten().find(|member| member.name.eq_ignore_ascii_case(name));
        Ok(known.map_or(Name::Other, Name::Of))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Name, E> {
        Ok(Name::Other)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Name, E> {
        Ok(Name::Other)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Name, E> {
        Ok(Name::Other)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Name, E> {
        Ok(Name::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Name, E> {
        Ok(Name::Other)
    }
}

/// Whether something stands there: not nothing, no empty text, list or object.
struct Presence;

impl Presence {
    const fn of(is_there: bool) -> Tree {
        if is_there { Tree::Present } else { Tree::Null }
    }
}

impl<'de> DeserializeSeed<'de> for Presence {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Presence {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that is not read")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Self::of(value))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Present)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Present)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Present)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        Ok(Self::of(!value.is_empty()))
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Tree, A::Error> {
        let mut any = false;
        while elements.next_element::<IgnoredAny>()?.is_some() {
            any = true;
        }
        Ok(Self::of(any))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let mut any = false;
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            any = true;
        }
        Ok(Self::of(any))
    }
}

/// The names of an object's members that hold something; no value is kept.
struct Names;

impl<'de> DeserializeSeed<'de> for Names {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Names {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            // A name of the API is a word; anything else is text of the file.
            let is_name = name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if members.next_value_seed(Presence)? == Tree::Present && is_name {
                names.push(Tree::Text(name));
            }
        }
        Ok(Tree::List(names))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static MEMBERS: &[&[Member]] = &[&[
        Member { name: "Size", take: Take::Value },
        Member { name: "Inner", take: Take::Members(&[&[Member { name: "On", take: Take::Value }]]) },
        Member { name: "Hidden", take: Take::Presence },
        Member { name: "Pending", take: Take::Names },
    ]];

    fn read(text: &str) -> Tree {
        ByMembers(MEMBERS).deserialize(&mut serde_json::Deserializer::from_str(text)).unwrap()
    }

    #[test]
    fn only_what_the_list_names_is_held() {
        let tree = read(
            r#"{"size": 16.0, "other": {"size": 1}, "INNER": [{"on": true, "off": "MARKER"}], "hidden": "MARKER",
                "pending": {"A": 1, "B": null, "C d": 2, "MasterUserPassword": "MARKER"}}"#,
        );
        assert_eq!(tree.get("Size"), Some(&Tree::Number("16.0".to_owned())));
        assert!(tree.list("Inner").first().is_some_and(|it| it.is("On")));
        assert_eq!(tree.get("Hidden"), Some(&Tree::Present));
        let names = ["A", "MasterUserPassword"].map(|name| Tree::Text(name.to_owned()));
        assert_eq!(tree.list("Pending"), names);
        assert!(!format!("{tree:?}").contains("MARKER"));
    }

    #[test]
    fn nothing_is_not_present() {
        for empty in ["null", "\"\"", "{}", "[]", "false"] {
            assert_eq!(read(&format!("{{\"Hidden\": {empty}}}")).get("Hidden"), None, "{empty}");
        }
        assert_eq!(read("{\"Size\": null}").get("Size"), None);
    }
}
