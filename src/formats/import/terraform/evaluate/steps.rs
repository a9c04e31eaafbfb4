//! Attributes, indexes and splats: steps into a value.

use super::super::syntax::Step;
use super::super::value::Val;
use super::{Context, Evaluator, NESTING, STEPS, WORK};

impl Evaluator<'_> {
    /// Follows steps into a value.
    pub(super) fn walk(&mut self, value: Val, steps: &[Step], cx: &mut Context) -> Val {
        let mut value = value;
        for (place, step) in steps.iter().enumerate() {
            let rest = steps.get(place + 1..).unwrap_or_default();
            value = match step {
                Step::Attribute(name) => self.attribute(&value, name),
                Step::Index(index) => {
                    let index = self.eval(index, cx);
                    item(&value, &index)
                }
                Step::Splat => return self.splat(value, rest, cx),
                Step::AttributeSplat => {
                    let taken = rest.iter().take_while(|step| matches!(step, Step::Attribute(_))).count();
                    let (with, after) = rest.split_at(taken);
                    let list = self.splat(value, with, cx);
                    return self.walk(list, after, cx);
                }
            };
        }
        value
    }

    fn splat(&mut self, value: Val, rest: &[Step], cx: &mut Context) -> Val {
        // Each splat of a chain is evaluated within the one before it.
        if self.nesting >= NESTING {
            return self.over_limit("expressions in each other", NESTING);
        }
        if !self.charge(1 + value.items().map_or(0, <[Val]>::len)) {
            return self.over_limit(WORK, STEPS);
        }
        let items = match &value {
            Val::Null => Vec::new(),
            Val::List(items) | Val::Set(items) => items.to_vec(),
            _ => match value.unknown() {
                Some(unknown) => return unknown,
                None => vec![value],
            },
        };
        self.nesting += 1;
        let taken = items.into_iter().map(|item| self.walk(item, rest, cx)).collect();
        self.nesting -= 1;
        Val::list(taken)
    }

    /// A member of an object, an argument of a resource, an output of a module.
    pub(super) fn attribute(&mut self, value: &Val, name: &str) -> Val {
        match value {
            Val::Map(map) => map.get(name).cloned().unwrap_or_else(|| Val::wrong(name)),
            Val::Resource(at) => self.argument(at, name),
            Val::Module(module) => self.output(*module, name),
            // The one attribute with members that a design is read from.
            Val::Edge(edge) if edge.attribute == "master_user_secret" => value.clone(),
            other => other.unknown().unwrap_or_else(|| Val::wrong(name)),
        }
    }
}

/// An item of a list, a member of a map. A resource or module of which only one is known is that one.
fn item(value: &Val, index: &Val) -> Val {
    if let Some(unknown) = index.unknown() {
        return if value.unknown().is_some_and(|value| value == Val::Secret) { Val::Secret } else { unknown };
    }
    match value {
        Val::List(items) => {
            let item = index.to_number().and_then(|number| items.get(number.as_index()?));
            item.cloned().unwrap_or_else(|| Val::wrong("an index"))
        }
        Val::Map(map) => {
            let member = index.to_text().and_then(|name| map.get(&name));
            member.cloned().unwrap_or_else(|| Val::wrong("an index"))
        }
        Val::Resource(_) | Val::Module(_) => value.clone(),
        Val::Edge(edge) if edge.attribute == "master_user_secret" => value.clone(),
        other => other.unknown().unwrap_or_else(|| Val::wrong("an index")),
    }
}
