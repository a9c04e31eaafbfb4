//! `count` and `for_each`: how many there are of a resource or a module, and under which keys.

use std::rc::Rc;

use super::super::number::Number;
use super::super::syntax::{Body, Spot};
use super::super::value::{Map, Val};
use super::{Context, Evaluator, INSTANCES, Node, Owner};
use crate::formats::import::Key;

/// The instances of one block.
#[derive(Debug)]
pub(in super::super) enum Instances {
    /// Neither `count` nor `for_each`.
    One(Instance),
    ByCount(Vec<Instance>),
    ByKey(Vec<Instance>),
    /// How many there are is not known, so one stands for all; with where it is written and what it waits for.
    Unknown(Instance, Unknown),
}

/// An argument that could not be resolved.
#[derive(Clone, Debug)]
pub(in super::super) struct Unknown {
    pub(in super::super) argument: &'static str,
    pub(in super::super) at: Spot,
    pub(in super::super) waits_for: Rc<str>,
}

/// One instance: its key, and what `each` is in it.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Instance {
    pub(in super::super) key: Option<Key>,
    each: Option<(Val, Val)>,
}

impl Instance {
    /// `each.key` or `each.value`.
    pub(super) fn each(&self, part: &str) -> Val {
        match (&self.each, part) {
            (Some((key, _)), "key") => key.clone(),
            (Some((_, value)), "value") => value.clone(),
            _ => Val::wrong(format!("each.{part}")),
        }
    }

    /// `count.index`.
    pub(super) fn index(&self) -> Val {
        match (&self.key, &self.each) {
            (Some(Key::Index(index)), _) => Val::Number(Number::whole(*index)),
            (None, Some((unknown, _))) => unknown.clone(),
            _ => Val::wrong("count.index"),
        }
    }
}

impl Instances {
    /// All of them.
    pub(in super::super) fn all(&self) -> &[Instance] {
        match self {
            Self::One(instance) | Self::Unknown(instance, _) => std::slice::from_ref(instance),
            Self::ByCount(instances) | Self::ByKey(instances) => instances,
        }
    }

    /// The instance of this key.
    pub(super) fn of(&self, key: Option<&Key>) -> Option<&Instance> {
        match (self, key) {
            (Self::ByCount(instances), Some(Key::Index(index))) => {
                instances.get(usize::try_from(*index).ok()?)
            }
            // Keys are in the order of their bytes.
            (Self::ByKey(instances), Some(key)) => {
                let place =
                    instances.binary_search_by(|instance| instance.key.as_ref().cmp(&Some(key))).ok()?;
                instances.get(place)
            }
            (Self::One(instance) | Self::Unknown(instance, _), None) => Some(instance),
            _ => None,
        }
    }

    /// The block as a value: one, a list, or a map.
    pub(super) fn value(&self, mut of: impl FnMut(&Instance) -> Option<Val>) -> Option<Val> {
        match self {
            Self::One(instance) | Self::Unknown(instance, _) => of(instance),
            Self::ByCount(instances) => Some(Val::list(instances.iter().map(of).collect::<Option<_>>()?)),
            Self::ByKey(instances) => {
                let pairs = instances.iter().map(|instance| {
                    let Some(Key::Name(name)) = &instance.key else { return None };
                    Some((Rc::from(name.as_str()), of(instance)?))
                });
                Some(Val::map(pairs.collect::<Option<Map>>()?))
            }
        }
    }
}

