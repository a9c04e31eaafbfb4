//! What a template's names stand for: parameters, conditions, mappings, resources.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::node::{Kind, Node};
use crate::formats::import::{Edge, Value};

/// Steps of all templates; beyond them values are unresolved and the import goes on.
const MOST_STEPS: usize = 1_000_000;
/// So many bytes of a text count as a step more.
const BYTES_OF_A_STEP: usize = 64;
/// So many keys are looked through in a step.
const KEYS_OF_A_STEP: usize = 16;
/// Values inside each other.
pub(super) const MOST_DEPTH: u32 = 64;

/// The names of one template.
pub(super) struct Scope<'t> {
    parameters: BTreeMap<&'t str, Value>,
    mappings: Option<&'t Node>,
    conditions: BTreeMap<&'t str, &'t Node>,
    resources: BTreeMap<&'t str, &'t Node>,
    /// Resources that are not made.
    absent: BTreeSet<&'t str>,
    /// What stands before a logical id in an address, where there are several templates.
    prefix: String,
    /// The Region, as soon as something tells it.
    pub(super) region: Option<String>,
    steps: &'t Cell<usize>,
    /// What each condition came to; one that is still being asked is unknown, so that a circle ends.
    known: RefCell<BTreeMap<String, Option<bool>>>,
}

impl<'t> Scope<'t> {
    /// The names of a template with the values that files give its parameters.
    pub(super) fn new(
        root: &'t Node,
        given: &'t BTreeMap<String, Node>,
        prefix: String,
        steps: &'t Cell<usize>,
    ) -> Self {
        let map = |key: &str| -> BTreeMap<&'t str, &'t Node> {
            let entries = root.get(key).map_or(&[][..], Node::entries);
            entries.iter().map(|entry| (entry.key.as_str(), &entry.value)).collect()
        };
        let mut scope = Self {
            parameters: BTreeMap::new(),
            mappings: root.get("Mappings"),
            conditions: map("Conditions"),
            resources: map("Resources"),
            absent: BTreeSet::new(),
            prefix,
            region: None,
            steps,
            known: RefCell::default(),
        };
        let parameters =
            map("Parameters").into_iter().map(|(name, node)| (name, parameter(name, node, given.get(name))));
        scope.parameters = parameters.collect();
        scope.find_absent();
        scope
    }

    /// Sets the Region and what follows from it.
    pub(super) fn set_region(&mut self, region: String) {
        self.region = Some(region);
        self.known.borrow_mut().clear();
        self.find_absent();
    }

    fn find_absent(&mut self) {
        let is_absent = |node: &Node| {
            node.get("Condition").and_then(Node::text).and_then(|it| self.condition(it, 0)) == Some(false)
        };
        self.absent =
            self.resources.iter().filter(|(_, node)| is_absent(node)).map(|(name, _)| *name).collect();
    }

    /// The resource of a name, where it is made.
    pub(super) fn resource(&self, name: &str) -> Option<&'t Node> {
        self.resources.get(name).copied().filter(|_| !self.absent.contains(name))
    }

    /// Every resource that is made.
    pub(super) fn made(&self) -> impl Iterator<Item = &'t Node> {
        self.resources.iter().filter(|(name, _)| !self.absent.contains(*name)).map(|(_, node)| *node)
    }

    /// A resource's address.
    pub(super) fn address(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// An attribute of a resource.
    pub(super) fn edge(&self, name: &str, attribute: &str) -> Value {
        Value::Edge(Edge { address: self.address(name), attribute: attribute.to_owned() })
    }

    /// Whether one more step may be taken.
    pub(super) fn step(&self, depth: u32) -> bool {
        self.take(1) && depth <= MOST_DEPTH
    }

    /// Takes steps, and tells whether there were as many.
    fn take(&self, more: usize) -> bool {
        let steps = self.steps.get().saturating_add(more);
        self.steps.set(steps);
        steps <= MOST_STEPS
    }

    /// Whether there are steps to look a name up in a map of so many.
    pub(super) fn step_among(&self, keys: usize) -> bool {
        self.take(keys / KEYS_OF_A_STEP)
    }

    /// Whether there are steps to hand on a text of so many bytes.
    pub(super) fn step_over(&self, text: &str) -> bool {
        self.take(text.len() / BYTES_OF_A_STEP)
    }

    /// What `Ref` gives; nothing is `AWS::NoValue`.
    pub(super) fn reference(&self, name: &str) -> Option<Value> {
        Some(match name {
            "AWS::NoValue" => return None,
            "AWS::Region" => match &self.region {
                Some(region) => Value::Text(region.clone()),
                None => Value::Unresolved(name.to_owned()),
            },
            _ => match self.parameters.get(name) {
                Some(value) if self.take(weight(value)) => value.clone(),
                Some(_) => out_of_steps(),
                None if self.resource(name).is_some() => self.edge(name, "id"),
                None => Value::Unresolved(name.to_owned()),
            },
        })
    }

    /// What a mapping holds under two keys.
    pub(super) fn mapped(&self, mapping: &str, first: &str, second: &str) -> Option<&'t Node> {
        let mappings = self.mappings?;
        let found = mappings.get(mapping)?;
        let keys = mappings.entries().len() + found.entries().len();
        self.take(keys / KEYS_OF_A_STEP).then(|| found.get(first)?.get(second)).flatten()
    }

    /// Whether a condition holds; nothing where that can't be known.
    pub(super) fn condition(&self, name: &str, depth: u32) -> Option<bool> {
        let node = *self.conditions.get(name)?;
        if let Some(known) = self.known.borrow().get(name) {
            return *known;
        }
        self.known.borrow_mut().insert(name.to_owned(), None);
        let holds = self.holds(node, depth + 1);
        self.known.borrow_mut().insert(name.to_owned(), holds);
        holds
    }

    /// A condition that can't be known, with the first name that it waits for.
    pub(super) fn unknown_condition(&self, name: &str) -> String {
        let waits = self.conditions.get(name).and_then(|node| self.waits(node, 0));
        waits.map_or_else(|| format!("the condition {name}"), |it| format!("the condition {name} ({it})"))
    }

    /// The first name that a condition waits for.
    fn waits(&self, node: &Node, depth: u32) -> Option<String> {
        if !self.step(depth) {
            return None;
        }
        if let Some(name) = node.get("Condition").and_then(Node::text) {
            return self.waits(self.conditions.get(name)?, depth + 1);
        }
        let Kind::Call(function, argument) = &node.kind else { return None };
        match function.as_str() {
            "Condition" => self.waits(self.conditions.get(argument.text()?)?, depth + 1),
            "Equals" => argument.elements().iter().find_map(|it| name_of(&self.value(it, depth + 1)?)),
            _ => argument.elements().iter().find_map(|it| self.waits(it, depth + 1)),
        }
    }

    fn holds(&self, node: &Node, depth: u32) -> Option<bool> {
        if !self.step(depth) {
            return None;
        }
        if let Some(name) = node.get("Condition").and_then(Node::text) {
            return self.condition(name, depth + 1);
        }
        let Kind::Call(function, argument) = &node.kind else { return None };
        let each = || argument.elements().iter().map(|it| self.holds(it, depth + 1));
        match function.as_str() {
            "Condition" => self.condition(argument.text()?, depth + 1),
            "Equals" => {
                let [one, other] = argument.elements() else { return None };
                let text = |node: &Node| self.value(node, depth + 1).and_then(|it| plain(&it));
                Some(text(one)? == text(other)?)
            }
            "Not" => argument.elements().first().and_then(|it| self.holds(it, depth + 1)).map(|it| !it),
            "And" => decided(each(), false),
            "Or" => decided(each(), true),
            _ => None,
        }
    }
}

