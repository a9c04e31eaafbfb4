//! What an expression comes to, as far as these files tell.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::number::Number;
use crate::formats::import::{Edge, Key};

/// A map or an object.
pub(super) type Map = BTreeMap<Rc<str>, Val>;

/// A value while expressions are evaluated. Parts are shared, so that passing a map on costs nothing.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Val {
    Null,
    Bool(bool),
    Number(Number),
    Text(Rc<str>),
    /// A list or tuple.
    List(Rc<Vec<Self>>),
    /// A set, sorted and without doubles.
    Set(Rc<Vec<Self>>),
    Map(Rc<Map>),
    /// An attribute that AWS makes up, of a resource of a type that we read.
    Edge(Rc<Edge>),
    /// A resource itself, one instance of it.
    Resource(Rc<ResourceAt>),
    /// A module itself, one instance of it, by its number.
    Module(usize),
    /// Not known; the text names what it waits for.
    Unresolved(Rc<str>),
    /// An error of the configuration; the text names what is wrong. `try` and `can` know it from what is only unknown.
    Wrong(Rc<str>),
    /// It is there and is never read.
    Secret,
}

/// One instance of a resource block in one instance of its module.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct ResourceAt {
    /// The module's number.
    pub(super) module: usize,
    /// The block's number in the module's folder.
    pub(super) block: usize,
    pub(super) key: Option<Key>,
}

impl Val {
    pub(super) fn text(text: impl Into<Rc<str>>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn list(items: Vec<Self>) -> Self {
        Self::List(Rc::new(items))
    }

    pub(super) fn map(map: Map) -> Self {
        Self::Map(Rc::new(map))
    }

    pub(super) fn unresolved(what: impl Into<Rc<str>>) -> Self {
        Self::Unresolved(what.into())
    }

    pub(super) fn wrong(what: impl Into<Rc<str>>) -> Self {
        Self::Wrong(what.into())
    }

    /// What stands in place of a result where this is part of the question: itself, if it is not known.
    pub(super) fn unknown(&self) -> Option<Self> {
        match self {
            Self::Unresolved(_) | Self::Wrong(_) | Self::Secret => Some(self.clone()),
            Self::Edge(edge) => Some(Self::unresolved(format!("{}.{}", edge.address, edge.attribute))),
            _ => None,
        }
    }

    /// Whether nothing in it is unknown; members count.
    pub(super) fn unknown_within(&self) -> Option<Self> {
        match self {
            Self::List(items) | Self::Set(items) => items.iter().find_map(Self::unknown_within),
            Self::Map(map) => map.values().find_map(Self::unknown_within),
            other => other.unknown(),
        }
    }

    /// As text where Terraform would turn it into some.
    pub(super) fn to_text(&self) -> Option<Rc<str>> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string().into()),
            Self::Bool(value) => Some(if *value { "true" } else { "false" }.into()),
            _ => None,
        }
    }

    /// As a number where Terraform would turn it into one.
    pub(super) fn to_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => Number::parse(text),
            _ => None,
        }
    }

    /// As a truth where Terraform would turn it into one.
    pub(super) fn to_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            Self::Text(text) => match &**text {
                "true" | "1" => Some(true),
                "false" | "0" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// The items of a list or set.
    pub(super) fn items(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) | Self::Set(items) => Some(items),
            _ => None,
        }
    }

    /// Items with their keys as `for` and `for_each` see them: places of a list, members of a set, keys of a map.
    pub(super) fn entries(&self) -> Option<Vec<(Self, Self)>> {
        match self {
            Self::List(items) => {
                let keyed = items.iter().enumerate();
                Some(keyed.map(|(place, item)| (Self::Number(Number::count(place)), item.clone())).collect())
            }
            Self::Set(items) => Some(items.iter().map(|item| (item.clone(), item.clone())).collect()),
            Self::Map(map) => {
                Some(map.iter().map(|(key, value)| (Self::Text(key.clone()), value.clone())).collect())
            }
            _ => None,
        }
    }

    /// A set of these: sorted, each once. Unknown members stay, for they may differ.
    pub(super) fn set(mut items: Vec<Self>) -> Self {
        items.sort_by(Self::order);
        items.dedup_by(|one, other| one == other && one.unknown().is_none());
        Self::Set(Rc::new(items))
    }

    /// Orders members of a set: numbers by size, text by bytes, the rest as it is found.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let rank = |value: &Self| match value {
            Self::Bool(_) => 0,
            Self::Number(_) => 1,
            Self::Text(_) => 2,
            _ => 3,
        };
        match (self, other) {
            (Self::Bool(one), Self::Bool(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            _ => rank(self).cmp(&rank(other)),
        }
    }

    /// Covers every text and number in it: what may be a password, whatever it is called inside.
    pub(super) fn hidden(&self) -> Self {
        match self {
            Self::Text(_) | Self::Number(_) => Self::Secret,
            Self::List(items) => Self::list(items.iter().map(Self::hidden).collect()),
            Self::Set(items) => Self::Set(Rc::new(items.iter().map(Self::hidden).collect())),
            Self::Map(map) => {
                Self::map(map.iter().map(|(key, value)| (key.clone(), value.hidden())).collect())
            }
            other => other.clone(),
        }
    }

    /// How many values it is, and how deep, up to a limit of each; a long text counts as several.
    pub(super) fn measure(&self, depth: usize, left: &mut usize) -> bool {
        if depth == 0 || *left == 0 {
            return false;
        }
        let long = if let Self::Text(text) = self { text.len() / BYTES_OF_A_VALUE } else { 0 };
        *left = left.saturating_sub(1 + long);
        match self {
            Self::List(items) | Self::Set(items) => items.iter().all(|item| item.measure(depth - 1, left)),
            Self::Map(map) => map.values().all(|value| value.measure(depth - 1, left)),
            Self::Text(text) => text.len() <= TEXT,
            _ => true,
        }
    }
}

