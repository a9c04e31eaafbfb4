//! Functions and what they give.

use super::node::{Kind, Node};
use super::scope::{Scope, is_false, is_true, name_of, out_of_steps, plain};
use crate::formats::import::Value;

/// A piece of a text that is put together.
pub(super) enum Part {
    /// Text as it is.
    Text(String),
    /// Anything else.
    Value(Value),
}

/// A map or list behind the conditions that choose it.
pub(super) enum Chosen<'n> {
    /// This one.
    Node(&'n Node),
    /// It can't be known which.
    Unresolved(String),
    /// `AWS::NoValue`.
    Nothing,
}

impl Scope<'_> {
    /// The value of a node; nothing is `AWS::NoValue`.
    pub(super) fn value(&self, node: &Node, depth: u32) -> Option<Value> {
        if !self.step(depth) {
            return Some(out_of_steps());
        }
        match &node.kind {
            Kind::Scalar { text, .. } if !self.step_over(text) => Some(out_of_steps()),
            Kind::Scalar { text, is_text } => Some(scalar(text, *is_text)),
            Kind::List(elements) => {
                Some(Value::List(elements.iter().filter_map(|it| self.value(it, depth + 1)).collect()))
            }
            Kind::Map(entries) => {
                let known = entries
                    .iter()
                    .filter_map(|entry| Some((entry.key.clone(), self.value(&entry.value, depth + 1)?)));
                Some(Value::Map(known.collect()))
            }
            Kind::Call(function, argument) => self.call(function, argument, depth + 1),
        }
    }

    /// The node that conditions choose, with its lines.
    pub(super) fn chosen<'n>(&self, node: &'n Node) -> Chosen<'n> {
        let mut node = node;
        // Each turn goes down one level of the tree.
        loop {
            let Kind::Call(function, argument) = &node.kind else { return Chosen::Node(node) };
            match (function.as_str(), argument.elements(), argument.text()) {
                ("Ref", _, Some("AWS::NoValue")) => return Chosen::Nothing,
                ("If", [name, yes, no], _) => {
                    let name = name.text().unwrap_or_default();
                    match self.condition(name, 0) {
                        Some(true) => node = yes,
                        Some(false) => node = no,
                        None => return Chosen::Unresolved(self.unknown_condition(name)),
                    }
                }
                _ => return Chosen::Node(node),
            }
        }
    }

    fn call(&self, function: &str, argument: &Node, depth: u32) -> Option<Value> {
        let elements = argument.elements();
        Some(match (function, elements) {
            ("Ref", _) => return self.reference(argument.text().unwrap_or_default()),
            ("GetAtt", _) => self.attribute(argument),
            ("If", [name, yes, no]) => {
                let name = name.text().unwrap_or_default();
                return match self.condition(name, depth) {
                    Some(true) => self.value(yes, depth),
                    Some(false) => self.value(no, depth),
                    None => Some(Value::Unresolved(self.unknown_condition(name))),
                };
            }
            ("Sub" | "Join", _) => together(self.parts(function, argument, depth)),
            ("Select", [index, list]) => self.select(index, list, depth),
            ("Split", [separator, text]) => self.split(separator, text, depth),
            ("FindInMap", [mapping, first, second, ..]) => {
                self.find_in_map([mapping, first, second], elements.get(3), depth)
            }
            ("Length", _) => match self.value(argument, depth)? {
                Value::List(elements) => Value::Number(elements.len().to_string()),
                other => waiting(&other, "Fn::Length"),
            },
            // The export's name, not its value.
            ("ImportValue", _) => {
                let name = self.value(argument, depth);
                let name = name.as_ref().and_then(|it| plain(it).or_else(|| name_of(it)));
                Value::Unresolved(
                    name.map_or_else(|| "Fn::ImportValue".to_owned(), |it| format!("Fn::ImportValue {it}")),
                )
            }
            // Ids of AWS' own, zones, values of other stacks: nobody knows them here.
            _ => Value::Unresolved(format!("Fn::{function}")),
        })
    }

    fn attribute(&self, argument: &Node) -> Value {
        let whole = argument.text().and_then(|it| it.split_once('.'));
        let listed = match argument.elements() {
            [name, attribute] => name.text().zip(attribute.text()),
            _ => None,
        };
        let Some((name, attribute)) = whole.or(listed) else {
            return Value::Unresolved("Fn::GetAtt".to_owned());
        };
        if self.resource(name).is_none() {
            return Value::Unresolved(format!("{name}.{attribute}"));
        }
        let attribute = match attribute {
            "Arn" | "DBClusterArn" | "DBInstanceArn" | "DBProxyArn" | "TopicArn" => "arn",
            "GroupId" | "VpcId" | "SubnetId" | "Id" => "id",
            "KeyId" => "key_id",
            "Endpoint.Port" => "port",
            other => other,
        };
        self.edge(name, attribute)
    }

    /// The pieces of a `Sub`, a `Join` or a plain text.
    pub(super) fn parts_of(&self, node: &Node) -> Vec<Part> {
        match &node.kind {
            Kind::Call(function, argument) if function == "Sub" || function == "Join" => {
                self.parts(function, argument, 0)
            }
            _ => self.value(node, 0).into_iter().map(part).collect(),
        }
    }

    fn parts(&self, function: &str, argument: &Node, depth: u32) -> Vec<Part> {
        if function == "Sub" {
            let (template, map) = match argument.elements() {
                [template, map] => (template.text(), Some(map)),
                _ => (argument.text(), None),
            };
            return template.map_or_else(
                || vec![Part::Value(Value::Unresolved("Fn::Sub".to_owned()))],
                |template| self.substituted(template, map, depth),
            );
        }
        let [separator, list] = argument.elements() else {
            return vec![Part::Value(Value::Unresolved("Fn::Join".to_owned()))];
        };
        let separator = separator.text().unwrap_or_default();
        let items: Vec<Part> = match &list.kind {
            Kind::List(elements) => {
                // A dynamic reference may be in pieces, so a plain piece is taken as it stands.
                let piece = |it: &Node| match it.text() {
                    Some(text) => Some(Part::Text(text.to_owned())),
                    None => self.value(it, depth + 1).map(|it| self.named(it, depth)),
                };
                elements.iter().filter_map(piece).collect()
            }
            _ => match self.value(list, depth + 1) {
                Some(Value::List(elements)) => elements.into_iter().map(|it| self.named(it, depth)).collect(),
                Some(other) => vec![Part::Value(other)],
                None => Vec::new(),
            },
        };
        let mut parts = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 && !separator.is_empty() {
                parts.push(Part::Text(separator.to_owned()));
            }
            parts.push(item);
        }
        parts
    }

    fn substituted(&self, template: &str, map: Option<&Node>, depth: u32) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("${") {
            let Some((name, behind)) = after.split_once('}') else { break };
            parts.push(Part::Text(before.to_owned()));
            rest = behind;
            if let Some(literal) = name.strip_prefix('!') {
                parts.push(Part::Text(format!("${{{literal}}}")));
                continue;
            }
            let name = name.trim();
            if !self.step_among(1 + map.map_or(0, |it| it.entries().len())) {
                return vec![Part::Value(out_of_steps())];
            }
            let value = match (map.and_then(|it| it.get(name)), name.split_once('.')) {
                (Some(node), _) => self.value(node, depth + 1),
                (None, Some((resource, _))) if self.resource(resource).is_some() => {
                    let kind = Kind::Scalar { text: name.to_owned(), is_text: true };
                    Some(self.attribute(&Node { line: 0, kind }))
                }
                _ => self.reference(name),
            };
            parts.extend(value.map(|it| self.named(it, depth)));
        }
        parts.push(Part::Text(rest.to_owned()));
        parts.retain(|it| !matches!(it, Part::Text(text) if text.is_empty()));
        parts
    }

    /// A cluster's or an instance's id is its name, where that is written.
    fn named(&self, value: Value, depth: u32) -> Part {
        let Value::Edge(edge) = &value else { return part(value) };
        let name = edge.address.rsplit(':').next().unwrap_or_default();
        let property = self.resource(name).filter(|_| edge.attribute == "id").and_then(|resource| {
            let key = match resource.get("Type")?.text()? {
                "AWS::RDS::DBCluster" => "DBClusterIdentifier",
                "AWS::RDS::DBInstance" => "DBInstanceIdentifier",
                _ => return None,
            };
            resource.get("Properties")?.get(key)
        });
        match property.and_then(|it| self.value(it, depth + 1)) {
            Some(Value::Text(text)) => Part::Text(text),
            _ => Part::Value(value),
        }
    }

    fn select(&self, index: &Node, list: &Node, depth: u32) -> Value {
        let index = self.value(index, depth + 1).and_then(|it| plain(&it)?.parse::<usize>().ok());
        let Some(index) = index else { return Value::Unresolved("Fn::Select".to_owned()) };
        match self.value(list, depth + 1) {
            Some(Value::List(elements)) => {
                elements.into_iter().nth(index).unwrap_or_else(|| Value::Unresolved("Fn::Select".to_owned()))
            }
            Some(other) => waiting(&other, "Fn::Select"),
            None => Value::Unresolved("Fn::Select".to_owned()),
        }
    }

    fn split(&self, separator: &Node, text: &Node, depth: u32) -> Value {
        let separator = separator.text().unwrap_or_default();
        match self.value(text, depth + 1) {
            Some(Value::Text(text)) if !separator.is_empty() => {
                Value::List(text.split(separator).map(|it| Value::Text(it.to_owned())).collect())
            }
            Some(other) => waiting(&other, "Fn::Split"),
            None => Value::Unresolved("Fn::Split".to_owned()),
        }
    }

    fn find_in_map(&self, keys: [&Node; 3], more: Option<&Node>, depth: u32) -> Value {
        let mut texts = Vec::new();
        for key in keys {
            match self.value(key, depth + 1) {
                Some(value) => match plain(&value) {
                    Some(text) => texts.push(text),
                    None => return waiting(&value, "Fn::FindInMap"),
                },
                None => return Value::Unresolved("Fn::FindInMap".to_owned()),
            }
        }
        let [mapping, first, second] = texts.as_slice() else {
            return Value::Unresolved("Fn::FindInMap".to_owned());
        };
        let found = self.mapped(mapping, first, second);
        let node = found.or_else(|| more.and_then(|it| it.get("DefaultValue")));
        node.and_then(|it| self.value(it, depth + 1))
            .unwrap_or_else(|| Value::Unresolved(format!("Fn::FindInMap {mapping}")))
    }
}