/// What stands in place of a value for which no steps are left.
pub(super) fn out_of_steps() -> Value {
    Value::Unresolved("more steps than an import takes".to_owned())
}

/// Steps that it takes to hand on a value.
fn weight(value: &Value) -> usize {
    match value {
        Value::Text(text) | Value::Number(text) | Value::Unresolved(text) => text.len() / BYTES_OF_A_STEP,
        Value::List(items) => items.iter().map(|item| 1 + weight(item)).sum(),
        _ => 1,
    }
}

/// The value of a parameter: given, or its default.
fn parameter(name: &str, node: &Node, given: Option<&Node>) -> Value {
    let of = |key: &str| node.get(key).and_then(Node::text);
    if of("NoEcho").is_some_and(is_true) {
        return Value::Secret;
    }
    let kind = of("Type").unwrap_or_default();
    // The name of a parameter in another service stands here, not its value.
    let is_elsewhere = kind.starts_with("AWS::SSM::Parameter::Value");
    let Some(value) = given.or_else(|| node.get("Default")).filter(|_| !is_elsewhere) else {
        return Value::Unresolved(name.to_owned());
    };
    if kind == "CommaDelimitedList" || kind.starts_with("List<") {
        let parts: Vec<&str> = match &value.kind {
            Kind::List(elements) => elements.iter().filter_map(Node::text).collect(),
            _ => value.text().unwrap_or_default().split(',').collect(),
        };
        let parts = parts.into_iter().map(str::trim).filter(|it| !it.is_empty());
        return Value::List(parts.map(|it| Value::Text(it.to_owned())).collect());
    }
    match &value.kind {
        // A default is a text in either case; a switch among them is compared as it is written.
        Kind::Scalar { text, .. } if text.contains("{{resolve:") => Value::Unresolved(name.to_owned()),
        Kind::Scalar { text, is_text } if *is_text || kind != "Number" => Value::Text(text.clone()),
        Kind::Scalar { text, .. } => Value::Number(text.clone()),
        _ => Value::Unresolved(name.to_owned()),
    }
}

/// One that is `deciding` decides; otherwise all must be known.
fn decided(each: impl Iterator<Item = Option<bool>>, deciding: bool) -> Option<bool> {
    let mut known = true;
    for one in each {
        if one == Some(deciding) {
            return Some(deciding);
        }
        known &= one.is_some();
    }
    known.then_some(!deciding)
}

/// A value as the text that CloudFormation compares and joins.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null => Some(String::new()),
        _ => None,
    }
}

/// What a value that is not known waits for.
pub(super) fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::Unresolved(what) => Some(what.clone()),
        Value::Edge(edge) => Some(edge.address.clone()),
        Value::List(elements) => elements.iter().find_map(name_of),
        _ => None,
    }
}

/// YAML 1.1's words for true.
pub(super) fn is_true(text: &str) -> bool {
    ["true", "yes", "on"].iter().any(|it| it.eq_ignore_ascii_case(text))
}

/// YAML 1.1's words for false.
pub(super) fn is_false(text: &str) -> bool {
    ["false", "no", "off"].iter().any(|it| it.eq_ignore_ascii_case(text))
}