/// So many bytes of a text count as one value more.
const BYTES_OF_A_VALUE: usize = 64;
/// The longest text, in bytes.
pub(super) const TEXT: usize = 1 << 20;

/// Whether a variable, a local or a member of an object by this name may hold a password. Narrower than what no message
/// may show: `environment` and `private_subnets` are what configurations are made of.
pub(super) fn is_password_name(name: &str) -> bool {
    const WORDS: [&str; 9] = [
        "password",
        "passwd",
        "passphrase",
        "secret",
        "token",
        "credential",
        "access_key",
        "private_key",
        "accesskey",
    ];
    // Names and places of secrets are no secrets.
    const HARMLESS: [&str; 6] = ["_arn", "_name", "_id", "_enabled", "_days", "_length"];
    let name = name.to_ascii_lowercase();
    WORDS.iter().any(|word| name.contains(word)) && !HARMLESS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_sorted_and_have_each_once() {
        let set = Val::set(vec![Val::text("b"), Val::text("a"), Val::text("b")]);
        assert_eq!(set.items().unwrap(), [Val::text("a"), Val::text("b")]);
    }

    #[test]
    fn passwords_are_known_by_name_and_names_of_secrets_are_none() {
        for name in ["db_password", "MASTER_PASSWD", "api_token", "secret", "aws_access_key"] {
            assert!(is_password_name(name), "{name}");
        }
        for name in
            ["environment", "private_subnets", "secret_arn", "secret_name", "kms_key", "password_length"]
        {
            assert!(!is_password_name(name), "{name}");
        }
    }

    #[test]
    fn what_is_hidden_holds_no_text_and_keeps_its_shape() {
        let map = Map::from([("a".into(), Val::text("x")), ("b".into(), Val::list(vec![Val::Bool(true)]))]);
        let hidden = Val::map(map).hidden();
        let shape = Map::from([("a".into(), Val::Secret), ("b".into(), Val::list(vec![Val::Bool(true)]))]);
        assert_eq!(hidden, Val::map(shape));
    }
}