/// A plain scalar by YAML 1.1, in which `Yes` is true; a number with a leading zero is a text, as an account's number.
fn scalar(text: &str, is_text: bool) -> Value {
    if text.contains("{{resolve:") {
        return Value::Unresolved("a dynamic reference".to_owned());
    }
    if let Some(name) = framework_variable(text) {
        return Value::Unresolved(name);
    }
    if is_text {
        return Value::Text(text.to_owned());
    }
    if text.is_empty() || text == "~" || text.eq_ignore_ascii_case("null") {
        return Value::Null;
    }
    if is_true(text) || is_false(text) {
        return Value::Bool(is_true(text));
    }
    if is_number(text) { Value::Number(text.to_owned()) } else { Value::Text(text.to_owned()) }
}

/// The first variable of the Serverless Framework in a text, `${self:custom.name}`; CloudFormation replaces nothing outside
/// of `Sub`. What it falls back to is not told, as it may be a secret.
fn framework_variable(text: &str) -> Option<String> {
    let inside = text.split_once("${")?.1.split_once('}')?.0;
    let name = inside.split(',').next().unwrap_or_default().trim();
    let is_name =
        name.len() <= 128 && name.chars().all(|it| it.is_ascii_alphanumeric() || "_:.-/()~".contains(it));
    let is_variable = inside.contains([':', '(']);
    is_variable
        .then(|| if is_name { name.to_owned() } else { "a variable of the Serverless Framework".to_owned() })
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, places) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits =
        |part: &str| !part.is_empty() && part.len() <= 18 && part.bytes().all(|it| it.is_ascii_digit());
    digits(whole) && digits(places) && (whole == "0" || !whole.starts_with('0'))
}

fn part(value: Value) -> Part {
    match plain(&value) {
        Some(text) => Part::Text(text),
        None => Part::Value(value),
    }
}

/// What a text of parts is: text where all is known, the part itself where it is alone, else what it waits for.
fn together(parts: Vec<Part>) -> Value {
    if let [Part::Value(_)] = parts.as_slice() {
        return parts.into_iter().fold(Value::Null, |_, it| match it {
            Part::Value(value) => value,
            Part::Text(text) => Value::Text(text),
        });
    }
    let mut text = String::new();
    let mut waits: Vec<String> = Vec::new();
    for part in parts {
        match part {
            Part::Text(more) => text.push_str(&more),
            Part::Value(Value::Secret) => return Value::Secret,
            Part::Value(value) => waits.extend(name_of(&value)),
        }
    }
    if text.contains("{{resolve:") {
        return Value::Unresolved("a dynamic reference".to_owned());
    }
    if waits.is_empty() { Value::Text(text) } else { Value::Unresolved(waits.join(", ")) }
}

/// A function of something that is not known.
fn waiting(value: &Value, function: &str) -> Value {
    match value {
        Value::Secret => Value::Secret,
        other => Value::Unresolved(name_of(other).unwrap_or_else(|| function.to_owned())),
    }
}
