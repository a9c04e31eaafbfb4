//! Types of variables, and how values are turned into them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::syntax::Expr;
use super::value::{Map, Val};

/// A type as `variable` writes it.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Any,
    Text,
    Number,
    Bool,
    List(Box<Self>),
    Set(Box<Self>),
    Map(Box<Self>),
    Tuple(Vec<Self>),
    /// Members; an `optional` one has the expression of what it is where it is left out.
    Object(BTreeMap<Rc<str>, Member>),
}

/// A member of an object's type.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) kind: Kind,
    pub(super) default: Option<Expr>,
}

impl Kind {
    /// Reads a type; what is none is any type.
    pub(super) fn read(expr: &Expr) -> Self {
        match expr {
            Expr::Name(name) | Expr::Text(name) => match &**name {
                "string" => Self::Text,
                "number" => Self::Number,
                "bool" => Self::Bool,
                // Before 0.12.
                "list" => Self::List(Box::new(Self::Any)),
                "map" => Self::Map(Box::new(Self::Any)),
                _ => Self::Any,
            },
            Expr::Call(call) => match (&*call.name, call.arguments.as_slice()) {
                ("list", [inner]) => Self::List(Box::new(Self::read(inner))),
                ("set", [inner]) => Self::Set(Box::new(Self::read(inner))),
                ("map", [inner]) => Self::Map(Box::new(Self::read(inner))),
                ("optional", [inner, ..]) => Self::read(inner),
                ("tuple", [Expr::List(items)]) => Self::Tuple(items.iter().map(Self::read).collect()),
                ("object", [Expr::Object(items)]) => {
                    let members = items.iter().filter_map(|item| {
                        let name = item.key.text()?.clone();
                        Some((
                            name,
                            Member { kind: Self::read(&item.value), default: default_of(&item.value) },
                        ))
                    });
                    Self::Object(members.collect())
                }
                _ => Self::Any,
            },
            _ => Self::Any,
        }
    }

    /// How many types it is made of.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Any | Self::Text | Self::Number | Self::Bool => 1,
            Self::List(inner) | Self::Set(inner) | Self::Map(inner) => 1 + inner.width(),
            Self::Tuple(kinds) => kinds.iter().map(Self::width).sum::<usize>() + 1,
            Self::Object(members) => members.values().map(|it| it.kind.width()).sum::<usize>() + 1,
        }
    }

    /// Turns a value into this type. What can't be turned is wrong; what is not known stays so.
    pub(super) fn convert(&self, value: &Val, default: &mut dyn FnMut(&Expr) -> Val) -> Val {
        if value.unknown().is_some() || *value == Val::Null {
            return value.clone();
        }
        let wrong = |what: &str| Val::wrong(format!("a {what}"));
        match self {
            Self::Any => value.clone(),
            Self::Text => value.to_text().map_or_else(|| wrong("text"), Val::Text),
            Self::Number => value.to_number().map_or_else(|| wrong("number"), Val::Number),
            Self::Bool => value.to_bool().map_or_else(|| wrong("bool"), Val::Bool),
            Self::List(inner) => match value.items() {
                Some(items) => Val::list(items.iter().map(|item| inner.convert(item, default)).collect()),
                None => wrong("list"),
            },
            Self::Set(inner) => match value.items() {
                Some(items) => Val::set(items.iter().map(|item| inner.convert(item, default)).collect()),
                None => wrong("set"),
            },
            Self::Tuple(kinds) => match value.items() {
                Some(items) => {
                    let pairs = items.iter().zip(kinds);
                    Val::list(pairs.map(|(item, kind)| kind.convert(item, default)).collect())
                }
                None => wrong("tuple"),
            },
            Self::Map(inner) => match value {
                Val::Map(map) => {
                    let pairs = map.iter().map(|(key, value)| (key.clone(), inner.convert(value, default)));
                    Val::map(pairs.collect())
                }
                _ => wrong("map"),
            },
            Self::Object(members) => match value {
                Val::Map(map) => {
                    let pairs = members.iter().map(|(name, member)| {
                        let value = match (map.get(name), &member.default) {
                            (Some(Val::Null) | None, Some(expr)) => default(expr),
                            (Some(value), _) => value.clone(),
                            (None, None) => Val::Null,
                        };
                        (name.clone(), member.kind.convert(&value, default))
                    });
                    Val::map(pairs.collect::<Map>())
                }
                _ => wrong("object"),
            },
        }
    }
}

fn default_of(expr: &Expr) -> Option<Expr> {
    let Expr::Call(call) = expr else { return None };
    (&*call.name == "optional").then(|| call.arguments.get(1).cloned()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::import::terraform::number::Number;
    use crate::formats::import::terraform::syntax::hcl::read_expr;

    fn convert(kind: &str, value: impl std::borrow::Borrow<Val>) -> Val {
        let five = &mut |_: &Expr| Val::Number(Number::whole(5));
        Kind::read(&read_expr(kind).unwrap()).convert(value.borrow(), five)
    }

    #[test]
    fn plain_types_convert() {
        assert_eq!(convert("number", Val::text("2")), Val::Number(Number::whole(2)));
        assert_eq!(convert("string", Val::Number(Number::parse("15.10").unwrap())), Val::text("15.1"));
        assert_eq!(convert("bool", Val::text("true")), Val::Bool(true));
        assert!(matches!(convert("number", Val::text("two")), Val::Wrong(_)));
        assert_eq!(convert("number", Val::Secret), Val::Secret);
        assert_eq!(convert("any", Val::text("2")), Val::text("2"));
        assert_eq!(convert("string", Val::Null), Val::Null);
    }

    #[test]
    fn collections_convert_their_members() {
        let texts = Val::list(vec![Val::text("b"), Val::text("a"), Val::text("b")]);
        assert_eq!(convert("set(string)", texts), Val::set(vec![Val::text("a"), Val::text("b")]));
        let one = Val::map(Map::from([("a".into(), Val::text("1"))]));
        assert_eq!(
            convert("map(number)", one.clone()),
            Val::map(Map::from([("a".into(), Val::Number(Number::whole(1)))]))
        );
        assert!(matches!(convert("list(string)", one), Val::Wrong(_)));
        let pair = Val::list(vec![Val::text("1"), Val::text("2")]);
        assert_eq!(
            convert("tuple([number, string])", pair),
            Val::list(vec![Val::Number(Number::whole(1)), Val::text("2")])
        );
    }

    #[test]
    fn optional_members_are_filled_in_and_others_dropped() {
        let kind = "map(object({ tier = optional(number, 5), zone = optional(string), name = string }))";
        let member = Map::from([("name".into(), Val::text("x")), ("more".into(), Val::Bool(true))]);
        let got = convert(kind, Val::map(Map::from([("one".into(), Val::map(member))])));
        let member = Map::from([
            ("tier".into(), Val::Number(Number::whole(5))),
            ("zone".into(), Val::Null),
            ("name".into(), Val::text("x")),
        ]);
        assert_eq!(got, Val::map(Map::from([("one".into(), Val::map(member))])));
    }
}