impl Evaluator<'_> {
    /// The instances of a resource or a call.
    pub(in super::super) fn instances_of(&mut self, owner: Owner) -> Rc<Instances> {
        if let Some(instances) = self.instances.get(&owner) {
            return instances.clone();
        }
        let mut made = None;
        // Through `once` for its circles alone: `count` may lead back to what it counts.
        self.once(Node::Count(owner), |this| {
            made = Some(this.work_out_instances(owner));
            Val::Null
        });
        let instances = Rc::new(made.unwrap_or_else(|| Instances::One(Instance::default())));
        self.instances.insert(owner, instances.clone());
        instances
    }

    /// All instances of a resource or a module of which only one is known, where many are meant: that one, or what
    /// their number waits for where these files don't make them.
    pub(super) fn all_of(&mut self, value: Val) -> Val {
        let (owner, is_data) = match &value {
            Val::Resource(at) if at.key.is_none() => {
                let block = self.folder(at.module).and_then(|folder| folder.resources.get(at.block));
                (Owner::Resource(at.module, at.block), block.is_some_and(|block| block.is_data))
            }
            Val::Module(_) => return Val::list(vec![value]),
            _ => return value,
        };
        match (&*self.instances_of(owner), is_data) {
            (Instances::Unknown(_, unknown), true) => Val::Unresolved(unknown.waits_for.clone()),
            (Instances::Unknown(..), false) => Val::list(vec![value]),
            _ => value,
        }
    }

    fn work_out_instances(&mut self, owner: Owner) -> Instances {
        let (module, body): (usize, Option<&Body>) = match owner {
            Owner::Resource(module, place) => {
                (module, self.folder(module).and_then(|it| it.resources.get(place)).map(|it| &it.body))
            }
            Owner::Call(module, place) => {
                (module, self.folder(module).and_then(|it| it.calls.get(place)).map(|it| &it.body))
            }
        };
        let mut cx = Context::of(module, Instance::default());
        if let Some(count) = body.and_then(|body| body.attribute("count")) {
            self.at = count.at;
            let value = self.eval(&count.expr, &mut cx);
            return self.by_count(&value, count.at);
        }
        if let Some(each) = body.and_then(|body| body.attribute("for_each")) {
            self.at = each.at;
            let value = self.eval(&each.expr, &mut cx);
            return self.by_key(&value, each.at);
        }
        Instances::One(Instance::default())
    }

    fn by_count(&mut self, value: &Val, at: Spot) -> Instances {
        let count = match value {
            // Taken by Terraform of old as none.
            Val::Null => Some(0),
            value => value.to_number().and_then(Number::as_index),
        };
        let Some(count) = count.filter(|count| self.takes(*count)) else {
            return unknown(value, "count", at);
        };
        let indexes = (0..u32::try_from(count).unwrap_or(0))
            .map(|index| Instance { key: Some(Key::Index(index)), each: None });
        Instances::ByCount(indexes.collect())
    }

    fn by_key(&mut self, value: &Val, at: Spot) -> Instances {
        let entries = match value {
            Val::Set(_) | Val::Map(_) => value.entries().unwrap_or_default(),
            // Terraform wants a set here; what people mean by a list of texts is one.
            Val::List(items) => Val::set(items.to_vec()).entries().unwrap_or_default(),
            _ => return unknown(value, "for_each", at),
        };
        let mut instances = Vec::new();
        for (key, value) in entries {
            let Some(name) = key.to_text() else { return unknown(&key, "for_each", at) };
            instances.push(Instance {
                key: Some(Key::Name(name.to_string())),
                each: Some((Val::Text(name), value)),
            });
        }
        if !self.takes(instances.len()) {
            return unknown(value, "for_each", at);
        }
        Instances::ByKey(instances)
    }

    /// Counts instances, and tells when they are too many.
    fn takes(&mut self, count: usize) -> bool {
        self.expanded = self.expanded.saturating_add(count);
        if self.expanded > INSTANCES {
            self.over_limit("instances", INSTANCES);
        }
        self.expanded <= INSTANCES
    }
}

fn unknown(value: &Val, argument: &'static str, at: Spot) -> Instances {
    let waits_for: Rc<str> = match value.unknown() {
        Some(Val::Unresolved(what) | Val::Wrong(what)) => what,
        Some(_) => "a value that is not read".into(),
        None => "a number or a map".into(),
    };
    let each = Val::Unresolved(waits_for.clone());
    let instance = Instance { key: None, each: Some((each.clone(), each)) };
    Instances::Unknown(instance, Unknown { argument, at, waits_for })
}
